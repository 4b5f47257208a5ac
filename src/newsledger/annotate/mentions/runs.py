"""Runs of capitalised words: where names can stand, before it is known what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.words import Word

NO_WORD = re.compile(r"[<>@#_=/\\|{}]|\d{3}")  # remains of markup and addresses
PET_MARKS = frozenset(('"', "“", "”", "'", "‘", "’", "''", "``"))
LONGEST_GAP = 3  # lower-case words that may stand inside one name: "for the", "de la"


def name_words(words: Sequence[Word], lower_seen: frozenset[str], capital_seen: frozenset[str]) -> list[bool]:
    """For each word, whether its capital can be that of a name."""
    return [is_name_word(words, i, lower_seen, capital_seen) for i in range(len(words))]


def is_name_word(
    words: Sequence[Word], i: int, lower_seen: frozenset[str], capital_seen: frozenset[str]
) -> bool:
    word = words[i]
    if not word.capital or NO_WORD.search(word.text):
        return False
    if known_ahead(words, i):
        return True
    if word.text == "I." and i + 1 < len(words) and words[i + 1].pos == "PROPN":
        return True
    if is_calendar(word.lower):
        return beside_given_name(words, i)
    if not word.opens:
        return word.lower not in tables.words("no_part") or (word.text.isupper() and len(word.text) > 1)
    return opens_with_name(words, i, lower_seen, capital_seen)


def known_ahead(words: Sequence[Word], i: int) -> bool:
    """Whether a table entry of several words begins here ("New Zealand", "The Hague")."""
    rows = tables.known_by_first().get(words[i].text, ())
    return any(
        len(parts) > 1 and tuple(w.text.replace("’", "'") for w in words[i : i + len(parts)]) == parts
        for parts, _ in rows
    )


def is_calendar(lower: str) -> bool:
    return lower in tables.words("no_name") or lower.rstrip(".") in tables.words("no_name")


def beside_given_name(words: Sequence[Word], i: int) -> bool:
    """ "Theresa May", "Jan Berg": a calendar word is a name after a given name, or as one before a surname."""
    if len(words[i].text) < 3:
        return False
    if i > 0 and words[i - 1].lower in tables.given_names() and words[i - 1].capital:
        return True
    following = words[i + 1] if i + 1 < len(words) else None
    return (
        words[i].lower in tables.given_names()
        and following is not None
        and following.capital
        and not is_calendar(following.lower)
    )


def opens_with_name(
    words: Sequence[Word], i: int, lower_seen: frozenset[str], capital_seen: frozenset[str]
) -> bool:
    """A word that begins a sentence is capital anyway: ask the tables, its other uses and the parser."""
    word = words[i]
    if word.lower in tables.words("function_words"):
        return False
    if word.text in tables.known_by_first() or word.text in tables.cities():
        return True
    following = words[i + 1] if i + 1 < len(words) else None
    before_name = following is not None and following.capital
    if before_name and (word.lower in tables.titles() or word.lower in tables.roles().person):
        return True
    if before_name and not word.lower.endswith("ly"):
        return word.pos == "PROPN" or (word.pos in ("NOUN", "ADJ") and word.lower not in lower_seen)
    if word.text in capital_seen:
        return True
    if (
        word.lower in lower_seen
        or len(word.text) < 2
        or word.lower.endswith(tuple(sorted(tables.closed("derived_endings"))))
    ):
        return False
    return word.pos == "PROPN"


def find_runs(words: Sequence[Word], names: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Maximal stretches ``[i, j)`` of name words, with the small words that names hold inside."""
    i = 0
    while i < len(words):
        if not names[i]:
            i += 1
            continue
        j = i + 1
        while True:
            step = next_part(words, names, i, j)
            if step == j:
                break
            j = step
        yield i, j
        i = j


def next_part(words: Sequence[Word], names: Sequence[bool], i: int, j: int) -> int:
    """The end of the run after its next part, or ``j`` where it ends."""
    if j < len(words) and names[j]:
        return j + 1
    if has_pet_name(words, names, j):
        return j + 4
    for gap in range(1, LONGEST_GAP + 1):
        if j + gap >= len(words):
            return j
        if (names[j + gap] and words[j + gap].text[:1].isupper()) or (
            j + gap < len(words) and names[j + gap]
        ):
            return j + gap + 1 if bridges(words, names, i, j, j + gap) else j
    return j


def has_pet_name(words: Sequence[Word], names: Sequence[bool], j: int) -> bool:
    """ "Robert “Bobby” Roe": one capital word in marks inside a name."""
    if j + 3 >= len(words) or words[j].text not in PET_MARKS or words[j + 2].text not in PET_MARKS:
        return False
    return words[j + 1].capital and names[j + 3] and words[j - 1].text not in (",", ":")


def bridges(words: Sequence[Word], names: Sequence[bool], i: int, j: int, k: int) -> bool:
    """Whether the lower-case words ``[j, k)`` join the name before with the name word at ``k``."""
    inner = [w.lower for w in words[j:k]]
    if all(w in tables.words("particles") for w in inner):
        return True
    if inner == ["&"]:
        return True
    if words[j].possessive:
        return body_possessive(words, names, i, j, inner)
    lasts = {w.lower for w in words[i:j]}
    if inner[0] in ("of", "for"):
        head = words[j - 1].lower
        if head in tables.words("org_of") or (inner[0] == "of" and head in tables.words("of_heads")):
            return inner in (["of"], ["for"], ["of", "the"], ["for", "the"])
    if inner in (["and"], ["in"], ["and", "the"], ["in", "the"]) and lasts & {"of", "for"}:
        body = lasts & tables.words("org_of") and not inside_person(words, i, j)
        return bool(body) and words[j - 1].text not in tables.known_names()
    return inner == ["and"] and body_list(words, names, i, j, k)


def inside_person(words: Sequence[Word], i: int, j: int) -> bool:
    """ "Secretary of State X and ...": a title with "of" takes no second part."""
    return words[i].lower in tables.roles().person


def body_possessive(
    words: Sequence[Word], names: Sequence[bool], i: int, j: int, inner: Sequence[str]
) -> bool:
    """ "Bakers’ and Millers’ Union", "People's Party": one body, not two things."""
    owner = words[j - 1].lower
    if inner[1:] == [] and is_dedication(words, i, j):
        return True
    plural = words[j].text in ("'", "’") and owner.endswith("s")
    if not plural and owner not in tables.words("possessive_first"):
        return False
    if j - i > 2 and words[i].lower in tables.given_names():
        return False
    if inner[1:] not in ([], ["and"]):
        return False
    return any(
        w.lower in tables.words("org_last") or w.lower in tables.words("place_last") for w in words[j : j + 6]
    )


def is_dedication(words: Sequence[Word], i: int, j: int) -> bool:
    """ "Saint Odo's Hospital", "Guy's College": a house that bears the name of its patron or founder."""
    house = j + 1 < len(words) and words[j + 1].lower in tables.words("houses")
    if not house or not words[j + 1].capital:
        return False
    if words[i].lower in tables.words("patrons"):
        return True
    return j - i == 1 and words[i].text not in tables.known_by_first() and not words[i].lower.endswith("day")


def body_list(words: Sequence[Word], names: Sequence[bool], i: int, j: int, k: int) -> bool:
    """ "the Food and Drug Administration": two common nouns before a word for a body."""
    if j - i > 2 or any(
        w.text in tables.known_by_first() or w.lower in tables.given_names() for w in words[i:j]
    ):
        return False
    end = k
    while end < len(words) and names[end]:
        end += 1
    last = words[end - 1].lower
    article = i > 0 and words[i - 1].lower == "the"
    common = all(w.label not in ("PERSON", "GPE", "NORP") for w in words[i:j])
    return (
        article
        and common
        and end - k >= 2
        and last in tables.words("org_last")
        and words[k].lower not in tables.given_names()
    )
