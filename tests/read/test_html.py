"""HTML pages: the body with its paragraphs, what the page says of itself, links."""

from __future__ import annotations

import datetime as dt

import pytest

PARAGRAPHS = [
    "ORRIN — The dam above the town was closed on Monday after a guard had seen a crack in its wall.",
    "“It was as wide as my hand,” the guard, Tom Reed, told reporters at the gate.",
    "No one was hurt.",
    "Engineers said that the water would be let out by night, and that the valley was in no danger.",
]


def page(head: str = "", body: str | None = None, lang: str = "en") -> str:
    paragraphs = "\n".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="{lang}"><head><title>Dam closed - Orrin Times</title>
<link rel="canonical" href="https://www.orrintimes.example/2019/05/06/dam-closed">{head}</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<div class="story"><h1>Dam closed</h1><p class="byline">By Ada Brook</p>{body or paragraphs}
<p class="more">Read more: <a href="/2019/05/01/who-owns-the-dam">Who owns the dam above Orrin?</a></p>
<p>Correction: An earlier version of this article gave another name of the guard.</p></div>
<aside><p>Read more: <a href="/2019/04/30/in-pictures-the-valley">In pictures: the valley in spring</a></p></aside>
<footer><p>&copy; 2019 Orrin Times Ltd.</p></footer></body></html>"""


def test_paragraphs_stay_apart_and_none_is_lost(read_one):
    (article,) = read_one("a.html", page()).articles
    lines = article.text.split("\n")
    assert [line for line in lines if line in PARAGRAPHS] == PARAGRAPHS
    assert "Home" not in article.text
    assert "Ltd" not in article.text
    assert lines[0] == "By Ada Brook"
    assert article.title == "Dam closed"


def test_passages_and_links(read_one):
    result = read_one("a.html", page())
    assert [p.kind for p in result.passages] == ["byline", "dateline", "read_more", "correction"]
    assert [(k.text, k.url, k.start is None) for k in result.links] == [
        (
            "Who owns the dam above Orrin?",
            "https://www.orrintimes.example/2019/05/01/who-owns-the-dam",
            False,
        ),
        (
            "In pictures: the valley in spring",
            "https://www.orrintimes.example/2019/04/30/in-pictures-the-valley",
            True,
        ),
    ]


@pytest.mark.parametrize(
    ("head", "vote"),
    [
        ('<meta property="article:published_time" content="2021-02-11T03:14:07+00:00">', "meta_tag"),
        (
            '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},'
            '{"@type": "NewsArticle", "datePublished": "2021-02-11T03:14:07+00:00",'
            ' "dateModified": "2021-02-12", "publisher": {"name": "The Orrin Times"}}]}</script>',
            "json_ld",
        ),
    ],
)
def test_dates_are_candidates(read_one, head, vote):
    result = read_one("a.html", page(head))
    assert result.articles[0].published_stated == dt.date(2021, 2, 11)
    votes = {(e.vote, e.value) for e in result.date_evidence}
    assert {(vote, "2021-02-11"), ("url", "2019-05-06")} <= votes
    assert any(v == "htmldate" for v, _ in votes)
    assert vote == "meta_tag" or ("modified", "2021-02-12") in votes


def test_htmldate_alone_states_nothing(read_one):
    assert read_one("a.html", page()).articles[0].published_stated is None


def test_outlet_from_site_name_publisher_or_host(read_one):
    named = '<meta property="og:site_name" content="The Orrin Times">'
    assert read_one("a.html", page(named)).articles[0].outlet == "The Orrin Times"
    assert read_one("b.html", page()).articles[0].outlet == "Orrin Times"


def test_cross_headings_and_inline_links(read_one):
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:2])
    body += '<h2>What the engineers say</h2><p>The wall <a href="/2019/04/02/the-wall-was-new">was new</a> in May.</p>'
    body += f"<p>{PARAGRAPHS[3]}</p>"
    result = read_one("a.html", page(body=body))
    assert ("heading", "What the engineers say") in [(p.kind, p.text) for p in result.passages]
    assert "was new" in [k.text for k in result.links]


def test_line_breaks_part_paragraphs(read_one):
    body = "<br><br>".join(PARAGRAPHS)
    (article,) = read_one("a.html", page(body=f"<div>{body}</div>")).articles
    assert [line for line in article.text.split("\n") if line in PARAGRAPHS] == PARAGRAPHS


def test_declared_encoding(read_one):
    text = page('<meta charset="iso-8859-1">').replace("Tom Reed", "Tóm “Réed”")
    (article,) = read_one("a.html", text.replace("—", "-").encode("cp1252")).articles
    assert "Tóm “Réed”" in article.text


@pytest.mark.parametrize(
    "text",
    [
        "<html><head><title>Log in</title></head><body><form>Name</form></body></html>",
        "<html><body></body></html>",
        "<!DOCTYPE html>",
        "<html><body>"
        + "".join(
            f'<p><a href="/{i}">A headline of some length that leads to article {i}.</a></p>'
            for i in range(20)
        )
        + "</body></html>",
    ],
)
def test_a_page_with_no_article(read_one, text):
    result = read_one("a.html", text)
    assert result.articles == ()
    (issue,) = result.issues
    assert "no article" in issue.message


def test_another_language_is_a_doubt(read_one):
    result = read_one("a.html", page(lang="de-AT"))
    assert result.articles[0].language == "de"
    assert [i.severity for i in result.issues] == ["doubtful"]


def test_html_is_told_by_content(read_one):
    assert read_one("a.txt", page()).articles[0].title == "Dam closed"


def test_deep_nesting(read_one):
    text = "<html><body>" + "<div>" * 5000 + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    result = read_one("a.html", text)
    assert len(result.articles) + len(result.issues) == 1


def test_a_page_laid_out_with_a_table(read_one):
    cells = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    text = f"<html><body><table><tr><td>Menu</td><td>{cells}</td></tr></table></body></html>"
    (article,) = read_one("a.html", text).articles
    assert [line for line in article.text.split("\n") if line in PARAGRAPHS and len(line) > 20] == [
        p for p in PARAGRAPHS if len(p) > 20
    ]


def test_paragraphs_in_elements_of_their_own(read_one):
    body = "".join(f'<div class="block"><div><p>{p}</p></div></div>' for p in PARAGRAPHS)
    body += '<div class="newsletter"><p>The valley in your inbox each day.</p></div>'
    body += f"<div><div><p>{PARAGRAPHS[0]} Again.</p></div></div>"
    result = read_one("a.html", page(body=body))
    lines = result.articles[0].text.split("\n")
    assert [line for line in lines if line in PARAGRAPHS] == PARAGRAPHS
    prose = {p.text for p in result.passages}
    assert "The valley in your inbox each day." not in set(lines) - prose


def test_a_complaint_of_the_server_before_the_page(read_one):
    assert (
        read_one("a.html", "Notice: undefined index in line 3\n" + page()).articles[0].title == "Dam closed"
    )


@pytest.mark.parametrize(
    "root",
    ['<?xml version="1.0"?>\n<rss><channel><item><p>x</p></item></channel></rss>', "<feed><p>x</p></feed>"],
)
def test_feeds_are_no_pages(read_one, root):
    (issue,) = read_one("a.xml", root).issues
    assert "XML" in issue.message
