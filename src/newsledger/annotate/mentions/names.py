"""Names in a sentence: runs of capitalised words cut into titles, territories and the names proper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.roles import Role, noun_ending, noun_kind
from newsledger.annotate.mentions.tables import Known
from newsledger.annotate.mentions.words import Word

LONGEST_PERSON = 5
FIRM_TITLES = frozenset(("state_head", "minister", "diplomat", "speaker", "politician", "police"))
NO_PERSON = frozenset(("ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"))


@dataclass(slots=True)
class Name:
    """A name at words ``[first, last)`` of its sentence, with the votes on its kind."""

    first: int
    last: int
    start: int
    end: int
    text: str
    known: Known | None = None
    titled: bool = False
    votes: dict[str, float] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    gender: str | None = None
    why: str = ""  # the rule that made it one with another form of the article's names

    def vote(self, kind: str, weight: float) -> None:
        self.votes[kind] = self.votes.get(kind, 0.0) + weight


def cut(words: Sequence[Word], i: int, j: int) -> Iterator[Name]:
    """Cut the run ``[i, j)`` into names; titles and what stands before them fall away or are names of their own."""
    bare = without_letters(words, i, j)
    for name in pieces(words, i, bare):
        if bare < j and name.last == bare:
            name.vote("PERSON", 4.0)
        yield name


def without_letters(words: Sequence[Word], i: int, j: int) -> int:
    """Where the run ends without the letters of an honour: "Jane Roe KC", "Mr Roe QC", but "Labour MP"."""
    end = j
    while end - i > 2 and is_letters(words[end - 1]):
        end -= 1
    return j if end < j and match(words, i, end)[0] == end else end


def is_letters(word: Word) -> bool:
    return word.lower in tables.words("post_nominals") and (word.text[1:2].isupper() or len(word.text) > 2)


def pieces(words: Sequence[Word], i: int, j: int) -> Iterator[Name]:
    p = i
    k, entry = match(words, i, j)
    if k < j and not (entry is not None and entry.kind == "ORG") and whole_body(words, i, j):
        yield make(words, i, j)
        return
    while p < j:
        k, entry = match(words, p, j)
        if entry is not None and (k == j or not absorbed(words, p, k, j, entry)):
            yield make(words, p, k, entry)
            p = k + 1 if k < j and not words[k].capital else k
            continue
        t = title_end(words, p, j)
        if t == p + 1 == j - 1 and words[p].lower in tables.words("given_too"):
            t = p  # "Dean Roe"
        if t > p:
            t = after_of(words, t, j) if t < j else t
            if t < j:
                yield from person(words, p, t, j)
            return
        if j - p == 1 and PARTY_SEAT.match(words[p].text):
            return
        inner = inner_body(words, p, j)
        if inner is not None:
            yield make(words, p, inner)
            p = inner
            continue
        yield make(words, p, j)
        return


PARTY_SEAT = re.compile(r"[A-Z]-[A-Z]")  # "R-Ohio"


def whole_body(words: Sequence[Word], p: int, j: int) -> bool:
    """Whether ``[p, j)`` is one "Association for X" or "Bank of Y", with no title behind it."""
    for q in range(p, j - 2):
        if words[q].lower in tables.words("org_of") and words[q + 1].lower in ("of", "for"):
            later = (noun_ending(words, h, q + 2) for h in range(q + 2, j - 1))
            return not any(found and noun_kind(found[0]) == "PERSON" for found in later)
    return False


def make(words: Sequence[Word], p: int, k: int, entry: Known | None = None) -> Name:
    start, end = words[p].start, words[k - 1].end
    text = " ".join(w.text for w in words[p:k])
    return Name(p, k, start, end, text, entry)


def person(words: Sequence[Word], p: int, t: int, j: int) -> Iterator[Name]:
    """The bearer of the title at ``[p, t)``; a title such as "Pope" stays with a name of one word."""
    k, entry = match(words, t, j)
    if entry is not None and k == j and entry.kind == "NORP":
        yield make(words, t, j, entry)  # "Fellow Republicans"
        return
    title = tables.titles().get(words[t - 1].lower)
    keep = title is not None and title.kept and j - t == 1
    name = make(words, t - 1 if keep else t, j)
    name.titled = True
    name.gender = title.gender if title else None
    yield name


def after_of(words: Sequence[Word], t: int, j: int) -> int:
    """ "Speaker of the House Jane Roe": where the name begins after a title that goes on with "of"."""
    if words[t].lower != "of":
        return t
    return next((g for g in range(t + 1, j) if given(words, g)), j)


def match(words: Sequence[Word], p: int, j: int) -> tuple[int, Known | None]:
    """The longest table entry at word ``p`` of the run that ends at ``j``."""
    for parts, entry in tables.known_by_first().get(words[p].text, ()):
        k = p + len(parts)
        if k <= j and all(words[p + n].text.replace("’", "'") == part for n, part in enumerate(parts)):
            return k, entry
    return p, None


def absorbed(words: Sequence[Word], p: int, k: int, j: int, entry: Known) -> bool:
    """Whether the territory at ``[p, k)`` is part of a longer name ("Russian Foreign Ministry", "Jordan Smith")."""
    if title_end(words, k, j) > k:
        return False
    last = words[j - 1].lower
    if ends_name(last) and not given(words, k):
        return True
    if not words[k].capital:
        return words[k].lower == "of" and last not in tables.known_names()
    if entry.kind == "NORP" or match(words, k, j)[1] is not None:
        return False
    if k - p == 1 and words[p].lower in tables.given_names() and j - k <= 2:
        return True
    if words[k - 1].label and words[k].label:
        return words[k - 1].label == words[k].label
    return entry.kind not in ("ORG",) and not given(words, k)


def given(words: Sequence[Word], k: int) -> bool:
    return words[k].lower in tables.given_names()


def ends_name(last: str) -> bool:
    return any(last in tables.words(lst) for lst in ("org_last", "place_last", "event_last", "other_last"))


def title_end(words: Sequence[Word], p: int, j: int) -> int:
    """The end of the title that begins the run at ``p``, ``p`` where there is none; ``j`` where no name follows."""
    end, t = p, p
    while t < j:
        if t > p and ((words[t].lower in tables.given_names() and end == t) or t - p > LONGEST_PERSON):
            break
        found = noun_ending(words, t, max(0, p - 2))
        if found and is_title(words, found[0], t, j) and not names_before(words, p, found[1]):
            end = t + 1
        t += 1
    if end == j and words[j - 1].lower not in tables.titles() and surname_like(words, p, j):
        return p
    if end < j and words[j - 1].lower in tables.words("org_last") and j - p > 2 and not given(words, end):
        return p
    return end


def surname_like(words: Sequence[Word], p: int, j: int) -> bool:
    """ "Stephen Cook": a role noun after a given name is a surname."""
    return j - p >= 2 and given(words, p)


def names_before(words: Sequence[Word], p: int, first: int) -> bool:
    return any(w.lower in tables.given_names() and w.lower not in tables.titles() for w in words[p:first])


def is_title(words: Sequence[Word], noun: str, t: int, j: int) -> bool:
    """Whether the role noun that ends at ``t`` is a title here, not the beginning of a body's name."""
    if words[t].lower in tables.titles():
        return True
    if noun_kind(noun) != "PERSON" or not words[t].capital:
        return False
    if "_" in noun and tables.roles().person[noun] == "military":
        return True  # "Rear Admiral": no body is so called
    if t + 1 >= j or given(words, t + 1) or (tables.roles().person[noun] in FIRM_TITLES and noun != "chief"):
        return True
    after = {w.label for w in words[t + 1 : j]}
    return "PERSON" in after or not after & NO_PERSON


def inner_body(words: Sequence[Word], p: int, j: int) -> int | None:
    """ "Trump White House": a known body of two words or more that ends the run begins a name of its own."""
    for q in range(p + 1, j - 1):
        k, entry = match(words, q, j)
        if entry is not None and k == j and k - q > 1 and entry.kind == "ORG":
            return q
    return None
