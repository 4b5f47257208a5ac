"""The quality gate: no measured score may fall under its floor in floors.json.

    uv run python eval/gate.py [--all]             check the quick sets, or all of them
    uv run python eval/gate.py --raise [--all]     lift each floor to what was measured, less a margin
    uv run python eval/gate.py --lower NAME=VALUE  lower one floor; the commit that carries it says why

A set whose material is not there is named and passed over.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path

from measure import PAIRS, SETS, SHARED, measured

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.005  # a floor stands this far under what was measured


def main() -> int:
    """Run the gate; 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", metavar="NAME=VALUE")
    parser.add_argument("--only", metavar="SET")
    options = parser.parse_args()
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    if options.lower:
        name, value = options.lower.split("=")
        floors[name] = float(value)
        return save(floors)
    if not SHARED.is_dir():
        print("gate: passed over, for ../shared is not here")
        return 0
    wanted = [n for n, s in SETS.items() if options.all or s.quick] + [PAIRS]
    results: dict[str, float] = {}
    for name in [options.only] if options.only else wanted:
        results |= measured(name)
    if options.lift:
        return save(lifted(floors, results))
    return report(floors, results, {name.split("/")[0] for name in results})


def lifted(floors: dict[str, float], results: dict[str, float]) -> dict[str, float]:
    """Floors that never fall: each measured share less the margin, rounded down."""
    shares = {k: v for k, v in results.items() if -50 <= v <= 1}
    return floors | {k: max(floors.get(k, -50.0), floor_of(v)) for k, v in shares.items()}


def floor_of(value: float) -> float:
    """A whole number (a count of faults, a full mark) is its own floor; a share stands a margin above its floor."""
    return value if value == int(value) else math.floor((value - MARGIN) * 1000) / 1000


def report(floors: dict[str, float], results: dict[str, float], run: set[str]) -> int:
    """Print each floor that does not hold, also one whose measure has vanished."""
    fallen = 0
    for name, floor in sorted(floors.items()):
        if name.split("/")[0] in run and results.get(name, -math.inf) < floor:
            print(f"gate: {name} is {results.get(name)}, its floor is {floor}")
            fallen += 1
    print(f"gate: {len(results)} scores measured, {fallen} under their floor")
    return 1 if fallen else 0


def save(floors: dict[str, float]) -> int:
    """Write the floors, sorted."""
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
