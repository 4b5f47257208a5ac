"""Families and likely originals."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from link.pile import HARBOUR, MARKET, REWRITE, article, tables
from newsledger.link.copies import find_derivations
from newsledger.link.copies.components import components
from newsledger.link.copies.stars import stars
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


def test_excerpts_of_different_parts_make_no_chain() -> None:
    edges = {("a", "b"): 0.4, ("b", "c"): 0.4, ("c", "d"): 0.4, ("d", "e"): 0.4}
    groups = stars("abcde", edges, {(x, y): 0.3 for pair in edges for x, y in (pair, pair[::-1])})
    assert groups == [("a", "b", "c"), ("d", "e")]


def test_what_a_member_holds_whole_follows_it() -> None:
    edges = {("a", "b"): 0.9, ("b", "c"): 0.5, ("a", "d"): 0.8, ("c", "e"): 0.9}
    assert stars("abcde", edges, {("c", "b"): 0.7, ("e", "c"): 0.9}) == [("a", "b", "c", "d", "e")]


@settings(derandomize=True, deadline=None)
@given(
    st.dictionaries(
        st.tuples(*[st.sampled_from("abcdefgh")] * 2).filter(lambda p: p[0] < p[1]), st.floats(0, 1)
    )
)
def test_stars_split_connected_components(edges: dict[tuple[str, str], float]) -> None:
    groups = stars("abcdefgh", edges, {})
    assert sorted(n for g in groups for n in g) == list("abcdefgh")
    whole = components("abcdefgh", edges)
    assert all(any(set(g) <= set(c) for c in whole) for g in groups)
    assert groups == stars("hgfedcba", dict(reversed(edges.items())), {})
