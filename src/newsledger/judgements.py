"""What a person decided on two entities, kept beside the ledger and replayed whenever it is built.

A judgement names its entities by name, not by id alone: an id changes when an entity gains a spelling.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from newsledger.errors import LedgerError
from newsledger.records import Judgement


def judgements_path(ledger: Path) -> Path:
    """The file beside a ledger, one JSON object a line; it may be edited and kept under version control."""
    return ledger.with_name(f"{ledger.name}.judgements.jsonl")


def load_judgements(ledger: Path) -> tuple[Judgement, ...]:
    """All judgements on a ledger, in the order given. Raises ``LedgerError`` for a line that is none."""
    path = judgements_path(ledger)
    if not path.exists():
        return ()
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(Judgement(**json.loads(line)))
            except (ValueError, TypeError) as error:
                raise LedgerError(
                    f"{path}:{number}: not a judgement ({error})", "Mend or remove the line."
                ) from error
    return tuple(found)


def save_judgement(ledger: Path, judgement: Judgement, known: Collection[str] = ()) -> None:
    """Add one; the same pair judged again takes the place of the earlier verdict.

    ``known`` are the ids that the ledger has: an earlier verdict with others is told by its names.
    """
    kept = [j for j in load_judgements(ledger) if not is_same_pair(j, judgement, known)]
    lines = [
        json.dumps(
            {"verdict": j.verdict, "a": j.a, "b": j.b, "name_a": j.name_a, "name_b": j.name_b},
            ensure_ascii=False,
        )
        for j in (*kept, judgement)
    ]
    path = judgements_path(ledger)
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_text("\n".join(lines) + "\n", encoding="utf-8")
    aside.replace(path)


def is_same_pair(earlier: Judgement, later: Judgement, known: Collection[str]) -> bool:
    """Whether two verdicts are on one pair; namesakes have one name and two ids."""
    if {earlier.a, earlier.b} == {later.a, later.b}:
        return True
    changed = earlier.a not in known or earlier.b not in known
    names = {later.name_a, later.name_b}
    return changed and len(names) == 2 and {earlier.name_a, earlier.name_b} == names
