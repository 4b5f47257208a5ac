"""News or historical narrative: the two read "in September" and "now" differently.

Narrative is told from explicit years and counts from the last one; news is told from the day of
publication and names weekdays. (HeidelTime has the user choose; here the text decides.)
"""

from __future__ import annotations

from collections.abc import Sequence

YEAR_RULES = frozenset(
    {"month_day_year", "day_month_year", "month_year", "year", "year_range", "year_era", "season_year"}
)
NEWS_RULES = frozenset({"weekday", "weekday_part", "deictic", "deictic_part", "weekday_of_week", "this_part"})
LEAST_YEARS = 8
LEAST_WITHOUT_NEWS = 5
PER_NEWS_WORD = 5


def is_narrative(found: Sequence[tuple[str, str]]) -> bool:
    """Whether (rule, words) pairs read like a history: many explicit years, few weekdays and "today"s."""
    years = sum(rule in YEAR_RULES for rule, _ in found)
    news = sum(rule in NEWS_RULES for rule, _ in found)
    if news == 0:
        return years >= LEAST_WITHOUT_NEWS
    return years >= LEAST_YEARS and years >= PER_NEWS_WORD * news
