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

# Where these are does not tell against whom: a march in a town, a call in a speech there.
ELSEWHERE = frozenset({"ACCUSE", "SUPPORT", "REJECT", "PROTEST", "REQUEST", "AGREE", "CONCEDE"})


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
    if coded.recipient is not None or coded.symmetric or _for_own_act(coded):
        return coded
    found = remote.named_after(coded.trigger, coded.governor, coded.actor)
    cause = syntax.agent(coded.governor) if coded.noun is not None else None
    if found is not None and cause is not None and (cause == found or cause.is_ancestor(found)):
        return coded  # "protests inspired by Peru's revolt"
    if found is not None and coded.type == "AGREE" and coded.act is None and found.head.lower_ == "in":
        return coded  # where something is of which they speak: "to buy an interest in the mine"
    if found is not None and coded.type in ELSEWHERE and remote.is_scene(found):
        return coded
    return replace(coded, recipient=found) if found is not None else coded


def _for_own_act(coded: Coded) -> bool:
    """ "Asked for funds to deploy soldiers": those whom the asker deploys are not asked."""
    return coded.type == "REQUEST" and coded.act in ("MOBILIZE", "AID")


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
    if syntax.child(clause, "mark") is not None or not _is_purpose(clause):
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


def _is_purpose(clause: Token) -> bool:
    """Whether a clause can tell what is protested: not "protests inspired by Peru's revolt"."""
    if clause.dep_ == "acl":
        return clause.tag_ != "VBN"
    return clause.dep_ != "advcl" or clause.tag_ == "VBG" or any(c.tag_ == "TO" for c in clause.children)


def _is_favour(clause: Token) -> bool:
    """ "To call for the return of the king": for him, not against him."""
    wanted = syntax.child(clause, "dobj")
    wanted = wanted or next((t for p, t in syntax.prepositions(clause) if p == "for"), None)
    if wanted is None or wanted.lemma_.lower() not in lexicon().classes["favour"]:
        return False
    if wanted.lemma_.lower() in ("support", "solidarity"):
        return True
    return any(p == "of" and t.ent_type_ == "PERSON" for p, t in syntax.prepositions(wanted))
