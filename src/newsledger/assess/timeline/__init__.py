"""The timeline of each story: dated entries with their evidence, counts and salience."""

from newsledger.assess.timeline.building import build_timeline

__all__ = ["build_timeline"]
