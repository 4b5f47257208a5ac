"""The ledger as a report sees it: tables of records, and the look-ups that every section needs."""

from __future__ import annotations

import datetime as dt
import functools
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from newsledger.records import Alignment, Article, Derivation, DisputeSide, Entity, Figure, Quotation
from newsledger.report.wording import one_line, plain_reason, quoted, short_day

Tables = Mapping[str, tuple[Any, ...]]
"""Records by the name of their table; a table that is absent is empty."""

OPENING = "“„«‹‘\"'"
ID = re.compile(r"[^\s()\[\],;:“”]+(?<!\.)")
BRACKETED = re.compile(r"(?P<before>[^\[\];:(]{0,80}) \[(?P<id>a_[0-9a-f]+)\]")
HASH_TAIL = re.compile(r"[_-](?=[0-9a-f]*\d)[0-9a-f]{8,}$")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A place in an article: half-open offsets, and exactly the words between them."""

    article_id: str
    start: int
    end: int
    text: str


def place(row: Any) -> Evidence:
    """The place of a record that has ``article_id, start, end, text``."""
    return Evidence(row.article_id, row.start, row.end, row.text)


class Index:
    """Look-ups over the tables of one ledger, each built on first use."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def rows(self, name: str) -> tuple[Any, ...]:
        """The records of a table, in the ledger's order."""
        return tuple(self.tables.get(name, ()))

    @functools.cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id, oldest first; undated ones last."""
        ordered = sorted(self.rows("articles"), key=lambda a: (a.published or dt.date.max, a.source))
        return {a.article_id: a for a in ordered}

    @functools.cached_property
    def rank(self) -> dict[str, int]:
        """The place of each article in that order."""
        return {article_id: n for n, article_id in enumerate(self.articles)}

    @functools.cached_property
    def entities(self) -> dict[str, Entity]:
        return {e.entity_id: e for e in self.rows("entities")}

    @functools.cached_property
    def quotations(self) -> dict[str, Quotation]:
        return {q.quotation_id: q for q in self.rows("quotations")}

    @functools.cached_property
    def quotations_in(self) -> dict[str, list[Quotation]]:
        """Quotations by article."""
        return self.grouped("quotations", lambda q: q.article_id)

    @functools.cached_property
    def figures(self) -> dict[str, Figure]:
        return {f.figure_id: f for f in self.rows("figures")}

    @functools.cached_property
    def entry_places(self) -> dict[str, list[Evidence]]:
        """The places behind each entry of the timeline."""
        return {
            i: [place(r) for r in rows]
            for i, rows in self.grouped("timeline_evidence", lambda e: e.entry_id).items()
        }

    @functools.cached_property
    def sides(self) -> dict[str, list[DisputeSide]]:
        """The sides of each dispute."""
        return self.grouped("dispute_sides", lambda s: s.dispute_id)

    @functools.cached_property
    def originals(self) -> dict[str, str]:
        """The likely original of each family that has one."""
        return {f.family_id: f.likely_original for f in self.rows("families") if f.likely_original}

    @functools.cached_property
    def derivations(self) -> dict[frozenset[str], Derivation]:
        """Textual derivations (no mere links) by the pair of articles."""
        return {
            frozenset((d.article_a, d.article_b)): d for d in self.rows("derivations") if d.kind != "link"
        }

    @functools.cached_property
    def alignments(self) -> dict[frozenset[str], list[Alignment]]:
        """The aligned sentences by the pair of articles."""
        return self.grouped("alignments", lambda m: frozenset((m.article_a, m.article_b)))

    @functools.cached_property
    def names(self) -> dict[str, str]:
        """A short name for each article: its outlet; where outlets repeat, with the day, the file, the id.

        Without an outlet it is the file's, with the day where that is a bare number: "000 (1 Dec 2021)".
        """
        names = {i: a.outlet or file_name(a) for i, a in self.articles.items()}
        finer: tuple[Callable[[Article], str], ...] = (
            lambda a: f" of {short_day(a.published)}" if a.outlet else "",
            lambda a: f" ({short_source(a.source)})" if a.outlet else "",
            lambda a: f" {a.article_id[-4:]}",
        )
        for more in finer:
            often = Counter(names.values())
            names = {
                i: name if often[name] == 1 else f"{name}{more(self.articles[i])}"
                for i, name in names.items()
            }
        return names

    @functools.cached_property
    def one_year(self) -> bool:
        """Whether all dated articles are of one year, so that a label need not repeat it."""
        return len({a.published.year for a in self.articles.values() if a.published}) == 1

    def grouped(self, name: str, key: Callable[[Any], Any]) -> dict[Any, list[Any]]:
        """The records of a table by a key, both in the ledger's order."""
        groups: dict[Any, list[Any]] = defaultdict(list)
        for row in self.rows(name):
            groups[key(row)].append(row)
        return dict(groups)

    def name_of(self, article_id: str | None) -> str:
        """Outlet or short file name of an article."""
        return self.names.get(article_id or "", "an article outside the ledger")

    def label(self, article_id: str | None) -> str:
        """Name and day of publication: "Orle Courier, 3 May"; the year where the pile has several."""
        name, day = self.name_of(article_id), short_day(self.published(article_id or ""))
        short = day.rsplit(" ", 1)[0] if self.one_year else day
        for told, shorter in ((f" of {day}", f", {short}"), (f" ({day})", f" ({short})")):
            if told in name:
                return name.replace(told, shorter)
        return f"{name}, {short}"

    def bare_name(self, article_id: str) -> str:
        """The name for a line that tells the day anyhow: "000" for "000 (1 Dec 2021)"."""
        return self.name_of(article_id).replace(f" ({short_day(self.published(article_id))})", "")

    @functools.cached_property
    def folder(self) -> str:
        """The folder that all files of the pile lie in, with a slash at its end; nothing where there is none."""
        found = [self.rows("articles"), self.rows("issues")]
        sources = [row.source.replace("\\", "/") for rows in found for row in rows]
        files = [s for s in sources if "/" in s and "://" not in s]
        starts = {s.startswith("/") for s in files}
        common = posixpath.commonpath([posixpath.dirname(s) for s in files]) if len(starts) == 1 else ""
        return f"{common.rstrip('/')}/" if common else ""

    def source(self, source: str) -> str:
        """A file as the report shows it: from the folder that the whole pile lies in."""
        return source.removeprefix(self.folder) if self.folder else source

    def without_folder(self, text: str) -> str:
        """A message with its files named so."""
        return text.replace(self.folder, "") if len(self.folder) > 1 else text

    def name(self, entity_id: str | None, otherwise: str = "") -> str:
        entity = self.entities.get(entity_id or "")
        return entity.name if entity else otherwise

    def name_and_role(self, entity_id: str | None, otherwise: str = "") -> str:
        """ "Ana Brel, mayor of Orle"; the name alone where no role is known or the name contains it."""
        entity = self.entities.get(entity_id or "")
        if entity is None:
            return otherwise
        if not entity.role or entity.role.lower() in entity.name.lower():
            return entity.name
        return f"{entity.name}, {entity.role}"

    def speaker(self, quotation: Quotation) -> str:
        """Who said it, as far as the ledger knows."""
        return self.name(quotation.speaker_id, quotation.speaker_text or "")

    def verbatim(self, quotation: Quotation) -> bool:
        """Whether the words stood between quotation marks as they are; a paraphrase is never shown so.

        The text of a mixed quotation may run beyond the marks: then its own marks are all it gets.
        """
        article = self.articles.get(quotation.article_id)
        before = article.text[max(quotation.start - 1, 0) : quotation.start] if article else ""
        return quotation.kind == "direct" or (
            quotation.kind == "mixed" and before != "" and before in OPENING
        )

    def words(self, quotation: Quotation) -> str:
        """What was said on one line: between marks if they are verbatim, else as the article has it."""
        return quoted(quotation.text) if self.verbatim(quotation) else one_line(quotation.text)

    def readable(self, reason: str) -> str:
        """A reason in plain words: names in place of ids and file names, days and odds as people say them."""
        if not reason:
            return ""
        named = BRACKETED.sub(self.unbracketed, self.without_folder(reason))
        return plain_reason(ID.sub(lambda found: self.known_names.get(found[0], found[0]), named))

    def unbracketed(self, found: re.Match[str]) -> str:
        """The article's one name for its outlet and id, which stand side by side."""
        article = self.articles.get(found["id"])
        before = found["before"]
        if article is None:
            return found[0]
        return f"{before.removesuffix(article.outlet or '')}{found['id']}"

    @functools.cached_property
    def known_names(self) -> dict[str, str]:
        """What may stand in a reason for an article or an entity, and its name in the report."""
        files = {PurePosixPath(a.source).name: self.names[i] for i, a in self.articles.items()}
        return {**files, **self.names, **{e.entity_id: e.name for e in self.entities.values()}}

    def published(self, article_id: str) -> dt.date | None:
        article = self.articles.get(article_id)
        return article.published if article else None

    def families(self, article_ids: Iterable[str]) -> int:
        """How many independent texts stand behind the articles; one without a family counts for itself."""
        known = {i for i in article_ids if i in self.articles}
        return len({self.articles[i].family_id or i for i in known})


def file_name(article: Article) -> str:
    """The name of the article's file; a number alone tells a reader nothing, so that the day stands with it."""
    name = short_source(article.source)
    bare = article.published and not any(c.isalpha() for c in name)
    return f"{name} ({short_day(article.published)})" if bare else name


def short_source(source: str) -> str:
    """A file name without folder, extension or trailing hash: ``a/002_674800920ab5d630.txt`` is "002"."""
    path, _, number = source.partition("#")
    name = PurePosixPath(path.replace("\\", "/").split("?")[0].rstrip("/")).name or path
    stem = re.sub(r"(\.(gz|jsonl?|html?|txt|xml|warc|md))+$", "", name, flags=re.IGNORECASE)
    stem = HASH_TAIL.sub("", stem) or stem
    short = stem if len(stem) <= 32 else f"{stem[:31]}…"
    if number and not number.isdigit():
        return number  # the record's own name
    return f"{short} no. {number}" if number else short
