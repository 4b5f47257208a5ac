"""The ordered list of stages; nothing else.

A stage across articles is a plain function: its parameters name the tables it reads, the keys of the
mapping that it returns name the tables it writes. Stages before it in the tuple have filled what it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from newsledger.assess.claims import find_claims
from newsledger.assess.disputes import find_disputes
from newsledger.assess.timeline import build_timeline, find_subjects
from newsledger.link.copies import find_derivations
from newsledger.link.dates import date_articles
from newsledger.link.entities import link_entities
from newsledger.link.events import link_events
from newsledger.link.families import find_families
from newsledger.link.figures import link_figures
from newsledger.link.parts import find_affairs
from newsledger.link.places import place_entities
from newsledger.link.quotations import link_quotations
from newsledger.link.revisions import find_revisions
from newsledger.link.scrambled import restore_references, restore_speakers
from newsledger.link.stories import find_stories
from newsledger.link.times import anchor_times
from newsledger.link.utterances import link_utterances

Stage = Callable[..., Mapping[str, tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class ByPart:
    """Stages that need no more than the rows of one part of the pile at a time.

    ``parts`` names the table of ``Part`` rows that says which articles a part has.
    """

    parts: str
    stages: tuple[Stage, ...]


STAGES: tuple[Stage | ByPart, ...] = (
    find_derivations,
    date_articles,
    find_families,
    find_revisions,
    anchor_times,
    link_entities,
    restore_references,
    place_entities,
    link_quotations,
    restore_speakers,
    find_stories,
    link_utterances,
    find_affairs,
    ByPart("affairs", (link_figures, link_events, find_claims, find_disputes)),
    find_subjects,
    ByPart("subjects", (build_timeline,)),
)
