"""The report as Markdown, for a wiki, a ticket or a mail: the summary, then every section as lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsledger.report import beware, copied, named, quantities, revised, sections, spoken
from newsledger.report.disputes import disagreements, label
from newsledger.report.families import KINDS
from newsledger.report.scope import scopes
from newsledger.report.summary import HEADS, story_summary
from newsledger.report.tables import Evidence, Index, Tables
from newsledger.report.wording import day, one_line, sentence, short_day
from newsledger.report.wordings import altered_quotations

HOW = "Ids between backticks are for `newsledger explain LEDGER ID [ID2]`: the row, its reason and its evidence."
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def render(tables: Tables) -> str:
    """The whole report; nothing in an article can become markup."""
    index = Index(tables)
    blocks = [*summaries(tables), *dates(index), *copies(index), *wordings(index), *figures(index)]
    blocks += [*disputes(index), *timeline(index), *speech(index), *people(index), *refused(index)]
    return "\n".join([*blocks, HOW]).rstrip() + "\n"


def plain(text: str | None) -> str:
    """Text on one line with Markdown's and HTML's signs escaped."""
    return SPECIAL.sub(r"\\\1", one_line(text or ""))


def where(index: Index, evidence: Iterable[Evidence]) -> str:
    """ "(Orle Courier, 3 May 2023, characters 20 to 35; ...)": enough to find the words in the ledger."""
    places = sorted(set(evidence), key=lambda e: (index.rank.get(e.article_id, 0), e.start, e.end))
    named = [f"{plain(index.label(e.article_id))}, {e.start}:{e.end}" for e in places]
    return f" ({'; '.join(named)})" if named else ""


def summaries(tables: Tables) -> Iterator[str]:
    for scope in scopes(tables):
        summary = story_summary(scope)
        yield f"# {plain(summary.title)}\n"
        index = Index(scope.tables)
        for s in summary.statements:
            yield f"- **{HEADS[s.kind]}:** {plain(s.text)}{where(index, s.evidence)}"
        yield ""


def ids_of(*ids: str) -> str:
    """What to type behind ``newsledger explain LEDGER`` for the row."""
    return f" `{' '.join(ids)}`"


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading with its list; nothing where the list is empty."""
    items = list(lines)
    if items:
        yield f"## {title}\n"
        yield from items
        yield ""


def why(index: Index, reason: str) -> str:
    return f" Why: {plain(sentence(index.readable(reason)))}" if reason else ""


def dates(index: Index) -> Iterator[str]:
    rows = beware.corrected_dates(index)
    lines = [f"- {plain(r.sentence)}{why(index, r.reason)}" for r in rows]
    versions = ((a.article_id, sections.version_words(a)) for a in index.articles.values())
    lines += [f"- {plain(index.bare_name(i))}: {words}." for i, words in versions if words]
    return section("Dates that were weighed", lines)


def copies(index: Index) -> Iterator[str]:
    lines = []
    for family in copied.copy_families(index):
        lines.append(f"- {plain(family.sentence)}{why(index, family.reason)}")
        for row in family.tree.rows:
            kind = f" ({KINDS.get(row.kind, row.kind)})" if row.kind else ""
            ids = ids_of(row.parent, row.article.article_id) if row.parent and row.kind else ""
            lines.append(f"{'  ' * (row.depth + 1)}- {plain(index.label(row.article.article_id))}{kind}{ids}")
    lines += [f"- {plain(v.sentence)}{ids_of(v.earlier, v.later)}" for v in revised.versions(index)]
    lines += [f"- {plain(t.sentence)}" for t in revised.reordered(index)]
    return section("Copies", lines)


def wordings(index: Index) -> Iterator[str]:
    lines = [
        f"- {plain(a.speaker or 'Speaker not named')}: "
        f"{plain(index.name_of(a.left.article_id))} {plain(index.words(a.left))}, "
        f"{plain(index.name_of(a.right.article_id))} {plain(index.words(a.right))}{where(index, a.evidence)}"
        f"{ids_of(a.left.quotation_id, a.right.quotation_id)}"
        for a in altered_quotations(index)
    ]
    return section("One utterance, two wordings", lines)


def figures(index: Index) -> Iterator[str]:
    lines = []
    for q in quantities.quantities(index):
        lines += [f"- **{plain(q.title)}**" + (f" (settled: {plain(q.settled)})" if q.settled else "")]
        for r in q.rows:
            claimant = plain(r.claimant or "the article itself")
            value = plain(quantities.value_words(r))
            before = f", updates {plain(r.before)}" if r.before else ""
            back = f"; taken back by a correction{where(index, r.taken_back)}" if r.taken_back else ""
            lines.append(
                f"  - {short_day(r.as_of)}, {claimant}: {value}{before}{where(index, r.evidence)}{back}"
            )
    return section("Figures by date and claimant", lines)


def disputes(index: Index) -> Iterator[str]:
    lines = []
    for d in disagreements(index):
        settled = f", {plain(d.settled)}" if d.settled and not d.settled.startswith("since") else ""
        head = f"- {label(d.dispute)}{settled}: {plain(d.sentence)}"
        lines.append(f"{head}{why(index, d.dispute.reason)}{ids_of(d.dispute.dispute_id)}")
        for side in d.sides:
            who = plain(index.name_and_role(side[0].speaker_id, "not named"))
            evidence = [Evidence(s.article_id, s.start, s.end, s.text) for s in side]
            lines.append(f"  - {who}: {plain(side[0].text)}{where(index, evidence)}")
    return section("Disputes", lines)


def timeline(index: Index) -> Iterator[str]:
    rows = sections.timeline(index)
    lines = (
        f"- **{r.when}** {'' if r.status == 'happened' else f'({r.status}) '}{plain(r.entry.text)} "
        f"[{'; '.join(filter(None, (r.support, r.outcome)))}]{where(index, r.evidence)}"
        for r in rows
    )
    return section("Timeline", lines)


def speech(index: Index) -> Iterator[str]:
    lines = []
    for s in spoken.speakers(index):
        role = f", {plain(s.role)}" if s.role else ""
        lines.append(f"- **{plain(s.name or 'Nobody named')}**{role}")
        for u in s.utterances:
            first = u.parts[0]
            words = plain(index.words(first))
            on = f", {day(u.said_on)}" if u.said_on else ""
            evidence = [Evidence(q.article_id, q.start, q.end, q.text) for q in u.parts]
            cue = f", {plain(u.cue)}" if u.cue else ""
            lines.append(f"  - {words} ({u.kind}{cue}, {u.stance}{on}){where(index, evidence)}")
    told = spoken.silence_words(spoken.silence(index))
    return section("Who said what", [*([plain(told), ""] if told else []), *lines])


def people(index: Index) -> Iterator[str]:
    lines = (
        f"- {plain(index.name_and_role(p.entity.entity_id))} ({p.entity.kind}): "
        + ", ".join(f"{plain(words)} ×{n}" for words, n, _ in p.spellings + p.others)
        + "".join(f"; {plain(r.words)}, {r.when}" for r in p.roles)
        for p in named.people(index)
    )
    return section("People and places", lines)


def refused(index: Index) -> Iterator[str]:
    lines = (
        f"- {plain(i.source)}: {i.severity}. {plain(sentence(i.message))} {plain(sentence(i.remedy))}"
        for i in sections.issues(index)
    )
    return section("What was refused or is in doubt", lines)
