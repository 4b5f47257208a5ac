"""Values of lengths of time and of what recurs."""

from __future__ import annotations

from newsledger.annotate.times.state import Reading, State, Value

CODES = {"S": "TS", "MIN": "TM", "H": "TH", "NI": "D", "F": "W", "WE": "D", "MO": "D", "AF": "D", "EV": "D"}
# Two and a half of a unit, as TimeBank writes it.
HALVES = {"Y": "P{}Y6M", "D": "P{}DT12H", "TH": "PT{}H30M", "TM": "PT{}M30S"}


def amount(words: Reading) -> float | str:
    """The number of units; "X" where it is vague."""
    if words["vague"] is not None:
        value = words["vague"]
        return "X" if value == "X" else float(value)
    n = words["count"]
    if n is None:
        n = words["number_first"]
    if n is None:
        return "X" if words["n"] is None else float(words["n"])
    return float(n) + (0.5 if words["half"] or words["half2"] else 0)


def length_value(n: float | str, unit: str) -> str:
    """A duration in TIMEX3: P3D, PT2H, P2.5Y, PXW."""
    code = CODES.get(unit, unit)
    factor = {"F": 2, "WE": 2}.get(unit, 1)
    if isinstance(n, float) and n % 1:
        if n > 1 and n % 1 == 0.5 and code in HALVES:
            return HALVES[code].format(int(n))
        n, code = split_half(n, code)
    digits = n if isinstance(n, str) else f"{n * factor:g}"
    return f"PT{digits}{code[1:]}" if code[0] == "T" and code in ("TS", "TM", "TH") else f"P{digits}{code}"


def split_half(n: float, code: str) -> tuple[float, str]:
    """Half an hour is thirty minutes, half a century fifty years."""
    if n == 0.5:
        smaller = {"TH": (60.0, "TM"), "CE": (100.0, "Y"), "DE": (10.0, "Y"), "Y": (12.0, "M")}.get(code)
        if smaller:
            return n * smaller[0], smaller[1]
    return n, code


def duration(words: Reading, state: State) -> Value:
    """ "two years", "several months", "18 years old"."""
    unit = str(words["length"] or words["length2"] or words["unit"])
    n = "X" if words["plural"] else amount(words)
    return Value(
        length_value(n, unit), timex_type="DURATION", mod=words.mod, moves=False, reason="stated length"
    )


def span(words: Reading, state: State) -> Value:
    """ "the past three years": a length that begins or ends at the publication."""
    unit = str(words["length"] or words["unit"])
    back = words["recency"] in ("recent", "past", "last", "previous", "preceding") or (
        words["relation"] or words["relation2"]
    ) in ("last", "previous")
    now = None if state.published is None or state.narrative else state.published.isoformat()
    return Value(
        length_value(amount(words), unit), timex_type="DURATION", mod=words.mod, moves=False,
        begin_point=None if back else now, end_point=now if back else None,
        direction="past" if back else "future", reason="a length counted from now",
    )  # fmt: skip


def recurrent(words: Reading, state: State) -> Value:
    """ "every Friday", "twice a week", "daily"."""
    if words["frequency"]:
        value = str(words["frequency"])
    elif words["weekday_plural"]:
        days = ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays")
        value = f"XXXX-WXX-{days.index(str(words['weekday_plural'])) + 1}"
    elif words["weekday"]:
        part = words["part"] or words["parts"]
        value = f"XXXX-WXX-{words['weekday']}" + (f"T{part}" if part else "")
    elif words["season"]:
        value = f"XXXX-{words['season']}"
    elif words["month"]:
        value = f"XXXX-{int(words['month']):02}"
    else:
        n = float(words["count"] or (2 if words["other"] else 1))
        unit = str(words["unit"])
        value = f"XXXX-XX-XXT{unit}" if unit in ("MO", "AF", "EV", "NI") else length_value(n, unit)
    quant = words["quant"] if words["quant"] else ("EVERY" if words["weekday_plural"] else None)
    freq = None if words["times"] is None else f"{words['times']}X"
    return Value(value, timex_type="SET", quant=quant, freq=freq, moves=False, reason="recurs")
