"""The parse keeps every offset and never crosses a line break or a passage."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.annotate.parse import parse, parse_text
from newsledger.records import Article, Passage

TEXT = (
    'The dam held, the engineer said. "It will hold." The mayor disagreed.\n'
    "Read more: Why the dam leaks\n"
    "Nobody was hurt, she told reporters on Tuesday."
)


def test_offsets_are_the_articles_own() -> None:
    parsed = parse_text(TEXT)
    assert parsed.doc.text == TEXT
    for sentence in parsed.sentences:
        assert TEXT[sentence.start_char : sentence.end_char] == sentence.text


def test_a_closing_mark_is_no_sentence() -> None:
    assert '"' not in {sentence.text for sentence in parse_text(TEXT).sentences}


def test_no_sentence_touches_a_passage() -> None:
    line = "Read more: Why the dam leaks"
    start = TEXT.index(line)
    article = Article(article_id="a", source="-", text=TEXT)
    passage = Passage(article_id="a", start=start, end=start + len(line), text=line, kind="read_more")
    (parsed,) = parse([(article, (passage,))])
    assert not any(line[:9] in s.text for s in parsed.sentences)
    assert parsed.sentences[-1].text.startswith("Nobody was hurt")


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_text_keeps_its_offsets(text: str) -> None:
    parsed = parse_text(text)
    assert parsed.doc.text == text
    assert all(text[s.start_char : s.end_char] == s.text for s in parsed.sentences)
