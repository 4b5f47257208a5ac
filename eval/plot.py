"""A plot on two logarithmic axes, as SVG by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

WIDTH, HEIGHT, EDGE, KEY = 520, 420, 56, 200
COLOURS = ("#2b6cb0", "#c05621", "#2f855a", "#b83280", "#6b46c1", "#718096", "#b7791f", "#2c7a7b", "#e53e3e")


def logarithmic(lines: Mapping[str, Sequence[tuple[float, float]]], x_title: str, y_title: str) -> str:
    """Lines through points, named beside the plot, the highest first. Values are above 0."""
    points = [p for line in lines.values() for p in line]
    low_x, high_x = decades([x for x, _ in points])
    low_y, high_y = decades([y for _, y in points])

    def at(x: float, y: float) -> tuple[float, float]:
        return (
            EDGE + (math.log10(x) - low_x) / (high_x - low_x) * WIDTH,
            EDGE + (high_y - math.log10(y)) / (high_y - low_y) * HEIGHT,
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH + 2 * EDGE + KEY} {HEIGHT + 2 * EDGE}" '
        'font-family="sans-serif" font-size="12">',
        *(grid(at, low_x, high_x, low_y, high_y)),
    ]
    ordered = sorted(lines.items(), key=lambda line: -line[1][-1][1])
    for n, (name, line) in enumerate(ordered):
        colour, dash = COLOURS[n % len(COLOURS)], ' stroke-dasharray="5 3"' if n >= len(COLOURS) else ""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*p) for p in line))
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in (at(*p) for p in line)
        ]
        y = EDGE + 14 + n * 20
        parts.append(f'<text x="{EDGE + WIDTH + 16}" y="{y}" fill="{colour}">{name}</text>')
    parts.append(f'<text x="{EDGE}" y="{EDGE + HEIGHT + 42}">{x_title}</text>')
    parts.append(f'<text x="{EDGE}" y="{EDGE - 16}">{y_title}</text></svg>')
    return "\n".join(parts) + "\n"


def decades(values: Sequence[float]) -> tuple[int, int]:
    """The powers of ten around the values."""
    low = math.floor(math.log10(min(values)))
    return low, max(low + 1, math.ceil(math.log10(max(values))))


def grid(at, low_x: int, high_x: int, low_y: int, high_y: int) -> list[str]:  # type: ignore[no-untyped-def]
    """A line and a label at each power of ten."""
    parts = []
    for power in range(low_x, high_x + 1):
        (x, top), (_, bottom) = at(10.0**power, 10.0**high_y), at(10.0**power, 10.0**low_y)
        parts.append(f'<line x1="{x:.1f}" y1="{top:.1f}" x2="{x:.1f}" y2="{bottom:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18:.1f}" text-anchor="middle">{10**power:,}</text>')
    for power in range(low_y, high_y + 1):
        (left, y), (right, _) = at(10.0**low_x, 10.0**power), at(10.0**high_x, 10.0**power)
        parts.append(f'<line x1="{left:.1f}" y1="{y:.1f}" x2="{right:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    return parts
