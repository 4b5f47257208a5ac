"""The weights of evidence for a day of publication (data/times/publication.toml)."""

import math

import pytest

from newsledger.link.dates.weights import SPAN, against_any_day, weights


@pytest.mark.parametrize("table", ["url", "dateline", "stamp", "weekday"])
def test_shares_of_days_are_no_more_than_all(table: str) -> None:
    row = weights()[table]
    for key in ("after", "plan"):
        if key in row:
            assert math.isclose(min(sum(row[key]) + row.get("other", 0), 1.03), 1, abs_tol=0.04)
    assert all(0 < share < 1 for key in ("same", "beside", "other") if (share := row.get(key)))


@pytest.mark.parametrize("table", ["past_date", "shared"])
def test_nearer_days_are_likelier(table: str) -> None:
    row = weights()[table]
    assert len(row["up_to"]) in (len(row["per_day"]), len(row["per_day"]) - 1)
    assert row["up_to"] == sorted(row["up_to"])
    assert row["per_day"][:3] == sorted(row["per_day"][:3], reverse=True)


def test_an_address_outweighs_a_statement_and_a_weekday_never_does() -> None:
    stated = math.log(weights()["stated"]["right"] * SPAN / weights()["stated"]["other"])
    url = against_any_day(weights()["url"]["same"]) - math.log(weights()["url"]["other"])
    assert url > 5
    assert max(weights()["weekday"]["after"]) * 7 < weights()["url"]["same"] * 7
    assert stated > math.log(7 * max(weights()["weekday"]["after"]))


def test_what_a_correction_needs() -> None:
    verdict = weights()["verdict"]
    assert verdict["wrong"] > 0.9
    assert verdict["outside"] > 0  # weekdays alone flag
