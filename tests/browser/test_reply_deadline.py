"""The reply deadline: right to the day for every place, said with its rule, and usable by keyboard, in both languages,
without scripts."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from engines import press, saved
from guide.content import dates
from guide.render.assets import join_scripts
from storage import BLOCKED
from test_accessibility import violations
from waiting import go, settle

TABLE = list(csv.DictReader((Path(__file__).parent.parent / "data/reply_deadlines.csv").open(encoding="utf-8")))
PATHS = {"fr": "opt-out/follow-up/", "en": "en/opt-out/follow-up/"}
WEEKDAYS = {"fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
            "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()}
# Ask with these values and say what is shown, without moving the mouse a thousand times.
ASK = """([sent, place, access = "no"]) => {
  const tool = document.querySelector("reply-deadline"), form = tool.querySelector("form"), field = (id) => document.getElementById(id);
  field("reply-sent").value = sent;
  field("reply-place").value = place;
  field("reply-access").value = access;
  form.requestSubmit();
  const text = (selector) => tool.querySelector(selector)?.textContent.trim() ?? "";
  return {date: text(".reply-date"), count: text(".reply-count"), verdict: text(".reply-verdict"), rest: text(".reply-rest"),
          authority: tool.querySelector(".reply-rest a[data-href]")?.href ?? "", faults: [text("#reply-sent-error"), text("#reply-place-error")]};
}"""
# The same on the day each request was received, with the calendar file the button makes.
ASK_THAT_DAY = f"""async (all) => {{
  const shown = [], press = HTMLAnchorElement.prototype.click, ask = {ASK};
  let made;
  URL.createObjectURL = (file) => {{ made = file; return "#"; }};
  HTMLAnchorElement.prototype.click = () => {{}};
  for (const values of all) {{
    setClock(values[0] + "T12:00:00");
    const answer = ask(values);
    document.querySelector(".reply-rest [data-title]").click();
    shown.push({{...answer, file: await made.text()}});
  }}
  HTMLAnchorElement.prototype.click = press;
  return shown;
}}"""

ASK_ALL = f"(all) => all.map({ASK})"  # one call for a whole table


def clock(moment: str) -> str:
    """A script that stops the reader's clock at `moment` (UTC); `setClock` of the page moves it."""
    return f"""{{ const Real = Date; let now = Real.parse("{moment}");
      window.setClock = (text) => {{ now = Real.parse(text); }};
      window.Date = class extends Real {{ constructor(...all) {{ if (all.length) super(...all); else super(now); }} static now() {{ return now; }} }}; }}"""


def words(day: str, language: str) -> str:
    """A day as the page writes it, its weekday first."""
    return f"{WEEKDAYS[language][datetime.date.fromisoformat(day).weekday()]} {dates.in_words(day, language)}"


def places(project) -> dict[str, tuple]:
    """Value in the list of places → (its region, its authority or None)."""
    found = {}
    for region in project.records.regions.values():
        named = [project.records.authorities[name] for name in region.get("authorities", [])]
        if len(region.get("countries", [])) > 1:
            found.update({authority.id: (region, authority) for authority in named})
        else:
            found[region.id] = region, named[0] if named else None
    return found


def tables(project, region) -> list[set]:
    """The public holidays of each part of a region, from the records."""
    return [{datetime.date.fromisoformat(f"{year}-{day}") for year,
             days in project.records.holidays[name]["days"].items() for day in days}
            for name in region["reply"].get("holidays", [])]


def due_day(received: datetime.date, months: int, parts: list[set]) -> datetime.date:
    """The same rule written another way: step back from a date that does not exist, then forward to a working day of
    every part."""
    year, month = divmod(received.year * 12 + received.month - 1 + months, 12)
    for day in range(received.day, 27, -1) if received.day > 27 else [received.day]:
        try:
            last = datetime.date(year, month + 1, day)
            break
        except ValueError:
            continue
    return max(next(day for day in (last + datetime.timedelta(more) for more in range(10)) if day.weekday() < 5
                    and day not in days) for days in parts)


def test_the_cases_are_those_the_rule_gives(project):
    """The cases, worked out by hand from each day's own rule before there was any code."""
    assert len(TABLE) >= 80
    assert {(row["place"], row["due"]) for row in TABLE
            if row["received"] == "2026-11-25"} >= {("fr", "2026-12-28"), ("united-kingdom", "2026-12-29")}
    for row in TABLE:
        region, received = places(project)[row["place"]][0], datetime.date.fromisoformat(row["received"])
        if days := region["reply"].get("days"):
            assert row["due"] == row["last"] == str(received + datetime.timedelta(int(days))), row
        else:
            found = [str(due_day(received, int(region["reply"][name]), tables(project, region)))
                     for name in ("months", "extended")]
            assert found == [row["due"], row["extended"]], row


@pytest.mark.parametrize("language", PATHS)
def test_every_case(reader, project, language):
    """Headline, count, explanation and calendar file say the same day, for the reason there is, in each case."""
    page, t, known = reader(PATHS[language],
                            script=clock("2026-01-01T12:00:00Z")), project.strings[language], places(project)
    cases = [(row, access) for row in TABLE
             for access in (("no",) if row["extended"] or row["place"] == "elsewhere" else ("no", "yes"))]
    for (row, access), shown in zip(cases, page.evaluate(ASK_THAT_DAY, [[row["received"], row["place"], access] for row,
                                                                        access in cases]), strict=True):
        reply, told = known[row["place"]][0]["reply"], {name: words(row[name], language)
                                                        for name in ("received", "last", "due")}
        assert shown["date"] == told["due"], row
        assert shown["count"] == t.count("reply_in",
                                         (datetime.date.fromisoformat(row["due"]) - datetime.date.fromisoformat(row["received"])).days), row
        event = icalendar.Calendar.from_ical(shown["file"]).walk("VEVENT")[0]
        assert str(event["DTSTART"].dt) == row["due"] and told["received"] in event["DESCRIPTION"], row
        if not row["extended"]:
            due_by_law = access == "yes"
            assert (t["reply_due_access"] in shown["verdict"],
                    t["reply_not_due_rest"] in shown["verdict"]) == (due_by_law, due_by_law), row
            assert (t["reply_reminder"] in shown["verdict"],
                    t["reply_not_due"] in shown["verdict"]) == (not due_by_law, not due_by_law), row
            assert t("reply_counted_access" if due_by_law else "reply_counted_days", n=reply["days"],
                     sent=told["received"]) in shown["rest"], row
            assert reply["rule"][language] in shown["rest"] and reply.get("basis", {}).get(language,
                                                                                           "") in shown["rest"], row
            assert event["SUMMARY"] == t["reply_event_access" if due_by_law else "reply_event_reminder"], row
            told_forceless = t["reply_event_reminder_text"].partition("}. ")[2]  # never of what the law gives a time
            assert (told_forceless in event["DESCRIPTION"]) == (not due_by_law), row
            continue
        short = int(row["last"][8:]) < int(row["received"][8:])
        assert t("reply_counted_short" if short else "reply_counted", sent=told["received"],
                 last=told["last"]) in shown["rest"], row
        assert (t("reply_moved", due=told["due"]) in shown["rest"]) == (row["due"] > row["last"]), row
        passed = ", ".join(words(day, language) for day in row["holidays"].split())
        before, after = t["reply_holidays"].split("{holidays}")
        assert before + passed + after in shown["rest"] if passed else before not in shown["rest"], row
        assert reply["holidays_of"][language] in shown["rest"], row
        assert t("reply_extended", extended=words(row["extended"], language)) in shown["rest"], row
        last_year = max(project.records.holidays["ireland"]["days"])
        assert (t("reply_beyond", year=last_year) in shown["rest"]) == (row["extended"][:4] > last_year), row
        assert event["SUMMARY"] == t["reply_event"], row


@pytest.mark.parametrize("zone", ["Pacific/Pago_Pago", "Pacific/Kiritimati"])
def test_every_day_of_the_years_known(browser, root, project, zone):
    """The function alone against the same rule in Python, for every day of the tables, wherever the reader is."""
    code = join_scripts([root / "overrides/assets/js/lib/deadlines.js"])
    page, epoch = browser.new_page(timezone_id=zone), datetime.date(1970, 1, 1)
    for name in ("eu-eea", "united-kingdom"):
        region = project.records.regions[name]
        years = [project.records.holidays[part]["days"] for part in region["reply"]["holidays"]]
        first, last = datetime.date(int(min(years[0])), 1, 1), datetime.date(int(max(years[0])), 9, 25)
        days = range((last - first).days)
        numbers = page.evaluate("([days, tables]) => { %s\n return days.map((day) => [1, 3].map((months) => "
                                "answerDue(day, months, tables))); }" % code,
                                [[(first - epoch).days + day for day in days], years])
        for day, found in zip(days, numbers, strict=True):
            for months, answer in zip((1, 3), found, strict=True):
                due = epoch + datetime.timedelta(answer["due"])
                assert due == due_day(first + datetime.timedelta(day), months,
                                      tables(project, region)) and answer["known"]
    page.close()


def test_asks_about_access_where_the_law_gives_it_a_time(reader, project):
    """Only there; an answer is needed, and said to be."""
    page, t = reader(PATHS["en"], script=clock("2026-11-21T12:00:00Z")), project.strings["en"]
    for place, (region, _) in places(project).items():
        page.select_option("#reply-place", place)
        assert page.locator("#reply-access").is_visible() == ("days" in region["reply"]
                                                              and "basis" in region["reply"]), place
    assert page.evaluate(ASK, ["2026-11-20", "switzerland", ""])["date"] == ""
    assert page.locator("#reply-access-error").inner_text() == t["reply_no_access"]
    assert page.evaluate("document.activeElement.id") == "reply-access"
    page.select_option("#reply-access", "yes")
    assert page.locator(".reply-date").inner_text() == words("2026-12-20",
                                                             "en") and page.locator("[aria-invalid]").count() == 0


def test_a_day_that_does_not_exist_is_no_day(browser, root):
    """Where a field is plain text, as in old browsers, anything can be typed."""
    code = join_scripts([root / "overrides/assets/js/lib/days.js"])
    page = browser.new_page()
    found = page.evaluate("texts => { %s\n return texts.map((text) => String(dayOf(text))); }" % code,
                          ["2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "31/01/2026",
                           "0099-01-01", "1e3", "", "2028-02-29"])
    page.close()
    assert found == ["NaN"] * 9 + ["21243"]


def test_examples_in_the_records(project):
    """The examples printed without scripts are those the rule gives."""
    received = datetime.date(2026, 1, 31)
    for region in project.records.regions.values():
        reply = region["reply"]
        day = due_day(received, int(reply["months"]),
                      tables(project,
                             region)) if "months" in reply else received + datetime.timedelta(int(reply["days"]))
        assert reply["example"] == str(day), region.id


@pytest.mark.parametrize("language", PATHS)
def test_every_place_leads_to_its_authority(reader, project, language):
    """The authority a complaint goes to, with its address; none where the guide knows none."""
    page = reader(PATHS[language], script=clock("2100-06-01T12:00:00Z"))
    listed = page.eval_on_selector_all("#reply-place option[value]:not([value=''])",
                                       "options => options.map((option) => option.value)")
    assert sorted(listed) == sorted(places(project))
    known = places(project)
    for (region, authority), shown in zip(known.values(), page.evaluate(ASK_ALL, [["2026-01-31", place]
                                                                                  for place in known]), strict=True):
        if authority:
            address = authority.get("complaint_in", {}).get(language) or authority.get("complaint") or authority["site"]
            assert shown["authority"].rstrip("/") == address.rstrip("/")
            assert authority["name"][language] in shown["rest"]
        else:
            assert not shown["authority"] and "{" not in shown["rest"]
        assert region["reply"].get("before", {}).get(language, "") in shown["rest"]


@pytest.mark.parametrize("zone, language",
                         [("Pacific/Pago_Pago", "fr"), ("Europe/Paris", "en"), ("Pacific/Kiritimati", "fr")])
def test_counts_down_in_the_readers_own_days(reader, project, zone, language):
    """Days left, that day, days since: by the calendar where the reader is, clock changes or not."""
    page, t = reader(PATHS[language], script=clock("2026-02-01T12:00:00Z"), timezone_id=zone), project.strings[language]
    for moment in ("2026-03-01T11:30:00Z", "2026-03-02T12:00:00Z", "2026-03-29T00:59:00Z"):
        here = datetime.datetime.fromisoformat(moment).astimezone(ZoneInfo(zone)).date()
        left = (datetime.date(2026, 3, 2) - here).days
        page.evaluate("setClock", moment)
        shown = page.evaluate(ASK, ["2026-01-31", "fr"])
        assert shown["count"] == (t.count("reply_in" if left > 0 else "reply_ago", abs(left)) if left
                                  else t["reply_today"]), moment
        assert (t["reply_next_past"][:20] in shown["rest"]) == (left < 0), moment


def test_says_what_is_wrong_with_a_date(reader, project):
    """Gently, in the field's description, with the focus on the field; never NaN."""
    page, t = reader(PATHS["fr"], script=clock("2026-11-21T12:00:00Z")), project.strings["fr"]
    field, fault = page.locator("#reply-sent"), page.locator("#reply-sent-error")
    assert fault.get_attribute("role") == "status" and fault.evaluate("fault => getComputedStyle(fault).display") == "block", "heard when it changes"
    for sent, word in {"": "reply_no_day", "2027-01-01": "reply_future", "1999-12-31": "reply_old",
                       "0026-01-31": "reply_no_day",
                       "275760-09-13": "reply_no_day"}.items():
        shown = page.evaluate(ASK, [sent, "fr"])
        assert shown["faults"] == [t(word, year=2024), ""] and not shown["verdict"] and not shown["rest"], sent
        assert (field.evaluate("field => field === document.activeElement")
                and field.get_attribute("aria-invalid") == "true"), sent
        assert "NaN" not in page.locator("reply-deadline").inner_text(), sent
        assert page.evaluate(ASK, ["2026-11-20", ""])["faults"] == ["", t["reply_no_place"]], sent
        assert page.evaluate("document.activeElement.id") == "reply-place", sent
        page.select_option("#reply-place", "fr")  # a correction is enough, no second press needed
        assert page.locator(".reply-date").inner_text() == words("2026-12-21", "fr"), sent
        assert page.locator("[aria-invalid]").count() == 0, sent
    assert "reply-sent-error" in field.get_attribute("aria-describedby")


@pytest.mark.engines
def test_by_keyboard_alone(reader, project):
    """Date, place, button, then the calendar file, which the browser saves."""
    page, t = reader(PATHS["en"], width=320), project.strings["en"]
    page.locator("#reply-sent").focus()
    page.keyboard.type("10102026")
    press_until(page, "#reply-place")
    page.keyboard.type("Fran")
    press_until(page, "reply-deadline [type=submit]")
    page.keyboard.press("Enter")
    assert page.locator("[role=status] .reply-date").inner_text() == words("2026-11-10", "en")
    assert page.locator("reply-deadline [role=status]:not(.ask-error)").count() == 1
    page.locator("#reply-sent").fill(str(datetime.date.today() - datetime.timedelta(1)))
    page.locator("reply-deadline [type=submit]").focus()
    page.keyboard.press("Enter")
    press_until(page, ".reply-rest [data-title]")
    assert saved(page, lambda: page.keyboard.press("Enter"))[0] == t["reply_file"]


def press_until(page, selector: str) -> None:
    """Tab on until `selector` has the focus."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by Tab")


@pytest.mark.parametrize("language, width", [("fr", 320), ("en", 1280)])
@pytest.mark.engines(language="fr")
def test_names_targets_and_contrast(reader, project, language, width):
    """Fields have names, none is said to be wrong before it is asked for, targets are large, and axe finds nothing, with
    an answer and with errors."""
    page, t = reader(PATHS[language], width=width), project.strings[language]
    assert page.get_by_label(t["reply_sent"], exact=True).count() == 1 and page.get_by_label(t["reply_place"],
                                                                                             exact=True).count() == 1
    assert page.get_by_role("group", name=t["reply_title"]).count() == 1
    assert page.locator("reply-deadline :is(:invalid, [aria-invalid])").count() == 0
    assert page.locator("reply-deadline form [aria-required=true]").count() == 3
    for values in (["2026-10-31", "ee"], ["2026-10-31", "switzerland", "yes"], ["", ""], ["", "quebec", ""]):
        page.evaluate(ASK, values)
        assert violations(page, within="reply-deadline") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        small = page.eval_on_selector_all("reply-deadline :is(input, select, button:not(.cite button), summary)",
                                          "all => all.filter((one) => { const box = one.getBoundingClientRect(); "
                                          "return one.checkVisibility() && "
                                          "(box.width < 24 || box.height < 24); }).map((one) => one.outerHTML)")
        assert small == []


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.engines(language="fr")
def test_without_scripts(reader, project, language):
    """No form on screen; the rules of every place, with an example, in a table that a section opens."""
    page, t = reader(PATHS[language], java_script_enabled=False), project.strings[language]
    assert (not page.locator("reply-deadline form").is_visible()
            and not page.locator("recheck-reminder button").is_visible())
    press(page.locator("details.fold:has(.reply-rules) > summary"))
    for region in project.records.regions.values():
        row = page.locator(".reply-rules tr").filter(has=page.get_by_role("rowheader", name=region["title"][language],
                                                                          exact=True))
        assert region["reply"]["rule"][language] in row.inner_text()
        assert dates.in_words(region["reply"]["example"], language) in row.inner_text().replace("\u00a0", " ")
    assert t["recheck_plain"] in page.locator("recheck-reminder").inner_text()


def test_keeps_nothing(reader):
    """Neither in the browser's storage nor in the address; and it works where storage is refused."""
    page = reader(PATHS["fr"], script=BLOCKED)
    address = page.url
    assert page.evaluate(ASK, ["2026-10-31", "fr"])["date"]
    assert page.url == address
    page = reader(PATHS["fr"])
    before = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    page.evaluate(ASK, ["2026-10-31", "fr"])
    assert page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])") == before
    page.reload()
    settle(page)
    assert page.locator("#reply-sent").input_value() == "" and page.locator("#reply-place").input_value() == ""


@pytest.mark.parametrize("language", PATHS)
def test_where_the_company_comes_first_its_complaint_comes_first(reader, project, language):
    """The way to the authority, and what the calendar file says of it: the complaint to the company, then the
    authority's."""
    page, t = reader(PATHS[language]), project.strings[language]
    page.evaluate(ASK, [str(datetime.date.today()), "united-kingdom"])
    links = page.eval_on_selector_all(".reply-rest a", "all => all.map((link) => link.hash || link.href)")
    company, authority = (links.index("#" + project.records.regions["united-kingdom"]["reply"][name])
                          for name in ("company", "letter"))
    assert company < authority
    data = saved(page, page.locator(".reply-rest [data-title]").click)[1]
    event = icalendar.Calendar.from_ical(data).walk("VEVENT")[0]  # unfolds its lines
    assert t["reply_event_text_company"].split("}")[1].split(":")[1].split(",")[1].strip() in event["DESCRIPTION"]


@pytest.mark.engines
def test_the_date_is_kept_for_whoever_asks_and_counted_on_the_home_page(reader, project):
    page, t = reader("en/opt-out/follow-up/", script=clock("2026-11-10T12:00:00Z")), project.strings["en"]
    page.evaluate(ASK, ["2026-11-02", "authority-fr" if page.locator("#reply-place option[value=authority-fr]").count() else
                        page.locator("#reply-place option[data-region]").first.get_attribute("value")])
    assert page.evaluate("localStorage.length") == 0 and page.locator(".reply-kept").is_hidden()
    page.locator(".reply-rest [value=keep]").click()
    said = page.locator(".reply-kept .kept-words").inner_text()
    assert "2 December 2026 (in 22 days)" in said and page.evaluate("Object.keys(localStorage)") == ["guide:/:answer-due"]
    go(page, "en/")
    assert page.locator("count-down").inner_text().strip().replace("\u00a0", " ") == said.replace("\u00a0", " ")
    go(page, "en/privacy/")
    assert page.locator("your-data [data-name=answer-due] dd").inner_text() == t["kept_yes"]
    go(page, "opt-out/follow-up/")
    assert "2 décembre 2026" in page.locator(".reply-kept .kept-words").inner_text()
    page.locator(".reply-kept button").click()
    assert page.evaluate("localStorage.getItem('guide:/:answer-due')") is None and page.locator(".reply-kept").is_hidden()
    page = reader("en/opt-out/follow-up/", script=BLOCKED + ";" + clock("2026-11-10T12:00:00Z"))
    page.evaluate(ASK, ["2026-11-02", page.locator("#reply-place option[data-region]").first.get_attribute("value")])
    page.locator(".reply-rest [value=keep]").click()
    page.locator(".toast", has_text=t["check_storage_blocked"][:20]).wait_for()
