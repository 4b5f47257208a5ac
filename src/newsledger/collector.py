"""Python's collector of reference cycles, paused where many records are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No search for cycles in this block: records refer to none, and as a pile of them grows it is searched
    again and again. On 1,200 articles this takes a quarter off the linking, for no more memory."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
