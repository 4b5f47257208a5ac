"""Who can act and who can be acted upon: persons, bodies, states and groups; no rigs, slicks or strategies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsledger.annotate.events import nouns, syntax
from newsledger.annotate.events.frames import lexicon, names_persons

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
THINGS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
)


def is_agent(token: Token) -> bool:
    """Whether a word names somebody who can do something."""
    if token.pos_ == "PRON" or (token.pos_ == "DET" and token.dep_ in syntax.SUBJECTS):
        return (
            token.lower_ in lexicon().classes["personal"]
            or token.lower_ == "it"
            or token.ent_type_ == "CARDINAL"
        )
    if token.ent_type_ in THINGS or _is_thing(token):
        return False
    if any(c.dep_ == "poss" and c.lower_ in lexicon().classes["private"] for c in token.children):
        return False
    if token.ent_type_ in ACTING or token.pos_ in ("PROPN", "NUM"):
        return True
    return token.pos_ in ("NOUN", "ADJ", "DET") and _is_group(token)


def _is_thing(token: Token) -> bool:
    """A name whose last word is a thing: "the Horizon rig"."""
    if token.lower_ in lexicon().classes["condition"] and any(c.lower_ == "of" for c in token.children):
        return True  # a state of emergency is no state
    return bool({token.lemma_.lower(), token.lower_} & lexicon().classes["artefact"])


def _is_group(token: Token) -> bool:
    return (
        names_persons(token.lemma_.lower()) or names_persons(token.lower_) or nouns.is_hyphened_person(token)
    )


def is_private(word: str) -> bool:
    """Whether a noun names persons who act for no state or body: "residents", but neither "officials" nor "troops"."""
    lex = lexicon()
    forms = {word, word.removesuffix("s"), word.removesuffix("es")}
    if forms & (
        lex.classes["official"]
        | lex.classes["diplomat"]
        | lex.classes["troops"]
        | lex.classes["acting-for"]
        | lex.bodies
    ):
        return False
    return bool(forms & (lex.persons | lex.classes["private-group"])) or any(map(names_persons, forms))


def is_party(token: Token) -> bool:
    """Whether something can be done to it: somebody, a place, or what is held, owned or aimed at."""
    classes = lexicon().classes
    if is_agent(token) or token.ent_type_ in ("LOC", "FAC"):
        return True
    word = token.lemma_.lower()
    return word in classes["place"] or word in classes["target"] or word in classes["arms"]


def kind_of(token: Token | None) -> str | None:
    """PERSON or ORG for a common noun that stands for somebody; None for names, pronouns and things."""
    if token is None or token.pos_ != "NOUN" or token.ent_type_ in ACTING or not is_agent(token):
        return None
    if token.lemma_.lower() in lexicon().classes["place"]:
        return None
    return "ORG" if token.lemma_.lower() in lexicon().bodies else "PERSON"
