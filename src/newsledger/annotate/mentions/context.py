"""What a name names: votes from its own words, from the tables, from what stands beside it, and the parser's."""

from __future__ import annotations

from collections.abc import Sequence

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.names import Name, is_letters
from newsledger.annotate.mentions.roles import Role, noun_kind, role_after, role_before, singular
from newsledger.annotate.mentions.words import Word

TABLE = 12.0  # a known territory or body outvotes any guess
REACH = 7  # words before "called" in which the noun stands
TELLING = 4.0  # what something owns or is called beside says more than a guess
MARKS = frozenset("\"“‘'«„")
CLOSING = frozenset("\"”’',.»")
NO_TITLE = tables.Title("", None, False)


def weigh(words: Sequence[Word], name: Name) -> None:
    """Fill the votes, roles and gender of a name from its sentence."""
    if name.known is not None:
        name.vote(name.known.kind, TABLE)
        return
    own_words(words, name)
    described(words, name)
    neighbours(words, name)
    parser(words, name)


def own_words(words: Sequence[Word], name: Name) -> None:
    parts = [w.lower for w in words[name.first : name.last]]
    first, last, many = parts[0], parts[-1], len(parts) > 1
    if many:
        keyword(name, first, last)
        if (
            any(p in ("of", "for") for p in parts[1:3])
            and parts[0 : parts.index("of") if "of" in parts else 2]
        ):
            head_of(name, parts)
    if (
        many
        and first in tables.given_names()
        and len(parts) <= 4
        and not {"of", "for", "and", "&"} & set(parts)
    ):
        name.vote("PERSON", 3.0)
        name.gender = name.gender or gender_of(first)
    if "&" in parts:
        name.vote("ORG", 3.0)
    if is_initial(words[name.first].text) and many:
        name.vote("PERSON", 4.0)
    if len(parts) in (3, 4) and any(is_initial(w.text) for w in words[name.first + 1 : name.last - 1]):
        name.vote("PERSON", 4.0)
    if len(parts) == 2 and not name.votes:
        name.vote("PERSON", 0.5)  # Two capitals without any clue are a person more often than not.
    if not many and is_acronym(words[name.first].text):
        name.vote("ORG", 2.5)
    if name.text in tables.cities():
        name.vote("GPE", 3.0)
    if name.titled:
        name.vote("PERSON", 3.0 if tables.titles().get(first, NO_TITLE).kept else 6.0)
    if len(parts) == 1 and first in tables.given_names():
        name.vote("PERSON", 0.8)


def keyword(name: Name, first: str, last: str) -> None:
    if last in tables.words("org_last"):
        name.vote("ORG", 4.0)
    if last.rstrip(".") in tables.words("legal_last"):
        name.vote("ORG", 8.0)
    if last in tables.words("place_last"):
        name.vote("GPE" if last in tables.words("place_noun_gpe") else "LOC", 2.5)
    if last in tables.words("event_last"):
        name.vote("EVENT", 4.0)
    if first in tables.words("event_first"):
        name.vote("EVENT", 3.0)
    if last in tables.words("other_last"):
        name.vote("OTHER", 3.0)
    if first in tables.words("org_first"):
        name.vote("ORG", 3.0)
    if first in tables.words("place_first"):
        name.vote("GPE", 2.5)
    if first in tables.words("vessel_first") and name.text.split()[0].isupper():
        name.vote("OTHER", 6.0)


def head_of(name: Name, parts: Sequence[str]) -> None:
    if any(
        p in tables.words("org_of")
        for p in parts[: parts.index("of") if "of" in parts else parts.index("for")]
    ):
        name.vote("ORG", 5.0)


def gender_of(given: str) -> str | None:
    gender = tables.given_names().get(given)
    return gender if gender in ("female", "male") else None


def is_initial(text: str) -> bool:
    return (len(text) == 2 and text[0].isupper() and text[1] == ".") or (
        len(text) == 1 and text.isupper() and text != "I"
    )


def is_acronym(text: str) -> bool:
    letters = text.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha() and not is_initial(text)


def described(words: Sequence[Word], name: Name) -> None:
    """Titles, descriptions and appositions beside the name."""
    end = name.last
    while end < len(words) and is_letters(words[end]):
        end += 1
    before = role_before(words, name.first, end)
    if before is not None:
        name.roles.append(before)
        name.vote(before.kind, 1.0 if before.noun in tables.either() else 5.0)
        name.gender = before.gender or name.gender
        outer = outer_role(words, before, name.last)
        if outer is not None:
            name.roles.append(outer)
    after = role_after(words, end)
    if after is not None:
        name.roles.append(after)
        plain = after.noun in tables.either()
        name.vote(
            after.kind, 1.0 if plain else 6.0 if words[end + 1].lower in tables.closed("determiners") else 4.0
        )
        name.gender = name.gender or after.gender


def outer_role(words: Sequence[Word], role: Role, end: int) -> Role | None:
    """The description before a description: "its spokesman, Col. X,", "its owner, the firm X,"."""
    first = role.first - (role.first > 0 and words[role.first - 1].lower in tables.closed("determiners"))
    if first < 1 or words[first - 1].text != ",":
        return None
    outer = role_before(words, first, end)
    fits = outer is not None and (outer.kind == role.kind or outer.noun in tables.either())
    return outer if outer is not None and (outer.kind == "PERSON" and fits) else None


def neighbours(words: Sequence[Word], name: Name) -> None:
    before = words[name.first - 1] if name.first > 0 else None
    after = words[name.last] if name.last < len(words) else None
    if before is not None and after is not None and before.text in MARKS and after.text in CLOSING:
        name.vote("OTHER", 3.0)  # A title in quotation marks.
    if before is not None and before.lower in tables.words("naming"):
        called(words, name)
    elif before is not None:
        before_name(name, before, after)
    if after is not None:
        after_name(words, name, after)


def before_name(name: Name, before: Word, after: Word | None) -> None:
    alone = after is None or not (after.possessive or after.pos in ("NOUN", "PROPN"))
    places = tables.toml("keywords.toml")["place_prepositions"]
    if alone and isinstance(places, dict) and before.lower in places:
        weight = places[before.lower] / 10
        name.vote("GPE", weight)
        name.vote("LOC", weight * 0.9)
    if before.lower == "the":
        name.vote("PERSON", -4.0 if name.titled else -2.0)
        name.vote("GPE", -0.5)
        name.vote("OTHER" if name.titled else "ORG", 0.8)
    if (
        before.lower in tables.words("say")
        and before.pos == "VERB"
        and (after is None or after.text in ",.;—")
    ):
        name.vote("PERSON", 2.0)


def called(words: Sequence[Word], name: Name) -> None:
    """ "two countries called X", "a firm that is named Y": the noun before says what the name names."""
    for word in reversed(words[max(0, name.first - REACH) : name.first - 1]):
        kind = noun_kind(word.lower) or noun_kind(singular(word.lower) or "")
        if kind is not None and word.pos in ("NOUN", "PROPN"):
            name.vote(kind, TELLING)
            return


def is_bearers(words: Sequence[Word], name: Name) -> bool:
    """ "Jane Roe of X, whose son": where somebody is from; the relative clause is not X's."""
    before = words[max(0, name.first - 2) : name.first]
    return len(before) == 2 and before[1].lower in ("of", "from") and before[0].capital


def after_name(words: Sequence[Word], name: Name, after: Word) -> None:
    following = words[name.last + 1] if name.last + 1 < len(words) else None
    named_thing(words, name, after)
    if after.lower in tables.words("after_person"):
        name.vote("PERSON", 2.0)
    k = name.last
    while k < len(words) and k - name.last < 3 and words[k].pos in ("AUX", "ADV"):
        k += 1
    verb = words[min(k, len(words) - 1)]
    if verb.lower in tables.words("say") and verb.pos in ("VERB", "AUX"):
        name.vote("PERSON", 1.5)
        name.vote("ORG", 0.6)
    if following is None:
        return
    if after.possessive and following.lower in tables.words("of_place"):
        name.vote("GPE", 1.2)
    if after.possessive:
        owns(words, name)
    if after.possessive and following.lower in tables.words("of_person"):
        name.vote("PERSON", 1.5)
    if after.text == "," and following.lower in ("who", "whose"):
        name.vote("GPE" if is_bearers(words, name) else "PERSON", 2.5)
    if after.lower == "who":
        name.vote("PERSON", 2.0)
    if (
        after.text == ","
        and (
            (following.text.isdigit() and len(following.text) <= 2)
            or following.lower in tables.closed("numbers")
        )
        and name.last + 2 < len(words)
        and words[name.last + 2].text == ","
    ):
        name.vote("PERSON", 4.0)


def owns(words: Sequence[Word], name: Name) -> None:
    """ "X's presidential election", "X's shares": what only a state or a body has says which of them X is."""
    group: list[str] = []
    for word in words[name.last + 1 : name.last + 5]:
        if word.capital and not group and word.lower in tables.titles():
            break
        if word.pos not in ("ADJ", "NOUN", "PROPN"):
            break
        group.append(word.lower)
    told(name, group, "of_state", "GPE")
    told(name, group[-1:], "of_body", "ORG")


def named_thing(words: Sequence[Word], name: Name, after: Word) -> None:
    """ "the X works", "the Y ward": the common noun that the name stands before, with the article."""
    if name.first > 0 and words[name.first - 1].lower in tables.closed("determiners") and not after.capital:
        told(name, [after.lower], "body_thing", "ORG")
        told(name, [after.lower], "place_thing", "GPE")


def told(name: Name, words: Sequence[str], nouns: str, kind: str) -> None:
    if any(word in tables.words(nouns) for word in words):
        name.vote(kind, TELLING)


def parser(words: Sequence[Word], name: Name) -> None:
    labels = [w.label for w in words[name.first : name.last] if w.label]
    if not labels:
        return
    label = max(sorted(set(labels)), key=labels.count)
    kinds = tables.toml("keywords.toml")
    kind, weight = kinds["parser_kind"], kinds["parser_weight"]
    if isinstance(kind, dict) and isinstance(weight, dict) and label in kind:
        name.vote(kind[label], weight[label] / 10)
