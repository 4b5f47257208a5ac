"""Whose "the statement" is. All sentences are invented."""

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.mentions import find_mentions
from newsledger.annotate.parse import parse
from newsledger.annotate.quotations import find_quotations
from newsledger.link.entities import link_entities
from newsledger.link.quotations import link_quotations
from newsledger.records import Article


def speaker_of(text, words):
    """The name of the entity that an article gives as the speaker of these words."""
    article = Article(article_id="a_1", source="-", text=text)
    (parsed,) = parse([(article, ())])
    annotation = Annotation(
        article_id="a_1", mentions=find_mentions(parsed), quotations=find_quotations(parsed)
    )
    linked = link_entities(articles=(article,), annotations=(annotation,))
    names = {e.entity_id: e.name for e in linked["entities"]}
    rows = link_quotations(
        articles=(article,), annotations=(annotation,), mentions=linked["mentions"], times=()
    )
    return next(names.get(q.speaker_id) for q in rows["quotations"] if words in q.text)


SAID = "“We knew of it for two days,” the statement said."


def test_a_statement_is_whose_words_it_gave_before():
    text = f"Olaf Brun did not come. In a statement he said that the valve had been open. {SAID}"
    assert speaker_of(text, "We knew") == "Olaf Brun"


def test_a_statement_is_whose_it_was_issued_by():
    text = f"The Ministry of Mines published a short statement. {SAID}"
    assert speaker_of(text, "We knew") == "Ministry of Mines"


def test_of_a_statement_of_nobody_the_speaker_stays():
    assert speaker_of(f"The valve was open. {SAID}", "We knew") in ("statement", "the statement")


def test_an_owner_that_is_a_firm_speaks_by_the_firms_name():
    text = "The mill burned down. Its landlord, the firm Marske Brick, denies that it knew of the cracks."
    assert speaker_of(text, "knew of the cracks") == "Marske Brick"
