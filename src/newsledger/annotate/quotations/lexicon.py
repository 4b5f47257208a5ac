"""The cue lexicon, read from data."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Lemmas by frame; see the comments of ``data/quotations/cues.toml``."""

    clause: frozenset[str]
    marked: frozenset[str]
    opinion: frozenset[str]
    finding: frozenset[str]
    infinitive: frozenset[str]
    object: frozenset[str]
    judging: frozenset[str]
    naming: frozenset[str]
    addressing: frozenset[str]
    preposition: dict[str, frozenset[str]]
    idioms: dict[str, frozenset[str]]
    nouns: frozenset[str]
    light: frozenset[str]
    accounts: dict[str, frozenset[str]]  # preposition to the nouns that make an attribution with it
    circumstances: frozenset[str]
    documents: frozenset[str]
    issued: str  # patterns of where a document, {noun}, is first told of: at words of saying, or as an object
    issuing: str
    denies: frozenset[str]
    questions: frozenset[str]
    dismisses: frozenset[str]  # verbs that deny where their object is one of the statements
    statements: frozenset[str]
    refuses: frozenset[str]  # verbs whose infinitive is not done: declined to say
    relays: frozenset[str]
    closed: dict[str, frozenset[str]]  # closed classes of words that the frames lean on

    @functools.cached_property
    def account_nouns(self) -> frozenset[str]:
        """Every noun of ``accounts``."""
        return frozenset().union(*self.accounts.values())

    @functools.cached_property
    def reporting(self) -> frozenset[str]:
        """The verbs whose clause is what somebody said."""
        return self.clause | self.infinitive

    @functools.cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb of the lexicon."""
        return (
            self.reporting
            | self.finding
            | self.marked
            | self.opinion
            | self.object
            | self.judging
            | self.naming
        )

    def introduces(self, lemma: str) -> bool:
        """Whether a verb may introduce words in marks."""
        return lemma in self.clause or lemma in self.marked or lemma in self.infinitive

    def stance(self, lemma: str, *, negated: bool = False) -> str:
        """What a cue does to its content: affirms, denies or questions it. A negated cue leaves it open."""
        if negated:
            return "questions"
        if lemma in self.denies:
            return "denies"
        return "questions" if lemma in self.questions else "affirms"


@functools.lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of cues."""
    table = _read("cues.toml")
    return Lexicon(
        **{
            name: frozenset(table[name])
            for name in (
                "clause",
                "marked",
                "opinion",
                "finding",
                "infinitive",
                "object",
                "judging",
                "naming",
                "addressing",
            )
        },
        preposition={verb: frozenset(words) for verb, words in table["preposition"].items()},
        idioms={verb: frozenset(words) for verb, words in table["idioms"].items()},
        nouns=frozenset(table["nouns"]["clause"]),
        light=frozenset(table["nouns"]["light"]),
        accounts={word: frozenset(nouns) for word, nouns in table["accounts"].items()},
        circumstances=frozenset(table["occasion"]["words"]),
        documents=frozenset(table["documents"]["nouns"]),
        issued=table["documents"]["issued"],
        issuing=table["documents"]["issuing"],
        denies=frozenset(table["stance"]["denies"]),
        questions=frozenset(table["stance"]["questions"]),
        dismisses=frozenset(table["stance"]["dismisses"]),
        statements=frozenset(table["stance"]["statements"]),
        refuses=frozenset(table["stance"]["refuses"]),
        relays=frozenset(table["relays"]["verbs"]),
        closed={name: frozenset(words) for name, words in table["closed"].items()},
    )


def _read(name: str) -> dict[str, Any]:
    path = resources.files("newsledger") / "data" / "quotations" / name
    return tomllib.loads(path.read_text(encoding="utf-8"))
