"""Figures: a quantity, how it binds, what it counts, whose it is, and who vouches for it."""

from newsledger.annotate.figures.find import find_figures

__all__ = ["find_figures"]
