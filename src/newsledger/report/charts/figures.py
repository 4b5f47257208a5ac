"""Where a figure lies on the scale of its quantity: a mark for the value, a bar for a range, arrows for bounds."""

from __future__ import annotations

from markupsafe import Markup

from newsledger.report.charts.svg import glyph, line, percent, picture, text
from newsledger.report.quantities import FigureRow, Quantity, value_words
from newsledger.report.wording import amount

HEIGHT = 22
MIDDLE = 11
INSET = 0.03  # of the width at either end, room for half a mark
CIRCLE = "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0"
ARROWS = {"at least": "M7,-4L13,0L7,4", "at most": "M-7,-4L-13,0L-7,4", "nearly": "M-7,-4L-13,0L-7,4"}


def numbers(row: FigureRow) -> list[float]:
    return [n for n in (row.low, row.value, row.high) if n is not None]


def scale(quantity: Quantity) -> tuple[float, float]:
    """The ends of the axis: from nought (or the least, where negative) to the largest number."""
    values = [n for row in quantity.rows for n in numbers(row)]
    return min([0.0, *values]), max([0.0, *values]) or 1.0


def share(value: float, ends: tuple[float, float]) -> float:
    low, high = ends
    return INSET + (1 - 2 * INSET) * (value - low) / ((high - low) or 1.0)


def figure_mark(row: FigureRow, quantity: Quantity) -> Markup:
    """One row's mark on the common scale."""
    ends = scale(quantity)
    marks = [line("0", MIDDLE, "100%", MIDDLE, class_="track")]
    values = numbers(row)
    if len(values) > 1:
        low, high = share(min(values), ends), share(max(values), ends)
        marks.append(line(percent(low), MIDDLE, percent(high), MIDDLE, class_="range"))
    if values:
        at = row.value if row.value is not None else row.low if row.low is not None else values[0]
        x = percent(share(at, ends))
        style = "exact" if row.bound == "exact" else "vague"
        marks.append(glyph(x, MIDDLE, CIRCLE, class_=f"value {style}"))
        if row.bound in ARROWS:
            marks.append(glyph(x, MIDDLE, ARROWS[row.bound], class_="arrow"))
    label = f"{value_words(row)} on a scale from {amount(ends[0])} to {amount(ends[1])}"
    return picture(HEIGHT, label, *marks, class_="chart figure-mark")


def figure_axis(quantity: Quantity) -> Markup:
    """The ends of the scale in numbers."""
    low, high = scale(quantity)
    return picture(
        16,
        f"scale from {amount(low)} to {amount(high)}",
        text("0", 12, amount(low)),
        text("100%", 12, amount(high), text_anchor="end"),
        class_="chart figure-axis",
    )
