"""One event across articles: participants resolved, dates given, mentions joined, status followed."""

from newsledger.link.events.linking import link_events

__all__ = ["link_events"]
