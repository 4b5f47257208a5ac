"""Roles beside a name: titles ("Foreign Minister X"), descriptions before it and appositions after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.words import Word

BEFORE = 8  # words of a description looked at before a name
AFTER = 12  # and after it
LIMITS = frozenset(',.;:()—–-"“”?!')


@dataclass(frozen=True, slots=True)
class Role:
    """What a name is said to be. ``noun`` is the role noun ("prime_minister"), ``[first, last)`` word numbers."""

    noun: str
    kind: str  # PERSON, ORG, GPE, LOC, OTHER
    first: int
    last: int
    head: int  # the last word of the noun
    gender: str | None = None


def noun_kind(noun: str) -> str | None:
    """The kind of thing that a common noun describes, or None."""
    roles = tables.roles()
    if noun in roles.person:
        return "PERSON"
    if noun in tables.words("place_noun_gpe"):
        return "GPE"
    if noun in tables.words("place_noun_loc"):
        return "LOC"
    if noun in tables.words("vessel"):
        return "OTHER"
    return "ORG" if noun in roles.org else None


def singular(word: str) -> str | None:
    """The singular of a plural role noun, None where it is none."""
    for ending, new in tables.plurals():
        if word.endswith(ending):
            stem = word[: -len(ending)] + new
            if noun_kind(stem) is not None:
                return stem
    return None


def noun_ending(words: Sequence[Word], h: int, low: int = 0) -> tuple[str, int] | None:
    """The longest role noun whose last word is ``h``, with the number of its first word."""
    roles = tables.roles()
    for length in range(min(roles.longest, h - low + 1), 1, -1):
        noun = "_".join(w.lower for w in words[h - length + 1 : h + 1])
        if noun in roles.person or noun in roles.org:
            return noun, h - length + 1
    word = words[h].lower
    title = tables.titles().get(word)
    if title is not None and words[h].capital:
        return title.role or word, h
    if noun_kind(word) is not None:
        return word, h
    return hyphen_noun(word, h)


def hyphen_noun(word: str, h: int) -> tuple[str, int] | None:
    """ "co-founder", "ex-minister": the noun after the hyphen tells."""
    tail = word.rpartition("-")[2]
    return (tail, h) if "-" in word and noun_kind(tail) is not None else None


def role_before(words: Sequence[Word], a: int, b: int) -> Role | None:
    """The role noun before the name at ``[a, b)``: a title, a description, or an apposition with comma."""
    h = a - 1
    comma = h >= 1 and words[h].text == ","
    if comma:
        h -= 1
        if not closes(words, b):
            return None
    if h < 0:
        return None
    found = noun_ending(words, h)
    if found is None:
        held = (holder_of(words, h, b) or told_apart(words, h, b)) if comma else None
        return held or place_of(words, a)
    noun, first = found
    kind = noun_kind(noun) or "PERSON"
    if (
        kind in ("GPE", "LOC")
        and not comma
        and words[h].lower not in ("state", "city", "town", "village", "island")
    ):
        return None
    compound = "_" in noun or (h > 0 and words[h - 1].pos == {"OTHER": "NOUN", "ORG": "DET"}.get(kind))
    if words[h].pos not in ("NOUN", "PROPN") and not words[h].capital and not compound:
        return None  # but "blood thinner X", "the firm X", whatever the parse takes the noun for
    start = leftmost(words, first)
    if comma and kind == "ORG":
        return head_of_body(words, start, h)
    if comma and not introduced(words, start):
        return None
    title = tables.titles().get(words[h].lower)
    gender = (title.gender if title else None) or tables.role_gender(noun)
    return Role(noun, kind, start, h + 1, h, gender)


def head_of_body(words: Sequence[Word], start: int, h: int) -> Role | None:
    """ "the head of the bank, X": the body before the comma is part of a person's role, or is the name's own."""
    k = start - 1
    while k > 0 and words[k].lower in tables.closed("determiners"):
        k -= 1
    if k < 1 or words[k].pos != "ADP":
        noun = noun_ending(words, h)
        return Role(noun[0], "ORG", start, h + 1, h) if noun and introduced(words, start) else None
    found = noun_ending(words, k - 1)
    if found is None or noun_kind(found[0]) != "PERSON":
        return None
    return Role(found[0], "PERSON", leftmost(words, found[1]), h + 1, k - 1, tables.role_gender(found[0]))


def holder_of(words: Sequence[Word], h: int, b: int) -> Role | None:
    """ "The coroner in Orsk, X,", "its head of data, X,": what follows the noun up to the comma is part of the role."""
    if b + 1 < len(words) and words[b].text == "," and words[b + 1].lower in tables.closed("joints"):
        return None  # the coroner in Orsk, Ada Berg and others: a list
    for k in range(h - 1, max(0, h - BEFORE), -1):
        if words[k].text in LIMITS or words[k].pos in ("VERB", "AUX", "PRON", "SCONJ"):
            return None
        if words[k].lower not in tables.closed("role_prepositions"):
            continue
        found = noun_ending(words, k - 1)
        if found is not None and noun_kind(found[0]) == "PERSON":
            start = leftmost(words, found[1])
            if not introduced(words, start) or words[k - 1].capital != words[found[1]].capital:
                return None
            return Role(found[0], "PERSON", start, h + 1, k - 1, tables.role_gender(found[0]))
    return None


def told_apart(words: Sequence[Word], h: int, b: int) -> Role | None:
    """ "The union that represents the guards, X, said": a relative clause between the noun and the comma."""
    if b + 1 >= len(words) or words[b].text != "," or words[b + 1].pos not in ("VERB", "AUX"):
        return None
    for k in range(h - 1, max(0, h - AFTER), -1):
        if words[k].text in LIMITS:
            return None
        if words[k].lower not in tables.closed("relative"):
            continue
        found = noun_ending(words, k - 1)
        kind = noun_kind(found[0]) if found else None
        if found is None or kind is None or words[k - 1].capital:
            return None
        start = leftmost(words, found[1])
        if not introduced(words, start):
            return None
        return Role(found[0], kind, start, h + 1, k - 1, tables.role_gender(found[0]))
    return None


def place_of(words: Sequence[Word], a: int) -> Role | None:
    """ "the town of X", "the island state of Y"."""
    if a < 2 or words[a - 1].lower != "of":
        return None
    kind = noun_kind(words[a - 2].lower)
    if kind not in ("GPE", "LOC"):
        return None
    return Role(words[a - 2].lower, kind, a - 2, a - 1, a - 2)


def closes(words: Sequence[Word], b: int) -> bool:
    """Whether an apposition can end at ``b``."""
    return b >= len(words) or words[b].text in LIMITS or words[b].lower in tables.closed("relative")


def introduced(words: Sequence[Word], start: int) -> bool:
    """Whether a description begins with a determiner or an owner, or begins the sentence."""
    return (
        start == 0
        or words[start - 1].lower in tables.closed("determiners")
        or any(w.possessive for w in words[start : start + 4])
    )


def leftmost(words: Sequence[Word], first: int) -> int:
    """Where the description begins whose role noun begins at ``first``: over adjectives, nouns and owners."""
    start = first
    while start > 0 and first - start < BEFORE:
        word = words[start - 1]
        if word.lower in tables.words("no_name") or (word.opens and not word.capital):
            break
        if word.possessive and start > 1 and words[start - 2].pos in ("PROPN", "NOUN"):
            start -= 1
            continue
        if not (word.pos in ("ADJ", "NOUN", "PROPN") or word.lower in tables.closed("verbal_modifiers")):
            break
        if (
            word.lower in tables.words("function_words")
            and not word.capital
            and word.lower not in tables.closed("role_modifiers")
        ):
            break
        start -= 1
    if (
        start > 1
        and words[start - 2].lower in tables.closed("determiners")
        and words[start - 1].pos == "VERB"
    ):
        start -= words[start - 1].lower.endswith(("ing", "ed"))  # "the returning officer"
    while start < first and words[start].possessive:
        start += 1
    return start


def role_after(words: Sequence[Word], b: int) -> Role | None:
    """The apposition after the name that ends at ``b``: ", the chief executive,", ", president of the bank,"."""
    if b + 1 >= len(words) or words[b].text not in (",", "(", "—", "–"):
        return None
    start = b + 1
    while start < len(words) and (
        words[start].lower in tables.closed("determiners") or words[start].pos == "DET"
    ):
        start += 1
    h = group_end(words, start)
    if h is None:
        return None
    found = noun_ending(words, h, start)
    if found is None:
        return None
    noun = found[0]
    kind = noun_kind(noun) or "PERSON"
    end = phrase_end(words, h + 1)
    if not (
        closes(words, end) or (words[end].lower in ("and", "or") and kind == "PERSON" and end - start > 1)
    ):
        return None
    if kind == "ORG" and start == b + 1:
        return None
    return Role(noun, kind, start, end, h, tables.role_gender(noun))


def group_end(words: Sequence[Word], start: int) -> int | None:
    """The last word of the noun group that begins at ``start``."""
    h = start
    while h < len(words) and h - start < BEFORE:
        word = words[h]
        if word.text in LIMITS or (word.pos in STOPS and not (word.possessive or participle(words, h))):
            break
        if word.lower in tables.closed("relative"):
            break
        h += 1
    return h - 1 if h > start else None


STOPS = frozenset(("ADP", "VERB", "AUX", "CCONJ", "PRON", "SCONJ", "ADV", "PART"))


def participle(words: Sequence[Word], h: int) -> bool:
    """ "a fishing village", "a retired teacher"."""
    verb = words[h].pos == "VERB" and words[h].lower.endswith(("ing", "ed"))
    return verb and h + 1 < len(words) and words[h + 1].pos in ("NOUN", "ADJ")


def phrase_end(words: Sequence[Word], h: int) -> int:
    """Where the prepositional phrase after a role noun ends."""
    if h >= len(words) or words[h].lower not in tables.closed("role_prepositions"):
        k = h  # "a village farther south": adverbs alone close it, too
        while k < len(words) and k - h < 3 and words[k].pos in ("ADV", "ADJ", "NUM"):
            k += 1
        return h if not closes(words, k) else k
    end = h
    while end < len(words) and end - h < AFTER:
        word = words[end]
        if word.text in LIMITS or word.lower in tables.closed("relative") or word.pos in ("VERB", "AUX"):
            break
        if (word.pos == "ADP" and word.lower not in tables.closed("role_prepositions")) or joins_person(
            words, end
        ):
            break
        end += 1
    return end


def joins_person(words: Sequence[Word], k: int) -> bool:
    """ "... of the bank and Jane Roe": the name after "and" is another's."""
    return words[k].lower == "and" and k + 1 < len(words) and words[k + 1].label == "PERSON"
