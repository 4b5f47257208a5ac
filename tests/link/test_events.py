"""Mentions of one event across articles: what is joined, what is kept apart, how the status moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.annotate.annotation import Annotation, FoundEvent, Span
from newsledger.link.events import link_events
from newsledger.records import Article, Entity, Event, EventMention, Mention, Time

DAYS = {"a": dt.date(2031, 5, 1), "b": dt.date(2031, 5, 3), "c": dt.date(2031, 5, 9)}
TEXT = "Alma Ruiz met Jon Berg in Quito on 2 May."


def article(key: str, family: str | None = None) -> Article:
    return Article(
        article_id=key,
        source=key,
        text=TEXT,
        published=DAYS[key],
        story_id="s",
        family_id=family or f"f_{key}",
    )


def event(type_: str = "CONSULT", status: str = "occurred", **more: object) -> FoundEvent:
    fields: dict[str, object] = {
        "start": 0,
        "end": 22,
        "text": TEXT[:22],
        "trigger": Span(10, 13),
        "type": type_,
        "mode": None,
        "status": status,
        "actor": Span(0, 9),
        "actor_head": 5,
        "recipient": Span(14, 22),
        "recipient_head": 18,
        "tense": "past",
    }
    return FoundEvent(**{**fields, **more})  # type: ignore[arg-type]


def mentions(key: str) -> list[Mention]:
    def one(start: int, end: int, who: str) -> Mention:
        return Mention(
            mention_id=f"{key}{start}",
            entity_id=who,
            article_id=key,
            start=start,
            end=end,
            text=TEXT[start:end],
            form="name",
        )

    return [one(0, 9, "ruiz"), one(14, 22, "berg"), one(26, 31, "quito")]


def link(
    found: Sequence[tuple[str, FoundEvent]],
    *,
    times: Sequence[Time] = (),
    entities: Sequence[Entity] = (),
    family: str | None = None,
) -> tuple[tuple[Event, ...], tuple[EventMention, ...]]:
    keys = list(dict.fromkeys(key for key, _ in found))
    tables = link_events(
        articles=tuple(article(key, family) for key in keys),
        annotations=tuple(
            Annotation(article_id=key, events=tuple(e for k, e in found if k == key)) for key in keys
        ),
        mentions=tuple(m for key in keys for m in mentions(key)),
        times=tuple(times),
        quotations=(),
        entities=tuple(entities),
    )
    return tables["events"], tables["event_mentions"]  # type: ignore[return-value]


def on(key: str, day: dt.date) -> Time:
    return Time(
        time_id=key,
        article_id=key,
        start=35,
        end=40,
        text=TEXT[35:40],
        timex_type="DATE",
        value=day.isoformat(),
        earliest=day,
        latest=day,
    )


PLAN = event("AGREE", "planned", act="CONSULT", tense="future", time=Span(35, 40))


def test_announced_then_held_is_one_event_whose_status_moved() -> None:
    events, told = link(
        [("a", PLAN), ("b", event(time=Span(35, 40)))], times=[on(k, dt.date(2031, 5, 2)) for k in "ab"]
    )
    assert len(events) == 1
    assert (events[0].type, events[0].status) == ("CONSULT", "occurred")
    assert events[0].earliest == events[0].latest == dt.date(2031, 5, 2)
    assert events[0].n_articles == 1  # who announces a meeting does not report it
    assert [m.status for m in told] == ["planned", "occurred"]
    assert "planned in one article, first on 2031-05-01; then occurred" in events[0].reason


def test_a_plan_whose_day_has_passed_is_marked() -> None:
    events, _ = link([("a", PLAN), ("c", event("ACCUSE"))], times=[on("a", dt.date(2031, 5, 2))])
    plan = next(e for e in events if e.type == "AGREE")
    assert plan.status == "planned"
    assert "has passed" in plan.reason


def test_a_plan_called_off_is_denied() -> None:
    tables = link_events(
        articles=(
            article("a"),
            Article(
                article_id="b",
                source="b",
                published=DAYS["b"],
                story_id="s",
                text="Alma Ruiz cancelled Jon Berg in Quito on 2 May.",
            ),
        ),
        annotations=(
            Annotation(article_id="a", events=(PLAN,)),
            Annotation(
                article_id="b",
                events=(
                    event("REJECT", act="CONSULT", trigger=Span(10, 19), recipient=None, recipient_head=None),
                ),
            ),
        ),
        mentions=(*mentions("a"), *(m for m in mentions("b") if m.start == 0)),
        times=(on("a", dt.date(2031, 5, 4)),),
        quotations=(),
        entities=(),
    )
    (found,) = tables["events"]
    assert isinstance(found, Event)
    assert (found.type, found.status) == ("CONSULT", "denied")
    assert "called off" in found.reason


def test_copies_count_as_one_family() -> None:
    events, _ = link([("a", event()), ("b", event())], family="f")
    assert [(e.n_articles, e.n_families) for e in events] == [(2, 1)]


def test_other_heads_parties_or_days_are_other_events() -> None:
    killed = event("ASSAULT", trigger=Span(10, 13))
    other = event("ASSAULT", trigger=Span(26, 31))
    assert len(link([("a", killed), ("a", other)])[0]) == 2
    swapped = event("ACCUSE", actor=Span(14, 22), actor_head=18, recipient=Span(0, 9), recipient_head=5)
    assert len(link([("a", event("ACCUSE")), ("a", swapped)])[0]) == 2
    dated = [("a", event(time=Span(35, 40))), ("c", event(time=Span(35, 40)))]
    assert len(link(dated, times=[on("a", DAYS["a"]), on("c", DAYS["c"])])[0]) == 2


def test_what_might_be_is_not_what_was() -> None:
    assert len(link([("a", event("ASSAULT", "hypothetical")), ("a", event("ASSAULT"))])[0]) == 2


def test_a_capital_acts_for_its_state() -> None:
    seat = Entity(entity_id="quito", name="Quito", kind="GPE", speaks_for="ecuador")
    events, _ = link([("a", event(actor=Span(26, 31), actor_head=26))], entities=[seat])
    assert events[0].actor_id == "ecuador"


def test_tense_and_the_reporting_day_date_an_event() -> None:
    events, _ = link([("a", event())])
    assert events[0].earliest == events[0].latest == DAYS["a"]
    assert link([("a", event("ASSAULT", tense="perfect"))])[0][0].earliest is None


def test_long_past_is_history_and_this_year_is_not() -> None:
    old, new = on("a", dt.date(1999, 1, 1)), on("b", DAYS["a"])
    assert link([("a", event(time=Span(35, 40)))], times=[old])[0][0].status == "historical"
    assert (
        link([("b", event(status="historical", time=Span(35, 40)))], times=[new])[0][0].status == "occurred"
    )


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.permutations([("a", PLAN), ("b", event()), ("c", event("ASSAULT")), ("b", event("ACCUSE"))]))
def test_the_order_of_input_changes_nothing(found: list[tuple[str, FoundEvent]]) -> None:
    assert link(found) == link(sorted(found, key=lambda f: (f[0], f[1].type)))


def test_spans_are_exact() -> None:
    for m in link([("a", event()), ("b", PLAN)])[1]:
        assert TEXT[m.start : m.end] == m.text


def test_articles_that_are_no_copies_share_an_event_only_with_both_parties_known() -> None:
    open_ended = event("REQUEST", recipient=None, recipient_head=None)
    assert len(link([("a", open_ended), ("b", open_ended)])[0]) == 2
    assert len(link([("a", open_ended), ("b", open_ended)], family="f")[0]) == 1


def test_what_is_said_on_two_days_is_said_twice() -> None:
    assert len(link([("a", event("ACCUSE")), ("b", event("ACCUSE"))])[0]) == 2


def test_a_party_without_a_name_is_an_entity_of_its_wording() -> None:
    text = "At least twelve masked gunmen shelled Quito on 2 May."
    one = Article(article_id="a", source="a", text=text, published=DAYS["a"], story_id="s")
    found = event(
        "ASSAULT",
        start=0,
        end=43,
        text=text[:43],
        trigger=Span(30, 37),
        actor=Span(0, 29),
        actor_head=23,
        actor_kind="PERSON",
        recipient=None,
        recipient_head=None,
    )
    tables = link_events(
        articles=(one,),
        annotations=(Annotation(article_id="a", events=(found,)),),
        mentions=(),
        times=(),
        quotations=(),
        entities=(),
    )
    (row,), (party,), (mention,) = tables["events"], tables["entities"], tables["mentions"]
    assert isinstance(row, Event) and isinstance(party, Entity) and isinstance(mention, Mention)
    assert (party.name, party.kind, row.actor_id) == ("masked gunmen", "PERSON", party.entity_id)
    assert text[mention.start : mention.end] == mention.text
