"""What goes wrong on the way: a file that does not come, a slow line, a memory that keeps nothing, a page left open, an
old browser.

Whatever it is, the words and the steps read, nothing throws, and no control stays that does nothing.
"""

from __future__ import annotations

import datetime
import os
import re
from contextlib import contextmanager
from functools import cache

import pytest
from commands.browser import candidates, starts
from storage import BLOCKED, FULL
from waiting import go, settle, until

GUIDE = "opt-out/web/"
TOOLS = "opt-out/follow-up/", "checklist/", "letter/", "regions/", "sources/", "privacy/"
# Text and controls as they are on screen. A mark's button needs no script, and boxes tick without one.
LINES = ("[...new Set(document.querySelector('main').innerText.split('\\n').map((line) => line.trim()).filter((line) "
         "=> line.length > 20))]")
DEAD = """[...document.querySelectorAll("main :is(button, input, select, textarea)")]
    .filter((control) => control.checkVisibility({visibilityProperty: true}) && !control.matches("[popovertarget], [type=checkbox], [type=radio]"))
    .map((control) => control.outerHTML.slice(0, 100))"""


@pytest.fixture
def visit(browser, base):
    """A function that opens a page of which files matching `fault` fail, by a 404 or `blocked`; at the end, nothing has
    thrown."""
    contexts, errors = [], []

    def open_page(path: str, fault=None, blocked: bool = False, script: str = "", wait: str = "load", **options):
        context = browser.new_context(locale="en-GB" if path.startswith("en/") else "fr-FR", **options)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(f"{path}: {error}"))
        if fault:
            page.route(fault, lambda route: route.abort() if blocked
                       else route.fulfill(status=404, body="", content_type="text/html"))
        page.goto(base + path, wait_until=wait)
        if wait == "load":
            settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not errors, "\n".join(errors)


# The words of a page, without the numbers of its marks, which are for paper and for pages without their style.
MAIN = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".cite { display: none }");
  document.adoptedStyleSheets = [sheet];
  const words = document.querySelector("main").innerText;
  document.adoptedStyleSheets = [];
  return words;
}"""


def whole(page, lines: list[str]) -> bool:
    """Whether every line that a reader without scripts gets is on the page, once it is drawn: a fold that style opens has
    no text before."""
    for _ in range(100):
        text = " ".join(page.evaluate(MAIN).split())
        missing = [line for line in lines if " ".join(line.split()) not in text]
        if not missing:
            return True
        page.wait_for_timeout(30)
    raise AssertionError(f"{page.url}: {missing[:5]}")


@pytest.fixture(scope="module")
def plain(browser, base):
    """The lines of a page without scripts."""
    @cache
    def lines(path: str) -> list[str]:
        page = browser.new_page(locale="fr-FR")
        page.route("**/*.js", lambda route: route.abort())
        page.goto(base + path)
        found = page.evaluate(LINES)
        page.close()
        return found
    return lines


def test_each_file_of_a_guide_in_turn(visit, plain):
    """Missing, and blocked: for a script, both."""
    lines, steps = plain(GUIDE), None
    for kind, blocked in (("style.*.css", False), ("parts.*.css", True), ("scheme.*.js", False), ("site.*.js", True),
                          ("site.*.js", False),
                          ("tools.*.js", True), ("tools.*.js", False), ("*.svg", False), ("*.png", True)):
        page = visit(GUIDE, f"**/{kind}", blocked)
        if not kind.endswith(".js"):  # without scripts, folds are open
            page.evaluate("for (const fold of document.querySelectorAll('.fold')) fold.open = true")
        assert whole(page, lines), kind
        steps = steps or page.locator(".step h2").count()
        assert steps == page.locator(".step h2:visible").count() >= 3, kind
        assert not kind.endswith(".js") or page.evaluate(DEAD) == [], kind
        page.locator(".menu-open").click()
        assert page.locator("#menu a").first.is_visible(), kind
        sizes = page.locator("svg").evaluate_all("drawings => drawings.map((drawing) => "
                                                 "drawing.getBoundingClientRect().height)")
        assert max(sizes) < 100, f"{kind}: an icon as large as the page"


@pytest.mark.parametrize("module", ["site.*.js", "tools.*.js"])
def test_tools_whose_module_does_not_come(visit, plain, base, module):
    """What a tool would have drawn from is there instead; nothing asks for what nothing answers."""
    page = visit("404.html", f"**/{module}")
    for path in TOOLS:
        go(page, base + path)
        assert whole(page, plain(path)) and page.evaluate(DEAD) == [], path


def test_without_the_module_of_its_tools_a_page_still_searches(visit):
    page = visit("regions/", "**/tools.*.js")
    page.locator(".search-open").click()
    page.locator("#search-words").fill("CNIL")
    page.locator(".search-results a").first.wait_for()


def test_a_slow_line(visit, plain):
    """While its modules are on their way the page reads; after a moment nothing waits for them; when they come, it is
    whole."""
    page = visit("regions/", wait="commit", script="")
    page.clock.install()
    page.route("**/*.js", lambda route: route.continue_() if "scheme" in route.request.url else None)
    page.goto(page.url, wait_until="commit")
    until(page, "() => document.querySelector('footer')?.innerText.length > 0")
    page.clock.run_for(5000)
    assert whole(page, plain("regions/")) and page.evaluate(DEAD) == []
    page.unroute("**/*.js")  # lets go of those that wait
    page.wait_for_load_state("load")
    page.select_option("#finder-place", index=3)
    page.locator(".finder-facts dl, .finder-facts p").first.wait_for()


def test_a_memory_that_keeps_nothing(visit, plain):
    """Each tool's own tests say what becomes of its ticks and words; here, that the pages stand."""
    for path, memory in ((GUIDE, BLOCKED), (GUIDE, FULL), ("sources/", BLOCKED), ("regions/", BLOCKED),
                         ("opt-out/follow-up/", BLOCKED)):
        page = visit(path, script=memory)
        assert (page.locator("h1").is_visible() and page.locator("main p").first.is_visible()
                and page.locator("footer").is_visible()), path
        assert page.evaluate("[...document.querySelectorAll(':not(:defined)')].length") == 0, path


def at(page, when: str):
    page.clock.install(time=datetime.datetime.fromisoformat(when + "+00:00"))
    page.reload()
    settle(page)
    return page


def a_week_later(page) -> None:
    page.clock.fast_forward(7 * 86_400_000)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_a_page_open_for_a_week_counts_on(visit):
    page = at(visit("en/opt-out/follow-up/"), "2026-11-21T12:00:00")
    page.locator("#reply-sent").fill("2026-11-02")
    page.select_option("#reply-place", index=1)
    page.locator(".ask-button[type=submit]").first.click()
    assert "11" in page.locator(".reply-count").inner_text()  # 2 December
    reminder = page.locator("recheck-reminder span").first
    assert "21 May 2027" in reminder.inner_text().replace("\u00a0", " ")
    a_week_later(page)
    assert "4" in page.locator(".reply-count").inner_text() and "11" not in page.locator(".reply-count").inner_text()
    assert "28 May 2027" in reminder.inner_text().replace("\u00a0", " ")
    assert page.locator("#reply-sent").get_attribute("max") == "2026-11-28"


def test_a_page_open_for_a_week_tells_what_is_overdue(visit):
    page = visit("en/data-used/")
    due = min(page.locator("review-dates").evaluate_all("dates => dates.map((date) => date.dataset.due)"))
    day = datetime.date.fromisoformat(due) - datetime.timedelta(days=2)
    at(page, f"{day}T12:00:00")
    assert page.locator(".late").count() == 0
    a_week_later(page)
    assert page.locator(".late").count() >= 1
    once = page.locator("review-dates:has(.late)").count()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.locator(".late").count() == once


def test_a_letter_open_for_a_week_bears_the_day_it_is_sent(visit):
    """Unless its writer has given another."""
    page = at(visit("en/letter/#letter-gdpr"), "2026-11-21T12:00:00")
    letter = page.locator("objection-letter[data-name=letter-gdpr]")
    assert "21 November 2026" in letter.locator("code").inner_text().replace("\u00a0", " ")
    a_week_later(page)
    assert "28 November 2026" in letter.locator("code").inner_text().replace("\u00a0", " ")
    letter.locator("input[type=date]").first.fill("2026-12-24")
    a_week_later(page)
    assert "24 December 2026" in letter.locator("code").inner_text().replace("\u00a0", " ")


def test_midnight_turns_a_page_that_is_being_read(visit):
    page = at(visit("en/opt-out/follow-up/", timezone_id="Europe/Paris"), "2026-11-21T22:59:50")
    page.clock.run_for(15_000)
    assert page.locator("#reply-sent").get_attribute("max") == "2026-11-22"


# A page as the browser's memory gives it back: nothing is loaded again, and no other tab has told it anything.
COME_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


def test_a_page_that_comes_back_shows_what_was_done_meanwhile(visit):
    page = visit("checklist/")
    key = page.locator("main input[data-key]").first.get_attribute("data-key")
    page.evaluate("""key => {
      localStorage.setItem('guide:/:progress', JSON.stringify({version: 1, done: {[key]: '2026-11-21'}}));
      localStorage.setItem('guide:/:scheme', 'dark');
    }""", key)
    page.evaluate(COME_BACK)
    assert page.locator("main input[data-key]:checked").count() == 1
    assert (page.evaluate("document.documentElement.dataset.scheme") == "dark"
            and page.locator("#scheme input[value=dark]").is_checked())
    page.evaluate("localStorage.clear()")
    page.evaluate(COME_BACK)
    assert (page.locator("main input[data-key]:checked").count() == 0
            and page.locator("#scheme input[value=system]").is_checked())


def test_a_page_that_comes_back_is_not_covered(visit):
    """By the menu whose link led away, or by evidence that was open."""
    page = visit("faq/")
    for opener, part in ((".menu-open", "#menu"), (".cite button", ".evidence-item:popover-open")):
        page.locator(opener).first.click()
        assert page.locator(part).is_visible()
        page.evaluate(COME_BACK)
        assert not page.locator(part).is_visible()


def test_what_the_reader_had_deleted_is_not_kept_again_by_a_letter_that_comes_back(visit):
    page = visit("letter/#letter-gdpr")
    letter = page.locator("objection-letter").first
    letter.locator(".letter-keep input").check()
    field = letter.locator(".letter-fields input[type=text]").first
    field.fill("Camille")
    page.evaluate("localStorage.clear()")
    page.evaluate(COME_BACK)
    assert not letter.locator(".letter-keep input").is_checked()
    field.fill("Camille E.")
    assert page.evaluate("localStorage.length") == 0


def test_browsers_may_keep_every_page_in_memory(browser, base):
    """For a reader who goes back, a page is there at once, as it was left. The headless shell has no such memory;
    Chromium has."""
    program = next((path for path in candidates() if "headless" not in path and starts(path)), None)
    if not program:
        pytest.skip("no whole Chromium on this machine: its headless shell keeps no page in memory")
    chromium = browser.browser_type.launch(executable_path=program,
                                           ignore_default_args=["--disable-back-forward-cache"],
                                           args=["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0
                                           else [])
    try:
        page = chromium.new_page()
        page.add_init_script("addEventListener('pageshow', (event) => { window.cameBack = event.persisted; });")
        paths = [GUIDE, "checklist/", "letter/", "opt-out/follow-up/", "privacy/"]
        for path in paths:
            page.goto(base + path)
        for path in reversed(paths[:-1]):
            page.evaluate("void setTimeout(() => history.back())")
            page.wait_for_url(base + path, wait_until="commit")
            assert page.evaluate("window.cameBack") is True, path
    finally:
        chromium.close()


NEW_WORDS = ("popover", "light-dark(", ":has(", "anchor(", "position-area", "details-content", "text-wrap",
             "accent-color", "scripting:")


@contextmanager
def ignorant(browser, base, path, words, **options):
    """A page in a browser that has never heard of `words`: in all it is sent, they are others."""
    def rewrite(route):
        answer = route.fetch()
        text = answer.text() if answer.headers.get("content-type",
                                                   "").startswith(("text/html", "text/css", "text/javascript")) else ""
        for word in words:
            text = text.replace(word, re.sub("([a-z])", r"x\1", word, count=1))
        route.fulfill(response=answer, **({"body": text} if text else {}))

    context = browser.new_context(locale="fr-FR", **options)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/*", rewrite)
    page.goto(base + path)
    yield page
    page.unroute_all(behavior="ignoreErrors")  # what is still on its way when the test ends
    context.close()
    assert not errors


@pytest.mark.parametrize("words", [NEW_WORDS, ("popover",)], ids=["2020", "2022"])
def test_a_browser_without_the_newest_features(browser, base, words):
    """No popover: the menu is a list in the page, evidence stands at the foot and marks lead to it, colours are chosen
    in the open."""
    with ignorant(browser, base, "faq/", words) as page:
        assert not page.locator("#menu a").first.is_visible()
        page.locator(".menu-open").click()
        assert page.locator("#menu").bounding_box()["width"] > 1000 and page.locator("#menu a").first.is_visible()
        page.locator(".menu-open").click()
        assert not page.locator("#menu a").first.is_visible()
        page.locator(".menu-open").click()
        page.evaluate(COME_BACK)
        assert not page.locator("#menu a").first.is_visible()
        first, note = page.locator(".cite button").first, page.locator(".evidence-item").first
        assert (page.locator(".evidence-title").is_visible() and note.is_visible()
                and not page.locator(".evidence-close").first.is_visible())
        first.click()
        until(page, "() => document.activeElement.matches('.evidence-item')")
        until(page, "() => { const { top } = document.activeElement.getBoundingClientRect(); return top >= 0 && top < "
                    "innerHeight; }")
        page.go_back()
        page.locator("#scheme input[value=dark]").check()
        boxes = [page.locator(place).bounding_box() for place in ("#scheme", "main")]
        assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"], "the choice of colours lies over the text"
        page.locator(".search-open").click()
        page.locator("#search-words").fill("CNIL")
        page.locator(".search-results a").first.wait_for()
        page.keyboard.press("Escape")
        page.locator("header a.language").click()
        page.wait_for_url(base + "en/faq/**")
        page.locator("h1").wait_for()


def test_neither_popovers_nor_scripts(browser, base):
    """A mark is a number then, and looks like one."""
    with ignorant(browser, base, "faq/", (*NEW_WORDS, ".js\"")) as page:
        assert page.locator("#menu a").first.is_visible() and not page.locator(".menu-open").is_visible()
        assert page.locator(".evidence-item").first.is_visible()
        mark = page.locator(".cite button").first
        assert mark.evaluate("mark => getComputedStyle(mark).backgroundColor") == "rgba(0, 0, 0, 0)"
        assert not page.locator("#scheme").is_visible()
        assert page.evaluate(DEAD.replace("[popovertarget]", ".cite button")) == []


def test_a_browser_without_dialogs(browser, base):
    """Search is not offered, and its parts lie nowhere about."""
    with ignorant(browser, base, "faq/", ("showModal", "<dialog", "</dialog")) as page:
        assert not page.locator("#search-words").is_visible() and not page.locator(".search-open").is_visible()
        page.locator(".menu-open").click()
        assert page.locator(".no-search").is_visible()
