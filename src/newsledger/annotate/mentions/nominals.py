"""People, bodies and groups that stand without a name: "the minister", "a senior US official", "the ministry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.roles import leftmost, noun_ending, noun_kind, singular
from newsledger.annotate.mentions.words import Word

if TYPE_CHECKING:
    import spacy.tokens

SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent", "csubj"))
TAIL = 10  # words of the phrase after the noun that belong to the mention


@dataclass(frozen=True, slots=True)
class Nominal:
    """A description at ``[start, end)`` of the article; ``modifiers`` are its words before the noun."""

    start: int
    end: int
    head: int  # offset of the noun
    noun: str
    kind: str
    plural: bool
    definite: bool
    owned: bool  # "its spokesman", "the mayor's spokesman"
    modifiers: frozenset[str]
    tail: frozenset[str]  # nouns of the phrase after it: "of the bank"
    states: frozenset[str]  # codes of the states among the modifiers and in the tail
    speaks: bool
    gender: str | None
    first: int  # word numbers of its description, determiner left out
    last: int


def find_nominals(words: Sequence[Word], taken: Sequence[bool], doc: spacy.tokens.Doc) -> Iterator[Nominal]:
    """The nominals of a sentence. ``taken`` marks the words of names."""
    for h, word in enumerate(words):
        if taken[h] or word.pos not in ("NOUN", "PROPN", "ADJ") or not is_head(words, taken, h):
            continue
        found = describe(words, h)
        if found is not None and not any(
            w.lower in tables.closed("speakers_own") for w in words[max(0, h - 4) : h]
        ):
            yield build(words, h, *found, doc)


def is_head(words: Sequence[Word], taken: Sequence[bool], h: int) -> bool:
    """Whether no noun follows that it would modify."""
    if h + 1 >= len(words):
        return True
    after = words[h + 1]
    return not (after.pos in ("NOUN", "PROPN") and not taken[h + 1]) or after.possessive


def describe(words: Sequence[Word], h: int) -> tuple[str, int, str, bool] | None:
    """Role noun, number of its first word, kind and plural of the noun phrase whose head is word ``h``."""
    roles = tables.roles()
    word = words[h].lower
    found = noun_ending(words, h)
    if (
        found is not None
        and noun_kind(found[0]) in ("PERSON", "ORG")
        and found[0] not in tables.closed("plural_bodies")
    ):
        if words[h].lower in tables.titles() and found[0] not in roles.person:
            return None
        return found[0], found[1], noun_kind(found[0]) or "OTHER", False
    stem = singular(word)
    if stem is not None or word in roles.group:
        kind = noun_kind(stem) if stem else None
        return (
            word,
            h,
            "PERSON" if kind == "PERSON" or (word in roles.group and kind != "ORG") else "ORG",
            True,
        )
    if word in roles.document:
        return word, h, "OTHER", False
    return None


def build(
    words: Sequence[Word], h: int, noun: str, first: int, kind: str, plural: bool, doc: spacy.tokens.Doc
) -> Nominal:
    left = leftmost(words, first)
    before = words[left - 1] if left > 0 else None
    begin = left
    while begin > 0 and is_determiner(words[begin - 1]):
        begin -= 1
        if words[begin].lower in tables.closed("determiners"):
            break
    begin = coordinated(words, begin) if plural else begin
    if plural and words[begin].lower == "that" and begin < left:
        begin += 1  # "said that officials ..."
    determiner = words[begin].lower if begin < left else ""
    inner = words[left:first]
    owned = any(w.possessive for w in inner) or determiner in tables.closed("owners")
    end = tail_end(words, h, doc)
    tail = [w for w in words[h + 1 :] if w.end <= end]
    return Nominal(
        start=words[begin].start,
        end=end,
        head=words[h].start,
        noun=noun,
        kind=kind,
        plural=plural,
        definite=owned or determiner == "the" or (before is None and not determiner),
        owned=owned,
        modifiers=frozenset(w.lower for w in inner if w.pos in ("NOUN", "PROPN", "ADJ") and not state_of(w)),
        tail=frozenset(w.lower for w in tail if w.pos in ("NOUN", "PROPN") and not state_of(w)),
        states=frozenset(code for w in [*inner, *tail] for code in [state_of(w)] if code),
        speaks=speaks(doc, words[h].last),
        gender=tables.role_gender(noun),
        first=left,
        last=h + 1,
    )


def coordinated(words: Sequence[Word], begin: int) -> int:
    """Where "U.S. and Ukrainian officials" begins: peoples that are joined before one noun are one group."""
    if not is_people(words[begin]):
        return begin
    start = begin
    while start > 1:
        joint = start - 1 if words[start - 1].lower in tables.closed("joints") else start
        joint = joint - 1 if joint > 1 and words[joint - 1].text == "," else joint
        if joint == start or not is_people(words[joint - 1]):
            break
        start = joint - 1
    left = leftmost(words, start) if start < begin else start
    return left - 1 if 0 < left < begin and words[left - 1].lower == "the" else left


def is_people(word: Word) -> bool:
    """An adjective of a people or region ("Ukrainian", "Western"), or a state's letters that stand for one ("U.S.")."""
    entry = tables.known_names().get(word.text)
    if entry is None:
        return False
    letters = word.text.replace(".", "")
    return entry.kind == "NORP" or (bool(entry.state) and len(letters) < 4 and letters.isupper())


def is_determiner(word: Word) -> bool:
    if word.lower in ("which", "what", "whose"):
        return False
    return word.lower in tables.closed("determiners") | tables.closed("indefinite") | tables.closed(
        "demonstratives"
    ) or word.pos in ("DET", "NUM")


def state_of(word: Word) -> str | None:
    """The state that an adjective or name among the modifiers belongs to."""
    return tables.state_of_name(word.text)


def tail_end(words: Sequence[Word], h: int, doc: spacy.tokens.Doc) -> int:
    """The end of the mention: the noun, and a short phrase with "of", "for", "at" or "from" that hangs on it."""
    k = h + 1
    if k + 1 < len(words) and words[k].lower in tables.words("tail_adjectives"):
        k += 1  # "a person familiar with the talks"
        if words[k].lower not in tables.closed("adjective_prepositions"):
            return words[h].end
    elif k >= len(words) or words[k].lower not in tables.closed("tail_prepositions"):
        return words[h].end
    token = doc[words[k].first]
    if token.head.i != words[k - 1].last:
        return words[h].end
    end = words[h].end
    limit = token.right_edge.i
    while k < len(words) and k - h <= TAIL and words[k].first <= limit:
        word = words[k]
        if (
            word.text in ',.;:()—–"“”'
            or word.pos in ("VERB", "AUX", "SCONJ")
            or word.lower in ("who", "which", "that")
        ):
            break
        if word.pos in ("NOUN", "PROPN", "NUM", "PRON"):
            end = word.end
        k += 1
    return end


def speaks(doc: spacy.tokens.Doc, i: int) -> bool:
    """Whether the noun at token ``i`` is the subject or agent of a verb of saying, or said to be the source."""
    token = doc[i]
    if token.dep_ == "conj":
        token = token.head
    if token.dep_ in SUBJECTS:
        verb = token.head
        if token.dep_ == "nsubjpass" and verb.lower_ not in tables.closed("told"):
            return False
    elif token.dep_ == "pobj" and token.head.lower_ in ("by", "to"):
        verb = token.head.head
        if token.head.lower_ == "to" and verb.lower_ != "according":
            return False
    else:
        return False
    if verb.lower_ in ("according",) or verb.lower_ in tables.words("say"):
        return True
    if verb.lower_ in tables.words("voice"):
        return True
    return any(child.dep_ == "ccomp" for child in verb.children)
