"""A day by which a fact is due again: once it has passed, the page says so; before, and with a clock gone wrong, it does not."""

from __future__ import annotations

import datetime

import pytest


def on(reader, day: str, path: str = "en/data-used/"):
    page = reader(path)
    page.clock.install(time=datetime.datetime.fromisoformat(day + "T12:00:00+00:00"))
    page.reload()
    return page


@pytest.mark.parametrize("day", ["1970-01-01", "2026-11-21"])
def test_not_before_the_day(reader, day):
    assert on(reader, day).locator(".late").count() == 0


def test_not_on_the_day_but_the_day_after(reader, project):
    page = on(reader, "2026-11-21")
    due = page.locator(".evidence-dates review-dates").get_attribute("data-due")
    assert on(reader, due).locator(".evidence-dates .late").count() == 0
    after = (datetime.date.fromisoformat(due) + datetime.timedelta(days=1)).isoformat()
    page = on(reader, after)
    assert page.locator(".evidence-dates .late").inner_text() == project.strings["en"]["not_reread"]
    assert page.locator(".evidence-dates").inner_text().count(project.strings["en"]["not_reread"]) == 1


def test_the_page_shows_the_oldest_reading_and_the_earliest_day(reader, project):
    page = reader("en/data-used/")
    cited = page.locator(".evidence-more a").evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert len(cited) > 10
    claims = [project.records.claims[name] for name in cited]
    assert page.locator(".evidence-dates time").first.get_attribute("datetime") == min(claim["read_on"] for claim in claims)
    assert page.locator(".evidence-dates review-dates").get_attribute("data-due") == min(claim["review_by"] for claim in claims)
