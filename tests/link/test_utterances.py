"""Wordings of one utterance: the comparison, and which quotations are compared."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.link.utterances import compare_quotations, link_utterances
from newsledger.records import Alignment, Article, Derivation, Entity, Mention, Quotation, Sentence

SENTENCE = "We cannot reopen 14 of the wells before the spring, and I told the council so."


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("“We cannot reopen fourteen of the wells before the spring — and I told the council so,”", "exact"),
        ("WE CANNOT REOPEN 14 OF THE WELLS BEFORE THE SPRING, AND I TOLD THE COUNCIL SO.", "exact"),
        ("…we cannot reopen 14 of the wells before the spring, and I told the coun\u00adcil so", "exact"),
        ("We cannot reopen 14 of the wells before the spring.", "truncated"),
        ("We cannot reopen 14 of the wells [...] and I told the council so.", "truncated"),
        ("[W]e cannot reopen 14 of the wells", "truncated"),
        ("We can reopen 14 of the wells before the spring, and I told the council so.", "altered"),
        ("We cannot reopen 40 of the wells before the spring.", "altered"),
        ("We cannot reopen 14 of the wells, and I told the council so.", "altered"),
        ("The wells were dug by my grandfather in a dry year.", "unrelated"),
    ],
)
def test_relation(other, relation):
    assert compare_quotations(SENTENCE, other).relation == relation
    assert compare_quotations(other, SENTENCE).relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It cost 2.5 million euros.", "It cost €2.5 million."),
        ("The programme favours the harbour.", "The program favors the harbor."),
        ("Two-thirds of the clean-up is done.", "Two thirds of the cleanup is done."),
        ("It rose by 4 per cent at 3 p.m.", "It rose by 4% at 3pm."),
        ("It is the second time.", "It is the 2nd time."),
        ("The ﬁrst oﬃce was closed.", "The first office was closed."),
    ],
)
def test_house_style_is_no_change(a, b):
    assert compare_quotations(a, b).relation == "exact"


@pytest.mark.parametrize(
    ("a", "b", "flag"),
    [
        ("We will not leave the island tonight.", "We will leave the island tonight.", "negation"),
        ("We will not go.", "We will go.", "negation"),
        ("At least 30 boats left the island.", "30 boats left the island.", "number"),
        ("The lake may flood the old town.", "The lake will flood the old town.", "modality"),
        ("I gave the letter to Berg on the stairs.", "I gave the letter to Voss on the stairs.", "name"),
    ],
)
def test_flags(a, b, flag):
    comparison = compare_quotations(a, b)
    assert comparison.relation == "altered"
    assert flag in comparison.flags


def test_the_diff_shows_the_words_with_their_punctuation():
    comparison = compare_quotations("We wait, and we hope.", "We wait, and we pray.")
    assert comparison.diff == "We wait, and we [-hope.-] {+pray.+}"


def test_a_cut_has_no_flags_for_what_it_leaves_off():
    assert compare_quotations("We go, but not today.", "We go.").flags == ()


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="ab not 14.,…[]“”'", max_size=60), st.text(alphabet="ab not 14.,…[]“”'", max_size=60))
def test_comparison_is_symmetric_and_reflexive(a, b):
    assert compare_quotations(a, b).relation == compare_quotations(b, a).relation
    assert compare_quotations(a, a).relation == "exact"


# --- across articles ---------------------------------------------------------------------------


def article(number, *sentences):
    return Article(
        article_id=f"a_{number}",
        source=f"{number}.txt",
        text=" ".join(sentences),
        published=dt.date(2024, 5, number),
    )


def rows_of(a, sentences):
    at, out = 0, []
    for text in sentences:
        out.append(
            Sentence(
                sentence_id=f"s_{a.article_id}_{at}",
                article_id=a.article_id,
                start=at,
                end=at + len(text),
                text=text,
            )
        )
        at += len(text) + 1
    return tuple(out)


def quotation(a, words, speaker="e_berg", kind="direct"):
    start = a.text.index(words)
    return Quotation(
        quotation_id=f"q_{a.article_id}_{start}",
        article_id=a.article_id,
        start=start,
        end=start + len(words),
        text=words,
        kind=kind,
        speaker_id=speaker,
    )


BERG = Entity(entity_id="e_berg", name="Ada Berg", kind="PERSON")
VOSS = Entity(entity_id="e_voss", name="Harald Voss", kind="PERSON")
RUIN = Entity(entity_id="e_land", name="Norland", kind="GPE", role=None)


def named(entity_id):
    return Mention(
        mention_id=f"m_{entity_id}",
        entity_id=entity_id,
        article_id="a_1",
        start=0,
        end=3,
        text="Ada",
        form="name",
    )


def link(
    articles, sentences, quotations, alignments=(), derivations=(), entities=(BERG, VOSS), mentions=None
):
    if mentions is None:
        mentions = tuple(named(e.entity_id) for e in entities)
    return link_utterances(
        articles=articles,
        annotations=(),
        sentences=sentences,
        quotations=quotations,
        derivations=derivations,
        alignments=alignments,
        entities=entities,
        mentions=mentions,
    )


def two(first, second, speakers=("e_berg", "e_berg"), **more):
    """Two articles of one sentence each, in whose quotation marks lie the words."""
    texts = [f'Ada Berg said: "{words}"' for words in (first, second)]
    articles = tuple(article(n, text) for n, text in enumerate(texts, 1))
    sentences = tuple(s for a, text in zip(articles, texts, strict=True) for s in rows_of(a, [text]))
    quotations = tuple(
        quotation(a, words, speaker)
        for a, words, speaker in zip(articles, (first, second), speakers, strict=True)
    )
    return link(articles, sentences, quotations, **more)


def test_the_same_words_of_one_speaker_are_one_utterance():
    out = two("The old lock will not hold.", "The old lock will not hold,")
    (variant,) = out["quotation_variants"]
    assert variant.relation == "exact"
    assert len({q.utterance_id for q in out["quotations"]}) == 1


def test_changed_words_of_one_speaker_are_altered_and_the_earlier_report_is_named():
    out = two("The old lock will not hold the spring flood.", "The old lock will hold the spring flood.")
    (variant,) = out["quotation_variants"]
    assert (variant.relation, variant.flags) == ("altered", "negation")
    assert "2024-05-01 the earlier report" in variant.reason


def test_words_about_earlier_words_are_an_answer_and_no_other_wording():
    said = "The council is a circus without a tent."
    assert two(said, "I did not call the council a circus without a tent.")["quotation_variants"] == ()
    assert two(said, "The council is no circus without a tent.")["quotation_variants"]
    assert two(f"I said the {said[4:]}", f"I never said the {said[4:]}")["quotation_variants"]


def test_two_speakers_are_two_utterances():
    out = two("The old lock will not hold.", "The old lock will not hold.", speakers=("e_berg", "e_voss"))
    assert out["quotation_variants"] == ()
    assert len({q.utterance_id for q in out["quotations"]}) == 2


def test_the_same_words_of_one_who_is_not_named_elsewhere_are_one_utterance():
    words = "The old lock will not hold."
    out = two(words, words, speakers=("e_berg", "e_voss"), mentions=(named("e_berg"),))
    (variant,) = out["quotation_variants"]
    assert (variant.relation, "without a name" in variant.reason) == ("exact", True)
    assert len(two(words, words, speakers=("e_berg", None))["quotation_variants"]) == 1


def test_a_government_and_its_seat_are_one_speaker():
    seat = Entity(entity_id="e_seat", name="Norhall", kind="OTHER", speaks_for="e_land")
    out = two(
        "a grave breach of the treaty",
        "a grave breach of the treaty",
        speakers=("e_seat", "e_land"),
        entities=(seat, RUIN),
    )
    assert len(out["quotation_variants"]) == 1


def test_other_words_in_aligned_sentences_are_altered():
    aligned = Alignment(
        sentence_a="s_a_1_0", sentence_b="s_a_2_0", article_a="a_1", article_b="a_2", similarity=0.9
    )
    out = two("reckless", "irresponsible", alignments=(aligned,))
    (variant,) = out["quotation_variants"]
    assert variant.relation == "altered"
    assert two("reckless", "irresponsible")["quotation_variants"] == ()


def at_one_place(first, second):
    """Two quotations that stand behind aligned sentences of a text and its rewrite."""
    one = ["The dam broke at noon on Friday.", f'Ada Berg said: "{first}"']
    other = ["On Friday the dam broke at noon.", f'Ada Berg stated: "{second}"']
    articles = (article(1, *one), article(2, *other))
    sentences = rows_of(articles[0], one) + rows_of(articles[1], other)
    aligned = Alignment(
        sentence_a="s_a_1_0", sentence_b="s_a_2_0", article_a="a_1", article_b="a_2", similarity=0.9
    )
    quotations = (quotation(articles[0], first), quotation(articles[1], second))
    derived = Derivation(article_a="a_1", article_b="a_2", kind="rewrite")
    return link(articles, sentences, quotations, (aligned,), (derived,))["quotation_variants"]


def test_other_words_at_the_same_place_of_a_rewrite_are_altered():
    (variant,) = at_one_place(
        "We fled at once, and we took nothing.", "We ran at once, and we carried nothing."
    )
    assert variant.relation == "altered"
    assert "the same place" in variant.reason


def test_a_copy_that_puts_another_utterance_in_its_place_alters_none():
    first = "Certainly, this is a very bad leak."
    assert at_one_place(first, "The longer we wait, the smaller are the chances of finding the crew.") == ()


def test_two_words_shared_out_of_order_make_no_other_wording():
    first = "I closed the mill, and then I knew that there was no door left to close."
    assert two(first, "The door first, and then the mill.")["quotation_variants"] == ()


def test_marks_on_one_side_only_are_a_paraphrase():
    texts = [
        'Ada Berg said: "The old lock will never hold a spring flood."',
        "Ada Berg said the old lock would not hold a flood.",
    ]
    articles = tuple(article(n, text) for n, text in enumerate(texts, 1))
    sentences = rows_of(articles[0], texts[:1]) + rows_of(articles[1], texts[1:])
    quotations = (
        quotation(articles[0], "The old lock will never hold a spring flood."),
        quotation(articles[1], "the old lock would not hold a flood", kind="indirect"),
    )
    (variant,) = link(articles, sentences, quotations)["quotation_variants"]
    assert variant.relation == "paraphrase"


def test_of_a_mixed_quotation_the_marked_words_are_compared():
    texts = [
        'Ada Berg called the plan "a leap in the dark".',
        'For Ada Berg the scheme was "a jump in the dark".',
    ]
    articles = tuple(article(n, text) for n, text in enumerate(texts, 1))
    sentences = rows_of(articles[0], texts[:1]) + rows_of(articles[1], texts[1:])
    quotations = (
        quotation(articles[0], 'the plan "a leap in the dark"', kind="mixed"),
        quotation(articles[1], 'was "a jump in the dark"', kind="mixed"),
    )
    derived = Derivation(article_a="a_1", article_b="a_2", kind="rewrite")
    (variant,) = link(articles, sentences, quotations, (), (derived,))["quotation_variants"]
    assert variant.diff == "a [-leap-] {+jump+} in the dark"


def test_wordings_of_one_who_speaks_another_language_may_be_translations():
    berg = replace(BERG, role="Hungarian Foreign Minister")
    out = two(
        "We shall never sign this paper in Geneva.",
        "We will never sign that paper in Geneva.",
        entities=(berg,),
    )
    (variant,) = out["quotation_variants"]
    assert "translation" in variant.flags


def test_the_order_of_the_input_changes_nothing():
    texts = [
        "The lock will not hold the flood.",
        "The lock will hold the flood.",
        "The lock will not hold the flood,",
    ]
    articles = tuple(article(n, f'Ada Berg said: "{words}"') for n, words in enumerate(texts, 1))
    sentences = tuple(s for a in articles for s in rows_of(a, [a.text]))
    quotations = tuple(quotation(a, words) for a, words in zip(articles, texts, strict=True))
    there = link(articles, sentences, quotations)
    back = link(articles[::-1], sentences[::-1], quotations[::-1])
    assert there["quotation_variants"] == back["quotation_variants"]
    assert {q.quotation_id: q.utterance_id for q in there["quotations"]} == {
        q.quotation_id: q.utterance_id for q in back["quotations"]
    }
