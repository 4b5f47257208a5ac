"""The frames of verbs and nouns, and the word lists beside them, as the data files give them."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

SHORTEST = 6  # letters of a noun whose ending tells that it is for persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What one verb or noun may stand for, under which conditions, and where its participants stand."""

    lemma: str
    particle: str | None
    type: str
    mode: str | None
    recipients: tuple[str, ...] = ()  # slots, best first: obj, obj.of, comp, or a preposition
    actors: tuple[str, ...] = ()
    conditions: tuple[tuple[str, frozenset[str]], ...] = ()  # slot, lemmas allowed there
    infinitive: bool = False
    clause: bool = False
    no_object: bool = False
    symmetric: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What the data files of events hold, ready for look-up; words are lemmas in lower case."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    classes: Mapping[str, frozenset[str]]
    light: Mapping[str, str]  # verb, with its particle after a hyphen -> what it does to an event noun
    embedding: Mapping[str, str]
    status: Mapping[str, frozenset[str]]
    known: frozenset[str]  # every verb that a file names
    agents: frozenset[str] = frozenset()  # nouns for persons, bodies and groups
    persons: frozenset[str] = frozenset()  # nouns for one person
    bodies: frozenset[str] = frozenset()  # nouns for one body


def lines(name: str) -> Iterator[str]:
    """The lines of a data file without comments."""
    text = files("newsledger.data.events").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if bare := line.partition("#")[0].strip():
            yield bare


def word_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Files of the form ``class: word word ...``."""
    return {key.strip(): tuple(words.split()) for key, _, words in (li.partition(":") for li in lines(name))}


@functools.lru_cache(maxsize=20_000)
def names_persons(word: str) -> bool:
    """Whether a noun, in lower case, is for persons, bodies or groups: known, or by how it ends ("schoolgirl")."""
    known = lexicon()
    if word in known.agents:
        return True
    if len(word) < SHORTEST or word.endswith(tuple(known.classes["no-agent-ending"])):
        return False
    return word.endswith(tuple(known.classes["agent-ending"]))


@functools.lru_cache(maxsize=8)
def undoing(*classes: str) -> tuple[str, ...]:
    """Of ``calling_off.txt``: the beginnings of verbs that end a plan (ends) or move it (moves), or prepositions."""
    words = word_lists("calling_off.txt")
    return tuple(word for name in classes for word in words[name])


@functools.lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Everything, read once a process."""
    classes = _classes()
    verbs: dict[str, tuple[Frame, ...]] = {}
    for frame in _frames("verbs.txt", classes):
        verbs[frame.lemma] = (*verbs.get(frame.lemma, ()), frame)
    nouns: dict[str, tuple[Frame, ...]] = {}
    for frame in _frames("nouns.txt", classes):
        nouns[frame.lemma] = (*nouns.get(frame.lemma, ()), frame)
    light, embedding = _inverted("light.txt"), _inverted("embedding.txt")
    return Lexicon(
        verbs={
            lemma: tuple(sorted(found, key=lambda f: (f.particle is None, -len(f.conditions))))
            for lemma, found in verbs.items()
        },
        nouns=nouns,
        classes=classes,
        light=light,
        embedding=embedding,
        status={key: frozenset(words) for key, words in word_lists("status.txt").items()},
        known=frozenset({*verbs, *light, *embedding}),
        agents=classes["person"] | _roles("person", "org", "group"),
        persons=_roles("person"),
        bodies=_roles("org"),
    )


def _roles(*parts: str) -> frozenset[str]:
    """The nouns of parts of roles.toml, which tells what persons, bodies and groups are."""
    text = files("newsledger.data.names").joinpath("roles.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return frozenset(word for part in parts for words in data[part].values() for word in words.split())


def _inverted(name: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for effect, words in word_lists(name).items():
        for word in words:
            out.setdefault(word, effect)
    return out


def _classes() -> dict[str, frozenset[str]]:
    raw = word_lists("classes.txt")
    return {name: _resolve(words, raw) for name, words in raw.items()}


def _resolve(words: tuple[str, ...], raw: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """A class with the classes that it names; its own name stays, for what the parser knows to be one."""
    out: set[str] = set()
    for word in words:
        out |= _resolve(raw[word[1:]], raw) if word.startswith("@") else {word}
    return frozenset(out)


def _frames(name: str, classes: Mapping[str, frozenset[str]]) -> Iterator[Frame]:
    type_, mode = "", None
    for line in lines(name):
        if line.startswith("["):
            type_, _, rest = line.strip("[]").partition(" ")
            mode = rest or None
        else:
            yield _frame(line.split(), type_, mode, classes)


def _frame(words: list[str], type_: str, mode: str | None, classes: Mapping[str, frozenset[str]]) -> Frame:
    lemma, _, particle = words[0].partition("+")
    conditions, recipients, actors = [], [], []
    for word in words[1:]:
        slot, equals, allowed = word.partition("=")
        if equals and not word.startswith("+"):
            conditions.append((slot, _alternatives(allowed, classes)))
        elif word.startswith("A:"):
            actors.append(word[2:])
        elif word.endswith(".A"):
            actors.append(word[:-2])
        elif word not in ("sym", "weak", "-obj", "-comp") and not word.startswith("+"):
            recipients.append(word.removeprefix("R:"))
    return Frame(
        lemma=lemma,
        particle=particle or None,
        type=type_,
        mode=mode,
        recipients=tuple(recipients),
        actors=tuple(actors),
        conditions=tuple(conditions),
        infinitive="+to" in words,
        clause="+that" in words,
        no_object="-obj" in words,
        symmetric="sym" in words,
        weak="weak" in words,
    )


def _alternatives(allowed: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    out: set[str] = set()
    for word in allowed.split("|"):
        out |= classes[word[1:]] | {word} if word.startswith("@") else {word}
    return frozenset(out)
