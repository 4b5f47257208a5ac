"""Who does it and to whom: a frame's slots filled from the parse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsledger.annotate.events import nouns, syntax
from newsledger.annotate.events.conditions import meets, particle_token
from newsledger.annotate.events.frames import Frame, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFAULT = ("against", "with", "on", "to", "at", "from", "of", "for", "into")
WHERE = ("in", "near", "at", "inside", "outside", "into", "around", "across", "to")
DONE_TO = frozenset({"COERCE", "ASSAULT", "AID", "RETREAT"})  # whoever is named as object suffers or gains
PLACED = frozenset(
    {"PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "CONCEDE", "THREATEN", "SANCTION"}
)


def needs_object(frame: Frame, verb: Token) -> bool:
    """Whether a frame that acts upon an object finds neither that nor another of its recipients."""
    if not frame.recipients or not frame.recipients[0].startswith("obj") or frame.symmetric or frame.actors:
        return False
    if any(slot not in ("obj", "subj") for slot, _ in frame.conditions):
        return False  # "asked for a pause"
    if syntax.direct_object(verb) is not None:
        return False
    return all(fill(slot, verb, None) is None for slot in frame.recipients[1:])


def verb_actor(frame: Frame | None, verb: Token) -> Token | None:
    """The one who does what the verb says."""
    for slot in frame.actors if frame else ():
        found = fill(slot, verb, None)
        if found is not None:
            return found
        if slot == "nobody":
            return None
    if syntax.is_passive(verb):
        return syntax.agent(verb)
    subject = syntax.grammatical_subject(verb)
    if subject is None or (verb.tag_ == "VBZ" and subject.tag_ in ("NNS", "NNPS") and verb.dep_ == "conj"):
        return None  # a singular verb has no plural subject, whatever the parse says
    if _is_dateline(subject):
        return None
    return behind(subject)


def _is_dateline(subject: Token) -> bool:
    """ "LIMA (AP) -- Officials": where a report was written, which the parse takes for who acts."""
    first = subject.left_edge
    ahead = subject.doc[first.i + 1 : max(first.i, subject.i) + 8]
    return first.is_upper and len(first) > 3 and any(t.text in ("--", "—", "|") for t in ahead)


def behind(subject: Token) -> Token:
    """Who stands behind a subject that cannot act: the speaker of "it", the author of a declaration."""
    possessor = syntax.child(subject, "poss")
    if subject.lower_ in ("it", "they", "he", "she"):
        return nouns.speaker_of(subject, subject.head) or subject
    if possessor is not None and possessor.lower_ in ("its", "their"):
        return nouns.speaker_of(possessor, subject.head) or subject
    if nouns.is_entity(subject):
        return subject
    owner = possessor if possessor is not None and possessor.pos_ != "PRON" else nouns.name_before(subject)
    if owner is not None and nouns.is_entity(owner) and not _is_thing(subject):
        return owner
    issued = subject.dep_ in ("dobj", "pobj") and subject.lemma_.lower() in lexicon().classes["utterance"]
    if issued and (verb := syntax.climb(subject.head)) is not None and verb.i < subject.i:
        return syntax.grammatical_subject(verb) or subject  # "issued a letter urging them to leave"
    return subject


def _is_thing(noun: Token) -> bool:
    """What its owner does not act by: "her mother's house collapsed, killing two", "Tokyo shares retreated"."""
    classes = lexicon().classes
    word = noun.lemma_.lower()
    return any(word in classes[name] for name in ("artefact", "building", "ware"))


def verb_recipient(frame: Frame, verb: Token, actor: Token | None) -> Token | None:
    """The one to whom it is done: the frame's slots, then the usual prepositions."""
    noun = syntax.direct_object(verb)
    if noun is not None and is_each_other(noun) and actor is not None:
        return partner(actor)  # "blamed each other"
    if syntax.is_passive(verb) and syntax.child(verb, "dobj") is not None and noun is not None:
        return somebody(noun)  # "was refused a visa"
    if frame.mode == "abduct" and noun is not None and (taken := _taken(noun)) is not None:
        return taken
    for slot in frame.recipients:
        found = fill(slot, verb, noun)
        if found is not None and found != actor:
            return found
    if frame.symmetric and actor is not None:
        return partner(actor)
    if frame.type in DONE_TO and noun is not None and noun != actor and frame.recipients[:1] == ("obj",):
        return noun if noun.pos_ in ("NOUN", "PROPN") else None
    given = any(slot == "obj" for slot, _ in frame.conditions) and "obj" not in frame.recipients
    return _usual(verb, None if given else noun, frame.type, actor)


def is_each_other(noun: Token) -> bool:
    """ "Each other", "one another"."""
    return noun.lower_ in ("other", "another") and any(c.lower_ in ("each", "one") for c in noun.children)


def _taken(hostage: Token) -> Token | None:
    """In "took two nuns hostage" the nuns, which the parse has as a part of the noun."""
    before = hostage.nbor(-1) if hostage.i > hostage.sent.start else None
    if before is None or before.head.i != hostage.i or before.dep_ != "compound" or not _is_captive(hostage):
        return None
    return before


def _is_captive(noun: Token) -> bool:
    """Hostage, prisoner, captive: what somebody is taken."""
    return noun.lemma_.lower() in lexicon().classes["taken"]


def sides(actor: Token) -> tuple[Token, Token | None]:
    """Both sides of a reciprocal event with a coordinated subject, or "the ministers of Greece and Turkey"."""
    other = partner(actor)
    if other is None and actor.tag_ in ("NNS", "NNPS"):
        for p, token in syntax.prepositions(actor):
            both = nouns.conjuncts(token)
            if p in ("of", "from") and len(both) > 1 and all(nouns.is_entity(t) for t in both):
                return both[0], both[1]
    return actor, other


def partner(actor: Token) -> Token | None:
    """The other side of a reciprocal event with a coordinated subject."""
    both = nouns.conjuncts(actor)
    if len(both) > 1:
        return both[1]
    side = syntax.child(actor, "amod", "compound")
    inner = nouns.conjuncts(side) if side is not None else []
    return inner[1] if len(inner) > 1 else None


def _usual(verb: Token, noun: Token | None, type_: str, actor: Token | None) -> Token | None:
    found = list(syntax.prepositions(verb, noun, particle_token(verb)))
    for preposition in DEFAULT:
        if preposition in ("from", "of") and type_ in ("AID", "MOBILIZE"):
            continue  # from where, not to whom
        if preposition == "to" and type_ == "RETREAT":
            continue  # where to, not from whom
        for p, token in found:
            if p == preposition and token != actor and (body := somebody(token)) is not None:
                return body
    own = type_ == "MOBILIZE"  # its object is the actor's own
    if noun is not None and noun != actor and not own and (body := somebody(noun)) is not None:
        return body
    return place_in(found, verb.i) if type_ in PLACED else None


def place_in(found: Iterable[tuple[str, Token]], after: int = 0) -> Token | None:
    """A place named with a preposition of place, behind the given token."""
    for p, token in found:
        if (
            p in WHERE
            and token.i >= after
            and (token.ent_type_ in ("GPE", "LOC", "FAC") or meets(token, lexicon().classes["place"]))
        ):
            return token
    return None


def fill(slot: str, verb: Token, noun: Token | None) -> Token | None:
    """What stands in a slot, if it is somebody."""
    if slot == "subj":
        by = syntax.agent(verb) if syntax.is_passive(verb) else None
        return by or syntax.grammatical_subject(verb)
    if slot == "obj":
        if noun is not None and _is_sum(noun) and (paid := _given(verb)) is not None:
            return somebody(paid)  # "fined the company two million"
        noun = noun if noun is not None else syntax.direct_object(verb)
        return somebody(noun) if noun is not None else None
    if slot == "obj.of":
        return _whose(noun) if noun is not None else None
    if slot == "comp":
        return complement_subject(verb)
    preposition, _, inner = slot.partition(".")
    given = _given(verb) if slot == "to" else None
    if given is not None:
        return somebody(given)
    for p, token in syntax.prepositions(verb, noun, particle_token(verb)):
        if p == preposition:
            body = (owning(token) if inner else None) or somebody(token)
            if body is not None:
                return body
    return None


def owning(noun: Token) -> Token | None:
    """Whose a matter is; a person or body is nobody's: "an inquiry into makers of turbines"."""
    owner = nouns.owner(noun)
    if owner is not None and owner.i < noun.i and owner.dep_ == "compound" and _is_aid(noun):
        return None  # "appealed for Haiti aid": it is for Haiti, and asked of others
    if owner is None or (nouns.is_entity(noun) and not nouns.is_entity(owner)):
        return None
    return owner


def _whose(noun: Token) -> Token | None:
    """Whose a matter is; the Peruvian government is a party itself, and its adjective none."""
    owner = owning(noun)
    qualified = owner is not None and owner.dep_ == "amod" and nouns.is_entity(noun)
    return noun if qualified else owner


def _is_aid(noun: Token) -> bool:
    return any(frame.type == "AID" for frame in lexicon().nouns.get(noun.lemma_.lower(), ()))


def _is_sum(noun: Token) -> bool:
    """An amount of money."""
    return noun.ent_type_ == "MONEY" or noun.lemma_.lower() in lexicon().classes["money"]


def _given(verb: Token) -> Token | None:
    """The indirect object without "to": the first of two objects."""
    objects = [c for c in verb.children if c.dep_ in ("dative", "dobj") and c.pos_ != "ADP"]
    if len(objects) > 1 or (objects and objects[0].dep_ == "dative"):
        return syntax.antecedent(objects[0])
    return None


def complement_subject(verb: Token) -> Token | None:
    """Who should act, in "demanded that Ruritania withdraw"."""
    clause = syntax.child(verb, "ccomp", "xcomp")
    if clause is None:
        return None
    own = syntax.child(clause, *syntax.SUBJECTS)
    if own is None:
        return syntax.child(verb, "dobj", "dative")
    return somebody(own) or own


def somebody(token: Token) -> Token | None:
    """The token where it can act; else whose it is; places count; a border is the neighbour's."""
    if token.lemma_.lower() in lexicon().classes["shared"]:
        beyond = next((t for p, t in syntax.prepositions(token) if p == "with"), None)
        if beyond is not None and nouns.is_entity(beyond):
            return beyond
    if (
        nouns.is_entity(token)
        or meets(token, lexicon().classes["place"])
        or meets(token, lexicon().classes["target"])
    ):
        return token
    owner = nouns.owner(token)
    return owner if owner is not None and (nouns.is_entity(owner)) else None
