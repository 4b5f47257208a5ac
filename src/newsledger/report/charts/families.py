"""The family tree of copies: the original on top, each copy indented under the article it derives from."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from newsledger.report.charts.svg import element, picture
from newsledger.report.families import KINDS, FamilyRow, FamilyTree
from newsledger.report.wording import counted, short_day

ROW = 46
INDENT = 26


def family_chart(tree: FamilyTree, name: Callable[[str], str], target: Callable[[str], str]) -> Markup:
    """The picture; every article links to its text."""
    marks: list[Markup] = []
    top = 0
    last_at: dict[int, float] = {}
    if not tree.original_known:
        marks += [node(0, 0, "unseen"), label(0, 0, "Original not known", "")]
        last_at[0] = 0
        top = 1
    for n, row in enumerate(tree.rows, start=top):
        y = n * ROW
        if row.depth:
            marks.append(elbow(row.depth, last_at.get(row.depth - 1, 0), y))
        last_at[row.depth] = y
        title = element("title", f"{row.article.title or row.article.source}. {row.reason}".strip())
        words = label(row.depth, y, name(row.article.article_id), detail(row))
        marks.append(
            element("a", title, node(row.depth, y, "known"), words, href=f"#{target(row.article.article_id)}")
        )
    height = (len(tree.rows) + top) * ROW
    return picture(height, description(tree, name), *marks, class_="chart family-chart")


def description(tree: FamilyTree, name: Callable[[str], str]) -> str:
    parts = [
        f"{name(r.article.article_id)} ({KINDS.get(r.kind, r.kind)}, from {name(r.parent)})"
        if r.parent
        else name(r.article.article_id)
        for r in tree.rows
    ]
    return f"Family of {counted(len(tree.rows), 'article')}: {'; '.join(parts)}"


def detail(row: FamilyRow) -> str:
    coverage = f"covers {row.coverage:.0%}" if row.coverage else ""
    kind = KINDS.get(row.kind, row.kind) or ("likely original" if not row.depth else "")
    return " · ".join(part for part in (kind, coverage, short_day(row.article.published)) if part)


def node(depth: int, y: float, kind: str) -> Markup:
    return element("circle", cx=f"{8 + depth * INDENT}", cy=f"{y + 14:g}", r="6", class_=f"node {kind}")


def label(depth: int, y: float, name: str, below: str) -> Markup:
    x = f"{24 + depth * INDENT}"
    head = element("text", name, x=x, y=f"{y + 18:g}", class_="name")
    return head + element("text", below, x=x, y=f"{y + 35:g}", class_="detail")


def elbow(depth: int, y_from: float, y_to: float) -> Markup:
    x = 8 + (depth - 1) * INDENT
    return element("path", d=f"M{x},{y_from + 20:g}V{y_to + 14:g}H{x + INDENT - 6}", class_="edge")
