"""Marks in a text: nested where they nest, cut where they cross, and never a character lost."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.report.marks import Mark
from newsledger.report.reader import anchor, marked_text

TEXT = "Ida Moor said <250> houses & more were under water.\n\nNobody “spoke”."


class Marked(HTMLParser):
    """The text of a page, and of each anchor with all its pieces."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.words: dict[str, str] = {}
        self.ids: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_attrs = dict(attrs)
        assert tag == "span"
        self.open.append(given_attrs.get("id") or given_attrs.get("data-of") or "")
        if given_attrs.get("id"):
            self.ids.append(self.open[-1])

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for name in self.open:
            self.words[name] = self.words.get(name, "") + data


MARKS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from(["figure", "name", ""])),
    max_size=12,
).map(lambda rows: [Mark(min(a, b), max(a, b), kind, f"{kind} <x>\"'") for a, b, kind in rows if a != b])


@settings(derandomize=True, deadline=None, max_examples=300)
@given(MARKS)
def test_every_anchor_holds_exactly_its_words(marks: list[Mark]) -> None:
    page = Marked(str(marked_text(TEXT, marks, 7)))
    assert page.text == TEXT
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert page.words == {anchor(7, m.start, m.end): TEXT[m.start : m.end] for m in marks}


def test_marks_on_the_same_words_share_an_element() -> None:
    markup = str(marked_text("two houses", [Mark(0, 3, "figure", "a"), Mark(0, 3, "name", "b")], 1))
    assert markup == '<span id="r1-0-3" class="m k-figure k-name" title="a; b">two</span> houses'


def test_a_mark_outside_the_text_is_left_out() -> None:
    assert str(marked_text("two", [Mark(2, 9, "figure", "")], 1)) == "two"
