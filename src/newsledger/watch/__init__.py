"""Taking what arrives: files in a folder, entries of feeds."""

from newsledger.watch.loop import watch

__all__ = ["watch"]
