"""Who does it and to whom: a frame's slots filled from the parse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsledger.annotate.events import syntax
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
    ahead = subject.doc[subject.i + 1 : subject.i + 8]
    return subject.is_upper and len(subject) > 3 and any(t.text in ("--", "—") for t in ahead)


def behind(subject: Token) -> Token:
    """Who stands behind a subject that cannot act: the speaker of "it", the author of a declaration."""
    possessor = syntax.child(subject, "poss")
    if subject.lower_ in ("it", "they", "he", "she"):
        return speaker_of(subject, subject.head) or subject
    if possessor is not None and possessor.lower_ in ("its", "their"):
        return speaker_of(possessor, subject.head) or subject
    if syntax.is_entity(subject):
        return subject
    owner = possessor if possessor is not None and possessor.pos_ != "PRON" else syntax.name_before(subject)
    if owner is not None and syntax.is_entity(owner) and not _is_thing(subject):
        return owner
    issued = subject.dep_ in ("dobj", "pobj") and subject.lemma_.lower() in lexicon().classes["utterance"]
    if issued and (verb := syntax.climb(subject.head)) is not None and verb.i < subject.i:
        return syntax.grammatical_subject(verb) or subject  # "issued a letter urging them to leave"
    return subject


def _is_thing(noun: Token) -> bool:
    """What its owner does not act by: "her mother's house collapsed, killing two"."""
    classes = lexicon().classes
    word = noun.lemma_.lower()
    return word in classes["artefact"] or word in classes["building"]


def speaker_of(pronoun: Token, verb: Token) -> Token | None:
    """In "the army said it had", who "it" is: the subject of the verb of saying."""
    if verb.dep_ != "ccomp" or verb.head.i > verb.i:
        return None
    speaker = syntax.child(verb.head, "nsubj")
    if speaker is None or not syntax.is_entity(speaker) or speaker.pos_ == "PRON":
        return None
    personal = speaker.ent_type_ == "PERSON"
    return speaker if personal == (pronoun.lower_ in ("he", "she")) else None


def verb_recipient(frame: Frame, verb: Token, actor: Token | None) -> Token | None:
    """The one to whom it is done: the frame's slots, then the usual prepositions."""
    noun = syntax.direct_object(verb)
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


def partner(actor: Token) -> Token | None:
    """The other side of a reciprocal event with a coordinated subject."""
    both = syntax.conjuncts(actor)
    if len(both) > 1:
        return both[1]
    side = syntax.child(actor, "amod", "compound")
    inner = syntax.conjuncts(side) if side is not None else []
    return inner[1] if len(inner) > 1 else None


def _usual(verb: Token, noun: Token | None, type_: str, actor: Token | None) -> Token | None:
    found = list(syntax.prepositions(verb, noun, particle_token(verb)))
    for preposition in DEFAULT:
        if preposition in ("from", "of") and type_ in ("AID", "MOBILIZE"):
            continue  # from where, not to whom
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
        return syntax.grammatical_subject(verb)
    if slot == "obj":
        noun = noun if noun is not None else syntax.direct_object(verb)
        return somebody(noun) if noun is not None else None
    if slot == "obj.of":
        return syntax.owner(noun) if noun is not None else None
    if slot == "comp":
        return complement_subject(verb)
    preposition, _, inner = slot.partition(".")
    given = _given(verb) if slot == "to" else None
    if given is not None:
        return somebody(given)
    for p, token in syntax.prepositions(verb, noun, particle_token(verb)):
        if p == preposition:
            body = (syntax.owner(token) if inner else None) or somebody(token)
            if body is not None:
                return body
    return None


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
    """The token where it can act; else whose it is; places count."""
    if (
        syntax.is_entity(token)
        or meets(token, lexicon().classes["place"])
        or meets(token, lexicon().classes["target"])
    ):
        return token
    owner = syntax.owner(token)
    return owner if owner is not None and (syntax.is_entity(owner)) else None
