"""The parties that an event's own words leave open: from its purpose, its sides, or a second telling."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from newsledger.annotate.events import nouns, remote, roles, syntax
from newsledger.annotate.events.coded import Coded
from newsledger.annotate.events.frames import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_SOMEBODY = frozenset(
    {"ACCUSE", "SUPPORT", "REJECT", "PROTEST"}
)  # where a place is does not tell of whom they speak


def filled(kept: Coded, again: Coded) -> Coded:
    """What is told twice in one sentence, with the parties that only one of the two tellings names."""
    if again.governor.i != kept.governor.i and again.governor.head.i != kept.governor.i:
        return kept  # two clauses of one kind need not have the same parties
    place = kept.recipient is not None and kept.recipient.ent_type_ in ("GPE", "LOC", "FAC")
    better = kept.recipient is None or (kept.mode == "visit" and place)
    doer = again.actor if again.actor is not None and again.actor != kept.recipient else None
    return replace(
        kept,
        actor=kept.actor or doer,
        recipient=again.recipient if better and again.recipient is not None else kept.recipient,
    )


def without_self(coded: Coded) -> Coded:
    """Nobody is the recipient of his own deed: "blew himself up"."""
    itself = coded.recipient is not None and coded.recipient.lower_.endswith(("self", "selves"))
    return replace(coded, recipient=None) if itself else coded


def completed(coded: Coded) -> Coded:
    """With a recipient from the purpose, else the first name after the event in its clause."""
    coded = with_sides(with_purpose(coded))
    if coded.recipient is not None or coded.symmetric:
        return coded
    found = remote.named_after(coded.trigger, coded.governor, coded.actor)
    if found is not None and coded.type == "AGREE" and coded.act is None and found.head.lower_ == "in":
        return coded  # where something is of which they speak: "to buy an interest in the mine"
    if found is not None and coded.type in OF_SOMEBODY and remote.is_scene(found, coded.trigger):
        return coded
    return replace(coded, recipient=found) if found is not None else coded


def with_sides(coded: Coded) -> Coded:
    """Of "the ministers of Greece and Turkey", who met, Greece is one side and Turkey the other."""
    if not coded.symmetric or coded.recipient is not None or coded.actor is None:
        return coded
    actor, recipient = roles.sides(coded.actor)
    return replace(coded, actor=actor, recipient=recipient)


def with_purpose(coded: Coded) -> Coded:
    """A protest is directed at the one whose deed it protests: "staged a strike to protest the king's law"."""
    if coded.type != "PROTEST" or (
        coded.recipient is not None and coded.recipient.ent_type_ not in ("GPE", "LOC", "")
    ):
        return coded
    for holder in (coded.governor, coded.noun, syntax.direct_object(coded.governor)):
        for c in holder.children if holder is not None else ():
            if c.dep_ in ("advcl", "xcomp", "relcl", "acl", "prep") and c.i > coded.governor.i:
                found = _target(c, coded.actor)
                if found is not None:
                    return replace(coded, recipient=found)
    return coded


def _target(clause: Token, actor: Token | None) -> Token | None:
    """Whose deed: the owner or the name of what is protested, demanded, or called for."""
    if clause.dep_ == "prep" and clause.lower_ not in ("against", "over", "at"):
        matter = syntax.child(clause, "pobj")
        if matter is None or matter.lemma_.lower() not in lexicon().classes["stand"]:
            return None
    if syntax.child(clause, "mark") is not None:
        return None  # "because they", "as the troops"
    if _is_favour(clause):
        return None
    for token in islice(clause.subtree, syntax.WINDOW):
        if token.i <= clause.i or token == actor or token.ent_type_ in ("LOC", "FAC"):
            continue
        if token.ent_type_ in nouns.NAMES:
            return remote.whole(token)
        if token.dep_ != "compound" and token.lemma_.lower() in lexicon().classes["ruler"]:
            return token
    return None


def _is_favour(clause: Token) -> bool:
    """ "To call for the return of the king": for him, not against him."""
    wanted = syntax.child(clause, "dobj")
    wanted = wanted or next((t for p, t in syntax.prepositions(clause) if p == "for"), None)
    if wanted is None or wanted.lemma_.lower() not in lexicon().classes["favour"]:
        return False
    if wanted.lemma_.lower() in ("support", "solidarity"):
        return True
    return any(p == "of" and t.ent_type_ == "PERSON" for p, t in syntax.prepositions(wanted))
