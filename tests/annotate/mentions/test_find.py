"""Mentions of one article: names, descriptions, pronouns, and their chains. All sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.annotate.annotation import FoundMention
from newsledger.annotate.mentions import find_mentions
from newsledger.annotate.parse import parse, parse_text
from newsledger.records import Article, Passage


def find(text: str) -> tuple[FoundMention, ...]:
    return find_mentions(parse_text(text))


def chain_of(text: str, words: str) -> set[str]:
    """The texts of the chain that holds a mention with these words."""
    found = find(text)
    numbers = {m.chain for m in found if m.text == words}
    assert len(numbers) == 1, (words, found)
    return {m.text for m in found if m.chain in numbers}


def only(text: str, words: str) -> FoundMention:
    return next(m for m in find(text) if m.text == words)


def test_title_before_a_name_is_its_role() -> None:
    mention = only("Norwegian Finance Minister Kari Bratland resigned on Monday.", "Kari Bratland")
    assert (mention.kind, mention.role) == ("PERSON", "Norwegian Finance Minister")


def test_head_of_a_body_before_a_comma() -> None:
    mention = only("The head of the harbour department, Kari Bratland, resigned.", "Kari Bratland")
    assert (mention.kind, mention.role) == ("PERSON", "head of the harbour department")


def test_lower_case_title_and_owner() -> None:
    text = "Bratland's spokesman Odd Myhre confirmed the talks."
    assert only(text, "Odd Myhre").role == "Bratland's spokesman"


def test_apposition_after_a_name() -> None:
    text = "Odd Myhre, president of the Savings Bank of Lunde, told reporters that rates would rise."
    assert only(text, "Odd Myhre").role == "president of the Savings Bank of Lunde"


def test_description_before_a_name_is_in_its_chain() -> None:
    text = "The company's chief executive, Tora Vang, rejected the offer."
    assert "The company's chief executive" in chain_of(text, "Tora Vang")


def test_rank_behind_a_description() -> None:
    text = "Its spokesman, Col. Bram Oster, said the search would go on. The colonel gave no date."
    assert {"Its spokesman", "The colonel"} <= chain_of(text, "Bram Oster")


def test_surname_alone_is_the_person_introduced() -> None:
    assert chain_of("Tora Vang spoke first. Vang said nothing new.", "Vang") >= {"Tora Vang", "Vang"}


def test_surname_of_two_people_stays_open() -> None:
    text = "Tora Vang met Emil Vang in the hall. Vang said nothing."
    assert chain_of(text, "Vang") == {"Vang"}


def test_father_and_son_and_a_couple_stay_apart() -> None:
    text = "Karl Aas spoke. Karl Aas Jr. listened."
    assert chain_of(text, "Karl Aas") == {"Karl Aas"}
    found = find("Mr. Vang came late. Mrs. Vang had left.")
    assert len({m.chain for m in found if m.text == "Vang"}) == 2


def test_letters_of_an_honour_are_no_part_of_a_name() -> None:
    text = "Moira Vole KC spoke for the defence. Ms Vole sat down. Tom Barr MP, the minister, resigned."
    assert chain_of(text, "Moira Vole") == {"Moira Vole", "Vole"}
    assert only(text, "Tom Barr").role == "minister"


def test_common_noun_takes_up_the_body_just_introduced() -> None:
    text = "Softmead Foods Inc. recalled its soup. It covers 200 tins, the company said. The company gave no date."
    assert {"the company", "The company"} <= chain_of(text, "Softmead Foods Inc.")
    text = "The toll in the GSA's database stands at 14, the agency said on Monday."
    assert "the agency" in chain_of(text, "GSA")


def test_common_noun_stays_open_between_two_bodies() -> None:
    text = "Softmead Foods Inc. sued Hardwick Mills Ltd. on Monday. The company said the case was weak."
    assert chain_of(text, "The company") == {"The company"}


def test_person_without_a_name_is_taken_up() -> None:
    text = "A person familiar with the inquiry said it was over. “This is late,” the person said."
    assert "the person" in chain_of(text, "A person familiar with the inquiry")


def test_participle_before_a_role_noun() -> None:
    text = "The returning officer, Derek Vale, rejected the claim."
    assert "The returning officer" in chain_of(text, "Derek Vale")


def test_relative_pronoun_that_speaks() -> None:
    text = "The ministry blamed Tora Vang, who said she had warned of it."
    assert {"who", "she"} <= chain_of(text, "Tora Vang")


def test_known_territory_outvotes_the_parser() -> None:
    assert {m.text: m.kind for m in find("Kiev rejected the plan, and Tbilisi kept silent.")} == {
        "Kiev": "GPE",
        "Tbilisi": "GPE",
    }


def test_spellings_of_a_capital_are_one_chain() -> None:
    assert chain_of("Kyiv waited. Later Kiev agreed.", "Kyiv") == {"Kyiv", "Kiev"}


def test_capital_is_not_its_state() -> None:
    assert chain_of("Moscow spoke for Russia.", "Moscow") == {"Moscow"}


@pytest.mark.parametrize(
    "name",
    [
        "Bakers’ and Millers’ Union",
        "Bakers' and Millers' Union",
        "Organization for Trade and Fisheries in Europe",
        "Bank of Lunde",
        "Lunde Savings Bank",
        "Russian Foreign Ministry",
    ],
)
def test_whole_name_of_a_body(name: str) -> None:
    mention = only(f"On Monday the {name} said it would wait.", name)
    assert mention.kind == "ORG"


def test_acronym_joins_its_long_form() -> None:
    text = "The Bakers' and Millers' Union, known as the BMU, met. The BMU said it would strike."
    assert "BMU" in chain_of(text, "Bakers' and Millers' Union")
    text = "The Northern Harbour Trust (NHT) met. The NHT agreed."
    assert "NHT" in chain_of(text, "Northern Harbour Trust")


def test_common_noun_stands_for_the_body() -> None:
    text = "The Lunde Savings Bank closed on Friday. The bank said it had no cash."
    assert "The bank" in chain_of(text, "Lunde Savings Bank")


def test_person_and_place_of_one_name_stay_apart() -> None:
    text = "The ferry left Port Marie at noon. Marie Holm, a nurse, stayed in Port Marie."
    assert chain_of(text, "Marie Holm") >= {"Marie Holm"}
    assert "Port Marie" not in chain_of(text, "Marie Holm")


def test_ship_is_no_person() -> None:
    assert only("The ferry Lady Greta struck the pier.", "Lady Greta").kind == "OTHER"


def test_place_by_its_apposition() -> None:
    assert only("Hector Dunes, a fishing village, reported no damage.", "Hector Dunes").kind == "GPE"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Zubrovia's army crossed the river.", "Zubrovia", "GPE"),
        ("She leads the count of Zubrovia's presidential election.", "Zubrovia", "GPE"),
        ("There are two countries that are both called Zubrovia.", "Zubrovia", "GPE"),
        ("Nobody slept in the Kelda Green ward on Friday.", "Kelda Green", "GPE"),
        ("A fire broke out at the Ormane Plastex plant on Friday.", "Ormane Plastex", "ORG"),
        ("The police searched the offices, and Ormane's shares fell.", "Ormane", "ORG"),
        ("The union that represents the guards, Concordo, said that the gate was open.", "Concordo", "ORG"),
        ("They sell the blood thinner Zelvexa in nine states.", "Zelvexa", "OTHER"),
        ("Beside her sat Tora Vang of Millbury, whose son had died.", "Millbury", "GPE"),
    ],
)
def test_what_stands_beside_an_unknown_name_tells_its_kind(text: str, name: str, kind: str) -> None:
    assert only(text, name).kind == kind


@pytest.mark.parametrize("title", ["Assemblyman", "Alderwoman", "Rear Admiral", "Wing Commander"])
def test_a_title_is_no_part_of_the_name(title: str) -> None:
    mention = only(f"{title} Odd Myhre rejected the offer.", "Odd Myhre")
    assert (mention.kind, mention.role) == ("PERSON", title)


def test_an_owner_before_a_firm_is_the_firm() -> None:
    text = "Its owner, the shipping company Nordhavn Line, rejected the offer."
    assert chain_of(text, "Nordhavn Line") == {"Its owner", "Nordhavn Line"}


@pytest.mark.parametrize("text", ["Both sides said the truce held.", "Write to PO Box 1417."])
def test_sides_and_boxes_are_nobody(text: str) -> None:
    assert find(text) == ()


def test_what_is_near_is_no_part_of_a_name() -> None:
    assert only("Neighbouring Zambia closed the gate.", "Zambia").kind == "GPE"


def test_a_guild_keeps_the_possessive_of_its_members() -> None:
    for mark in "'’":
        name = f"Weavers{mark} Guild"
        assert only(f"The Weavers{mark} Guild rejected the count.", name).kind == "ORG"


def test_state_and_role_find_the_person() -> None:
    text = (
        "Danish Foreign Minister Lone Krag met Swedish Foreign Minister Per Alm in Oslo. "
        "The Swedish foreign minister said the talks went well."
    )
    assert "The Swedish foreign minister" in chain_of(text, "Per Alm")


def test_official_without_a_name_is_nobody_known() -> None:
    text = "Foreign Minister Lone Krag left early. A senior US official said talks would go on. The official smiled."
    assert chain_of(text, "A senior US official") == {"A senior US official", "The official"}


def test_group_speakers_are_mentions() -> None:
    found = {m.text: m.number for m in find("Western powers said they would wait.")}
    assert found["Western powers"] == "plural"


def test_pronoun_takes_the_speaker_of_its_gender() -> None:
    text = "Karl Aas met Tora Vang. She said he was wrong."
    assert "She" in chain_of(text, "Tora Vang")
    assert chain_of("The union said it had warned of this.", "The union") == {"The union", "it"}


def test_a_speaker_is_nobody_whom_the_report_names_before() -> None:
    assert chain_of("The board has briefed President Karl Aas on it, he said.", "Karl Aas") == {"Karl Aas"}
    assert chain_of("Karl Aas stood up. The board was wrong, he said.", "Karl Aas") == {"Karl Aas", "he"}


def test_pronoun_inside_a_quotation_is_left_alone() -> None:
    found = find("“He lied to us,” Tora Vang told Karl Aas.")
    assert all(m.form != "pronoun" for m in found)


def test_calendar_courtesy_and_markup_name_nobody() -> None:
    texts = {m.text for m in find("On Thursday Mr. Aas left. In May the U.S. voted. Talks resumed.")}
    assert texts == {"Aas", "U.S."}


def test_dateline_names_its_place() -> None:
    text = "PORT MARIE, Sept. 3 (Agency) — The mayor of Port Marie resigned."
    article = Article(article_id="a_1", source="-", text=text)
    line = Passage(
        article_id="a_1", start=0, end=text.index("The"), text=text[: text.index("The")], kind="dateline"
    )
    (parsed,) = parse([(article, (line,))])
    found = find_mentions(parsed)
    assert [m.text for m in found if m.kind == "GPE"] == ["PORT MARIE", "Port Marie"]
    assert len({m.chain for m in found if m.kind == "GPE"}) == 1


def test_passages_that_are_no_prose_hold_no_mention() -> None:
    text = "Karl Aas left.\nRead more: Tora Vang wins\nHe returned."
    article = Article(article_id="a_1", source="-", text=text)
    start = text.index("Read")
    more = Passage(
        article_id="a_1",
        start=start,
        end=text.index("\nHe"),
        text="Read more: Tora Vang wins",
        kind="read_more",
    )
    (parsed,) = parse([(article, (more,))])
    assert all(m.end <= start or m.start >= more.end for m in find_mentions(parsed))


WORDS = st.sampled_from(
    [
        "Karl",
        "Aas",
        "the",
        "Bank",
        "of",
        "Lunde",
        "said",
        "“",
        "”",
        "'s",
        ",",
        ".",
        "(",
        ")",
        "U.S.",
        "minister",
        "\n",
    ]
)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.lists(WORDS, max_size=25))
def test_spans_are_exact_and_heads_inside(words: list[str]) -> None:
    text = " ".join(words)
    for mention in find(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start <= mention.head < mention.end


def test_ten_thousand_marks_are_no_trouble() -> None:
    find("“ " * 10000 + "Karl Aas said. " + "\" '" * 5000)


@pytest.mark.parametrize(
    "name", ["Saint Odo's Hospital", "King’s College", "St. Odo's College", "Guy's Hospital"]
)
def test_a_house_bears_its_patrons_name(name: str) -> None:
    assert only(f"Nurses of {name} went home early.", name).kind == "ORG"


def test_peoples_that_share_a_noun_are_one_group() -> None:
    text = "British and Danish officials have voiced doubts about the harbour."
    mention = only(text, "British and Danish officials")
    assert (mention.kind, mention.form, mention.number) == ("PERSON", "nominal", "plural")
    assert len({m.chain for m in find(text)}) == 3  # the group is neither of the two states


def test_a_label_names_nobody() -> None:
    found = find("The fire began in Warehouse 4 of Orlo Chemicals, near Gate 12.")
    assert {m.text for m in found} == {"Orlo Chemicals"}


def test_surname_of_two_people_is_the_one_of_its_paragraph() -> None:
    text = "Tora Belk rowed.\nOdo Belk slept. Nobody saw it.\nTora Belk woke up. “It is late,” Belk said."
    assert chain_of(text, "Belk") == {"Tora Belk", "Belk"}
    assert chain_of(text, "Odo Belk") == {"Odo Belk"}


def test_an_office_before_a_surname_is_not_a_later_namesakes() -> None:
    text = "Sen. Belk, who asked the questions, and O. Belk, who answered them, share nothing."
    assert chain_of(text, "O. Belk") == {"O. Belk"}


def test_a_pronoun_means_who_the_sentence_before_is_about() -> None:
    text = (
        "Kari Brun, who speaks for the firm, insisted on it. The senator was angry. “Who lies?” he snapped."
    )
    mentions = find_mentions(parse_text(text))
    (pronoun,) = [m for m in mentions if m.text == "he"]
    assert [m.text for m in mentions if m.chain == pronoun.chain] == ["The senator", "he"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The coroner in Orsk, Tora Vang, said the man drowned.", "coroner in Orsk"),
        ("Its head of data, Tora Vang, denied that the file was lost.", "head of data"),
        (
            "The chief executive of Lunde Bank, Tora Vang, said rates would rise.",
            "chief executive of Lunde Bank",
        ),
    ],
)
def test_role_that_goes_on_to_the_comma(text: str, role: str) -> None:
    assert only(text, "Tora Vang").role == role


def test_a_list_after_a_role_is_no_apposition() -> None:
    text = "She met the coroner in Lunde, Tora Vang, and Odo Belk on Monday."
    assert only(text, "Tora Vang").role is None
