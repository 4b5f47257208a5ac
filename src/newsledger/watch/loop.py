"""Look, take what is new into the ledger, wait; until told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from newsledger import api
from newsledger.watch.feeds import PAUSE, FeedState, Fetcher, feeds_of, load_states, save_states, visit

Say = Callable[[str], None]
Stamps = dict[str, tuple[int, int]]  # path: size and time of change in ns


def watch(
    target: Path,
    ledger: Path,
    *,
    every: float = 60.0,
    rounds: int | None = None,
    stop: threading.Event | None = None,
    say: Say = print,
    pause: float = PAUSE,
) -> None:
    """Watch a folder, or the feeds of an OPML file, and bring ``ledger`` up to date with what arrives.

    ``every``: seconds between two looks. ``rounds``: how often to look, None for ever. ``stop``: set it, and the
    round that is running is ended and no other begun. A file is taken once it has kept its size for one look.
    Raises ``NewsledgerError`` for an OPML file that is none.
    """
    stopped = stop or threading.Event()
    feeds = [] if target.is_dir() else feeds_of(target)
    inbox = target if target.is_dir() else ledger.with_name(f"{ledger.name}.inbox")
    fetcher, done = Fetcher(pause=pause), known_files(ledger)
    waiting: Stamps = {}
    while not stopped.is_set():
        look_at_feeds(feeds, inbox, fetcher, say, stopped)
        stamps = stamps_of(inbox)
        ready = [
            p for p, s in stamps.items() if p not in done and (feeds or waiting.get(p) == s or rounds == 1)
        ]
        if ready:
            take_in(ledger, ready, say)
            done |= set(ready)
        waiting = stamps
        if rounds is not None:
            rounds -= 1
            if rounds <= 0:
                return
        stopped.wait(every)


def look_at_feeds(
    feeds: list[str], inbox: Path, fetcher: Fetcher, say: Say, stopped: threading.Event
) -> None:
    """Visit each feed once."""
    if not feeds:
        return
    inbox.mkdir(parents=True, exist_ok=True)
    memory = inbox / ".feeds.json"
    states = load_states(memory)
    for url in feeds:
        if stopped.is_set():
            return
        states[url] = visit(url, states.get(url, FeedState()), inbox, fetcher, say)
        save_states(memory, states)


def take_in(ledger: Path, files: list[str], say: Say) -> None:
    """Add files to the ledger, or begin it with them."""
    with api.add(ledger, files) if ledger.exists() else api.build(files, ledger) as opened:
        say(f"{ledger}: took {len(files)} files; {len(opened.tables['articles'])} articles")


def known_files(ledger: Path) -> set[str]:
    """The files that the ledger came from, so that a new watch does not begin again."""
    if not ledger.exists():
        return set()
    with api.Ledger.open(ledger) as opened:
        rows = [*opened.tables["articles"], *opened.issues]
    return {row.source.split("#")[0] for row in rows}


def stamps_of(folder: Path) -> Stamps:
    """Size and time of change of every file below, hidden ones aside."""
    found: Stamps = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            stat = path.stat()
            found[path.as_posix()] = (stat.st_size, stat.st_mtime_ns)
    return found
