"""Engines: how the stages are run. The stages know nothing of them."""

from newsledger.engine.local import run

__all__ = ["run"]
