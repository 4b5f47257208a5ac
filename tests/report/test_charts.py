"""Pictures: every entry has its mark, nothing lies outside, the same ledger draws the same."""

import dataclasses
import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest

from newsledger.report import families, quantities, sections
from newsledger.report.charts.families import family_chart
from newsledger.report.charts.figures import figure_mark, share
from newsledger.report.charts.timeline import TALLEST, Axis, timeline_chart
from newsledger.report.tables import Index
from report import fixture

SHARE = re.compile(r'(?:x|x1|x2|cx)="([\d.-]+)%"')


@pytest.fixture(name="index")
def small_index() -> Index:
    return Index(fixture.tables())


def draw(index: Index, rows: tuple[sections.TimelineRow, ...]) -> str:
    return str(timeline_chart(rows, tuple(index.articles.values()), lambda r: r.entry.entry_id))


def test_every_entry_is_drawn_and_linked(index: Index) -> None:
    rows = sections.timeline(index)
    picture = draw(index, rows)
    ET.fromstring(picture)
    assert re.findall(r'href="#([^"]+)"', picture).sort() == [r.entry.entry_id for r in rows].sort()
    assert picture.count('class="paper"') == 4
    assert all(0 <= float(x) <= 100 for x in SHARE.findall(picture))


def test_a_gap_is_a_break_in_the_axis(index: Index) -> None:
    assert "one day without an entry" not in draw(index, sections.timeline(index))
    rows = tuple(
        dataclasses.replace(r, entry=dataclasses.replace(r.entry, earliest=dt.date(2023, 5, 9)))
        if r.status == "planned"
        else r
        for r in sections.timeline(index)
    )
    assert "four days without an entry" in draw(index, rows)


def test_a_crowded_day_says_how_many_more(index: Index) -> None:
    row = sections.timeline(index)[1]
    assert f"+{50 - TALLEST + 1}" in draw(index, (row,) * 50)


def test_many_days_share_columns() -> None:
    days = [dt.date(2020, 1, 1) + dt.timedelta(days=9 * n) for n in range(100)]
    axis = Axis(days, earlier=True)
    columns = [axis.column(d) for d in days]
    assert columns == sorted(columns)
    assert all(0 <= axis.share(c) <= 1 for c in columns)


def test_nothing_dated_gives_no_picture() -> None:
    assert not timeline_chart((), (), lambda r: "")


def test_figures_lie_on_a_scale_from_nought(index: Index) -> None:
    quantity = quantities.quantities(index)[0]
    for row in quantity.rows:
        ET.fromstring(str(figure_mark(row, quantity)))
    assert share(0, (0, 4000)) < share(2500, (0, 4000)) < share(4000, (0, 4000)) < 1


def test_the_family_tree_links_to_its_articles(index: Index) -> None:
    (tree,) = families.family_trees(index)
    picture = str(family_chart(tree, index.name_of, lambda i: i))
    ET.fromstring(picture)
    assert 'href="#art_courier"' in picture
    assert "covers 60%" in picture
    assert "002 (4 May 2023) (rewrite, from Orle Courier)" in picture
