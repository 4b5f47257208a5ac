"""The report as one HTML file: no request to anywhere, no style or script but its own, everything escaped."""

from __future__ import annotations

import base64
import functools
import hashlib
import importlib.resources
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsledger.report.page import Page
from newsledger.report.tables import Tables

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = importlib.resources.files("newsledger.report") / "templates"


def render(tables: Tables) -> str:
    """The whole page. The same tables give the same bytes."""
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    script = (TEMPLATES / "report.js").read_text(encoding="utf-8")
    return (
        environment()
        .get_template("report.html")
        .render(page=Page(tables), style=style, script=script, policy=policy(style, script))
    )


def policy(style: str, script: str) -> str:
    """A content security policy that allows this style and this script by their hashes, and nothing else."""
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src {source_hash(style)}; script-src {source_hash(script)}"
    )


def source_hash(code: str) -> str:
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@functools.lru_cache(maxsize=1)
def environment() -> Environment:
    """Jinja with escaping on for everything and an error for every name that is not there."""
    import jinja2

    from newsledger.report import wording

    env = jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in ("day", "short_day", "weekday", "counted", "one_line", "sentence", "amount", "quoted"):
        env.filters[name] = getattr(wording, name)
    env.filters["web"] = web_address
    env.filters["listed"] = lambda items: wording.listed(list(items))
    return env


def load(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def web_address(url: str | None) -> str:
    """The address where it is safe to link to (http or https), else nothing."""
    try:
        return url if url and urlsplit(url).scheme.lower() in ("http", "https") else ""
    except ValueError:
        return ""


def unique(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))
