"""A small invented pile: articles with sentences cut at full stops, as copy detection needs them."""

from __future__ import annotations

import datetime as dt
import re

from newsledger.annotate.annotation import Annotation, FoundQuotation
from newsledger.records import Article, Sentence, make_id

QUOTED = re.compile(r"“([^”]+)”")

HARBOUR = (
    "The harbour of Brelling was closed on Tuesday after a crane fell across the only rail track to the grain silos. ",
    "Nobody was hurt, but fourteen wagons of barley were crushed and the port authority stopped all loading. ",
    "Hanne Ostrup, who manages the silos for Merrow Grain, said the repair would take until the end of the week. ",
    "Engineers from Vastby Steel arrived in the afternoon and began to cut the jib of the crane into pieces. ",
    "The crane was built in 1978 and had passed its last inspection in March, according to the safety board. ",
    "Two freighters bound for Lisbon were told to wait outside the breakwater with 9,000 tonnes of grain on order. ",
    "Farmers in the Tolle valley fear that their silos will overflow before the trains run again. ",
    "The board will publish a first report within thirty days, its director Ivar Lund announced. ",
)
REWRITE = (
    "Brelling's harbour was shut on Tuesday when a crane collapsed across the only rail track to the grain silos. ",
    "No one was injured, but fourteen wagons of barley were flattened and the port authority halted all loading. ",
    "Hanne Ostrup, who runs the silos for Merrow Grain, stated the repair would last until the end of the week. ",
    "Engineers from Vastby Steel came in the afternoon and started to cut the jib of the crane into bits. ",
    "The crane was made in 1978 and had passed its latest inspection in March, the safety board says. ",
)
MARKET = (
    "Apples were dearer than ever at the market of Quenby this autumn, and nobody could say quite why. ",
    "A late frost had been forecast in May but never came, the orchard owners recalled over their cider. ",
    "Some blamed the new road, others the wasps, and Petra Nolan blamed her brother for selling the lower field. ",
    "The council has promised a cold store by next summer, with room for two hundred crates of Bramleys. ",
)


def article(text: str, *, day: str | None = "2024-05-07", title: str | None = None, **more: str) -> Article:
    """An article with an id from its content."""
    published = dt.date.fromisoformat(day) if day else None
    return Article(
        article_id=make_id("a", text, title, day, sorted(more.items())),
        source=f"{make_id('x', text, title, day)}.txt",
        text=text,
        title=title,
        published_stated=published,
        published=published,
        date_confidence=0.9 if day else 0.0,
        **more,  # type: ignore[arg-type]
    )


def sentences(articles: list[Article]) -> tuple[Sentence, ...]:
    """Sentences that end with a full stop and a space."""
    return tuple(
        Sentence(
            sentence_id=make_id("s", a.article_id, m.start()),
            article_id=a.article_id,
            start=m.start(),
            end=m.end(),
            text=m.group(),
        )
        for a in articles
        for m in re.finditer(r"\S(?:.*?[.”](?= |$)|.+$)", a.text)
    )


def annotations(articles: list[Article]) -> tuple[Annotation, ...]:
    """What stands between curly marks as quotations."""
    return tuple(
        Annotation(
            article_id=a.article_id,
            quotations=tuple(
                FoundQuotation(start=m.start(1), end=m.end(1), text=m[1], kind="direct")
                for m in QUOTED.finditer(a.text)
            ),
        )
        for a in articles
    )


def tables(articles: list[Article]) -> dict[str, tuple[object, ...]]:
    """What ``find_derivations`` reads, without passages and links."""
    return {
        "articles": tuple(articles),
        "sentences": sentences(articles),
        "annotations": annotations(articles),
        "passages": (),
        "links": (),
    }
