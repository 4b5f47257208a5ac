"""The forms of a denial, in invented sentences."""

from __future__ import annotations

import pytest

from assess.rows import article, entity, mention, sentences
from newsledger.annotate.annotation import Annotation
from newsledger.annotate.parse import parse_text
from newsledger.annotate.stances import find_stances
from newsledger.assess.disputes import find_disputes

LEE = entity("Ann Lee")
ARMY = entity("army", kind="ORG")


@pytest.mark.parametrize(
    ("answer", "form"),
    [
        ("The army denied it.", "denial"),
        ("The army dismissed the charge as a fairy tale.", "dismissal"),
        ("The army accused Ann Lee of inventing the losses.", "counter-accusation"),
        ("The army replied that the lists were public.", "answer"),
        ("The army replied that it would answer if a court asked.", "conditional answer"),
    ],
)
def test_how_an_accusation_is_met(answer: str, form: str) -> None:
    a = article(1, f"Ann Lee accused the army of hiding its losses. {answer}")
    mentions = [mention(a, "Ann Lee", LEE), mention(a, "The army", ARMY), mention(a, "the army", ARMY)]
    if "accused Ann Lee" in answer:
        start = a.text.rindex("Ann Lee")
        mentions.append(
            type(mentions[0])(
                mention_id="m",
                entity_id=LEE.entity_id,
                article_id=a.article_id,
                start=start,
                end=start + 7,
                text="Ann Lee",
                form="name",
            )
        )
    empty: tuple[()] = ()
    found = find_disputes(
        articles=(a,),
        annotations=(Annotation(article_id=a.article_id, stances=find_stances(parse_text(a.text))),),
        sentences=sentences(a),
        entities=(LEE, ARMY),
        mentions=tuple(mentions),
        quotations=empty,
        quotation_variants=empty,
        figures=empty,
        times=empty,
        alignments=empty,
        derivations=empty,
    )
    assert [d.form for d in found["disputes"]] == [form]
