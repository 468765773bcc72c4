"""The calendar files made in the page: RFC 5545, as another program reads them."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import icalendar
import pytest
from guide.render.assets import join_scripts
from test_reply_deadline import ASK, PATHS, clock

NOW = "2026-02-10T08:30:15Z"


def read(data: bytes) -> icalendar.Event:
    """The only event of a file whose form is right: CRLF, 75 octets a line, UTF-8, one calendar."""
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # never cut inside a character
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    [event] = calendar.walk("VEVENT")
    start, end = event["DTSTART"], event["DTEND"]
    assert start.params["VALUE"] == end.params["VALUE"] == "DATE"
    assert type(start.dt) is datetime.date and end.dt - start.dt == datetime.timedelta(1)
    assert event["DTSTAMP"].dt.tzinfo is not None and event["UID"]
    [alarm] = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"] and datetime.timedelta(-2) < alarm["TRIGGER"].dt < datetime.timedelta(0)
    return event


def saved(page, selector: str) -> tuple[str, bytes]:
    """Press the button and give the name and the bytes of what the browser saved."""
    with page.expect_download() as download:
        page.locator(selector).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.parametrize("place, day, key", [("fr", "2026-03-02", "reply_event"), ("united-kingdom", "2026-03-02", "reply_event"),
                                             ("hong-kong", "2026-03-12", "reply_event_reminder"), ("elsewhere", "2026-03-02", "reply_event_reminder")])
def test_the_day_an_answer_is_due(reader, project, language, place, day, key):
    """The reader's own date, with accents, the day of sending and an address back to the guide."""
    page, t = reader(PATHS[language], script=clock(NOW)), project.strings[language]
    page.evaluate(ASK, ["2026-01-31", place])
    name, data = saved(page, ".reply-rest .quiet")
    event = read(data)
    assert name == t["reply_file"] and name.endswith(".ics")
    assert str(event["DTSTART"].dt) == day
    assert event["SUMMARY"] == t[key]
    assert "31" in event["DESCRIPTION"] and "2026" in event["DESCRIPTION"] and "{" not in event["DESCRIPTION"]
    assert event["URL"] == page.url.partition("#")[0] + "#follow-remind" and page.locator("#follow-remind").count() == 1
    assert event["DTSTAMP"].dt == datetime.datetime.fromisoformat(NOW)
    if place == "fr":
        assert project.records.authorities["fr"]["name"][language] in event["DESCRIPTION"]
    assert page.locator(".toast").inner_text() in ("", t["ics_saved"])


def test_the_same_answer_is_the_same_event(reader):
    """Saved twice, it replaces itself in the calendar; another date is another event."""
    page = reader(PATHS["en"], script=clock(NOW))
    found = []
    for sent in ("2026-01-31", "2026-01-31", "2026-02-03"):
        page.evaluate(ASK, [sent, "fr"])
        found.append(str(read(saved(page, ".reply-rest .quiet")[1])["UID"]))
    assert found[0] == found[1] != found[2]


def test_a_day_gone_by_offers_no_event(reader):
    """There is nothing to be reminded of."""
    page = reader(PATHS["en"], script=clock("2026-03-03T12:00:00Z"))
    page.evaluate(ASK, ["2026-01-31", "fr"])
    assert page.locator(".reply-rest .quiet").count() == 0 and page.locator(".reply-date").count() == 1


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.parametrize("now, day", [("2026-11-21T12:00:00Z", "2027-05-21"), ("2026-08-31T12:00:00Z", "2027-02-28"), ("2027-08-30T12:00:00Z", "2028-02-29")])
def test_checking_again_in_six_months(reader, project, language, now, day):
    """Six months by the calendar, the end of the month where there is no such date."""
    page, t = reader(PATHS[language], script=clock(now)), project.strings[language]
    name, data = saved(page, "recheck-reminder button")
    event = read(data)
    assert (name, str(event["DTSTART"].dt)) == (t["recheck_file"], day)
    assert event["SUMMARY"] == t["recheck_event"] and event["DESCRIPTION"] == t["recheck_event_text"]
    assert event["URL"].endswith("#follow-recheck") and day[:4] in page.locator("recheck-reminder").inner_text()


@pytest.mark.parametrize("text", ["Réponse ; délai, « œuvre » \\ fin", "a" * 500, "é" * 300, "🙂🇫🇷👩‍👩‍👧" * 40, "une ligne\nune autre\r\net la suite", ""])
def test_any_text_comes_through(browser, root, text):
    """Commas, semicolons, backslashes, new lines, accents and characters of four octets, at every length."""
    code = join_scripts([root / "overrides/assets/js/lib/calendar.js"])
    page = browser.new_page()
    for extra in range(5):
        made = page.evaluate("(text) => { %s\n return calendarFile({ product: 'Dire non; test', id: 'a@b', day: 20514, title: text || 'x', text, "
                             "address: 'https://guide.example/' }); }" % code,
                             "x" * extra + text)
        event = read(made.encode("utf-8"))
        assert event.get("DESCRIPTION", "") == ("x" * extra + text).replace("\r\n", "\n")
        assert re.search("^DTSTART;VALUE=DATE:20260302\r$", made, re.M)
    page.close()
