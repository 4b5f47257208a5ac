"""The record, and how it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from newsledger.annotate.fingerprint.features import features
from newsledger.annotate.fingerprint.hashing import Keys
from newsledger.annotate.fingerprint.stems import commonest
from newsledger.annotate.fingerprint.stretches import stretches

if TYPE_CHECKING:
    from newsledger.annotate.annotation import Annotation, Span

KEY = np.dtype("<u8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """Keys drawn from one article's text; see the module of each field."""

    features: bytes  # names, numbers, longer words and word pairs, by which days are told apart
    stretches: bytes  # runs of seven words and whole quotations, by which articles of one day are found
    words: tuple[tuple[str, int], ...]  # the commonest stems of its prose and how often they stand there


def take_fingerprint(text: str, sentences: Sequence[Span] = ()) -> Fingerprint:
    """The fingerprint of a text; ``sentences`` are those of its prose, which is all of it where none are given."""
    prose = "\n".join(text[s.start : s.end] for s in sentences) if sentences else text
    return Fingerprint(
        features=_bytes(features(text)), stretches=_bytes(stretches(text)), words=commonest(prose)
    )


def print_of(text: str, annotation: Annotation | None) -> Fingerprint:
    """The fingerprint that an annotation holds; taken now where it holds none."""
    kept = annotation.fingerprint if annotation else None
    return kept or take_fingerprint(text, annotation.sentences if annotation else ())


def keys_in(kept: bytes) -> Keys:
    """Keys as an array of unsigned 64-bit numbers."""
    return np.frombuffer(kept, dtype=KEY)


def _bytes(keys: Keys) -> bytes:
    return keys.astype(KEY).tobytes()
