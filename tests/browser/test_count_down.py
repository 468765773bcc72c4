"""The count beside a date: calendar days of the event's own zone, right on the day itself, and never nonsense."""

from __future__ import annotations

import datetime

import pytest
from waiting import come_back, settle

SHOWN = """() => [[...document.querySelectorAll(".count-plain")].find(part => part.checkVisibility()).innerText.replaceAll("\\u00a0", " "),
    document.querySelector(".count-now").innerText.replaceAll("\\u202f", " ")]"""
BEFORE, SINCE = "Date it takes effect: 3 November 2025.", "In force since 3 November 2025."
# The date is 3 November 2025 in Dublin, which is on UTC in winter; the reader is elsewhere.
COUNTS = {
    "2025-10-03T12:00": "In 31 days", "2025-11-01T00:00": "In 2 days", "2025-11-02T00:30": "In 23 hours",
    "2025-11-02T22:30": "In 1 hour",
    "2025-11-02T23:30": "In less than an hour", "2025-11-03T00:00": "It is today", "2025-11-03T23:59": "It is today",
    "2025-11-04T00:00": "1 day", "2026-11-02T12:00": "364 days", "2026-11-03T00:00": "1 year",
    "2026-11-04T12:00": "1 year and 1 day",
    "2026-11-21T12:00": "1 year and 18 days", "2028-03-01T12:00": "2 years and 119 days",
}
FRENCH = {"2025-11-02T11:30": "Dans 12 heures", "2025-11-04T12:00": "1 jour", "2026-11-21T12:00": "1 an et 18 jours"}


def at(page, when: str, opened: bool = False) -> list[str]:
    """The sentence and the count at the instant `when`, written in UTC: as the page comes back, or as it is
    `opened`."""
    page.clock.set_system_time(datetime.datetime.fromisoformat(when + "+00:00"))
    if opened:
        page.reload()
        settle(page)
    else:
        come_back(page)
    return page.evaluate(SHOWN)


@pytest.fixture
def counted(reader):
    """The home page in a language and a zone, its clock in the hands of the test."""
    def open_page(path: str, zone: str):
        page = reader(path, timezone_id=zone)
        page.clock.install(time="2025-11-02T23:59:50Z")
        page.reload()
        settle(page)
        return page
    return open_page


@pytest.mark.parametrize("zone", ["Asia/Hong_Kong", "America/Vancouver"])
def test_before_that_day_and_since(counted, zone):
    page = counted("en/", zone)
    wanted = {when: [BEFORE if count.startswith("In") else SINCE, count] for when, count in COUNTS.items()}
    assert {when: at(page, when) for when in COUNTS} == wanted
    for when in list(COUNTS)[3::4]:
        assert at(page, when, opened=True) == wanted[when]


def test_in_french(counted):
    page = counted("", "Europe/Paris")
    assert {when: at(page, when)[1] for when in FRENCH} == FRENCH


def test_a_clock_that_is_wrong_adds_nothing(counted):
    page = counted("en/", "Europe/Paris")
    for when in ("1970-01-01T00:00", "1999-12-31T23:59", "2400-01-01T00:00", "9999-12-31T00:00"):
        assert at(page, when, opened=True) == [SINCE, ""], when


def test_it_turns_at_midnight_of_the_zone_and_nothing_is_announced(counted):
    page = counted("en/", "Asia/Tokyo")
    assert page.evaluate(SHOWN)[1] == "In less than an hour"
    page.clock.run_for(15_000)
    assert page.evaluate(SHOWN)[1] == "It is today"
    page.clock.run_for(24 * 3600 * 1000)
    assert page.evaluate(SHOWN)[1] == "1 day"
    assert page.locator("count-down").evaluate("box => !box.closest('[aria-live], [role]') && "
                                               "!box.querySelector('[aria-live], [role]')")


def test_without_a_script_the_sentence_is_there(reader):
    assert reader("en/", java_script_enabled=False).evaluate(SHOWN) == [SINCE, ""]
