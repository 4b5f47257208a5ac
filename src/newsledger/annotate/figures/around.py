"""Whose figure it is, where, when, and who vouches for it: spans around a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundTime, Span
from newsledger.annotate.figures.skip import Times
from newsledger.annotate.figures.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OWNERS = frozenset(("GPE", "NORP", "ORG", "FAC", "LOC", "PERSON"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
PLACE_PREPOSITIONS = frozenset(
    (
        "in",
        "at",
        "to",
        "near",
        "on",
        "across",
        "around",
        "along",
        "from",
        "off",
        "outside",
        "of",
        "into",
        "for",
    )
)
CLOSERS = frozenset(("and", "but", "on", "in", "while", "adding", "after"))
CLIMB = 6  # steps up the parse


def find_owner(doc: Doc, head: int, first: int, floor: int, limit: int) -> Span | None:
    """Whose: a modifier ("Ukrainian troops"), an owner ("Russia's"), the subject of the verb, a name near by."""
    for i in range(head, first - 1, -1):
        if doc[i].ent_type_ in OWNERS and i != head:
            return _entity(doc, i)
    for i in range(
        first - 1, max(floor - 1, first - 5), -1
    ):  # "Ukrainian soldiers: 40", "number of Russian troops ... 40"
        if doc[i].text == "'s" and i > floor:
            return _phrase(doc, doc[i - 1])
    subject = _subject(doc[head], floor, limit)
    if subject is not None and subject.i < first:
        return _state_of(doc, subject) or _phrase(doc, subject)
    return None


def _state_of(doc: Doc, body: Token) -> Span | None:
    """``the Norwegian government``: the state stands for its government and its army."""
    if body.lemma_.lower() not in words("state_bodies"):
        return None
    owner = next((c for c in body.children if c.ent_type_ in ("NORP", "GPE")), None)
    return _entity(doc, owner.i) if owner is not None else None


def find_share_of(doc: Doc, end: int, limit: int) -> Span | None:
    """``40 percent of the crews``: the whole that a share is of."""
    if end + 1 < limit and doc[end].lower_ == "of":
        for child in doc[end].children:
            if child.dep_ == "pobj":
                return _phrase(doc, child)
    return None


def find_named_near(doc: Doc, start: int, limit: int) -> Span | None:
    """The first owner named right behind: ``100,000 troops along Russia's border with Ukraine``."""
    for i in range(start, min(start + 4, limit)):
        if (
            doc[i].ent_type_ in ("GPE", "NORP")
            and i + 1 < limit
            and any(t.text in ("'s", "’s") for t in doc[i + 1 : i + 3])
        ):
            return _entity(doc, i)
        if doc[i].text in ",;.":
            return None
    return None


def find_owner_before(doc: Doc, first: int, floor: int) -> Span | None:
    """The last nationality before a bare count: ``the number of Ukrainian troops ... 125,000 personnel``."""
    for i in range(first - 1, max(floor - 1, first - 16), -1):
        if doc[i].ent_type_ in ("NORP", "GPE") and i + 1 < first and doc[i + 1].pos_ in ("NOUN", "PART"):
            return _entity(doc, i)
    return None


def _subject(token: Token, floor: int, limit: int) -> Token | None:
    """The subject of the nearest verb above that has one, skipping those that vouch."""
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            found = next((c for c in token.children if c.dep_ == "nsubj"), None)
            if found is not None:
                silent = (
                    _vouches(token) or found.pos_ == "PRON" or found.lemma_.lower() in words("quantity_nouns")
                )
                return None if silent else found
            agent = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
            if agent is not None:
                return None
        if token.dep_ == "pcomp" and token.head.dep_ == "prep":  # "accused Kiev of massing troops"
            return next((c for c in token.head.head.children if c.dep_ == "dobj"), None)
        if token.head.i == token.i or not floor <= token.head.i < limit:
            return None
        token = token.head
    return None


def find_claimant(doc: Doc, number: int, first: int, floor: int, limit: int) -> Span | None:
    """Who vouches: "according to the army", or the subject of a verb that governs the number."""
    return (
        _according(doc, first, floor, limit)
        or _parenthesis(doc, number, limit)
        or _vouching_subject(doc, doc[number], floor, limit)
        or _gapped(doc, first, floor)
    )


def _parenthesis(doc: Doc, number: int, limit: int) -> Span | None:
    """``40 houses fell, the army says, and ...``: a vouching verb shut in by commas."""
    comma = next((i for i in range(number + 1, limit) if doc[i].text in ",;"), None)
    while comma is not None and doc[comma].text == ",":
        verb = next(
            (i for i in range(comma + 2, min(comma + 9, limit)) if _vouches(doc[i]) or _as_noun(doc, i)), None
        )
        nearest = next((i for i in range(comma + 1, limit) if doc[i].text in ",;"), None)
        closed = verb is not None and (
            verb + 1 >= limit or doc[verb + 1].is_punct or doc[verb + 1].lower_ in CLOSERS
        )
        if verb is not None and closed and (nearest is None or verb < nearest):
            subject = next((c for c in doc[verb].children if c.dep_ == "nsubj" and c.i > comma), None)
            if subject is None and doc[verb - 1].pos_ in ("NOUN", "PROPN"):
                return Span(doc[comma + 1].idx, doc[verb - 1].idx + len(doc[verb - 1]))
            return _speaker(doc, subject) if subject is not None else None
        comma = nearest
    return None


def _as_noun(doc: Doc, i: int) -> bool:
    """``the harbour office estimates``: a verb that the parser takes for a plural."""
    token = doc[i]
    return (
        token.tag_ == "NNS"
        and token.lemma_.lower() in words("vouching")
        and doc[i - 1].pos_ in ("NOUN", "PROPN")
    )


def _gapped(doc: Doc, first: int, floor: int) -> Span | None:
    """``The ministry speaks of 40 killed; the army, of 50``: the verb is left out."""
    if first - 2 <= floor or doc[first - 1].lower_ != "of" or doc[first - 2].text != ",":
        return None
    left = next((i for i in range(first - 3, floor - 1, -1) if doc[i].text in ";,."), None)
    if left is None or doc[first - 3].pos_ not in ("NOUN", "PROPN"):
        return None
    return Span(doc[left + 1].idx, doc[first - 3].idx + len(doc[first - 3]))


def _according(doc: Doc, first: int, floor: int, limit: int) -> Span | None:
    for i in range(floor, limit - 2):
        if doc[i].lower_ == "according" and doc[i + 1].lower_ == "to":
            if any(t.text == ";" or t.lower_ in ("while", "but") for t in doc[min(i, first) : max(i, first)]):
                continue
            named = next((c for c in doc[i + 1].children if c.dep_ == "pobj"), None)
            if named is None:
                named = next((t for t in doc[i + 2 : limit] if t.pos_ in ("NOUN", "PROPN")), None)
            return _phrase(doc, named) if named is not None else None
    return None


def _vouching_subject(doc: Doc, token: Token, floor: int, limit: int) -> Span | None:
    """Climb from the number to the first vouching verb with a subject of its own."""
    number = token.i
    for _ in range(CLIMB):
        if any(t.text == ";" for t in doc[min(number, token.i) : max(number, token.i)]):
            return None
        if _vouches(token):
            subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
            if subject is None and token.dep_ == "conj":
                subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            subject = subject or _fronted(doc, token, floor)
            if subject is not None:
                return _speaker(doc, subject)
        holder = _list_owner(token)
        if holder is not None:
            return _phrase(doc, holder)
        if token.head.i == token.i or not floor <= token.head.i < limit:
            return None
        token = token.head
    return None


def _fronted(doc: Doc, verb: Token, floor: int) -> Token | None:
    """``Ann Lee, head of the bank, which had met, said``: what the first comma ends, where the parse lost it."""
    if verb.i - 1 <= floor or doc[verb.i - 1].text != ",":
        return None
    comma = next((i for i in range(floor + 1, verb.i - 1) if doc[i].text == ","), None)
    if comma is None:
        return None
    root = doc[floor:comma].root
    return root if root.pos_ in ("NOUN", "PROPN") else None


def _vouches(verb: Token) -> bool:
    """A vouching verb; a war that "claims lives" vouches for nothing."""
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() not in words("vouching"):
        return False
    return not any(c.dep_ == "dobj" and c.lemma_.lower() in ("life", "victim") for c in verb.children)


def _speaker(doc: Doc, subject: Token) -> Span | None:
    """The subject, or the owner of a list or figure that speaks; None for relatives and for "its teams"."""
    if subject.lower_ in ("which", "that", "who"):
        noun = subject.head.head  # the relative clause hangs on what it describes
        return _phrase(doc, noun) if noun.pos_ in ("NOUN", "PROPN") else None
    if any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in subject.children):
        return None
    if subject.lower_ == "they":
        return _plural_before(doc, subject)
    if subject.lemma_.lower() in words("quantity_nouns") or subject.lower_ in (
        "it",
        "correction",
        "that",
        "this",
    ):
        return None
    return _phrase(doc, subject)


def _plural_before(doc: Doc, pronoun: Token) -> Span | None:
    """``Officials have voiced concern about what they say is ...``: the plural subject above."""
    verb = pronoun.head
    for _ in range(CLIMB):
        if verb.head.i == verb.i:
            break
        verb = verb.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < pronoun.i), None)
        if subject is not None and subject.tag_ in ("NNS", "NNPS"):
            return _phrase(doc, subject)
    return _phrase(doc, pronoun)


def _list_owner(verb: Token) -> Token | None:
    """``The ministry's own list of missing people holds 286 names``: the list's owner vouches."""
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.lower_ in ("which", "that"):
        subject = verb.head
    if subject is None or subject.lemma_.lower() not in words("quantity_nouns"):
        return None
    owner = next((c for c in subject.children if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN")), None)
    if owner is None:
        owner = _of_owner(subject)
    return owner


def _of_owner(noun: Token) -> Token | None:
    """``The list of missing persons of the ministry itself``: the last body named with "of"."""
    doc = noun.doc
    for i in range(min(noun.i + 10, len(doc) - 1), noun.i, -1):
        if doc[i].lower_ == "of" and i > noun.i + 1:
            named = next((c for c in doc[i].children if c.dep_ == "pobj"), None)
            if named is not None and named.tag_ in ("NN", "NNP"):
                return named
    return None


def find_place(doc: Doc, start: int, limit: int, floor: int, first: int) -> Span | None:
    """The nearest place name with its preposition behind the number, else before it, in the same clause."""
    for i in range(start, min(start + 14, limit)):
        if doc[i].text == ";":
            break
        if doc[i].ent_type_ in PLACES and doc[i].ent_iob_ == "B" and _is_located(doc, i, floor):
            return _entity(doc, i)
    for i in range(first - 1, floor - 1, -1):
        if doc[i].text == ";" or _vouches(doc[i]):
            break  # where it was said is not where it happened
        if doc[i].ent_type_ in PLACES and doc[i].ent_iob_ == "B" and _is_located(doc, i, floor):
            return _entity(doc, i)
    return None


def _is_located(doc: Doc, i: int, floor: int) -> bool:
    return any(t.lower_ in PLACE_PREPOSITIONS for t in doc[max(floor, i - 4) : i])


def find_time(times: Times, doc: Doc, first: int, floor: int, limit: int) -> Span | None:
    """The nearest date in the sentence, not across a semicolon."""
    at = doc[first].idx
    start = next((doc[i].idx for i in range(first, floor, -1) if _parts_clauses(doc, i)), doc[floor].idx)
    end = next((doc[i].idx for i in range(first, limit) if _parts_clauses(doc, i)), doc[limit - 1].idx + 1)
    dated = [t for t in times.within(start, end) if t.timex_type in ("DATE", "TIME")]
    if not dated:  # "Norland in 2005 - six fell, and nine were hurt": the sentence opens with the time
        dated = [t for t in times.within(doc[floor].idx, at) if t.timex_type in ("DATE", "TIME")]
    if not dated:
        return None
    best: FoundTime = min(dated, key=lambda t: (abs(t.start - at), t.start))
    return Span(best.start, best.end)


def _parts_clauses(doc: Doc, i: int) -> bool:
    """A semicolon, or a comma with a conjunction that opens a clause with its own subject."""
    if doc[i].text == ";" or doc[i].lower_ == "while":
        return True
    return (
        doc[i].text == ","
        and i + 1 < len(doc)
        and doc[i + 1].lower_ in ("and", "but")
        and doc[i].head.pos_ in ("VERB", "AUX")
    )


def _entity(doc: Doc, i: int) -> Span:
    """The whole named entity around a token."""
    first, last = i, i
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    while last > first and doc[last].text in ("'s", "’s", "the"):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _phrase(doc: Doc, head: Token) -> Span:
    """A noun phrase from its leftmost modifier to its head."""
    first = head
    for child in head.children:
        if child.i < first.i and child.dep_ in ("det", "amod", "compound", "poss", "nmod", "nummod"):
            first = child if child.dep_ != "poss" else doc[child.left_edge.i]
    return Span(first.idx, head.idx + len(head))
