"""The picture of the timeline: above the axis what is said of a day, below it the articles of that day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from newsledger.records import Article
from newsledger.report.charts.svg import element, glyph, line, percent, picture, text
from newsledger.report.sections import TimelineRow
from newsledger.report.wording import counted, short_day

BINS = 30  # columns at most; a longer story shares columns between days
BREAK = 0.6  # the width of a gap, in columns
BEFORE = dt.timedelta(days=14)  # what lies further before the first article is background
AFTER = dt.timedelta(days=60)
EARLIER = 0.07  # where, of the width, stands what is long before the first article
STEP = 13  # pixels from dot to dot
TALLEST = 16  # dots in one column; beyond, the last one says how many more
LABEL_GAP = 0.17  # of the width, so that day labels do not touch on a phone
SHAPES = {
    "occurred": "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0",
    "planned": "M-4.5,0L0,-4.5L4.5,0L0,4.5Z",
    "denied": "M-4,-4L4,4M4,-4L-4,4",
    "hypothetical": "M-4,3.5L0,-4.5L4,3.5Z",
    "historical": "M-3,0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0",
}
ORDER = {"occurred": 0, "historical": 1, "denied": 2, "hypothetical": 3, "planned": 4}  # from the axis up
SQUARE = "M-4,-4H4V4H-4Z"


class Axis:
    """Dates to columns. A day has a column of its own, and a gap is shown as a break; where the days are
    too many, columns are equal runs of days."""

    def __init__(self, dates: Iterable[dt.date], earlier: bool) -> None:
        days = sorted(set(dates))
        self.first = days[0]
        self.span = (days[-1] - days[0]).days + 1
        self.left = 0.16 if earlier else 0.0
        self.columns = {day: n for n, day in enumerate(days)} if len(days) <= BINS else {}
        self.middles: list[float] = []
        self.breaks: list[tuple[float, int]] = []  # where, and how many days are left out
        ahead = 0.0
        for n, day in enumerate(days if self.columns else ()):
            gap = (day - days[n - 1]).days - 1 if n else 0
            if gap:
                self.breaks.append((ahead + BREAK / 2, gap))
                ahead += BREAK
            self.middles.append(ahead + 0.5)
            ahead += 1
        self.width = ahead or BINS

    def column(self, date: dt.date) -> int:
        return self.columns[date] if self.columns else (date - self.first).days * BINS // self.span

    def share(self, column: int) -> float:
        return self.at(self.middles[column] if self.columns else column + 0.5)

    def at(self, position: float) -> float:
        return self.left + (1 - self.left) * position / self.width


def timeline_chart(
    rows: Sequence[TimelineRow], articles: Sequence[Article], target: Callable[[TimelineRow], str]
) -> Markup:
    """The picture; every dot links to its entry. Nothing where no article has a date."""
    published = sorted(a.published for a in articles if a.published)
    if not published or not rows:
        return Markup("")
    start, end = published[0] - BEFORE, published[-1] + AFTER
    near = [r for r in rows if r.entry.earliest and start <= r.entry.earliest <= end and not wide(r)]
    earlier = [dot(r, target(r)) for r in rows if r.entry.earliest and r.entry.earliest < start]
    dates = [*published, *(r.entry.earliest for r in near if r.entry.earliest)]
    axis = Axis(dates, bool(earlier))
    above: dict[int, list[TimelineRow]] = defaultdict(list)
    for r in sorted(near, key=lambda r: (ORDER.get(r.entry.status, 9), -r.entry.n_families)):
        above[axis.column(r.entry.earliest or start)].append(r)
    below: dict[int, list[Article]] = defaultdict(list)
    for a in articles:
        if a.published:
            below[axis.column(a.published)].append(a)
    base = (min(TALLEST, max([len(c) for c in above.values()] + [len(earlier), 1])) + 1) * STEP + 6
    marks = [line("0", base, "100%", base, class_="axis")]
    marks += [gap(percent(axis.at(where)), base, days) for where, days in axis.breaks]
    if earlier:
        marks.append(text(percent(EARLIER), base + 18, "earlier", text_anchor="middle"))
        marks += stack(earlier, EARLIER, base, -1)
    for column, own in sorted(above.items()):
        marks += stack([dot(r, target(r)) for r in own], axis.share(column), base, -1)
    for column, papers in sorted(below.items()):
        marks += stack([square(a) for a in papers], axis.share(column), base + 22, 1)
    marks += labels(axis, above, below, base)
    height = base + 28 + (min(TALLEST, max(len(c) for c in below.values())) + 1) * STEP
    return picture(height, description(dates, near, articles), *marks, class_="chart timeline-chart")


def description(dates: list[dt.date], near: list[TimelineRow], articles: Sequence[Article]) -> str:
    what = f"{counted(len(near), 'dated entry', 'dated entries')} and {counted(len(articles), 'article')}"
    return f"Timeline from {short_day(min(dates))} to {short_day(max(dates))}: {what}"


def gap(x: str, base: float, days: int) -> Markup:
    """A break in the axis where days without an entry are left out."""
    title = element("title", f"{counted(days, 'day')} without an entry")
    return element("g", title, glyph(x, base, "M-5,5L-1,-5M1,5L5,-5", class_="break"))


def wide(row: TimelineRow) -> bool:
    e = row.entry
    return bool(e.earliest and e.latest and (e.latest - e.earliest).days > AFTER.days)


def dot(row: TimelineRow, href: str) -> Callable[[str, float], Markup]:
    """A mark whose shape tells the status, linked to the entry."""
    title = element("title", f"{row.when}, {row.status}: {row.entry.text} ({row.support})")
    shape = SHAPES.get(row.entry.status, SHAPES["historical"])
    size = "many" if row.entry.n_families > 1 else "one"

    def draw(x: str, y: float) -> Markup:
        mark = glyph(x, y, shape, class_=f"dot {row.entry.status} {size}")
        return element("a", title, mark, href=f"#{href}")

    return draw


def square(article: Article) -> Callable[[str, float], Markup]:
    title = element("title", f"published {short_day(article.published)}: {article.outlet or article.source}")

    def draw(x: str, y: float) -> Markup:
        return element("g", title, glyph(x, y, SQUARE, class_="paper"))

    return draw


def stack(marks: list[Callable[[str, float], Markup]], share: float, base: float, way: int) -> list[Markup]:
    """Marks one above the other (``way`` -1) or one below the other (1)."""
    x = percent(share)
    shown = marks if len(marks) <= TALLEST else marks[: TALLEST - 1]
    drawn = [mark(x, base + way * (n + 0.8) * STEP) for n, mark in enumerate(shown)]
    if len(shown) < len(marks):
        y = base + way * TALLEST * STEP + (0 if way < 0 else 4)
        drawn.append(text(x, y, f"+{len(marks) - len(shown)}", text_anchor="middle"))
    return drawn


def labels(
    axis: Axis, columns: dict[int, list[TimelineRow]], below: dict[int, list[Article]], base: float
) -> list[Markup]:
    """Day labels under the busiest columns, as many as fit side by side."""
    busy = sorted({*columns, *below}, key=lambda c: (-len(columns.get(c, ())) - len(below.get(c, ())), c))
    taken: list[float] = [EARLIER] if axis.left else []
    drawn = []
    for column in busy:
        share = axis.share(column)
        if all(abs(share - other) >= LABEL_GAP for other in taken):
            taken.append(share)
            days = [r.entry.earliest for r in columns.get(column, ()) if r.entry.earliest]
            day = min([*days, *(a.published for a in below.get(column, ()) if a.published)])
            anchor = "start" if share < 0.05 else "end" if share > 0.95 else "middle"
            drawn.append(text(percent(share), base + 18, short_day(day)[:-5], text_anchor=anchor))
    return drawn
