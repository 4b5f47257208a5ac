"""Rows of quotations: speakers through mentions, days through times."""

import datetime as dt
from dataclasses import replace

from newsledger.annotate.annotation import Annotation, FoundMention, FoundQuotation, Span
from newsledger.link.quotations import link_quotations
from newsledger.records import Article, Mention, Time

TEXT = 'Ada Berg, the mayor of Tarvik, said on Monday: "We wait." She told Voss: "Go."'
ARTICLE = Article(article_id="a_1", source="one.txt", text=TEXT)


def span(words, start=0):
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def found(words, speaker=None, head=None, **more):
    where = span(words)
    return FoundQuotation(
        start=where.start,
        end=where.end,
        text=words,
        kind="direct",
        speaker=None if speaker is None else span(speaker),
        speaker_head=None if head is None else TEXT.index(head),
        **more,
    )


def mention(entity, words, form="name"):
    where = span(words)
    return Mention(
        mention_id=f"m_{entity}_{where.start}",
        entity_id=entity,
        article_id="a_1",
        start=where.start,
        end=where.end,
        text=words,
        form=form,
    )


MENTIONS = (
    mention("e_berg", "Ada Berg"),
    mention("e_mayor_phrase", "Ada Berg, the mayor of Tarvik", "nominal"),
    mention("e_tarvik", "Tarvik"),
    mention("e_berg", "She", "pronoun"),
    mention("e_voss", "Voss"),
)
MONDAY = Time(
    time_id="t_1",
    article_id="a_1",
    start=span("Monday").start,
    end=span("Monday").end,
    text="Monday",
    timex_type="DATE",
    value="2024-05-06",
    earliest=dt.date(2024, 5, 6),
    latest=dt.date(2024, 5, 6),
)


def link(*quotations, articles=(ARTICLE,)):
    annotation = Annotation(article_id="a_1", quotations=quotations)
    rows = link_quotations(articles=articles, annotations=(annotation,), mentions=MENTIONS, times=(MONDAY,))
    return rows["quotations"]


def test_the_smallest_mention_over_the_head_is_the_speaker():
    (row,) = link(found("We wait.", "Ada Berg, the mayor of Tarvik", "Berg"))
    assert row.speaker_id == "e_berg"
    assert row.speaker_text == "Ada Berg, the mayor of Tarvik"
    assert TEXT[row.speaker_start : row.speaker_end] == row.speaker_text


def test_a_pronoun_leads_to_its_entity_and_the_addressee_is_found():
    (row,) = link(found("Go.", "She", "She", addressee=span("Voss")))
    assert (row.speaker_id, row.addressee_id) == ("e_berg", "e_voss")


def test_the_day_of_saying():
    (row,) = link(found("We wait.", "Ada Berg", "Berg", said=span("Monday")))
    assert row.said_on == dt.date(2024, 5, 6)


def test_what_is_reported_was_not_said_after_the_report():
    early = replace(ARTICLE, published=dt.date(2024, 5, 5))
    (row,) = link(found("We wait.", "Ada Berg", "Berg", said=span("Monday")), articles=(early,))
    assert row.said_on is None


def test_no_speaker_is_no_guess():
    (row,) = link(found("Go."))
    assert (row.speaker_text, row.speaker_start, row.speaker_id, row.said_on) == (None, None, None, None)


def test_continues_names_the_row_before():
    first = found("We wait.", "Ada Berg", "Berg")
    second = found("Go.", "Ada Berg", "Berg", continues=Span(first.start, first.end))
    rows = link(first, second)
    assert rows[1].continues == rows[0].quotation_id
    assert rows == link(second, first)


def test_an_adjective_of_a_people_is_no_speaker():
    text = "Western powers waited, they said."
    article = Article(article_id="a_2", source="two.txt", text=text)
    west = FoundMention(start=0, end=7, text="Western", form="name", kind="NORP", chain=0, head=0)
    quotation = FoundQuotation(
        start=0, end=21, text=text[:21], kind="indirect", speaker=Span(0, 14), speaker_head=8
    )
    row = Mention(
        mention_id="m", entity_id="e_west", article_id="a_2", start=0, end=7, text="Western", form="name"
    )
    found = Annotation(article_id="a_2", quotations=(quotation,), mentions=(west,))
    (linked,) = link_quotations(articles=(article,), annotations=(found,), mentions=(row,), times=())[
        "quotations"
    ]
    assert linked.speaker_id is None


def test_where_a_speaker_belongs_is_not_who_speaks():
    text = "A senior clerk in Tarvik's mint said it. Berg of Tarvik said so."
    article = replace(ARTICLE, text=text)
    clerk, berg = Span(0, text.index(" said it")), Span(text.index("Berg"), text.index(" said so"))
    rows = [
        FoundQuotation(
            start=s, end=s + 2, text=text[s : s + 2], kind="indirect", speaker=who, speaker_head=at
        )
        for s, who, at in (
            (text.index("it."), clerk, text.index("clerk")),
            (text.index("so."), berg, text.index("of")),
        )
    ]
    names = [
        (text.index("Tarvik"), "Tarvik"),
        (text.index("Berg"), "Berg"),
        (text.rindex("Tarvik"), "Tarvik"),
    ]
    mentions = tuple(
        Mention(
            mention_id=f"m_{n}",
            entity_id=f"e_{name}",
            article_id="a_1",
            start=at,
            end=at + len(name),
            text=name,
            form="name",
        )
        for n, (at, name) in enumerate(names)
    )
    annotation = Annotation(article_id="a_1", quotations=tuple(rows))
    linked = link_quotations(articles=(article,), annotations=(annotation,), mentions=mentions, times=())
    assert [q.speaker_id for q in linked["quotations"]] == [None, "e_Berg"]


def test_a_member_of_a_party_is_not_the_party():
    text = "The Orsk Republican said no."
    said = FoundQuotation(
        start=text.index("no"),
        end=len(text) - 1,
        text="no",
        kind="indirect",
        speaker=Span(0, text.index(" said")),
        speaker_head=text.index("Republican"),
    )
    party = mention("e_party", "Berg")
    at = text.index("Republican")
    party = replace(party, start=at, end=at + len("Republican"), text="Republican")
    (row,) = link_quotations(
        articles=(replace(ARTICLE, text=text),),
        annotations=(Annotation(article_id="a_1", quotations=(said,)),),
        mentions=(party,),
        times=(),
    )["quotations"]
    assert row.speaker_id is None and row.speaker_text == "The Orsk Republican"
