"""Temporal expressions of English news, to TIMEX3 (ISO-TimeML; Pustejovsky et al. 2003).

``find_times`` marks them in one article; ``anchor`` gives them values once the publication date is known;
``tag_times`` does both for a bare text, and ``to_timeml`` writes the result as TimeML.
"""

from newsledger.annotate.times.anchor import Anchored, anchor
from newsledger.annotate.times.find import find_in_text, find_times
from newsledger.annotate.times.tag import as_time, tag_times
from newsledger.annotate.times.timeml import to_timeml

__all__ = ["Anchored", "anchor", "as_time", "find_in_text", "find_times", "tag_times", "to_timeml"]
