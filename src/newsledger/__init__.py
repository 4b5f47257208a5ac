"""Newsledger reads news articles and writes a ledger of what happened, when, who said so, and who carries it.

The names below are the public interface; they are imported on first use, since some of them bring spaCy.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsledger.annotate.times import tag_times as tag_times
    from newsledger.api import Ledger as Ledger
    from newsledger.api import build as build
    from newsledger.errors import LedgerError as LedgerError
    from newsledger.errors import NewsledgerError as NewsledgerError
    from newsledger.link.utterances import compare_quotations as compare_quotations

_HOMES = {
    "Ledger": "newsledger.api",
    "LedgerError": "newsledger.errors",
    "NewsledgerError": "newsledger.errors",
    "build": "newsledger.api",
    "compare_quotations": "newsledger.link.utterances",
    "tag_times": "newsledger.annotate.times",
}

__all__ = ["Ledger", "LedgerError", "NewsledgerError", "build", "compare_quotations", "tag_times"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'newsledger' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
