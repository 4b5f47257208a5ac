"""All annotations of one article, in the order in which each needs the ones before."""

from __future__ import annotations

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.assertions import mark_assertions
from newsledger.annotate.events import find_events
from newsledger.annotate.figures import find_figures
from newsledger.annotate.fingerprint import take_fingerprint, take_tally
from newsledger.annotate.mentions import find_mentions
from newsledger.annotate.parse import Parsed, span
from newsledger.annotate.quotations import find_quotations
from newsledger.annotate.stances import find_stances
from newsledger.annotate.times import find_times


def annotate(parsed: Parsed) -> Annotation:
    """Find everything in one parsed article."""
    times = find_times(parsed)
    sentences = tuple(span(sentence) for sentence in parsed.sentences)
    quotations = mark_assertions(parsed, find_quotations(parsed, times))
    return Annotation(
        article_id=parsed.article.article_id,
        sentences=sentences,
        times=times,
        mentions=find_mentions(parsed),
        quotations=quotations,
        figures=find_figures(parsed, times),
        events=find_events(parsed, times, quotations),
        stances=find_stances(parsed),
        fingerprint=take_fingerprint(parsed.article.text, sentences),
        tally=take_tally("\n".join(sentence.text for sentence in parsed.sentences)),
    )
