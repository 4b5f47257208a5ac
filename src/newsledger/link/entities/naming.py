"""Name, kind, role, id and reason of an entity, from all that its chains say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.chains import KINDS, body_noun, parts_of
from newsledger.annotate.mentions.spelling import folded, plain
from newsledger.link.entities.local import Local, nouns_in, summed

FORMS_SHOWN = 8


def kind_of(group: Sequence[Local]) -> str:
    """The pile's vote; a table entry outvotes it, a description counts only where no name does."""
    votes: Mapping[str, float] = Counter(c.known.kind for c in group if c.known is not None)
    votes = votes or summed(c.votes for c in group) or Counter(c.kind for c in group)
    return min(KINDS, key=lambda kind: (-votes.get(kind, 0), KINDS.index(kind)))


def forms_of(group: Sequence[Local]) -> dict[str, int]:
    return summed(c.forms for c in group)


def name_of(group: Sequence[Local], kind: str) -> str:
    """The most frequent full form; between equals the longer, then the alphabet."""
    forms = forms_of(group)
    if not forms:
        texts = Counter(" ".join(m.text.split()) for c in group for m in c.mentions if m.form == "nominal")
        texts = texts or Counter(m.text for c in group for m in c.mentions)
        return bare(min(texts, key=lambda t: (-texts[t], -len(t), t)))
    full = {form: n for form, n in forms.items() if is_full(form, kind)} or dict(forms)
    return min(full, key=lambda form: (-full[form], -short_forms(form, forms), -len(form), form))


def short_forms(form: str, forms: Mapping[str, int]) -> int:
    """How often the last word of a name stands alone: of two spellings, the one that goes on is the usual one."""
    return forms.get(form.rpartition(" ")[2], 0)


def bare(text: str) -> str:
    """A description without its article: "a US official" as "US official"."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else text


def is_full(form: str, kind: str) -> bool:
    parts = parts_of(form)
    if kind == "PERSON":
        return len(parts) > 1 and len(plain(parts[0])) > 1
    if kind == "ORG":
        return len(parts) > 1
    return len(plain(form)) > 3


def role_of(group: Sequence[Local]) -> str | None:
    """The most telling title or apposition: often given, with a state or a body in it, and not a bare relation."""
    roles = summed(c.roles for c in group)
    same, alike = Counter[str](), Counter[str]()
    for role, n in roles.items():
        same[plain(role)] += n
        for noun in nouns_in(role):
            alike[noun] += n
    return min(roles, key=lambda r: (-telling(r, same, alike), -len(r), r), default=None)


def telling(role: str, same_words: Counter[str], same_noun: Counter[str]) -> float:
    words = role.split()
    nouns = set(nouns_in(role))
    same, alike = same_words[plain(role)], sum(same_noun[noun] for noun in nouns)
    vague = len(words) == 1 or bool(nouns & tables.words("role_vague"))
    capital = sum(w[:1].isupper() for w in words)
    owner = any(w.endswith(("'s", "’s", "s'", "s’")) and w[:1].islower() for w in words) or (
        " the " in role and not capital
    )
    points = min(same, 4) + min(alike, 4) + min(len(words), 3) + min(capital, 3)
    return points - (4.0 if vague else 0.0) - (2.0 if owner else 0.0) - 0.5 * max(0, len(words) - 6)


def identity(group: Sequence[Local], kind: str, name: str) -> tuple[object, ...]:
    """What an id is made of: the table key, or kind and folded name; never where it was found, if it has a name."""
    known = sorted(c.known.key for c in group if c.known is not None)
    if known:
        return ("known", known[0])
    if kind == "PERSON" and forms_of(group):
        return (kind, *(folded(part) for part in parts_of(name)))
    return (kind, plain(name))


def reason_of(group: Sequence[Local], why: set[str], kind: str) -> str:
    """The evidence in words: forms with counts, the rules that joined them, roles, the vote on the kind."""
    forms = forms_of(group)
    parts = []
    if forms:
        shown = sorted(forms, key=lambda form: (-forms[form], form))[:FORMS_SHOWN]
        parts.append("named " + ", ".join(f"{form} ({forms[form]})" for form in shown))
    else:
        parts.append("described, not named")
    articles = len({c.article_id for c in group})
    parts.append(f"in {articles} article" + ("s" if articles > 1 else ""))
    if why:
        parts.append("joined by " + "; ".join(sorted(why)))
    within = sorted({m.why for c in group for m in c.mentions if m.why})
    if within:
        parts.append("within an article by " + ", ".join(within))
    roles = Counter(role for c in group for role in c.roles)
    if roles:
        parts.append("called " + ", ".join(sorted(roles, key=lambda r: (-roles[r], r))[:4]))
    if any(c.known for c in group):
        parts.append(f"{kind} by the tables of known names")
    elif forms:
        parts.append("kind by vote: " + vote_words(group))
    return "; ".join(parts)


def vote_words(group: Sequence[Local]) -> str:
    votes = summed(c.votes for c in group)
    ranked = [k for k in KINDS if votes.get(k, 0) > 0]
    return ", ".join(f"{kind} {votes[kind]:.1f}" for kind in sorted(ranked, key=lambda k: (-votes[k], k)))


def wikidata_of(group: Sequence[Local]) -> str | None:
    """The Wikidata id of a state that the tables know; whatever else is named, nothing vouches for one."""
    keys = {c.known.key for c in group if c.known is not None}
    return tables.wikidata().get(keys.pop()) if len(keys) == 1 else None


def state_key(group: Sequence[Local]) -> str | None:
    """The table key of the state that a capital, a seat or a people belongs to."""
    for chain in group:
        entry = chain.known
        if entry is not None and entry.state and entry.key.split(":")[0] in ("capital", "seat", "people"):
            return f"state:{entry.state}"
    return arm_of_state(group)


def arm_of_state(group: Sequence[Local]) -> str | None:
    """ "Russian Foreign Ministry", "the Ukrainian government": an arm of the state that the first word names."""
    texts = sorted(forms_of(group)) or sorted(
        {bare(m.text) for c in group for m in c.mentions if m.form == "nominal"}
    )
    for text in texts:
        first, _, rest = text.partition(" ")
        state = tables.state_of_name(first)
        if state and rest and tables.roles().org.get(body_noun(rest)) in ("state", "force"):
            return f"state:{state}"
    return None
