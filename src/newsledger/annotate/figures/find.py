"""Figures: quantities in an article's prose with what they count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import FoundFigure, FoundQuotation, FoundTime, Span
from newsledger.annotate.figures import claimant, owner, place_time
from newsledger.annotate.figures.bounds import find_bound
from newsledger.annotate.figures.counted import Counted, find_counted, skip_links
from newsledger.annotate.figures.ellipsis import Antecedents, Counting, quantity_of, resolve, share_of
from newsledger.annotate.figures.numbers import Number, read_number
from newsledger.annotate.figures.outcome import (
    is_person,
    outcome_after,
    outcome_before,
    outcome_of_noun,
    outcome_within,
)
from newsledger.annotate.figures.physical import dimension, scale_of
from newsledger.annotate.figures.rates import converts, find_rate
from newsledger.annotate.figures.single import find_singles
from newsledger.annotate.figures.skip import Times, counts_nothing
from newsledger.annotate.figures.tables import units, words
from newsledger.annotate.parse import Parsed

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.tokens import Doc


DENIED = 12  # tokens before "not" within which the number stands that holds
REACH = 120  # tokens of a sentence around a figure that are read for its circumstances
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


def find_figures(
    parsed: Parsed, times: tuple[FoundTime, ...], quotations: tuple[FoundQuotation, ...]
) -> tuple[FoundFigure, ...]:
    """All figures of an article, in order. ``start, end`` cover bound, number and counted noun.

    Corrections at the foot are read, too: a figure that they take back is marked ``retracted``.
    """
    lookup = Times(times)
    past = Antecedents()
    found: list[FoundFigure] = []
    for number, sentence in enumerate(_sentences(parsed)):
        readings = list(_read_sentence(parsed.doc, sentence, number, lookup, past))
        found += [_figure(parsed, sentence, r, lookup) for r in readings]
    return tuple(sorted(found, key=lambda f: (f.start, f.end)))


def _sentences(parsed: Parsed) -> Iterator[spacy.tokens.Span]:
    """The prose, and the sentences of corrections."""
    corrections = [p for p in parsed.passages if p.kind == "correction"]
    if not corrections:
        yield from parsed.sentences
        return
    prose = {s.start for s in parsed.sentences}
    for sentence in parsed.doc.sents:
        start, end = sentence.start, sentence.end
        while start < end and parsed.doc[start].is_space:
            start += 1
        if start == end:
            continue
        inside = any(p.start <= parsed.doc[start].idx < p.end for p in corrections)
        if start in prose or inside:
            yield parsed.doc[start:end]


def _read_sentence(
    doc: Doc, sentence: spacy.tokens.Span, index: int, times: Times, past: Antecedents
) -> Iterator[Reading]:
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
    for n in range(len(out) - 1):
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
    counting = _count(doc, number, counted, first, floor, limit, index, past, taken)
    if counting is None:
        return None
    past.add(counting)
    outcome_end = counting_end(doc, counting, end, limit)
    rate = find_rate(doc, outcome_end, limit)
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
        rate.per if rate else None,
    )


def _signed(doc: Doc, number: Number, counted: Counted | None, floor: int) -> Number:
    """``minus 12 degrees``: only what is measured in degrees goes below nought."""
    before = doc[number.first - 1] if number.first > floor else None
    if before is None or number.value is None or not (counted and counted.unit.startswith("degrees")):
        return number
    if before.lower_ == "minus" or before.text in ("-", "−"):
        return replace(number, first=number.first - 1, value=-number.value)
    return number


def counting_end(doc: Doc, counting: Counting, end: int, limit: int) -> int:
    """An outcome that follows directly belongs to the expression: ``171 dead``."""
    adjacent = end < limit and doc[end].lower_ in counting.counted.split() and counting.kind == "outcome"
    return end + 1 if adjacent else end


def _count(
    doc: Doc, number: Number, counted: Counted | None, first: int, floor: int, limit: int, index: int,
    past: Antecedents, taken: frozenset[int],
) -> Counting | None:  # fmt: skip
    if counted and counted.kind != "count":
        share = share_of(doc, first, floor) if counted.unit == "percent" else ""
        return Counting(index, counted.unit, share, counted.kind, counted.currency)
    head = counted.head if counted else None
    noun = doc[head] if head is not None else None
    if noun is not None:
        by_noun = outcome_of_noun(noun.lemma_.lower(), noun.lower_)
        if by_noun and by_noun != "troops":
            return Counting(index, by_noun, noun.lower_, "outcome")
        if noun.lemma_.lower() in words("entries"):  # "the list of missing people holds 286 names"
            listed = quantity_of(doc, first, floor, index)
            if listed:
                return Counting(index, listed.unit, f"{listed.counted} {noun.lower_}", listed.kind)
        if not is_person(doc, noun.i):
            return _plain(doc, number, noun.i, index, counted.unit if counted else noun.lower_)
    start = head + 1 if head is not None else skip_links(doc, number.end, limit)
    others = taken - {number.first}
    outcome = (
        (outcome_within(doc, number.end, noun.i) if noun is not None else None)
        or outcome_after(doc, start, limit, others)
        or outcome_before(doc, first, floor, others, noun is None)
    )
    if outcome:
        name, a, b = outcome
        words_of = [noun.lower_] if noun is not None else []
        words_of += [t.lower_ for t in doc[a:b] if b - a <= 2 and (noun is None or a >= first)]
        return Counting(index, name, " ".join(words_of), "outcome")
    if noun is not None:
        return _plain(doc, number, noun.i, index, counted.unit if counted else noun.lower_)
    return resolve(doc, number, first, floor, limit, index, past)


def _plain(doc: Doc, number: Number, head: int, index: int, unit: str) -> Counting | None:
    """A count of a noun; "one" alone is mostly a pronoun."""
    if number.value in (0, 1) and not number.digits:
        return None
    noun = doc[head]
    outcome = outcome_of_noun(noun.lemma_.lower(), noun.lower_)
    return Counting(index, outcome or unit, unit, "outcome" if outcome else "count")


def _figure(parsed: Parsed, sentence: spacy.tokens.Span, r: Reading, times: Times) -> FoundFigure:
    doc = parsed.doc
    floor, limit = max(sentence.start, r.first - REACH), min(sentence.end, r.end + REACH)
    start, end = doc[r.first].idx, doc[r.end - 1].idx + len(doc[r.end - 1])
    number = r.number
    subject = owner.find_share_of(doc, r.end, limit) if r.unit == "percent" else None
    if subject is None and r.kind != "physical":
        subject = (
            owner.find_owner(doc, r.head, r.first, floor, limit)
            or owner.find_named_near(doc, r.end, limit)
            or owner.find_owner_before(doc, r.first, floor)
        )
    voice = claimant.find_claimant(doc, r.head, r.first, floor, limit)
    if voice is not None and voice.start < end and start < voice.end:
        voice = None  # "Three men say ...": the counted do not vouch for their number
    return FoundFigure(
        start=start,
        end=end,
        text=parsed.article.text[start:end],
        value=number.value,
        low=number.low if number.value is None else None,
        high=number.high,
        bound=r.bound,
        unit=r.unit,
        counted=r.counted,
        currency=r.currency,
        per=r.per,
        retracted=_is_retracted(sentence) or _is_denied(doc, r, sentence.start),
        subject=subject,
        place=place_time.find_place(doc, r.end, limit, floor, r.first),
        claimant=voice,
        time=place_time.find_time(times, doc, r.first, floor, limit),
        sentence=Span(sentence.start_char, sentence.end_char),
    )


def _is_denied(doc: Doc, r: Reading, floor: int) -> bool:
    """``$221m, not $212m``: the number that the words set aside for the one before it."""
    if (
        r.first - 2 < floor
        or doc[r.first - 1].lower_ != "not"
        or doc[r.first - 2].text not in (",", "(", "—", "–")
    ):
        return False
    return any(t.like_num for t in doc[max(floor, r.first - DENIED) : r.first - 1])


def _is_retracted(sentence: spacy.tokens.Span) -> bool:
    text = sentence.text.lower()
    return any(phrase in text for phrase in words("retracting"))
