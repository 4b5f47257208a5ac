"""Events in PLOVER's types, with status, participants, time and claimant."""

from newsledger.annotate.events.finding import find_events

__all__ = ["find_events"]
