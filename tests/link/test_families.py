"""Families and likely originals."""

from __future__ import annotations

from link.pile import HARBOUR, MARKET, REWRITE, article, tables
from newsledger.link.copies import find_derivations
from newsledger.link.families import find_families
from newsledger.records import Article

WHOLE = "".join(HARBOUR)


def families(*articles: Article) -> dict[str, tuple]:  # type: ignore[type-arg]
    read = tables(list(articles))
    found = find_derivations(**read)  # type: ignore[arg-type]
    return dict(
        find_families(
            articles=read["articles"],  # type: ignore[arg-type]
            derivations=found["derivations"],
            alignments=found["alignments"],
            sentences=read["sentences"],  # type: ignore[arg-type]
            annotations=read["annotations"],  # type: ignore[arg-type]
        )
    )


def test_every_article_has_a_family() -> None:
    first, copy, other = article(WHOLE), article("".join(REWRITE), day="2024-05-09"), article("".join(MARKET))
    out = families(first, copy, other)
    family = {a.article_id: a.family_id for a in out["articles"]}
    assert family[first.article_id] == family[copy.article_id] != family[other.article_id]
    assert {f.family_id for f in out["families"]} == set(family.values())


def test_the_earlier_fuller_article_is_the_likely_original() -> None:
    first, cut = article(WHOLE), article("".join(HARBOUR[:4]), day="2024-05-09")
    [pair] = families(first, cut)["derivations"]
    assert pair.likely_original == first.article_id
    assert "published 2 days earlier" in pair.reason


def test_without_evidence_the_original_is_unknown() -> None:
    [pair] = families(
        article(WHOLE), article("".join(HARBOUR[n] for n in (5, 2, 7, 0, 3, 6, 1, 4)), title="x")
    )["derivations"]
    assert pair.likely_original is None
    assert "not in the pile" in pair.reason


def test_two_excerpts_of_an_unseen_text_are_one_family() -> None:
    one, two = article("".join(HARBOUR[:6])), article("".join(HARBOUR[2:]))
    out = families(one, two)
    assert len(out["families"]) == 1
    assert out["families"][0].likely_original is None


def test_the_agency_is_the_original() -> None:
    wire = article(WHOLE, outlet="Corvane Wire", agency="Corvane Wire")
    copy = article(WHOLE + " ", outlet="Brelling Mail")
    [pair] = families(copy, wire)["derivations"]
    assert pair.likely_original == wire.article_id
