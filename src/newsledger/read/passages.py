"""Stretches of a text that are no prose of the article, line by line, and the articles that some of them name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsledger.read.draft import Anchor, Hint
from newsledger.read.tables import alternatives, ending_pattern, line_pattern, table, words
from newsledger.read.titles import same

SENTENCE_END = re.compile(r"[.!?…:;,][\"”’')\]]*$")
# A sentence's end inside a line: a paragraph of several. Without one beside it a question is one of many sentences.
INNER_END = re.compile(r"[.!?…][\"”’')\]]*\s+[\"“‘'(]?[^\W\d_a-z]")
COLUMN_GAP = re.compile(r"(?<=\S)(?:\t+| {2,}| ?\| ?)(?=\S)")
LETTERS = re.compile(r"[^\W\d_]{2}")
QUOTED = re.compile(r"[\"“”]")
KINDS = ("correction", "credit", "share", "boilerplate", "navigation")  # asked in this order
LONGEST = 400  # characters of a line that a cue can turn into no prose; a correction may be longer
ENDING = 120  # characters in which a cue at the end stands
SUFFIX = 40
BRACKETS = " \t:|»>→[](){}"
SHORT = 150  # characters of a by-line or a menu
LEAST_HEADLINE = 3  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text, without surrounding blanks."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> list[Line]:
    """The lines that are not empty."""
    return [Line(start=m.start(), end=m.end(), text=m[0]) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def mark_lines(text: str, title: str | None, hints: Sequence[Hint], anchors: Sequence[Anchor]) -> list[Hint]:
    """What each line is, where it is no prose; in order, no two overlapping."""
    rows = lines_of(text)
    hinted = {h.start: h for h in hints}
    marks: list[Hint] = []
    for i, row in enumerate(rows):
        before, after = rows[i - 1] if i else None, below(rows, i)
        hint = hinted.get(row.start)
        kind = hint.kind if hint else classify(row, before, after, title, marks)
        if kind is None and i == 0 and is_over_deck(row, after, below(rows, 1)):
            kind = "heading"
        if kind:
            marks.append(Hint(start=row.start, end=row.end, kind=kind))
        else:
            marks.extend(inside(row))
    return marks


def below(rows: Sequence[Line], i: int) -> Line | None:
    """The next line, by-lines apart: they stand between a headline and its text."""
    return next((row for row in rows[i + 1 : i + 4] if not is_byline(row.text)), None)


def classify(
    row: Line, before: Line | None, after: Line | None, title: str | None, marks: list[Hint]
) -> str | None:
    """The kind of a line by its words and its neighbours, or None for prose."""
    line = row.text
    if title and before is None and same(line, title) and not line.endswith("."):
        return "heading"
    if line_pattern("correction").match(line):
        return "correction"
    if len(line) > LONGEST:
        return None
    if read_more(line) is not None:
        return "read_more"
    for kind in KINDS:
        if is_kind(kind, line):
            return kind
    if is_byline(line):
        return "byline"
    if is_menu(line):
        return "navigation"
    if follows_cue(before, marks) and is_short(line) and after is not None and not SENTENCE_END.search(line):
        return "read_more"
    if is_columns(line) and any(near is not None and is_columns(near.text) for near in (before, after)):
        return "table"
    return "heading" if is_heading(line, before, after) or is_shouted(line, after) else None


def is_kind(kind: str, line: str) -> bool:
    """Whether a line begins or ends with a cue of a kind."""
    if line_pattern(kind).match(line):
        return True
    ending = ending_pattern(kind)
    return ending is not None and ending.search(line, max(0, len(line) - ENDING)) is not None


def is_byline(line: str) -> bool:
    """``By`` and names with their roles, or a name with a role or a place."""
    if len(line) > SHORT:
        return False
    spec = table("lines.toml")["byline"]
    names = re.findall(r"[^\W\d_][\w.’'-]*", line)
    if len(names) > spec["words"] or re.search(r"[.!?:;][\"”]?$", line):
        return False
    if names[1:] and names[0].lower() == "by":
        return names[1].lower() not in spec["not_first"] and all(
            name[0].isupper() or name in spec["small_words"] for name in names[1:]
        )
    return line_pattern("byline").match(line) is not None


def is_menu(line: str) -> bool:
    """Short words between bars: ``Home | News | Sport``."""
    if len(line) > SHORT:
        return False
    parts = re.split(r"\s[|»•·>]\s", line)
    return len(parts) >= 3 and all(len(p.split()) <= 4 and not SENTENCE_END.search(p) for p in parts)


def follows_cue(before: Line | None, marks: list[Hint]) -> bool:
    """Whether the line before is a read-more cue without a headline of its own."""
    return (
        before is not None
        and bool(marks)
        and marks[-1].start == before.start
        and read_more(before.text) == ""
    )


def is_short(line: str) -> bool:
    limits = table("lines.toml")["heading"]
    return len(line) <= int(limits["characters"]) and len(line.split()) <= int(limits["words"])


def is_heading(line: str, before: Line | None, after: Line | None) -> bool:
    """A short line that ends like no sentence, or asks a question, above a longer one that is a sentence."""
    if after is None or not is_short(line) or (not line[0].isalnum() and line[0] not in "‘“'\""):
        return False
    if len(after.text) <= len(line) or line[0].islower() or not LETTERS.search(line):
        return False
    if line.endswith("?"):
        return before is not None and asks(line, before, after)
    return not SENTENCE_END.search(line) and SENTENCE_END.search(after.text) is not None


def is_over_deck(row: Line, deck: Line | None, text: Line | None) -> bool:
    """Whether the first line is a headline above a second one: "Strike goes on", "Dockers to vote on Monday"."""
    short = is_short(row.text) and row.text[0].isalnum() and not SENTENCE_END.search(row.text)
    return short and deck is not None and is_heading(deck.text, row, text)


def is_shouted(line: str, after: Line | None) -> bool:
    """A short line in capitals that ends like no sentence: "WHAT WE KNOW"."""
    shouted = line.isupper() and len(line.split()) >= 2 and is_short(line)
    return shouted and after is not None and not after.text.isupper() and not SENTENCE_END.search(line)


def is_columns(line: str) -> bool:
    """A row of a table: two gaps or more that no prose has, and no end of a sentence."""
    return len(COLUMN_GAP.findall(line)) >= 2 and not SENTENCE_END.search(line)


def asks(line: str, before: Line, after: Line) -> bool:
    """Whether a question stands between two paragraphs and is nobody's: no heading is put to anyone."""
    if QUOTED.search(line) or ":" in line or after.text.endswith("?") or before.text.endswith("?"):
        return False
    persons = table("lines.toml")["heading"]["persons"]
    if any(word in persons for word in re.findall(r"\w+", line.lower())):
        return False
    return any(INNER_END.search(row.text) for row in (before, after))


@functools.lru_cache(maxsize=1)
def read_more_patterns() -> tuple[re.Pattern[str], ...]:
    """The cue before the headline, before a colon or bar and the headline, after the headline, and at the end."""
    cues = table("lines.toml")["read_more"]
    sections = alternatives([*cues["sections"], *(s.upper() for s in cues["sections"])])
    suffix = rf"(?i:{alternatives(cues['suffix'])})\W*$"
    free, marked = alternatives(cues["prefix"]), alternatives([*cues["prefix"], *cues["prefix_marked"]])
    return (
        re.compile(rf"\W*(?i:{free})\b\W*(?P<headline>.*)$"),
        re.compile(rf"\W*(?i:{marked})\s*(?:[:|»>→]|\s[—–-]\s)\s*(?P<headline>.*)$"),
        re.compile(rf"(?:{sections}\s+)?(?P<headline>\S.*?)\W*\s{suffix}"),
        re.compile(rf"\b{suffix}"),
    )


def read_more(line: str) -> str | None:
    """The headline that a read-more line names, "" where it names none, None where it is no such line."""
    before, marked, after, last = read_more_patterns()
    ends = last.search(line, max(0, len(line) - SUFFIX))
    if ends and not line[: ends.start()].strip(BRACKETS):
        return ""
    for pattern in (marked, before, *([after] if ends else [])):
        match = pattern.match(line)
        if match:
            headline = match["headline"].strip(BRACKETS)
            if names_article(headline):
                return headline
    return None


def names_article(headline: str) -> bool:
    """Whether words beside a cue can be a headline (or nothing): no sentence, no part of one."""
    count = len(headline.split())
    if count > 30 or headline.endswith((",", ";")):
        return False
    return not headline or (
        not (headline[0].islower() and count > 5) and not (count > 12 and headline.endswith("."))
    )


def headline_span(row: str) -> tuple[int, int] | None:
    """Offsets of the headline in a read-more line, where it has one of three words or more."""
    headline = read_more(row)
    if headline is None:
        headline = row
    if len(headline.split()) < LEAST_HEADLINE:
        return None
    at = row.find(headline)
    return (at, at + len(headline)) if at >= 0 else None


def inside(row: Line) -> Iterator[Hint]:
    """What stands within a paragraph of prose: fallen cross-headings and read-more lines, a credit at its end."""
    found = [*fallen_headings(row), *fallen_cues(row), *credits_at_end(row)]
    ends = 0
    for hint in sorted(found, key=lambda h: (h.start, h.end)):
        if hint.start >= ends:
            yield hint
            ends = hint.end


def credits_at_end(row: Line) -> Iterator[Hint]:
    for pattern in inline_credits():
        match = pattern.search(row.text, max(0, len(row.text) - 300))
        if match:
            yield Hint(start=row.start + match.start(), end=row.end, kind="credit")


@functools.lru_cache(maxsize=1)
def inline_credits() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE) for p in table("lines.toml")["credit"]["inline"])


@functools.lru_cache(maxsize=1)
def fallen_cue_patterns() -> tuple[re.Pattern[str], ...]:
    """A read-more cue in brackets, with a headline in title case before it, or after a sentence to the line's end."""
    cues = table("lines.toml")["read_more"]
    sections = alternatives([*cues["sections"], *(s.upper() for s in cues["sections"])])
    free, suffix = alternatives(cues["prefix"]), alternatives(cues["suffix"])
    headline = r"[^\W\d_a-z][^\n.!?\"“”()\[\]]{10,150}?"
    return (
        re.compile(rf"[(\[](?i:{free})\b[:|\s]+[^()\[\]\n]{{5,200}}[)\]]"),
        re.compile(
            rf"(?<=[.!?\"”])\s+(?P<cue>(?:{sections}\s+)?(?P<headline>{headline})\s+(?i:{suffix})\b:?)"
        ),
        re.compile(rf"(?<=[.!?\"”])\s+(?P<cue>(?i:{free})\s*[:|»]\s*[^\n.!?]{{10,150}})$"),
    )


def fallen_cues(row: Line) -> Iterator[Hint]:
    """Read-more lines that fell into a paragraph."""
    lower = row.text.lower()
    if not any(cue in lower for cue in cue_literals()):
        return
    bracketed, before, after = fallen_cue_patterns()
    spans = [m.span() for m in bracketed.finditer(row.text)]
    spans += [m.span("cue") for m in before.finditer(row.text) if is_title_case(m["headline"])]
    spans += [m.span("cue") for m in after.finditer(row.text)]
    for start, end in spans:
        yield Hint(start=row.start + start, end=row.start + end, kind="read_more")


@functools.lru_cache(maxsize=1)
def cue_literals() -> tuple[str, ...]:
    """What every cue's pattern begins with, for a quick look: the shortest such words."""
    cues = table("lines.toml")["read_more"]
    literals = {re.split(r".\?|[\[(]", cue)[0] for cue in (*cues["prefix"], *cues["suffix"])}
    return tuple(sorted(a for a in literals if not any(a != b and b in a for b in literals)))


def is_title_case(headline: str) -> bool:
    """Whether most words of a headline have a capital."""
    found = re.findall(r"[^\W\d_][\w’'-]*", headline)
    return len(found) >= LEAST_HEADLINE and sum(w[0].isupper() for w in found) >= 0.6 * len(found)


# A quoted phrase between the end of a sentence and a capital: 'Some words' The ...
FALLEN = re.compile(
    r"(?<=[.!?…\"”’'])\s(?P<heading>(?:'(?P<a>[^'\"“”‘’\n]{3,60})'|‘(?P<b>[^'\"“”‘’\n]{3,60})’|“(?P<c>[^'\"“”‘’\n]{3,60})”|\"(?P<d>[^'\"“”‘’\n]{3,60})\"))\s(?P<next>[A-Z][\w’']*)"
)


def fallen_headings(row: Line) -> Iterator[Hint]:
    """A quoted heading inside a paragraph: after a sentence's end, before a word that begins one."""
    limit = table("lines.toml")["heading"]["inline_words"]
    for match in FALLEN.finditer(row.text):
        phrase = match["a"] or match["b"] or match["c"] or match["d"]
        if len(phrase.split()) > limit or not phrase[0].isupper() or SENTENCE_END.search(phrase):
            continue
        if match["next"] in words("openers.txt") and sentence_ended(row.text, match.start()):
            start = row.start + match.start("heading")
            yield Hint(start=start, end=row.start + match.end("heading"), kind="heading")


def sentence_ended(line: str, at: int) -> bool:
    """Whether a sentence ends right before ``at``, quotation marks apart."""
    return line[:at].rstrip("\"”’'")[-1:] in (".", "!", "?", "…")
