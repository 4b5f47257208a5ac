"""The map: the land as lines, a grid, and a mark for each place. No tiles and no network.

Equirectangular, true to scale at the middle of the view; the view is as wide as the places ask for. Land:
Natural Earth 1:110m, public domain; too coarse for a view of less than a few degrees.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from markupsafe import Markup

from newsledger.report.charts.svg import element, percent, picture, text
from newsledger.report.spots import Spot
from newsledger.report.wording import counted

NARROWEST = (
    24.0  # degrees of latitude or (at scale) longitude: a closer view would show a coast that is not there
)
MARGIN = 1.3  # the view's size, measured by that of the places
ASPECT = 2.0  # width to height, as in report.css
NORTH, SOUTH = 84.0, -60.0
LABELS = 14  # names at most; every place is named in its title and below the map
GAP_X, GAP_Y = 0.13, 0.055  # of width and height, so that labels do not touch
HEIGHT = 360  # pixels, where the page's style does not set it
STEPS = (5, 10, 15, 30, 45)
PAIR = re.compile(r"-?\d+")


@dataclass(frozen=True, slots=True)
class View:
    """A window on the world in degrees."""

    west: float
    east: float
    south: float
    north: float

    def x(self, longitude: float) -> float:
        return (longitude - self.west) / (self.east - self.west)

    def y(self, latitude: float) -> float:
        return (self.north - latitude) / (self.north - self.south)


def view_of(points: Sequence[tuple[float, float]]) -> View:
    """The window that holds all (latitude, longitude), in the picture's proportions."""
    south, north = min(p[0] for p in points), max(p[0] for p in points)
    west, east = min(p[1] for p in points), max(p[1] for p in points)
    middle = (south + north) / 2
    scale = max(0.3, math.cos(math.radians(middle)))  # a degree of longitude, in degrees of latitude
    height = max((north - south) * MARGIN, (east - west) * MARGIN * scale / ASPECT, NARROWEST)
    height = min(height, NORTH - SOUTH)
    width = min(max(height * ASPECT / scale, (east - west) * MARGIN), 360.0)
    bottom = min(max(middle - height / 2, SOUTH), NORTH - height)
    left = min(max((west + east) / 2 - width / 2, -180.0), 180.0 - width)
    return View(left, left + width, bottom, bottom + height)


def map_chart(spots: Sequence[Spot], target: Callable[[Spot], str]) -> Markup:
    """The picture; every mark links to what is told of its place. Nothing where nothing is placed."""
    if not spots:
        return Markup("")
    view = view_of([(s.latitude, s.longitude) for s in focus(spots)])
    shown = [s for s in spots if inside(view, s)]
    marks = [mark(view, spot, target(spot)) for spot in reversed(shown)]  # the most told of lie on top
    label = f"Map of {counted(len(shown), 'place')}: {', '.join(s.place.name for s in shown[:LABELS])}"
    parts = [land(view), *grid(view), *marks, *labels(view, shown)]
    return picture(HEIGHT, label, *parts, class_="chart map")


def focus(spots: Sequence[Spot]) -> Sequence[Spot]:
    """What the view is cut to: cities, and countries with events; a country that is only named may lie outside.

    The middle of a large country would stretch the view over half of the world and say nothing.
    """
    return [s for s in spots if s.place.kind != "country" or s.events] or spots


def inside(view: View, spot: Spot) -> bool:
    return view.west <= spot.longitude <= view.east and view.south <= spot.latitude <= view.north


def outside(spots: Sequence[Spot]) -> list[Spot]:
    """The places that the view leaves out."""
    if not spots:
        return []
    view = view_of([(s.latitude, s.longitude) for s in focus(spots)])
    return [s for s in spots if not inside(view, s)]


def land(view: View) -> Markup:
    """The land within the view, stretched with the picture."""
    window = (view.west * 10, -view.north * 10, (view.east - view.west) * 10, (view.north - view.south) * 10)
    shown = [path for path, box in outlines() if overlaps(box, view)]
    return element(
        "svg",
        element("path", d="".join(shown), class_="land", vector_effect="non-scaling-stroke"),
        viewBox=" ".join(f"{n:.1f}" for n in window),
        preserveAspectRatio="none",
        width="100%",
        height="100%",
        aria_hidden="true",
    )


def grid(view: View) -> Iterator[Markup]:
    """Meridians and parallels at a round step, named at the edge."""
    step = next((s for s in STEPS if (view.east - view.west) / s <= 9), STEPS[-1])
    for longitude in range(math.ceil(view.west / step) * step, math.floor(view.east) + 1, step):
        x = percent(view.x(longitude))
        yield element("line", x1=x, x2=x, y1="0", y2="100%", class_="grid")
        if 0.03 < view.x(longitude) < 0.97:
            yield degrees(x, "99%", longitude, "EW", "middle")
    for latitude in range(math.ceil(view.south / step) * step, math.floor(view.north) + 1, step):
        y = percent(view.y(latitude))
        yield element("line", x1="0", x2="100%", y1=y, y2=y, class_="grid")
        if 0.06 < view.y(latitude) < 0.92:
            yield degrees("0.4%", y, latitude, "NS", "start")


def degrees(x: str, y: str, value: int, sides: str, anchor: str) -> Markup:
    side = "" if value == 0 else sides[value < 0]
    return element("text", f"{abs(value)}°{side}", x=x, y=y, text_anchor=anchor, class_="degree")


def mark(view: View, spot: Spot, href: str) -> Markup:
    """A disc whose area grows with the articles; a ring where the point stands for a whole country."""
    radius = 3 + 2 * math.sqrt(spot.n_articles)
    title = element("title", f"{spot.place.name}: {told(spot)}")
    kind = "country" if spot.place.kind == "country" else "city"
    at = {"cx": percent(view.x(spot.longitude)), "cy": percent(view.y(spot.latitude))}
    disc = element("circle", **at, r=f"{min(radius, 14):.1f}", class_=f"spot {kind}")
    return element("a", title, disc, href=f"#{href}")


def told(spot: Spot) -> str:
    """ "two events; named in five articles"."""
    happened = f"{counted(len(spot.events), 'event')}; " if spot.events else ""
    return f"{happened}named in {counted(spot.n_articles, 'article')}"


def labels(view: View, spots: Sequence[Spot]) -> list[Markup]:
    """Names with the number of articles, the most told first, as many as fit."""
    taken: list[tuple[float, float]] = []
    drawn: list[Markup] = []
    for spot in spots:
        x, y = view.x(spot.longitude), view.y(spot.latitude)
        if len(drawn) >= LABELS or any(abs(x - a) < GAP_X and abs(y - b) < GAP_Y for a, b in taken):
            continue
        taken.append((x, y))
        anchor, shift = ("end", -8) if x > 0.85 else ("start", 8)
        shift += int(math.copysign(min(14, 2 * math.sqrt(spot.n_articles)), shift)) - (0 if shift < 0 else 1)
        words = text("0", 4, f"{spot.place.name} {spot.n_articles}", text_anchor=anchor, class_="name")
        placed = element("g", words, transform=f"translate({shift} 0)")
        drawn.append(
            element("svg", placed, x=percent(x), y=percent(y), overflow="visible", width="1", height="1")
        )
    return drawn


Box = tuple[float, float, float, float]


@functools.lru_cache(maxsize=1)
def outlines() -> tuple[tuple[str, Box], ...]:
    """Each piece of land as an SVG path in tenths of a degree, with west, east, south and north of it."""
    source = resources.files("newsledger.data").joinpath("places", "land.txt").read_text(encoding="utf-8")
    return tuple((line, box_of(line)) for line in source.splitlines() if not line.startswith("# "))


def box_of(path: str) -> Box:
    """The corners of a path of one move and relative lines for each ring."""
    xs: list[float] = []
    ys: list[float] = []
    for ring in path.split("M")[1:]:
        numbers = [int(n) for n in PAIR.findall(ring)]
        x = y = 0
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            xs.append(x / 10)
            ys.append(-y / 10)
    return min(xs), max(xs), min(ys), max(ys)


def overlaps(box: Box, view: View) -> bool:
    west, east, south, north = box
    return west < view.east and east > view.west and south < view.north and north > view.south
