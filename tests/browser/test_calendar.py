"""The calendar files made in the page: RFC 5545, as another program reads them."""

from __future__ import annotations

import datetime
import re

import icalendar
import pytest
from engines import saved
from guide.render.assets import join_scripts
from test_reply_deadline import ASK, PATHS, clock
from waiting import come_back

NOW = "2026-02-10T08:30:15Z"
# What is asked for in each place on 31 January, the day of the event and its name.
DUE = {"fr": ("2026-03-02", "reply_event"), "united-kingdom": ("2026-03-02", "reply_event"),
       "hong-kong": ("2026-03-12", "reply_event_reminder"), "elsewhere": ("2026-03-02", "reply_event_reminder")}


def read(data: bytes) -> icalendar.Event:
    """The only event of a file whose form is right: CRLF, 75 octets a line, UTF-8, one calendar."""
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n",
                                                                                                            b"")
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
    assert (alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"]
            and datetime.timedelta(-2) < alarm["TRIGGER"].dt < datetime.timedelta(0))
    return event


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.engines(language="en")
def test_the_day_an_answer_is_due(reader, project, language):
    """The reader's own date, with accents, the day of sending and an address back to the guide."""
    page, t = reader(PATHS[language], script=clock(NOW)), project.strings[language]
    for place, (day, key) in DUE.items():
        page.evaluate(ASK, ["2026-01-31", place])
        name, data = saved(page, page.locator(".reply-rest [data-title]").click)
        event = read(data)
        assert (name, str(event["DTSTART"].dt), event["SUMMARY"]) == (t["reply_file"], day, t[key]), place
        assert ("31" in event["DESCRIPTION"] and "2026" in event["DESCRIPTION"]
                and "{" not in event["DESCRIPTION"]), place
        assert event["URL"] == page.url.partition("#")[0] + "#follow-remind"
        assert event["DTSTAMP"].dt == datetime.datetime.fromisoformat(NOW)
        assert place != "fr" or project.records.authorities["fr"]["name"][language] in event["DESCRIPTION"]
    assert name.endswith(".ics") and page.locator("#follow-remind").count() == 1
    page.locator(".toast", has_text=t["ics_saved"]).wait_for()


def test_the_same_answer_is_the_same_event(reader):
    """Saved twice, it replaces itself in the calendar; another date is another event; once it has gone by, there is
    none to be saved."""
    page = reader(PATHS["en"], script=clock(NOW))
    found = []
    for sent in ("2026-01-31", "2026-01-31", "2026-02-03"):
        page.evaluate(ASK, [sent, "fr"])
        found.append(str(read(saved(page, page.locator(".reply-rest [data-title]").click)[1])["UID"]))
    assert found[0] == found[1] != found[2]
    page.evaluate("setClock('2026-03-03T12:00:00Z')")
    page.evaluate(ASK, ["2026-01-31", "fr"])
    assert page.locator(".reply-rest [data-title]").count() == 0 and page.locator(".reply-date").count() == 1


@pytest.mark.parametrize("language", PATHS)
def test_checking_again_in_six_months(reader, project, language):
    """Six months by the calendar, the end of the month where there is no such date."""
    page, t = reader(PATHS[language], script=clock(NOW)), project.strings[language]
    for today, day in (("2026-11-21", "2027-05-21"), ("2026-08-31", "2027-02-28"), ("2027-08-30", "2028-02-29")):
        page.evaluate("setClock", f"{today}T12:00:00Z")
        come_back(page)
        name, data = saved(page, page.locator("recheck-reminder button").click)
        event = read(data)
        assert (name, str(event["DTSTART"].dt)) == (t["recheck_file"], day)
        assert event["SUMMARY"] == t["recheck_event"] and event["DESCRIPTION"] == t["recheck_event_text"]
        assert (event["URL"].endswith("#follow-recheck")
                and day[:4] in page.locator("recheck-reminder").inner_text()), today


def test_any_text_comes_through(browser, root):
    """Commas, semicolons, backslashes, new lines, accents and characters of four octets, at every length."""
    code = join_scripts([root / "overrides/assets/js/lib/calendar.js"])
    page = browser.new_page()
    texts = ["x" * extra + text for extra in range(5) for text in (
        "Réponse ; délai, « œuvre » \\ fin", "a" * 500, "é" * 300, "🙂🇫🇷👩‍👩‍👧" * 40,
        "une ligne\nune autre\r\net la suite", "")]
    files = page.evaluate("(texts) => { %s\n return texts.map((text) => calendarFile({ product: 'Dire non; test', id: "
                          "'a@b', day: 20514, "
                          "title: text || 'x', text, address: 'https://guide.example/' })); }" % code, texts)
    for text, made in zip(texts, files, strict=True):
        assert read(made.encode("utf-8")).get("DESCRIPTION", "") == text.replace("\r\n", "\n")
        assert re.search("^DTSTART;VALUE=DATE:20260302\r$", made, re.M)
    page.close()
