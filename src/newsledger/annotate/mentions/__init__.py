"""Mentions of people, bodies, places and groups in one article, chained by referent."""

from newsledger.annotate.mentions.find import find_mentions

__all__ = ["find_mentions"]
