"""How an engine tells what it is doing; the command line prints it, everybody else may ignore it."""

from __future__ import annotations

from collections.abc import Callable

# stage, done, total
Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
