"""The records of quotations: spans, chains, addressee, day of saying."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.annotate.annotation import FoundTime, Span
from newsledger.annotate.parse import parse, parse_text
from newsledger.annotate.quotations import find_quotations
from newsledger.records import Article, Passage

PIECES = [*"\"“”'‘’«»,.:\n", " said ", " Ada Berg ", " the plan", " that it", " failed"]


def test_a_part_names_the_one_before():
    text = "“We waited,” Jonas Reed said. “Nobody came.”"
    first, second = find_quotations(parse_text(text))
    assert first.continues is None
    assert second.continues == Span(first.start, first.end)


def test_speaker_head_is_the_name():
    text = 'The director, Olof Strand, told reporters: "It is over."'
    (quotation,) = find_quotations(parse_text(text))
    assert text[quotation.speaker_head :].startswith("Strand")
    assert text[quotation.addressee.start : quotation.addressee.end] == "reporters"
    assert text[quotation.cue_span.start : quotation.cue_span.end] == quotation.cue == "told"


def test_the_day_of_saying_is_that_of_the_cue():
    text = "Ada Berg said on Monday that the trial would begin on Friday."
    times = tuple(
        FoundTime(
            start=text.index(day),
            end=text.index(day) + 6,
            text=day,
            timex_type="DATE",
            rule="day",
            meaning=(),
        )
        for day in ("Monday", "Friday")
    )
    (quotation,) = find_quotations(parse_text(text), times)
    assert text[quotation.said.start : quotation.said.end] == "Monday"


def test_the_occasion_is_whom_where_and_when():
    text = "“We are tired,” Berg told reporters after meeting the guards in Tarvik on Monday."
    (quotation,) = find_quotations(parse_text(text))
    occasion = text[quotation.occasion.start : quotation.occasion.end]
    assert occasion == "reporters after meeting the guards in Tarvik on Monday"


def test_what_is_no_prose_is_no_quotation():
    text = '"Storm over the bay"\n"We lost the roof," said Ada Berg.'
    end = text.index("\n")
    heading = Passage(article_id="a_1", start=0, end=end, text=text[:end], kind="heading")
    article = Article(article_id="a_1", source="-", text=text)
    (quotation,) = find_quotations(next(parse([(article, (heading,))])))
    assert quotation.text == "We lost the roof,"


def test_ten_thousand_marks_and_a_thousand_deep():
    find_quotations(parse_text('" ' * 10_000))
    find_quotations(parse_text("“‘" * 1_000 + "x" + "’”" * 1_000))


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_every_span_is_a_slice(text):
    for q in find_quotations(parse_text(text)):
        assert text[q.start : q.end] == q.text
        assert q.kind in ("direct", "mixed", "indirect")
        for span in (q.speaker, q.cue_span, q.addressee, q.said, q.occasion, q.continues):
            assert span is None or 0 <= span.start < span.end <= len(text)
        if q.speaker is not None:
            assert q.speaker.start <= q.speaker_head < q.speaker.end


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The charity called for direct talks with the rebels.", "called for"),
        ("The mayor spoke out against higher fares.", "spoke out against"),
        ("The mayor had warned his council about dry hydrants.", "warned about"),
    ],
)
def test_a_cue_holds_its_preposition(text: str, cue: str) -> None:
    (quotation,) = find_quotations(parse_text(text))
    assert quotation.cue == cue
