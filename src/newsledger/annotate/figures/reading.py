"""The numbers of a sentence with their units, as tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsledger.annotate.figures.antecedents import Antecedents, Counting
from newsledger.annotate.figures.bounds import find_bound
from newsledger.annotate.figures.cardinals import Number
from newsledger.annotate.figures.counted import find_counted
from newsledger.annotate.figures.counting import count, outcome_of
from newsledger.annotate.figures.measured import Counted
from newsledger.annotate.figures.moments import Times
from newsledger.annotate.figures.numbers import read_number
from newsledger.annotate.figures.physical import dimension, scale_of
from newsledger.annotate.figures.rates import converts, find_rate
from newsledger.annotate.figures.single import find_singles
from newsledger.annotate.figures.skip import counts_nothing
from newsledger.annotate.figures.tables import units

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.tokens import Doc

TIME_UNITS = frozenset(u.name for u in units().values() if u.dimension == "time")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with its unit, as tokens; ``counted`` are the words that name what is counted."""

    number: Number
    first: int  # with bound words and signs of currency
    end: int
    unit: str
    counted: str
    kind: str
    bound: str
    currency: str | None
    head: int
    per: str | None = None


def read_sentence(
    doc: Doc, sentence: spacy.tokens.Span, index: int, times: Times, past: Antecedents
) -> Iterator[Reading]:
    """The figures of one sentence, number ``index`` of the article, in order; adds what they count to ``past``."""
    floor, limit = sentence.start, sentence.end
    numbers = list(_numbers(doc, floor, limit))
    taken = frozenset(n.first for n in numbers)
    readings = [r for n in numbers if (r := _read(doc, n, floor, limit, index, times, past, taken))]
    readings = _joined(doc, _converted(doc, readings))
    readings += [
        Reading(
            Number(s.first, s.first + 1, 1.0),
            s.first,
            s.end,
            s.unit,
            s.counted,
            "outcome",
            "exact",
            None,
            s.end - 1,
        )
        for s in find_singles(doc, floor, limit, taken)
    ]
    yield from readings


def _converted(doc: Doc, readings: list[Reading]) -> list[Reading]:
    """``4,000 barrels, or 168,000 gallons, a day``: the rate is of both, and the bound passes on."""
    out = list(readings)
    for n in [*reversed(range(len(out) - 1)), *range(len(out) - 1)]:
        one, other = out[n], out[n + 1]
        if converts(doc, one.end, other.first, (one.unit, one.currency), (other.unit, other.currency)):
            bound = one.bound if other.bound in ("exact", "about") and one.bound != "exact" else other.bound
            out[n] = replace(one, per=one.per or other.per)
            out[n + 1] = replace(other, per=other.per or one.per, bound=bound)
    return out


def _joined(doc: Doc, readings: list[Reading]) -> list[Reading]:
    """``four hours and twenty minutes``, ``6 ft 2 in`` are one length, in the larger unit."""
    out: list[Reading] = []
    for reading in readings:
        last = out[-1] if out else None
        ratio = _goes_on(doc, last, reading) if last is not None else None
        if last is not None and ratio:
            total = (last.number.value or 0.0) + (reading.number.value or 0.0) * ratio
            out[-1] = replace(last, number=replace(last.number, value=round(total, 6)), end=reading.end)
        else:
            out.append(reading)
    return out


def _goes_on(doc: Doc, a: Reading, b: Reading) -> float | None:
    """How much of the first unit the second is, where it is the smaller one, with nothing or "and" between."""
    measured = dimension(a.unit)
    if measured not in ("time", "length") or dimension(b.unit) != measured or a.per or b.per:
        return None
    plain = a.number.value is not None and b.number.value is not None
    if not plain or [t.lower_ for t in doc[a.end : b.first]] not in ([], ["and"]):
        return None
    ratio = scale_of(b.unit).base(1.0) / scale_of(a.unit).base(1.0)
    return ratio if ratio < 1 else None


def _numbers(doc: Doc, floor: int, limit: int) -> Iterator[Number]:
    i = floor
    while i < limit:
        number = read_number(doc, i)
        if number is None or number.end > limit:
            i += 1
            continue
        yield number
        i = number.end


def _read(
    doc: Doc,
    number: Number,
    floor: int,
    limit: int,
    index: int,
    times: Times,
    past: Antecedents,
    taken: frozenset[int],
) -> Reading | None:
    counted = find_counted(doc, number, limit)
    end = counted.end if counted else number.end
    if counts_nothing(doc, number, end, limit, times):
        return None
    number = _signed(doc, number, counted, floor)
    bound, first = find_bound(
        doc, number, floor, bool(counted and counted.kind == "physical" and counted.unit in TIME_UNITS)
    )
    counting = count(doc, number, counted, first, floor, limit, index, past, taken)
    if counting is None:
        if counted is not None and counted.kind == "count":  # "one more case, taking the total to 28"
            past.add(Counting(index, outcome_of(doc, counted), "", "outcome"))
        return None
    outcome_end = _counting_end(doc, counting, end, limit)
    rate = find_rate(doc, outcome_end, limit)
    per = rate.per if rate else counting.per
    past.add(replace(counting, per=per))
    head = counted.head if counted and counted.head is not None else number.end - 1
    return Reading(
        number,
        first,
        rate.end if rate else outcome_end,
        counting.unit,
        counting.counted,
        counting.kind,
        bound,
        counting.currency,
        head,
        per,
    )


def _signed(doc: Doc, number: Number, counted: Counted | None, floor: int) -> Number:
    """``minus 12 degrees``: only what is measured in degrees goes below nought."""
    before = doc[number.first - 1] if number.first > floor else None
    if before is None or number.value is None or not (counted and counted.unit.startswith("degrees")):
        return number
    if before.lower_ == "minus" or before.text in ("-", "−"):
        return replace(number, first=number.first - 1, value=-number.value)
    return number


def _counting_end(doc: Doc, counting: Counting, end: int, limit: int) -> int:
    """An outcome that follows directly belongs to the expression: ``171 dead``."""
    adjacent = end < limit and doc[end].lower_ in counting.counted.split() and counting.kind == "outcome"
    return end + 1 if adjacent else end
