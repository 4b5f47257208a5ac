# ruff: noqa: E501 - rows read as a table
"""A ledger set by hand: four invented articles on the Orle dam, with records in every table.

One article's date is two years off, one rewrites another and changes a quotation, one figure goes back to
one spokeswoman, two figures compete, and one article tries to break out of the page.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from newsledger import records as r

COURIER = """ORLE, May 3 (Veld Press) — The Orle dam will be emptied on Friday, Interior Minister Ana Brel said on Wednesday.

"We have deep concerns about the northern wall," Brel told reporters.

Nearly 4,000 people have left the valley, the ministry said. Spokeswoman Ida Moor said 250 houses were under water.

The dam was built in 1962."""

REWRITE = """Authorities in Orle will empty the dam on Friday, Interior Minister Ana Brell said on Wednesday.

“We are deeply concerned about the northern wall,” Brell told journalists.

About 250 houses are flooded, according to spokeswoman Ida Moor."""

GAZETTE = """Residents of the valley met on Wednesday. Mayor Otto Lund denied that the wall was damaged.

"The wall is sound," Lund said. He said 2,500 people had left. Moor counted 250 houses under water.

Read more: Orle dam to be emptied"""

HOSTILE = """<script>alert(1)</script> The valley was calm on Thursday & nobody <b>spoke</b>."""

D3, D4, D5 = dt.date(2023, 5, 3), dt.date(2023, 5, 4), dt.date(2023, 5, 5)

TEXTS = {"art_courier": COURIER, "art_rewrite": REWRITE, "art_gazette": GAZETTE, "art_hostile": HOSTILE}


def at(article_id: str, words: str) -> dict[str, Any]:
    """The columns of the place where the words stand first in the article."""
    start = TEXTS[article_id].index(words)
    return {"article_id": article_id, "start": start, "end": start + len(words), "text": words}


def articles() -> tuple[r.Article, ...]:
    common = {"story_id": "sto_1"}
    return (
        r.Article(
            article_id="art_courier",
            source="pile/courier.json#1",
            url="https://courier.example/2023/05/03/dam",
            outlet="Orle Courier",
            agency="Veld Press",
            title="Orle dam to be emptied",
            text=COURIER,
            published_stated=D3,
            published=D3,
            date_status="confirmed",
            date_confidence=0.95,
            date_reason="the address agrees with the stated date",
            family_id="fam_1",
            **common,
        ),
        r.Article(
            article_id="art_rewrite",
            source="pile/002_9f86d081884c7d65.txt",
            text=REWRITE,
            published_stated=D4,
            published=D4,
            date_status="confirmed",
            date_reason="nothing outweighs the stated date",
            family_id="fam_1",
            **common,
        ),
        r.Article(
            article_id="art_gazette",
            source="pile/gazette.txt",
            outlet="Valley Gazette",
            title="Mayor: wall is sound",
            text=GAZETTE,
            published_stated=dt.date(2021, 5, 3),
            published=D3,
            date_status="corrected",
            date_confidence=0.8,
            date_reason="the stated 3 May 2021 was a Monday, the text says Wednesday; it names the Courier's headline",
            family_id="fam_2",
            **common,
        ),
        r.Article(
            article_id="art_hostile",
            source='pile/"><img src=x onerror=alert(2)>.html',
            url="javascript:alert(3)",
            outlet="<b>Bold</b> & Co",
            title="</title><script>alert(4)</script>",
            text=HOSTILE,
            published=D4,
            date_status="inferred",
            date_reason="the text says Thursday <i>after</i> the others",
            family_id="fam_3",
            **common,
        ),
    )


def quotation(
    name: str, article: str, words: str, speaker: str, said: str, cue: str, **more: Any
) -> r.Quotation:
    who = at(article, said)
    return r.Quotation(
        quotation_id=name,
        **at(article, words),
        cue=cue,
        speaker_text=said,
        speaker_start=who["start"],
        speaker_end=who["end"],
        speaker_id=speaker,
        said_on=D3,
        **{"kind": "direct", **more},
    )


def quotations() -> tuple[r.Quotation, ...]:
    concern_a, concern_b = (
        "We have deep concerns about the northern wall,",
        "We are deeply concerned about the northern wall,",
    )
    return (
        quotation("quo_1", "art_courier", concern_a, "ent_brel", "Brel", "told", utterance_id="utt_1"),
        quotation("quo_2", "art_rewrite", concern_b, "ent_brel", "Brell", "told", utterance_id="utt_1"),
        quotation(
            "quo_3", "art_gazette", "The wall is sound,", "ent_lund", "Lund", "said", utterance_id="utt_2"
        ),
        quotation(
            "quo_4",
            "art_gazette",
            "the wall was damaged",
            "ent_lund",
            "Otto Lund",
            "denied",
            kind="indirect",
            stance="denies",
        ),
        quotation(
            "quo_5",
            "art_courier",
            "250 houses were under water",
            "ent_moor",
            "Ida Moor",
            "said",
            kind="indirect",
            utterance_id="utt_3",
        ),
    )


def figure(
    name: str, article: str, words: str, value: float, bound: str, unit: str, claimant: str, **more: Any
) -> r.Figure:
    return r.Figure(
        figure_id=name,
        **at(article, words),
        value=value,
        bound=bound,
        unit=unit,
        claimant_id=claimant,
        as_of=D3,
        **more,
    )


def figures() -> tuple[r.Figure, ...]:
    left = {"subject": "people", "place_id": "ent_orle"}
    flooded = {"subject": "houses under water"}
    return (
        figure(
            "fig_1", "art_courier", "Nearly 4,000 people", 4000, "nearly", "people", "ent_ministry", **left
        ),
        figure("fig_2", "art_gazette", "2,500 people", 2500, "exact", "people", "ent_lund", **left),
        figure("fig_3", "art_courier", "250 houses", 250, "exact", "houses", "ent_moor", **flooded),
        figure("fig_4", "art_rewrite", "About 250 houses", 250, "about", "houses", "ent_moor", **flooded),
        figure("fig_5", "art_gazette", "250 houses", 250, "exact", "houses", "ent_moor", **flooded),
    )


def entities() -> tuple[r.Entity, ...]:
    return (
        r.Entity(
            entity_id="ent_brel",
            name="Ana Brel",
            kind="PERSON",
            role="Interior Minister",
            reason="same title, one letter apart",
        ),
        r.Entity(entity_id="ent_lund", name="Otto Lund", kind="PERSON", role="Mayor"),
        r.Entity(entity_id="ent_moor", name="Ida Moor", kind="PERSON", role="ministry spokeswoman"),
        r.Entity(entity_id="ent_ministry", name="interior ministry", kind="ORG"),
        r.Entity(entity_id="ent_orle", name="Orle", kind="GPE"),
    )


def mentions() -> tuple[r.Mention, ...]:
    found = [
        ("ent_brel", "art_courier", "Ana Brel", "name"),
        ("ent_brel", "art_courier", "Interior Minister", "nominal"),
        ("ent_brel", "art_rewrite", "Ana Brell", "name"),
        ("ent_lund", "art_gazette", "Otto Lund", "name"),
        ("ent_lund", "art_gazette", "He", "pronoun"),
        ("ent_moor", "art_courier", "Ida Moor", "name"),
        ("ent_moor", "art_rewrite", "Ida Moor", "name"),
        ("ent_moor", "art_gazette", "Moor", "name"),
        ("ent_ministry", "art_courier", "the ministry", "nominal"),
        ("ent_orle", "art_courier", "Orle", "name"),
        ("ent_orle", "art_rewrite", "Orle", "name"),
    ]
    return tuple(
        r.Mention(mention_id=f"men_{n}", entity_id=entity, form=form, **at(article, words))
        for n, (entity, article, words, form) in enumerate(found)
    )


def times() -> tuple[r.Time, ...]:
    found = [
        ("art_courier", "Friday", "2023-05-05", D5, D5),
        ("art_courier", "1962", "1962", dt.date(1962, 1, 1), dt.date(1962, 12, 31)),
        ("art_gazette", "Wednesday", "2023-05-03", D3, D3),
    ]
    return tuple(
        r.Time(
            time_id=f"tim_{n}",
            timex_type="DATE",
            value=value,
            earliest=first,
            latest=last,
            **at(article, words),
        )
        for n, (article, words, value, first, last) in enumerate(found)
    )


def sentences() -> tuple[r.Sentence, ...]:
    found = [
        ("sen_1", "art_courier", "Spokeswoman Ida Moor said 250 houses were under water."),
        ("sen_2", "art_rewrite", "About 250 houses are flooded, according to spokeswoman Ida Moor."),
        ("sen_3", "art_courier", "The dam was built in 1962."),
        ("sen_4", "art_gazette", "Mayor Otto Lund denied that the wall was damaged."),
    ]
    return tuple(r.Sentence(sentence_id=i, **at(article, words)) for i, article, words in found)


def claims() -> tuple[r.Claim, ...]:
    return (
        r.Claim(
            claim_id="cla_1",
            text="250 houses under water",
            kind="figure",
            claimant_id="ent_moor",
            n_articles=3,
            n_families=2,
            n_origins=1,
            reason="each article names Ida Moor",
        ),
        r.Claim(
            claim_id="cla_2",
            text="the wall was damaged",
            kind="report",
            n_articles=1,
            n_families=1,
            n_origins=1,
        ),
    )


def claim_evidence() -> tuple[r.ClaimEvidence, ...]:
    rows = [
        ("cla_1", "art_courier", "250 houses", "affirms", "ent_moor"),
        ("cla_1", "art_rewrite", "About 250 houses", "affirms", "ent_moor"),
        ("cla_1", "art_gazette", "250 houses", "affirms", "ent_moor"),
        ("cla_2", "art_gazette", "the wall was damaged", "denies", "ent_lund"),
    ]
    return tuple(
        r.ClaimEvidence(claim_id=c, stance=stance, speaker_id=who, **at(article, words))
        for c, article, words, stance, who in rows
    )


def timeline() -> tuple[tuple[r.TimelineEntry, ...], tuple[r.TimelineEvidence, ...]]:
    rows: list[tuple[str, dt.date, dt.date, str, str, str, list[tuple[str, str]]]] = [
        ("ent1", dt.date(1962, 1, 1), dt.date(1962, 12, 31), "1962", "The dam was built.", "historical",
         [("art_courier", "The dam was built in 1962.")]),
        ("ent2", D3, D3, "2023-05-03", "Ana Brel voiced concern about the northern wall.", "occurred",
         [("art_courier", "We have deep concerns about the northern wall,"),
          ("art_rewrite", "We are deeply concerned about the northern wall,")]),
        ("ent3", D3, D3, "2023-05-03", "Residents of the valley met.", "occurred",
         [("art_gazette", "Residents of the valley met on Wednesday.")]),
        ("ent4", D5, D5, "2023-05-05", "The Orle dam is to be emptied.", "planned",
         [("art_courier", "The Orle dam will be emptied on Friday"), ("art_rewrite", "empty the dam on Friday")]),
    ]  # fmt: skip
    entries = tuple(
        r.TimelineEntry(
            entry_id=i, story_id="sto_1", earliest=first, latest=last, value=value, text=text, status=status,
            n_articles=len(places), n_families=1, salience=float(len(places)), reason="named in the text",
        )
        for i, first, last, value, text, status, places in rows
    )  # fmt: skip
    evidence = tuple(r.TimelineEvidence(entry_id=i, **at(*p)) for i, *_, places in rows for p in places)
    return entries, evidence


def disputes() -> tuple[tuple[r.Dispute, ...], tuple[r.DisputeSide, ...]]:
    side = r.DisputeSide
    rows = (
        r.Dispute(
            dispute_id="dis_1",
            kind="figure",
            summary="how many people left the valley: nearly 4,000 (interior ministry) or 2,500 (Otto Lund)",
            reason="same count, same day, 60 percent apart",
        ),
        r.Dispute(
            dispute_id="dis_2",
            kind="denial",
            summary="Otto Lund denies that the wall was damaged",
            reason="denial verb: denied",
        ),
    )
    sides = (
        side(
            dispute_id="dis_1",
            side="a",
            speaker_id="ent_ministry",
            value="4000",
            **at("art_courier", "Nearly 4,000 people"),
        ),
        side(
            dispute_id="dis_1",
            side="b",
            speaker_id="ent_lund",
            value="2500",
            **at("art_gazette", "2,500 people"),
        ),
        side(
            dispute_id="dis_2",
            side="a",
            speaker_id="ent_brel",
            **at("art_courier", "deep concerns about the northern wall"),
        ),
        side(
            dispute_id="dis_2",
            side="b",
            speaker_id="ent_lund",
            **at("art_gazette", "denied that the wall was damaged"),
        ),
    )
    return rows, sides


def events() -> tuple[tuple[r.Event, ...], tuple[r.EventMention, ...]]:
    event = r.Event(
        event_id="eve_1",
        type="CONSULT",
        mode="meet",
        place_id="ent_orle",
        earliest=D3,
        latest=D3,
        status="occurred",
        n_articles=1,
        n_families=1,
    )
    mention = r.EventMention(
        event_id="eve_1",
        trigger="met",
        status="occurred",
        **at("art_gazette", "Residents of the valley met on Wednesday"),
    )
    return (event,), (mention,)


def tables() -> dict[str, tuple[Any, ...]]:
    """The whole ledger by table name."""
    entries, timeline_evidence = timeline()
    disputed, sides = disputes()
    event_rows, event_mentions = events()
    return {
        "articles": articles(),
        "passages": (r.Passage(kind="read_more", **at("art_gazette", "Read more: Orle dam to be emptied")),),
        "links": (r.Link(target_id="art_courier", **at("art_gazette", "Orle dam to be emptied")),),
        "date_evidence": (
            r.DateEvidence(
                article_id="art_gazette",
                vote="metadata",
                value="2021-05-03",
                weight=1.0,
                note="stated in the file",
            ),
            r.DateEvidence(
                vote="weekday",
                value="Wednesday",
                weight=-1.0,
                note="3 May 2021 was a Monday",
                **at("art_gazette", "Wednesday"),
            ),
            r.DateEvidence(
                article_id="art_gazette",
                vote="sibling",
                value="2023-05-03",
                weight=2.0,
                note="same event as in the Courier",
            ),
        ),
        "issues": (
            r.Issue(
                source="pile/empty.txt",
                stage="read",
                severity="refused",
                message="the file is empty",
                remedy="leave it out",
            ),
            r.Issue(
                source="pile/<x>.json",
                stage="read",
                severity="doubtful",
                message="line 3 is no JSON",
                remedy="mend line 3",
            ),
        ),
        "sentences": sentences(),
        "entities": entities(),
        "mentions": mentions(),
        "places": (
            r.Place(
                entity_id="ent_orle",
                name="Orle <b>",
                kind="city",
                country="NO",
                latitude=61.5,
                longitude=9.0,
                reason="capital of the county: the only one of the name",
            ),
            r.Place(entity_id="ent_brel", name="Brel", kind="city", reason="left open"),
        ),
        "times": times(),
        "quotations": quotations(),
        "quotation_variants": (
            r.QuotationVariant(
                quotation_a="quo_1",
                quotation_b="quo_2",
                relation="altered",
                diff="We [-have deep concerns-]{+are deeply concerned+} about the northern wall,",
                reason="same speaker, same day, aligned sentences",
            ),
        ),
        "figures": figures(),
        "events": event_rows,
        "event_mentions": event_mentions,
        "derivations": (
            r.Derivation(
                article_a="art_courier",
                article_b="art_rewrite",
                kind="rewrite",
                coverage=0.6,
                likely_original="art_courier",
                reason="3 of 3 sentences go back to the Courier, in its order",
            ),
            r.Derivation(
                article_a="art_courier", article_b="art_gazette", kind="link", reason="names its headline"
            ),
        ),
        "alignments": (
            r.Alignment(
                sentence_a="sen_1",
                sentence_b="sen_2",
                article_a="art_courier",
                article_b="art_rewrite",
                similarity=0.7,
            ),
        ),
        "families": (
            r.Family(family_id="fam_1", likely_original="art_courier", reason="a rewrite joins them"),
            r.Family(family_id="fam_2"),
            r.Family(family_id="fam_3"),
        ),
        "stories": (
            r.Story(
                story_id="sto_1",
                title="Orle dam to be emptied",
                first_published=D3,
                last_published=D4,
                n_articles=4,
                n_families=3,
            ),
        ),
        "claims": claims(),
        "claim_evidence": claim_evidence(),
        "disputes": disputed,
        "dispute_sides": sides,
        "timeline": entries,
        "timeline_evidence": timeline_evidence,
        "runs": (
            r.Run(run_id="run_1", started=None, version="0.1.0", config="{}", models="{}", inputs="{}"),
        ),
    }
