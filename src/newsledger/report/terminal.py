"""The report in the terminal: the story in about ten lines, then its timeline. Nothing is cut short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsledger.report import sections
from newsledger.report.scope import Scope, scopes
from newsledger.report.summary import HEADS, StorySummary, story_summary
from newsledger.report.tables import Index, Tables
from newsledger.report.timeline_formats.reader import can_be_read, has_day
from newsledger.report.wording import counted, days, one_line, sentence, support

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MARGIN = 22  # columns; room for "What happened last"
MOST_STORIES = 5  # in full
MOST_ENTRIES = 20  # of the timeline, for the largest story
FEW_ENTRIES = 6  # for each further story
MARKS = {"happened": "●", "planned": "○", "background": "·", "hypothetical": "?", "denied": "×"}
PLAIN_MARKS = {"happened": "*", "planned": "o", "background": ".", "hypothetical": "?", "denied": "x"}
STYLES = {"last": "bold", "ahead": "cyan", "dispute": "magenta", "refused": "dim"}


def render(tables: Tables, console: Console) -> None:
    """Print the report of a ledger; a console that is no terminal gets the same words without colours."""
    stories = scopes(tables)
    for n, scope in enumerate(stories[:MOST_STORIES]):
        if n:
            console.print()
        print_story(scope, console, FEW_ENTRIES if n else MOST_ENTRIES)
    further(stories[MOST_STORIES:], console)
    refused(tables, console)


def print_story(scope: Scope, console: Console, most: int) -> None:
    """One story: its sentences, and the timeline's most prominent entries."""
    from rich.text import Text

    summary = story_summary(scope)
    title = Text(printable(summary.title), style="bold")
    for line in title.wrap(console, console.width):
        line.rstrip()
        console.print(line)
    console.print()
    print_summary(summary, console)
    rows = sections.timeline(Index(scope.tables))
    if rows:
        console.print()
        print_timeline(rows, console, most)


def further(stories: Sequence[Scope], console: Console) -> None:
    """The smaller stories of a large pile, a line each."""
    from rich.text import Text

    if not stories:
        return
    console.print()
    console.print(
        Text(f"{sentence(counted(len(stories), 'further story', 'further stories'))[:-1]}", style="bold")
    )
    for scope in stories:
        story = scope.story
        when = days(story.first_published, story.last_published) if story else ""
        size = support(story.n_articles, story.n_families) if story else ""
        beside(console, Text(when), Text(f"{printable(scope.title)}  [{size}]"))


def plain(tables: Tables, width: int = 100) -> str:
    """The same report as text without colours, in lines of at most ``width`` columns."""
    import io

    from rich.console import Console

    out = io.StringIO()
    render(
        tables, Console(file=out, width=width, force_terminal=False, color_system=None, legacy_windows=False)
    )
    return out.getvalue()


def printable(text: str) -> str:
    """One line without control characters or invisible marks of direction: an article cannot steer a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in one_line(text))


def print_summary(summary: StorySummary, console: Console) -> None:
    """A heading in the margin where the kind changes, the sentence beside it."""
    from rich.text import Text

    before = ""
    for s in summary.statements:
        style = STYLES.get(s.kind, "yellow" if HEADS[s.kind].startswith("Beware") else "")
        head = HEADS[s.kind] if s.kind != before else ""
        reason = f"  Why: {printable(s.reason)}" if s.kind == "date" and s.reason else ""
        beside(console, Text(head, style=style), Text.assemble(printable(s.text), (reason, "dim")))
        before = s.kind


def print_timeline(rows: tuple[sections.TimelineRow, ...], console: Console, most: int) -> None:
    """The entries that most papers carry, by date; the status stands in words, so that no sign is needed."""
    from rich.text import Text

    console.print(Text("Timeline", style="bold"))
    marks = MARKS if console.encoding.lower().startswith("utf") else PLAIN_MARKS
    order = {row.entry.entry_id: rank for rank, row in enumerate(sorted(rows, key=prominence))}
    before = ""
    for row in (r for r in rows if order[r.entry.entry_id] < most):
        when = row.when if row.when != before else ""
        before = row.when
        status = "" if row.status == "happened" else f"{row.status.capitalize()}: "
        line = Text.assemble(
            f"{marks.get(row.status, '?')} ",
            (status, "italic"),
            printable(row.entry.text),
            (f"  [{'; '.join(filter(None, (row.support, row.outcome)))}]", "dim"),
        )
        beside(console, Text(when, style="bold"), line)
    if len(rows) > most:
        left = counted(len(rows) - most, "further entry", "further entries")
        beside(
            console,
            Text(""),
            Text(f"{sentence(left)[:-1]}, less widely carried: see the HTML report.", "dim"),
        )


def prominence(row: sections.TimelineRow) -> tuple[bool, bool, int, int, float]:
    """What a short timeline keeps first: news that can be read by itself, then what most papers carry."""
    e = row.entry
    alone = can_be_read(e) and has_day(e)
    return (not alone, e.status in ("historical", "hypothetical"), -e.n_families, -e.n_articles, -e.salience)


def beside(console: Console, head: Text, body: Text) -> None:
    """A heading in a margin and wrapped text beside it; below it where the console is narrow."""
    from rich.text import Text

    narrow = console.width < 3 * MARGIN
    indent = 2 if narrow else MARGIN
    margin = head.wrap(console, console.width if narrow else MARGIN - 2)
    lines = body.wrap(console, console.width - indent)
    if narrow and head.plain:
        for line in margin:
            console.print(line)
    for n in range(len(lines) if narrow else max(len(lines), len(margin))):
        left = margin[n] if not narrow and n < len(margin) else Text("")
        right = lines[n] if n < len(lines) else Text("")
        left.rstrip()
        right.rstrip()
        console.print(Text.assemble(left, " " * (indent - left.cell_len if right else 0), right))


def indented(console: Console, body: Text) -> None:
    """Wrapped text, two columns in."""
    for line in body.wrap(console, console.width - 2):
        line.rstrip()
        console.print("  ", line, sep="")


def refused(tables: Tables, console: Console) -> None:
    """What is not in the ledger, and what to do about it."""
    from rich.text import Text

    rows = [i for i in sections.issues(Index(tables)) if i.severity == "refused"]
    if not rows:
        return
    console.print()
    console.print(Text("Not read", style="bold"))
    for issue in rows:
        words = f"{sentence(issue.message)} {sentence(issue.remedy)}"
        console.print(Text(printable(issue.source)), overflow="fold")
        indented(console, Text(printable(words)))
