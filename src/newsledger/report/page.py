"""What the HTML templates read: the sections' rows, and addresses of words inside the page."""

from __future__ import annotations

import functools
import itertools
from dataclasses import replace

from markupsafe import Markup

from newsledger.records import Article, DateEvidence, DisputeSide, Event, Issue, Link
from newsledger.report import (
    beware,
    copied,
    marks,
    named,
    plans,
    quantities,
    revised,
    sections,
    spoken,
    summary,
)
from newsledger.report.addresses import Addresses
from newsledger.report.charts.families import family_chart
from newsledger.report.charts.figures import figure_axis, figure_mark
from newsledger.report.charts.map import map_chart, outside, told
from newsledger.report.charts.timeline import BEFORE, SHAPES, timeline_chart
from newsledger.report.disputes import Disagreement, disagreements
from newsledger.report.families import FamilyTree
from newsledger.report.figures import Figures
from newsledger.report.quantities import FigureRow, Quantity
from newsledger.report.reader import marked_text
from newsledger.report.spots import Spot, spots
from newsledger.report.tables import Index, Tables
from newsledger.report.wording import days
from newsledger.report.wordings import Altered, altered_quotations

MOST = {"dates": 4, "copies": 3, "origins": 3, "figures": 3, "quotations": 3}  # in the panel at the top


PER_DAY = 5  # timeline entries in the open for one day


Day = tuple[str, list[sections.TimelineRow]]


def by_day(rows: list[sections.TimelineRow]) -> list[Day]:
    """Rows by day; where a day is folded, the most widely reported ones come first."""
    days = [(when, list(own)) for when, own in itertools.groupby(rows, key=lambda r: r.when)]
    for _, own in days:
        if len(own) > PER_DAY:
            own.sort(key=lambda r: (-r.entry.n_families, -r.entry.n_articles, -r.entry.salience))
    return days


class Page(Addresses):
    """The rows of every section, each computed once when a template asks for it."""

    def __init__(self, tables: Tables) -> None:
        self.summaries = summary.summarize(tables)
        super().__init__(Index(tables), [s.story.story_id if s.story else "" for s in self.summaries])
        self.heads = summary.HEADS
        self.kinds = marks.KINDS
        self.most = MOST
        self.per_day = PER_DAY

    @property
    def title(self) -> str:
        if len(self.summaries) == 1:
            return self.summaries[0].title
        return f"{len(self.summaries)} stories"

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(self.index.articles.values())

    @functools.cached_property
    def pile(self) -> summary.Statement:
        return summary.pile(self.index)

    @functools.cached_property
    def refused(self) -> summary.Statement | None:
        return next(iter(summary.refused(self.index)), None)

    # --- rows ---------------------------------------------------------------------------------

    @functools.cached_property
    def dates(self) -> tuple[beware.CorrectedDate, ...]:
        return beware.corrected_dates(self.index)

    @functools.cached_property
    def altered(self) -> tuple[Altered, ...]:
        return altered_quotations(self.index)

    @functools.cached_property
    def copies(self) -> tuple[copied.CopyFamily, ...]:
        return copied.copy_families(self.index)

    @functools.cached_property
    def versions(self) -> tuple[revised.Version, ...]:
        return revised.versions(self.index)

    @functools.cached_property
    def reordered(self) -> tuple[revised.Reordered, ...]:
        return revised.reordered(self.index)

    @property
    def n_copies(self) -> int:
        """How many articles add no source."""
        return sum(len(family.tree.rows) - 1 for family in self.copies)

    @functools.cached_property
    def origins(self) -> tuple[beware.SingleOrigin, ...]:
        return beware.single_origins(self.index)

    @functools.cached_property
    def disputes(self) -> tuple[Disagreement, ...]:
        return disagreements(self.index)

    @functools.cached_property
    def timeline(self) -> tuple[sections.TimelineRow, ...]:
        return sections.timeline(self.index)

    @functools.cached_property
    def speakers(self) -> tuple[spoken.Speaker, ...]:
        return spoken.speakers(self.index)

    @property
    def silence(self) -> str:
        """How often nobody is named as speaker."""
        return spoken.silence_words(spoken.silence(self.index))

    @functools.cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return quantities.quantities(self.index)

    @functools.cached_property
    def people(self) -> tuple[named.Person, ...]:
        return named.people(self.index)

    @functools.cached_property
    def supported(self) -> tuple[sections.Supported, ...]:
        return sections.supported(self.index)

    @functools.cached_property
    def issues(self) -> tuple[Issue, ...]:
        return sections.issues(self.index)

    @functools.cached_property
    def named(self) -> list[Link]:
        """Links from one article of the pile to another."""
        return [
            link
            for link in self.index.rows("links")
            if link.target_id in self.numbers and link.article_id in self.numbers
        ]

    @functools.cached_property
    def votes(self) -> dict[str, list[DateEvidence]]:
        return self.index.grouped("date_evidence", lambda v: v.article_id)

    # --- pictures and texts -----------------------------------------------------------------------

    @functools.cached_property
    def entry_ids(self) -> dict[str, str]:
        """The id on the page of each timeline entry."""
        return {row.entry.entry_id: f"entry-{n}" for n, row in enumerate(self.timeline, start=1)}

    @functools.cached_property
    def timeline_days(self) -> list[Day]:
        """What is near the articles in time, by day."""
        return by_day([r for r in self.timeline if not self.is_background(r)])

    @functools.cached_property
    def background(self) -> list[Day]:
        """What lies long before the first article, by day."""
        return by_day([r for r in self.timeline if self.is_background(r)])

    @property
    def n_background(self) -> int:
        return sum(len(rows) for _, rows in self.background)

    def is_background(self, row: sections.TimelineRow) -> bool:
        latest = row.entry.latest or row.entry.earliest
        first = next((a.published for a in self.articles if a.published), None)
        return bool(latest and first and latest < first - BEFORE)

    @property
    def legend(self) -> list[tuple[str, str, str]]:
        """(status, its word, its shape) of what the timeline holds."""
        present = {r.entry.status for r in self.timeline}
        return [(s, sections.STATUS_WORDS[s], SHAPES[s]) for s in SHAPES if s in present]

    def timeline_chart(self) -> Markup:
        named = [replace(a, source=self.index.bare_name(a.article_id)) for a in self.articles]
        return timeline_chart(self.timeline, named, lambda r: self.entry_ids[r.entry.entry_id])

    @functools.cached_property
    def spots(self) -> tuple[Spot, ...]:
        return spots(self.index)

    @functools.cached_property
    def spot_ids(self) -> dict[str, str]:
        """The id on the page of each place of the map."""
        return {s.place.entity_id: f"place-{n}" for n, s in enumerate(self.spots, start=1)}

    def map_chart(self) -> Markup:
        return map_chart(self.spots, lambda s: self.spot_ids[s.place.entity_id])

    @property
    def off_map(self) -> list[Spot]:
        return outside(self.spots)

    def told(self, spot: Spot) -> str:
        return told(spot)

    def event_words(self, event: Event) -> str:
        """ "1 December 2021, planned: consult (Ana Brel, Otto Lund)"."""
        sides = [self.index.name(i) for i in (event.actor_id, event.recipient_id) if i]
        who = f" ({', '.join(name for name in sides if name)})" if any(sides) else ""
        status = (
            "" if event.status == "occurred" else f", {sections.STATUS_WORDS.get(event.status, event.status)}"
        )
        outcome = f"; {told}" if (told := plans.of_event(event)) else ""
        return f"{days(event.earliest, event.latest)}{status}: {event.type.lower()}{who}{outcome}"

    def family_chart(self, tree: FamilyTree) -> Markup:
        rows = tuple(
            replace(r, article=self.named_by_file(r.article), reason=self.index.readable(r.reason))
            for r in tree.rows
        )
        return family_chart(
            replace(tree, rows=rows), self.index.name_of, lambda i: f"article-{self.numbers[i]}"
        )

    def named_by_file(self, article: Article) -> Article:
        return replace(article, source=self.index.source(article.source))

    def figure_mark(self, row: FigureRow, quantity: Quantity) -> Markup:
        return figure_mark(row, quantity)

    def figure_axis(self, quantity: Quantity) -> Markup:
        return figure_axis(quantity)

    def side_words(self, side: DisputeSide) -> str:
        """What a side says, of a figure the number alone."""
        figure = self.figures.of_side(side) if side.value else None
        return " ".join((figure or side).text.split())

    @functools.cached_property
    def figures(self) -> Figures:
        return Figures(self.index)

    def value_words(self, row: FigureRow) -> str:
        return quantities.value_words(row)

    def version_words(self, article: Article) -> str:
        return sections.version_words(article)

    @functools.cached_property
    def marks(self) -> dict[str, list[marks.Mark]]:
        return marks.marks(self.index)

    def text_of(self, article: Article) -> Markup:
        own = self.marks.get(article.article_id, [])
        return marked_text(article.text, own, self.numbers[article.article_id])

    def relatives(self, article: Article) -> list[Article]:
        """The other articles of the same family."""
        return [
            a
            for a in self.articles
            if a.family_id and a.family_id == article.family_id and a.article_id != article.article_id
        ]
