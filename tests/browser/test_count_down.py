"""The count beside a date: calendar days of the event's own zone, right on the day itself, and never nonsense."""

from __future__ import annotations

import datetime
import json
from zoneinfo import ZoneInfo

import pytest
from waiting import come_back, settle

SHOWN = """() => [...document.querySelectorAll("count-down p")].filter(part => part.checkVisibility())
    .map(part => part.innerText.replaceAll("\\u00a0", " ").replaceAll("\\u202f", " ").trim()).join(" | ")"""
SAID = {"before": "LinkedIn’s terms change {}on 3 November 2025.", "since": "LinkedIn’s terms changed {}on 3 November 2025."}
# The date is 3 November 2025 in Dublin, which is on UTC in winter; the reader is elsewhere.
COUNTS = {
    "2025-10-03T12:00": "in 31 days", "2025-11-01T00:00": "in 2 days", "2025-11-02T00:30": "in 23 hours",
    "2025-11-02T22:30": "in 1 hour", "2025-11-02T23:30": "in less than an hour", "2025-11-03T00:00": "today",
    "2025-11-03T23:59": "today", "2025-11-04T00:00": "1 day ago", "2026-11-02T12:00": "364 days ago",
    "2026-11-03T00:00": "1 year ago", "2026-11-04T12:00": "1 year and 1 day ago",
    "2026-11-21T12:00": "1 year and 18 days ago", "2028-03-01T12:00": "2 years and 119 days ago",
}
FRENCH = {"2025-11-02T11:30": "Les conditions de LinkedIn changent dans 12 heures, le 3 novembre 2025.",
          "2025-11-04T12:00": "Les conditions de LinkedIn ont changé il y a 1 jour, le 3 novembre 2025.",
          "2026-11-21T12:00": "Les conditions de LinkedIn ont changé il y a 1 an et 18 jours, le 3 novembre 2025."}


def at(page, when: str, opened: bool = False) -> str:
    """The sentence at the instant `when`, written in UTC: as the page comes back, or as it is
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


def said(count: str) -> str:
    return SAID["before" if count.startswith("in ") else "since"].format(f"{count}, " if count else "")


@pytest.mark.parametrize("zone", ["Asia/Hong_Kong", "America/Vancouver"])
def test_before_that_day_and_since(counted, zone):
    page = counted("en/", zone)
    wanted = {when: said(count) for when, count in COUNTS.items()}
    assert {when: at(page, when) for when in COUNTS} == wanted
    for when in list(COUNTS)[3::4]:
        assert at(page, when, opened=True) == wanted[when]


def test_in_french(counted):
    page = counted("", "Europe/Paris")
    assert {when: at(page, when) for when in FRENCH} == FRENCH


def test_a_clock_that_is_wrong_adds_nothing(counted):
    page = counted("en/", "Europe/Paris")
    for when in ("1970-01-01T00:00", "1999-12-31T23:59", "2400-01-01T00:00", "9999-12-31T00:00"):
        assert at(page, when, opened=True) == said(""), when


def test_it_turns_at_midnight_of_the_zone_and_nothing_is_announced(counted):
    page = counted("en/", "Asia/Tokyo")
    assert page.evaluate(SHOWN) == said("in less than an hour")
    page.clock.run_for(15_000)
    assert page.evaluate(SHOWN) == said("today")
    page.clock.run_for(24 * 3600 * 1000)
    assert page.evaluate(SHOWN) == said("1 day ago")
    assert page.locator("count-down").evaluate("box => !box.closest('[aria-live], [role]') && "
                                               "!box.querySelector('[aria-live], [role]')")


NOTED = "You noted on 28 November 2026 that the switch is off"
DUE = "Answer due no later than 10 December 2026"
# What is kept, the reader's day, and what counts then; after a day that has come, a link on.
OWN = [
    ("noted", {}, "2026-11-28", f"{NOTED} · next look in 181 days"),
    ("the day before", {}, "2027-05-27", f"{NOTED} · next look in 1 day"),
    ("that day", {}, "2027-05-28", f"{NOTED} · time to look again How to check"),
    ("no day known", {"tick": True}, "2026-11-28", "You noted that the switch is off."),
    ("due", {"tick": None, "due": "limit"}, "2026-11-28", f"{DUE} (in 12 days)."),
    ("both, past", {"due": "limit"}, "2026-12-11",
     f"{DUE} (1 day ago). What comes next | {NOTED} · next look in 168 days"),
    ("damaged", {"tick": None, "due": "{"}, "2026-12-20", said("1 year and 47 days ago")),
]


def test_what_the_reader_noted_counts_instead(counted, subtests):
    for zone, hour in (("Pacific/Auckland", "T23:30"), ("America/Los_Angeles", "T00:30")):
        page = counted("en/", zone)
        for name, given, day, wanted in OWN:
            tick, due = given.get("tick", "2026-11-28"), given.get("due")
            ticks = {} if tick is None else {"opt-out/app#app-verify": tick, "opt-out/web#web-open": "2026-11-29"}
            kept = {"guide:/:progress": json.dumps({"version": 1, "done": ticks})}
            if due:
                kept["guide:/:answer-due"] = due if due == "{" else json.dumps({"day": "2026-12-10", "kind": due})
            page.evaluate("kept => { localStorage.clear(); Object.assign(localStorage, kept) }", kept)
            page.clock.set_system_time(datetime.datetime.fromisoformat(day + hour).replace(tzinfo=ZoneInfo(zone)))
            come_back(page)
            with subtests.test(name, zone=zone):
                assert page.evaluate(SHOWN) == wanted


def test_without_a_script_the_sentence_is_there(reader):
    assert reader("en/", java_script_enabled=False).evaluate(SHOWN) == said("")
