"""Whether words can be read as one statement: no credits, no lines that have run together."""

from __future__ import annotations

import functools
import re

from newsledger.annotate.mentions.roles import noun_kind, singular
from newsledger.annotate.quotations.lexicon import lexicon
from newsledger.assess.tables import table
from newsledger.assess.words import stopwords

CAPITAL = re.compile(r"\b([a-z]+) ([A-Z][a-z]+)(?= [a-z])")  # a capital word between two that have none
SHOUTED = 0.6  # share of capital letters from which a line is a heading


@functools.cache
def _credits() -> re.Pattern[str]:
    return re.compile("|".join(table("no_prose")["credits"]))


@functools.cache
def _modifier() -> re.Pattern[str]:
    """Where the words behind the head of a noun phrase begin."""
    return re.compile(rf" (?:{'|'.join(table('no_prose')['modifying'])})\b|,")


@functools.cache
def _run_on() -> re.Pattern[str]:
    """A word that opens a line, behind a word without a mark between; or a whole utterance in marks there."""
    opening, days = "|".join(table("no_prose")["opening"]), "|".join(table("no_prose")["days"])
    kinds = (
        rf"[\w’'] (?:{opening}) \w",
        rf"\w (?:{opening}) [A-Z]\w+ (?:says?|said)\b",
        rf"[a-z] [\"“](?:{opening}|The) ",
        r"[a-z] The \w+ (?:could|can|has|had|is|was|will|says?)\b",
        rf"[a-z][\"”] (?!{days})[A-Z][a-z]+ [a-z]",
    )
    return re.compile("|".join(kinds))


def _has_new_line(text: str) -> bool:
    """A noun for persons with a capital letter behind a word of another line: "asked to resign Police van slams"."""
    return any(
        before not in stopwords() and noun_kind(singular(noun.lower()) or noun.lower()) in ("PERSON", "ORG")
        for before, noun in CAPITAL.findall(text)
    )


@functools.lru_cache(maxsize=65536)
def is_statement(text: str) -> bool:
    """Whether a sentence or a report stands as one statement; a question states nothing."""
    if text.rstrip("\"”’' ").endswith("?"):
        return False
    if len(text.split()) > table("no_prose")["longest"] or _credits().search(text):
        return False
    letters = [c for c in text if c.isalpha()]
    shouted = sum(c.isupper() for c in letters) > SHOUTED * len(letters)
    return not (shouted and len(letters) > 12) and not _run_on().search(text) and not _has_new_line(text)


def names_somebody(words: str) -> bool:
    """Whether the words for a speaker who is no entity name a person, a body or a document: no "oil slick"."""
    head = _modifier().split(words.strip())[0].split()
    noun = head[-1].lower().removesuffix("'s").removesuffix("’s") if head else ""
    known = noun_kind(singular(noun) or noun) in ("PERSON", "ORG") or noun in lexicon().documents
    return known or noun[:1] == "" or head[-1][:1].isupper() or head[-1].endswith(("'s", "’s"))
