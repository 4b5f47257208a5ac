"""Places in the report: a map without a network, and GeoJSON."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger import report
from newsledger.records import Place
from newsledger.report.charts import map as charts
from newsledger.report.spots import spots
from newsledger.report.tables import Index
from report import fixture


def placed_at(*points: tuple[str, str, float, float]) -> dict[str, Any]:
    """The fixture with other places: (entity, kind, latitude, longitude)."""
    rows = tuple(
        Place(entity_id=i, name=i.removeprefix("ent_").title(), kind=kind, latitude=lat, longitude=lon)
        for i, kind, lat, lon in points
    )
    return {**fixture.tables(), "places": rows}


def test_the_map_links_to_what_is_told_there() -> None:
    page = report.render(fixture.tables(), "html")
    (section,) = re.findall(r'<section id="map".*?</section>', page, re.DOTALL)
    (target,) = re.findall(r'<a href="#(place-\d+)"><title>', section)
    assert f'id="{target}"' in section
    assert "one event; named in two articles" in section
    assert "consult" in section
    assert "Orle &lt;b&gt;" in section and "Orle <b>" not in section
    assert "http" not in section


@pytest.mark.parametrize("places", [(), fixture.tables()["places"][1:]])
def test_without_a_place_there_is_no_map(places: tuple[Place, ...]) -> None:
    page = report.render({**fixture.tables(), "places": places}, "html")
    assert 'id="map"' not in page and 'href="#map"' not in page


def test_one_point_for_one_place() -> None:
    tables = placed_at(("ent_orle", "city", 61.5, 9.0), ("ent_moor", "city", 61.5, 9.0))
    (spot,) = spots(Index(tables))
    assert spot.n_articles == 3
    assert [e.event_id for e, _ in spot.events] == ["eve_1"]


def test_a_country_that_is_only_named_does_not_stretch_the_view() -> None:
    tables = placed_at(("ent_orle", "city", 61.5, 9.0), ("ent_moor", "country", -25.0, 134.0))
    found = spots(Index(tables))
    assert [s.place.name for s in charts.outside(found)] == ["Moor"]
    assert "Named, but outside of this view: Moor." in report.render(tables, "html")


@given(
    st.lists(st.tuples(st.floats(-60, 84), st.floats(-180, 180)), min_size=1, max_size=6),
)
@settings(derandomize=True, deadline=None)
def test_the_view_holds_every_point(points: list[tuple[float, float]]) -> None:
    view = charts.view_of(points)
    assert view.north - view.south >= charts.NARROWEST - 1e-6
    assert -180 <= view.west < view.east <= 180 + 1e-6
    assert charts.SOUTH - 1e-6 <= view.south < view.north <= charts.NORTH + 1e-6
    for latitude, longitude in points:
        assert -1e-6 <= view.y(latitude) <= 1 + 1e-6
        assert -1e-6 <= view.x(longitude) <= 1 + 1e-6


def test_the_land_is_where_it_should_be() -> None:
    assert len(charts.outlines()) > 100
    for _, (west, east, south, north) in charts.outlines():
        assert west < 181 and east > -181 and south > -61 and north < 84


def test_geojson() -> None:
    found = json.loads(report.render(fixture.tables(), "geojson"))
    assert found["type"] == "FeatureCollection"
    event, story = found["features"]
    assert event["geometry"] == story["geometry"] == {"type": "Point", "coordinates": [9.0, 61.5]}
    assert (event["id"], event["properties"]["kind"], event["properties"]["type"]) == (
        "eve_1",
        "event",
        "CONSULT",
    )
    (evidence,) = event["properties"]["evidence"]
    assert fixture.TEXTS[evidence["article_id"]][evidence["start"] : evidence["end"]] == evidence["text"]
    assert story["properties"]["title"] == "Orle dam to be emptied"


def test_geojson_is_the_same_for_the_same_ledger() -> None:
    tables = fixture.tables()
    turned = {name: rows[::-1] for name, rows in tables.items()}
    assert report.render(turned, "geojson") == report.render(tables, "geojson")
    assert json.loads(report.render({}, "geojson")) == {"type": "FeatureCollection", "features": []}


def test_a_story_stands_where_its_events_are() -> None:
    tables = placed_at(("ent_moor", "city", 50.0, 5.0), ("ent_orle", "city", 61.5, 9.0))
    tables["mentions"] = tuple(m for m in tables["mentions"] if m.entity_id == "ent_moor")
    (story,) = (f for f in json.loads(report.render(tables, "geojson"))["features"] if f["id"] == "sto_1")
    assert story["geometry"]["coordinates"] == [9.0, 61.5]
    tables["events"] = tuple(replace(e, place_id=None) for e in tables["events"])
    (story,) = json.loads(report.render(tables, "geojson"))["features"]
    assert story["geometry"]["coordinates"] == [5.0, 50.0]
