"""The timeline of each story: dated entries with their evidence, counts and salience."""

from newsledger.assess.timeline.building import build_timeline
from newsledger.assess.timeline.subjects import find_subjects

__all__ = ["build_timeline", "find_subjects"]
