"""Find the mentions of one article and chain those that name the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsledger.annotate.annotation import FoundMention
from newsledger.annotate.mentions import pronouns, tables
from newsledger.annotate.mentions.chains import PLACES, Chain, body_noun, chain_names, gender
from newsledger.annotate.mentions.context import weigh
from newsledger.annotate.mentions.datelines import dateline_names
from newsledger.annotate.mentions.names import Name, cut, ends_name
from newsledger.annotate.mentions.nominals import Nominal, find_nominals
from newsledger.annotate.mentions.pronouns import Seen, Standing
from newsledger.annotate.mentions.referents import Referent, resolve
from newsledger.annotate.mentions.roles import Role, noun_kind
from newsledger.annotate.mentions.runs import find_runs, name_words
from newsledger.annotate.mentions.words import Word, words_of
from newsledger.annotate.parse import Parsed

FINAL = frozenset(".?!…\"”’':")


@dataclass(slots=True)
class Placed:
    """A name with the words of its sentence."""

    name: Name
    sentence: int
    words: list[Word]


def find_mentions(parsed: Parsed) -> tuple[FoundMention, ...]:
    """Names, descriptions and pronouns of people, bodies and places, in order of their offsets.

    Equal ``chain`` numbers are one referent in this article. Every name, and every description that speaks,
    stands beside a name or refers to one, is a mention; a pronoun only where little doubt is left.
    """
    sentences = [words_of(sentence) for sentence in parsed.sentences]
    placed = list(find_names(sentences))
    lines = [Placed(name, -1, []) for name in dateline_names(parsed)]
    everything = lines + placed
    chains = chain_names([p.name for p in everything], parsed.article.text)
    kept = [n for n, p in enumerate(everything) if not is_generic(chains[n])]
    return Article(parsed, sentences, [everything[n] for n in kept], [chains[n] for n in kept]).mentions()


def is_generic(chain: Chain) -> bool:
    """ "the Amendment", "River": the last word of a name whose rest the article does not tell."""
    forms = {name.text.lower() for name in chain.names}
    if chain.known or len(forms) > 1 or any(name.titled for name in chain.names):
        return False
    word = forms.pop()
    return noun_kind(word) is not None or (ends_name(word) and chain.kind != "PERSON")


def find_names(sentences: Sequence[list[Word]]) -> Iterator[Placed]:
    lower = frozenset(w.text for words in sentences for w in words if w.text[:1].islower())
    capital = frozenset(w.text for words in sentences for w in words if not w.opens and w.text[:1].isupper())
    for number, words in enumerate(sentences):
        if headline_like(words):
            continue
        names = name_words(words, lower, capital)
        for i, j in find_runs(words, names):
            for name in cut(words, i, j):
                weigh(words, name)
                yield Placed(name, number, words)


def headline_like(words: Sequence[Word]) -> bool:
    """Whether nearly every word is capital, so that capitals say nothing."""
    letters = [w for w in words if w.text[:1].isalpha()]
    capitals = sum(w.text[0].isupper() for w in letters)
    unfinished = bool(words) and words[-1].text not in FINAL
    return len(letters) >= 5 and capitals > (0.6 if unfinished else 0.9) * len(letters)


class Article:
    """The mentions of one article while they are put together, sentence by sentence."""

    def __init__(
        self, parsed: Parsed, sentences: list[list[Word]], placed: list[Placed], chains: list[Chain]
    ):
        self.parsed, self.sentences, self.placed = parsed, sentences, placed
        self.found: list[FoundMention] = []
        self.seen: list[Seen] = []
        self.standing = Standing({}, {})
        self.referents: dict[int, Referent] = {}
        self.quoted = quoted_spans(parsed.article.text)
        self.numbers: dict[str, int] = {}
        self.chain_of = {id(p.name): chains[n] for n, p in enumerate(placed)}
        self.own: dict[tuple[object, ...], int] = {}
        self.by_sentence: dict[int, list[Placed]] = {}
        for p in placed:
            self.by_sentence.setdefault(p.sentence, []).append(p)

    def mentions(self) -> tuple[FoundMention, ...]:
        for p in self.by_sentence.get(-1, []):
            self.add_name(p)
        for p in self.placed:
            self.introduce(p)
        for number in range(len(self.sentences)):
            self.read_sentence(number)
        return tuple(sorted(self.found, key=lambda m: (m.start, m.end, m.form)))

    def number(self, key: str) -> int:
        return self.numbers.setdefault(key, len(self.numbers))

    # --- one sentence ------------------------------------------------------------------------------

    def read_sentence(self, number: int) -> None:
        words = self.sentences[number]
        names = self.by_sentence.get(number, [])
        taken = [False] * len(words)
        for p in names:
            taken[p.name.first : p.name.last] = [True] * (p.name.last - p.name.first)
        inside = {h for p in names for r in p.name.roles for h in range(r.first, r.last) if h != r.head}
        nominals = [n for n in find_nominals(words, taken, self.parsed.doc) if n.last - 1 not in inside]
        items: list[tuple[int, int, object]] = [(p.name.start, 0, p) for p in names]
        items += [(n.head, 1, n) for n in nominals]
        items += [(t.idx, 2, t) for t in pronouns.pronouns_of(self.parsed.sentences[number])]
        for _, _, item in sorted(items, key=lambda row: row[:2]):
            if isinstance(item, Placed):
                self.add_name(item)
            elif isinstance(item, Nominal):
                self.add_nominal(item, number, self.described(item, names))
            else:
                self.add_pronoun(item, number)

    def described(self, nominal: Nominal, names: Sequence[Placed]) -> Placed | None:
        """The name in the sentence whose title or apposition the description is."""
        for p in names:
            kind = self.chain_of[id(p.name)].kind
            if any(role.head == nominal.last - 1 and fits_kind(role, kind) for role in p.name.roles):
                return p
        return None

    def introduce(self, p: Placed) -> None:
        """Note roles and gender before the text is read: appositions stand on either side."""
        chain = self.chain_of[id(p.name)]
        number = self.number(chain.key)
        referent = self.referents.setdefault(number, make_referent(number, chain))
        for role in p.name.roles:
            referent.roles.append(role_words(p.words, role))
        told = gender(chain)
        if told:
            self.standing.gender[number] = told
            referent.gender = told

    def add_name(self, p: Placed) -> None:
        name, chain = p.name, self.chain_of[id(p.name)]
        number = self.number(chain.key)
        role = best_role(p, chain.kind, self.parsed.article.text)
        head, subject, owner = self.syntax(name.start, name.end)
        quoted = self.in_quote(name.start)
        kind = name.known.kind if name.known else chain.kind
        self.found.append(
            FoundMention(
                start=name.start,
                end=name.end,
                text=self.parsed.article.text[name.start : name.end],
                form="name",
                kind=kind,
                chain=number,
                head=head,
                role=role,
                gender=gender(chain),
                weight=round(chain.votes.get(kind, 0.0) / len(chain.names), 3),
            )
        )
        self.note(number, name.start, p.sentence, subject, owner, quoted, kind, False)

    def note(
        self,
        chain: int,
        start: int,
        sentence: int,
        subject: bool,
        owner: bool,
        quoted: bool,
        kind: str,
        plural: bool,
    ) -> None:
        self.seen.append(Seen(chain, start, sentence, subject, owner, quoted, kind, plural))
        if len(self.seen) > 400:
            del self.seen[:200]
        self.standing.count[chain] = self.standing.count.get(chain, 0) + 1
        if chain in self.referents:
            self.referents[chain].seen.append(start)

    def add_nominal(self, nominal: Nominal, sentence: int, named: Placed | None) -> None:
        if named is not None and named.name.first == nominal.last:
            return  # A title is part of the name's own phrase.
        number = self.referent_number(nominal, named)
        if number is None:
            return
        _head, subject, owner = self.syntax(nominal.start, nominal.end, nominal.head)
        kind = self.referents[number].kind if number in self.referents else nominal.kind
        if nominal.gender and kind == "PERSON" and not nominal.plural:
            self.standing.gender.setdefault(number, nominal.gender)
        self.found.append(
            FoundMention(
                start=nominal.start,
                end=nominal.end,
                text=self.parsed.article.text[nominal.start : nominal.end],
                form="nominal",
                kind=kind,
                chain=number,
                head=nominal.head,
                gender=nominal.gender,
                number="plural" if nominal.plural else "singular",
                weight=0.0,
            )
        )
        self.note(
            number,
            nominal.start,
            sentence,
            subject,
            owner,
            self.in_quote(nominal.start),
            kind,
            nominal.plural,
        )

    def referent_number(self, nominal: Nominal, named: Placed | None) -> int | None:
        """The chain of a description: the name it stands beside, one it refers to, or one of its own."""
        if named is not None:
            return self.number(self.chain_of[id(named.name)].key)
        last = self.own.get(("bare", nominal.noun, nominal.plural)) if is_bare(nominal) else None
        referent = resolve(nominal, list(self.referents.values()), exact=last is not None)
        if referent is not None:
            return referent.chain
        if last is not None:
            return last
        return self.own_chain(nominal) if stands_alone(nominal) else None

    def own_chain(self, nominal: Nominal) -> int:
        """Descriptions without a name: the same words again are the same, "the official" is the last official."""
        exact = ("own", nominal.noun, nominal.modifiers, nominal.states, nominal.plural)
        bare = ("bare", nominal.noun, nominal.plural)
        if is_bare(nominal) and bare in self.own:
            return self.own[bare]
        if (nominal.definite or nominal.plural) and exact in self.own:
            return self.own[exact]
        number = self.number(f"nominal {nominal.start}")
        last = ("bare", nominal.noun.rpartition("_")[2], nominal.plural)
        self.own[exact] = self.own[bare] = self.own[last] = number
        return number

    def add_pronoun(self, token: object, sentence: int) -> None:
        import spacy.tokens

        assert isinstance(token, spacy.tokens.Token)
        quoted = self.in_quote(token.idx)
        number = pronouns.resolve(token, sentence, self.seen, self.standing, quoted)
        if number is None:
            return
        kind = next(s.kind for s in reversed(self.seen) if s.chain == number)
        plural = token.lower_ in ("they", "their")
        if token.lower_ in pronouns.PERSONAL:
            self.standing.gender.setdefault(number, pronouns.PERSONAL[token.lower_])
        self.found.append(
            FoundMention(
                start=token.idx,
                end=token.idx + len(token),
                text=token.text,
                form="pronoun",
                kind=kind,
                chain=number,
                head=token.idx,
                gender=pronouns.PERSONAL.get(token.lower_),
                number="plural" if plural else "singular",
                weight=0.0,
            )
        )
        self.note(
            number,
            token.idx,
            sentence,
            pronouns.is_subject(token),
            token.dep_ == "poss",
            quoted,
            kind,
            plural,
        )

    # --- syntax and quotation marks ----------------------------------------------------------------

    def syntax(self, start: int, end: int, head: int | None = None) -> tuple[int, bool, bool]:
        """Offset of the head word, whether it is a subject, and whether it is an owner."""
        span = self.parsed.doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span):
            return start, False, False
        token = span.root
        if head is not None:
            token = next((t for t in span if t.idx == head), token)
        offset = min(max(token.idx, start), end - 1)
        top = token
        while top.dep_ in ("compound", "appos", "nmod") and top.head.i != top.i:
            top = top.head
        return offset, pronouns.is_subject(token) or pronouns.is_subject(top), token.dep_ == "poss"

    def in_quote(self, offset: int) -> bool:
        at = bisect_right(self.quoted, (offset, float("inf"))) - 1
        return at >= 0 and self.quoted[at][0] <= offset < self.quoted[at][1]


def is_bare(nominal: Nominal) -> bool:
    """ "the official": definite, and nothing but the noun."""
    return nominal.definite and not nominal.owned and not nominal.modifiers and not nominal.states


def stands_alone(nominal: Nominal) -> bool:
    """Whether a description that names nobody is kept: one that speaks, or an arm of a state."""
    if nominal.speaks:
        return True
    arm = tables.roles().org.get(nominal.noun) in ("state", "force")
    return arm and nominal.definite and not nominal.owned and not nominal.plural


def make_referent(number: int, chain: Chain) -> Referent:
    longest = max((n.text for n in chain.names), key=lambda t: (len(t), t))
    words = longest.split()
    lower = frozenset(w.lower() for w in words)
    states = frozenset(s for w in words for s in [tables.state_of_name(w)] if s)
    return Referent(
        number, chain.kind, lower, body_noun(longest), states, gender=gender(chain), first=chain.start
    )


def role_words(words: Sequence[Word], role: Role) -> tuple[str, frozenset[str], frozenset[str]]:
    """A role as a description asks for it: its noun, its modifiers, the states it names."""
    inside = words[role.first : role.last]
    states = {tables.known_names()[w.text].state for w in inside if w.text in tables.known_names()}
    states.add(tables.state_of_role(role.noun))
    return role.noun, frozenset(w.lower for w in inside), frozenset(s for s in states if s)


def best_role(p: Placed, kind: str, text: str) -> str | None:
    """The words of the title or apposition that says what the thing of this kind is."""
    roles = [r for r in p.name.roles if fits_kind(r, kind) and not is_courtesy(r)]
    if not roles:
        return None
    role = max(roles, key=lambda r: (r.kind == "PERSON", r.last - r.first, -r.first))
    return text[p.words[role.first].start : p.words[role.last - 1].end]


def fits_kind(role: Role, kind: str) -> bool:
    """Whether a description can be of a name of this kind."""
    if role.noun in tables.either():
        return kind in ("PERSON", "ORG")
    return role.kind == kind or (role.kind in PLACES and kind in PLACES)


def is_courtesy(role: Role) -> bool:
    """ "Mr.", "Ms.": no role."""
    title = tables.titles().get(role.noun)
    return title is not None and not title.role


def quoted_spans(text: str) -> list[tuple[int, float]]:
    """Stretches between double marks, paragraph by paragraph; an unclosed mark counts to the paragraph's end."""
    spans: list[tuple[int, float]] = []
    opened: int | None = None
    for offset, char in enumerate(text):
        if char == "\n" and opened is not None:
            spans.append((opened, offset))
            opened = None
        elif char == "“" or (char == '"' and opened is None):
            opened = offset if opened is None else opened
        elif char in '”"' and opened is not None:
            spans.append((opened, offset))
            opened = None
    if opened is not None:
        spans.append((opened, len(text)))
    return spans
