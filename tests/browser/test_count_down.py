"""The count beside a date: calendar days of the event's own zone, right on the day itself, and never nonsense."""

from __future__ import annotations

import datetime

import pytest
from waiting import settle


def shown(reader, when: str, path: str = "en/", **options) -> tuple[str, str, object]:
    """(the sentence, the count, the page) at the instant `when`, written in UTC."""
    page = reader(path, **options)
    page.clock.install(time=datetime.datetime.fromisoformat(when + "+00:00"))
    page.reload()
    settle(page)
    return page.locator(".count-plain:visible").inner_text().replace("\u00a0", " "), page.locator(".count-now").inner_text().replace("\u202f", " "), page


# The date is 3 November 2025 in Dublin, which is on UTC in winter; the reader is elsewhere.
@pytest.mark.parametrize("when, count", [
    ("2025-10-03T12:00", "In 31 days"),
    ("2025-11-01T00:00", "In 2 days"),
    ("2025-11-02T00:30", "In 23 hours"),
    ("2025-11-02T22:30", "In 1 hour"),
    ("2025-11-02T23:30", "In less than an hour"),
    ("2025-11-03T00:00", "It is today"),
    ("2025-11-03T23:59", "It is today"),
    ("2025-11-04T00:00", "1 day"),
    ("2026-11-02T12:00", "364 days"),
    ("2026-11-03T00:00", "1 year"),
    ("2026-11-04T12:00", "1 year and 1 day"),
    ("2026-11-21T12:00", "1 year and 18 days"),
    ("2028-03-01T12:00", "2 years and 119 days"),
])
@pytest.mark.parametrize("zone", ["Asia/Hong_Kong", "America/Vancouver"])
def test_before_that_day_and_since(reader, when, count, zone):
    sentence, found, _ = shown(reader, when, timezone_id=zone)
    assert found == count
    assert sentence == ("Date it takes effect: 3 November 2025." if found.startswith("In") else "In force since 3 November 2025.")


@pytest.mark.parametrize("when, count", [("2025-11-02T11:30", "Dans 12 heures"), ("2025-11-04T12:00", "1 jour"), ("2026-11-21T12:00", "1 an et 18 jours")])
def test_in_french(reader, when, count):
    assert shown(reader, when, "")[1] == count


@pytest.mark.parametrize("when", ["1970-01-01T00:00", "1999-12-31T23:59", "2400-01-01T00:00", "9999-12-31T00:00"])
def test_a_clock_that_is_wrong_adds_nothing(reader, when):
    sentence, count, _ = shown(reader, when)
    assert (sentence, count) == ("In force since 3 November 2025.", "")


def test_it_turns_at_midnight_of_the_zone(reader):
    _, count, page = shown(reader, "2025-11-02T23:59:50", timezone_id="Asia/Tokyo")
    assert count == "In less than an hour"
    page.clock.run_for(15_000)
    assert page.locator(".count-now").inner_text() == "It is today"
    page.clock.run_for(24 * 3600 * 1000)
    assert page.locator(".count-now").inner_text() == "1 day"


def test_it_is_looked_at_again_when_the_page_comes_back(reader):
    _, _, page = shown(reader, "2026-11-21T12:00")
    page.clock.set_system_time(datetime.datetime.fromisoformat("2026-11-25T12:00:00+00:00"))
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.locator(".count-now").inner_text() == "1 year and 22 days"


def test_nothing_is_announced(reader):
    page = reader("en/")
    assert page.locator("count-down").evaluate("box => !box.closest('[aria-live], [role]') && !box.querySelector('[aria-live], [role]')")


def test_without_a_script_the_sentence_is_there(reader):
    page = reader("en/", java_script_enabled=False)
    assert page.locator(".count-plain:visible").inner_text().replace("\u00a0", " ") == "In force since 3 November 2025."
    assert page.locator(".count-now").inner_text() == ""
