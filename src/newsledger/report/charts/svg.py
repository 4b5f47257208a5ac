"""SVG elements as escaped markup."""

from __future__ import annotations

from markupsafe import Markup, escape


def element(name: str, *children: object, **attributes: object) -> Markup:
    """One element. ``class_`` gives ``class``, ``_`` in names gives ``-``; None leaves an attribute out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(escape(child) for child in children)
    return Markup(f"<{name}{written}>{inner}</{name}>")


def picture(height: float, label: str, *children: object, class_: str = "chart") -> Markup:
    """A picture as wide as its place, with a name for those who do not see it.

    One with links is a group, since what stands inside an image cannot be reached.
    """
    role = "group" if any("<a " in str(child) for child in children) else "img"
    return element(
        "svg", *children, class_=class_, width="100%", height=f"{height:g}", role=role, aria_label=label
    )


def percent(share: float) -> str:
    """A share of the width, rounded so that the same ledger gives the same bytes everywhere."""
    return f"{round(100 * share, 2):g}%"


def text(x: str, y: float, words: str, **attributes: object) -> Markup:
    return element("text", words, x=x, y=f"{y:g}", **attributes)


def line(x1: str, y1: float, x2: str, y2: float, **attributes: object) -> Markup:
    return element("line", x1=x1, y1=f"{y1:g}", x2=x2, y2=f"{y2:g}", **attributes)


def glyph(x: str, y: float, path: str, **attributes: object) -> Markup:
    """A shape drawn around (0, 0) in pixels and put at a share of the width."""
    drawn = element("path", d=path, **attributes)
    return element("svg", drawn, x=x, y=f"{y:g}", overflow="visible", width="1", height="1")
