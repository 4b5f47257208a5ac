"""JSON and JSON Lines, by the key names of several tools."""

from __future__ import annotations

import datetime as dt
import gzip
import json

import pytest

TEXT = "The dam above Orrin was closed on Monday. Engineers said the water would be let out by night."
URL = "https://www.orrintimes.example/2019/05/06/dam-closed"
DAY = dt.date(2019, 5, 6)

RECORDS = {
    "news-please": {
        "title": "Dam closed",
        "maintext": TEXT,
        "text": None,
        "date_publish": "2019-05-06 10:00:00",
        "date_download": "2020-01-01 00:00:00",
        "date_modify": None,
        "url": URL,
        "source_domain": "www.orrintimes.example",
        "language": "en",
        "authors": ["A. Brook"],
    },
    "newspaper": {
        "title": "Dam closed",
        "text": TEXT,
        "publish_date": "2019-05-06T00:00:00+02:00",
        "url": URL,
        "source_url": "https://www.orrintimes.example",
        "html": "<html></html>",
        "meta_lang": "en",
    },
    "cc-news": {
        "title": "Dam closed",
        "text": TEXT,
        "date": "2019-05-06",
        "url": URL,
        "domain": "orrintimes.example",
    },
    "ninjs 1": {
        "uri": URL,
        "type": "text",
        "headline": "Dam closed",
        "body_text": TEXT,
        "firstcreated": "2019-05-06T08:00:00Z",
        "versioncreated": "2019-05-07T08:00:00Z",
        "provider": {"name": "Orrin Times"},
    },
    "ninjs 2": {
        "uri": URL,
        "headlines": [{"role": "main", "value": "Dam closed"}, {"role": "short", "value": "Dam"}],
        "bodies": [{"role": "main", "contenttype": "text/html", "value": f"<p>{TEXT}</p>"}],
        "contentcreated": "2019-05-06T08:00:00Z",
        "infosources": [],
    },
    "NewsML-G2": {
        "newsItem": {
            "itemMeta": {"provider": {"name": "Orrin Times"}, "versionCreated": "2019-05-07T08:00:00Z"},
            "contentMeta": {"headline": "Dam closed", "contentCreated": "2019-05-06T08:00:00Z"},
            "contentSet": {"inlineData": {"value": TEXT}},
            "link": URL,
        }
    },
    "schema.org": {
        "headline": "Dam closed",
        "articleBody": TEXT,
        "datePublished": "Mon, 06 May 2019 23:30:00 -0700",
        "url": URL,
        "publisher": {"@type": "Organization", "name": "Orrin Times"},
    },
    "WordPress": {
        "title": {"rendered": "Dam closed"},
        "content": {"rendered": f"<p>{TEXT}</p>\n"},
        "date": "2019-05-06T10:00:00",
        "link": URL,
    },
    "epoch": {"title": "Dam closed", "content": TEXT, "timestamp": 1557136800, "link": URL},
}


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_key_names(read_one, name):
    result = read_one("a.json", json.dumps(RECORDS[name]))
    (article,) = result.articles
    assert article.text == TEXT
    assert article.title == "Dam closed"
    assert article.url == URL
    assert article.outlet == "Orrin Times"
    assert article.published_stated == DAY
    assert ("url", "2019-05-06") in {(e.vote, e.value) for e in result.date_evidence}
    assert result.issues == ()


def test_news_api_list(read_one):
    articles = [
        {
            "source": {"id": None, "name": "Orrin Times"},
            "title": f"Dam {i}",
            "publishedAt": "2019-05-06",
            "content": TEXT,
        }
        for i in range(3)
    ]
    result = read_one("a.json", json.dumps({"status": "ok", "articles": articles}))
    assert [a.outlet for a in result.articles] == ["Orrin Times"] * 3
    assert {a.source.rsplit("#")[-1] for a in result.articles} == {"1", "2", "3"}


def test_lines_with_a_bad_one(read_one):
    good = [json.dumps({"id": f"n{i}", "title": f"Dam {i}", "text": TEXT}) for i in range(3)]
    result = read_one("a.txt", "\n".join([good[0], "{bad", "", good[1], '{"title": "No text"}', good[2]]))
    assert sorted(a.source.rsplit("#")[-1] for a in result.articles) == ["n0", "n1", "n2"]
    messages = [i.message for i in result.issues]
    assert any("bad JSON on line 2" in m for m in messages)
    assert any("without text" in m and "#5" in m for m in messages)
    assert len(messages) == 2


def test_gzip(read_one):
    packed = gzip.compress(json.dumps({"title": "Dam", "text": TEXT}).encode())
    assert len(read_one("a.jsonl.gz", packed).articles) == 1


def test_broken_gzip_keeps_what_came_before(read_one):
    lines = "\n".join(json.dumps({"title": f"Dam {i}", "text": TEXT + str(i * 7919)}) for i in range(400))
    packed = gzip.compress(lines.encode())
    result = read_one("a.jsonl.gz", packed[: len(packed) // 2])
    assert result.articles
    assert any("broken gzip" in i.message for i in result.issues)


def test_the_same_record_twice(read_one):
    line = json.dumps({"title": "Dam", "text": TEXT})
    result = read_one("a.jsonl", f"{line}\n{line}\n")
    assert len(result.articles) == 1
    assert [i.severity for i in result.issues] == ["skipped"]
    assert "same record" in result.issues[0].message


def test_the_same_text_with_another_address_is_another_article(read_one):
    lines = [json.dumps({"title": "Dam", "text": TEXT, "url": URL + end}) for end in ("", "-2")]
    assert len(read_one("a.jsonl", "\n".join(lines)).articles) == 2


@pytest.mark.parametrize(
    "document",
    [
        {"story": "dam", "articles": {"01": {"published": "2019-05-06"}}, "figures": [{"text": "twelve"}]},
        {"settings": {"port": 80}},
        {"start": 3, "end": 9, "text": "the dam above Orrin"},
        [{"a": "one", "b": "two", "relation": "same"}] * 30,
        {},
        [],
        3,
        "words",
        None,
    ],
)
def test_what_is_no_article(read_one, document):
    result = read_one("gold.json", json.dumps(document, indent=1))
    assert result.articles == ()
    assert len(result.issues) == (0 if document == [] else 1) or document == []
    assert all(i.severity == "refused" and "no article" in i.message for i in result.issues)


def test_broken_document(read_one):
    (issue,) = read_one("a.json", '{\n "title": "Dam",\n "text": "abc\n}').issues
    assert "bad JSON on line 3" in issue.message


def test_markup_and_entities(read_one):
    body = "<p>The dam &amp; the wall were closed on Monday.</p><p>Nobody<br>was hurt, <b>the</b> mayor said.</p>"
    (article,) = read_one("a.json", json.dumps({"title": "Q&amp;A", "body": body})).articles
    assert article.text == "The dam & the wall were closed on Monday.\nNobody was hurt, the mayor said."
    assert article.title == "Q&A"


def test_lone_surrogates_and_controls(read_one):
    (article,) = read_one(
        "a.json", '{"title": "x", "text": "The dam \\ud83d was \\u0000 closed on Monday."}'
    ).articles
    article.text.encode()
    assert "\0" not in article.text


def test_an_ambiguous_date_is_a_doubt(read_one):
    result = read_one("a.json", json.dumps({"title": "x", "text": TEXT, "date": "05/06/2019"}))
    assert result.articles[0].published_stated is None
    assert [i.severity for i in result.issues] == ["doubtful"]


def test_a_month_is_evidence_and_no_stated_date(read_one):
    result = read_one("a.json", json.dumps({"title": "x", "text": TEXT, "date": "2019-05"}))
    assert result.articles[0].published_stated is None
    assert [(e.vote, e.value) for e in result.date_evidence] == [("metadata", "2019-05")]


def test_deep_nesting(read_one):
    result = read_one("a.json", '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}")
    assert result.articles == ()
    assert result.issues


def test_text_in_brackets_is_text(read_one):
    assert len(read_one("a.txt", f"[Editor's choice] {TEXT}").articles) == 1


@pytest.mark.parametrize(
    ("fields", "agency"),
    [
        ({"wire": "reuters"}, "Reuters"),
        ({"wire": "NA"}, None),
        ({"credit": "AFP"}, "AFP"),
        ({"credit": "Photo by Ada Brook"}, None),
        ({"agency": "Vale Press"}, "Vale Press"),
    ],
)
def test_agencies(read_one, fields, agency):
    result = read_one("a.json", json.dumps({"title": "x", "text": TEXT, **fields}))
    assert result.articles[0].agency == agency


def test_the_outlet_at_the_end_of_a_title_goes(read_one):
    record = {"title": "Dam closed - Orrin Times", "text": TEXT, "outlet": "Orrin Times"}
    assert read_one("a.json", json.dumps(record)).articles[0].title == "Dam closed"


@pytest.mark.parametrize(
    ("foot", "agency"),
    [
        ("(with reporting by AFP)", "AFP"),
        ("With inputs from Ada Brook and Reuters", "Reuters"),
        ("Additional reporting by Ada Brook", None),
        ("Source: Reuters", "Reuters"),
    ],
)
def test_the_agency_that_a_credit_line_names(read_one, foot, agency):
    assert read_one("a.txt", f"{TEXT}\n\n{foot}\n").articles[0].agency == agency
