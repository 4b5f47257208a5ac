"""Families and likely originals."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from link.pile import HARBOUR, MARKET, REWRITE, article, tables
from newsledger.link.copies import find_derivations
from newsledger.link.copies.components import components
from newsledger.link.copies.stars import stars
from newsledger.link.families import fidelity, find_families
from newsledger.link.originals import Pair, judge, roots
from newsledger.records import Article, Derivation

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


def test_two_that_cut_one_dispatch_have_no_original_among_them_whatever_the_day() -> None:
    one, two = article("".join(HARBOUR[:6])), article("".join(HARBOUR[2:]), day="2024-05-08")
    out = families(one, two)
    [pair], [family] = out["derivations"], out["families"]
    assert pair.likely_original is family.likely_original is None
    assert "a text that is not in the pile, for neither holds the other" in pair.reason


def test_one_that_no_verdict_places_leaves_the_family_without_an_original() -> None:
    first, second = article(WHOLE, outlet="Mail"), article(WHOLE, outlet="Times")
    excerpt = article("".join(HARBOUR[:4]), day="2024-05-09")
    votes = {
        (first.article_id, excerpt.article_id): first.article_id,
        (first.article_id, second.article_id): None,
    }
    assert roots([first, second, excerpt], votes) == sorted((first, second), key=lambda a: a.article_id)


def test_a_family_names_its_original_and_whose_line_it_carries() -> None:
    first = article(WHOLE, outlet="Mail", agency="Corvane Wire")
    cut = article("".join(HARBOUR[:4]), day="2024-05-09")
    [family] = families(first, cut)["families"]
    assert family.reason == (
        "2 articles joined by 1 verified copy; "
        f"likely from Mail [{first.article_id}], which carries the line of Corvane Wire"
    )


def test_a_correction_of_the_day_before_makes_no_later_version() -> None:
    first, later = article(WHOLE), article(WHOLE + MARKET[0], day="2024-05-08")
    pair = Pair(
        a=first, b=later, derivation=Derivation(article_a="a", article_b="b", kind="excerpt", coverage=1.0),
        covered=(1.0, 1.0), corrected=frozenset({first.article_id}),
    )  # fmt: skip
    assert judge(pair)[0] == first.article_id
    again = replace(pair, corrected=frozenset({later.article_id}))
    assert "the other carries the correction note" in judge(again)[2]


def test_of_two_versions_the_longer_one_is_no_sign_of_the_original() -> None:
    old, new = article(WHOLE, outlet="Mail"), article(WHOLE + MARKET[0] + MARKET[1], outlet="Mail")
    [pair] = families(old, new)["derivations"]
    assert pair.is_update
    assert pair.likely_original is None


def test_a_credit_line_makes_nobody_the_original_of_a_text_that_has_more() -> None:
    one, two = (
        article("".join(HARBOUR[:6]), agency="Corvane Wire"),
        article("".join(HARBOUR[2:]), outlet="Mail"),
    )
    assert [d.likely_original for d in families(one, two)["derivations"]] == [None]
    cut = article("".join(HARBOUR[:4]), outlet="Mail")
    assert [d.likely_original for d in families(one, cut)["derivations"]] == [one.article_id]


def test_a_quotation_that_was_cut_says_nothing_of_who_kept_to_the_words() -> None:
    said, changed = "nobody will cross this bridge before june", "nobody shall cross this bridge before june"
    other = "we have counted every single wagon twice"
    carriers = {said: 2, changed: 1, other: 1}
    assert fidelity(frozenset({said, other}), frozenset({other}), carriers) == (0, 0)
    assert fidelity(frozenset({said, other}), frozenset({changed, other}), carriers) == (1, 0)
