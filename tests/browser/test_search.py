"""Search as a reader uses it: opened by hand or key, in the page's language, answered in words, nothing loaded
before."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from waiting import frames, until

DATA = Path(__file__).parent.parent / "data"
QUERIES = list(csv.reader((DATA / "search_queries.csv").open(encoding="utf-8")))


def search(page, words):
    """Type `words` into the open dialog and wait for the answer; return the addresses found, in order."""
    page.locator("#search-words").fill("")  # what was found before is gone at once: nothing stale is read
    page.locator("#search-words").fill(words)
    until(page, "() => !document.querySelector('.search-status').textContent.match(/^$|…$/)")
    return page.locator(".search-results > li > a:first-child").evaluate_all("links => links.map(link => link.href)")


# Types each of `queries` in turn; what was found before is gone at once, so that nothing stale is read.
ANSWERS = """async queries => {
  const field = document.querySelector("#search-words"), status = document.querySelector(".search-status"), answers = [];
  const type = words => { field.value = words; field.dispatchEvent(new Event("input", {bubbles: true})); };
  for (const words of queries) {
    type("");
    const answered = new Promise(done => new MutationObserver((_, observer) => {
      if (!status.textContent || status.textContent.endsWith("…")) return;
      observer.disconnect();
      done();
    }).observe(status, {childList: true, subtree: true, characterData: true}));
    type(words);
    await answered;
    const links = selector => [...document.querySelectorAll(`.search-results > li${selector}`)];
    answers.push([links(" > a:first-child").slice(0, 2).map(link => link.href), links(":first-child a").slice(0, 2).map(link => link.hash)]);
  }
  return answers;
}"""
AT_ONCE = "{ const later = setTimeout; window.setTimeout = what => later(what, 0); }"  # no rest between two letters


@pytest.mark.parametrize("language, start", [("fr", ""), ("en", "en/")])
def test_the_right_page_and_heading_come_first(reader, base, language, start):
    """Half of what is typed is in words no page uses."""
    page, wrong = reader(start, script=AT_ONCE), {}
    page.keyboard.press("Control+k")
    rows = [row[1:] for row in QUERIES if row[0] == language]
    answers = page.evaluate(ANSWERS, [words for words, _, _ in rows])
    for (words, path, heading), (found, first) in zip(rows, answers, strict=True):
        paths = [address.removeprefix(base + start).partition("#")[0] for address in found]
        if paths[:1] != [path] or heading and "#" + heading not in first:
            wrong[words] = paths, first
    assert not wrong


def test_a_slip_of_one_letter_is_mended_and_said(reader):
    for path, typed, meant in (("en/", "aritficial", "artificial"), ("", "interupteur", "interrupteur")):
        page = reader(path)
        page.keyboard.press("Control+k")
        assert search(page, typed)
        assert meant in page.locator(".search-status").inner_text()


def test_quotation_marks_change_nothing(reader):
    """The engine takes straight ones for a wish for the exact words."""
    page = reader("en/")
    page.keyboard.press("Control+k")
    plain = search(page, "private messages used")
    assert plain
    for typed in ('"private messages used"', "“private messages used”", "« private messages used »", "‘private messages used’"):
        assert search(page, typed) == plain, typed


def test_results_stay_in_the_language_and_lead_to_headings(reader, base):
    page = reader("en/")
    page.keyboard.press("/")
    assert all(address.startswith(base + "en/") for address in search(page, "deadline"))
    assert page.locator(".search-results a[href*='#']").count()


def test_a_section_found_says_its_heading_once(reader):
    page = reader("")
    page.keyboard.press("/")
    search(page, "désactiver")
    shown = page.locator(".search-results a[href*='#']:has(mark)")
    for said in shown.evaluate_all("links => links.map(link => [...link.children].map(part => part.textContent))"):
        assert not said[1].startswith(said[0]) and said[1][0] not in ". ", said


def test_nothing_is_loaded_before_the_first_use(reader):
    asked = []
    page = reader("faq/")
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_load_state("networkidle")
    # a browser with a window fetches the icon when it pleases
    assert [url for url in asked if "/assets/icon." not in url] == []
    page.locator(".search-open").click()
    until(page, "() => performance.getEntriesByType('resource').some(entry => entry.name.includes('pagefind.js'))")


def test_keyboard_alone(reader, base):
    """Open, type, go down, follow; open again, Escape, and the focus is back where it was."""
    page = reader("faq/")
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    search(page, "formulaire")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/objection-form/**")
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").startswith("tool search-open")


def test_the_count_is_announced_and_nothing_found_is_said(reader):
    page = reader("en/")
    page.keyboard.press("Control+k")
    search(page, "deadline")
    assert "result" in page.locator(".search-status").inner_text()
    search(page, "xylo$&phone")
    assert "xylo$&phone" in page.locator(".search-status").inner_text()


def test_the_one_key_shortcut_can_be_switched_off(reader):
    """WCAG 2.1.4: a shortcut of one character can be turned off, and the choice is kept."""
    page = reader("en/faq/")
    page.keyboard.press("/")
    page.locator("#search-slash").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    assert not page.locator("#search").is_visible()
    page.keyboard.press("Control+k")
    assert page.locator("#search").is_visible()


# WebKit counts a share of a height that depends on the content as nothing, where Chromium counts the content.
AS_WEBKIT = """() => {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  for (const part of document.querySelectorAll("#search, #search *"))
    if (getComputedStyle(part).flexBasis.endsWith("%")) sheet.insertRule(`.${part.className.split(" ").join(".")} { flex-basis: 0px !important }`);
}"""


# What follows the last result shown is there, where there is more.
MORE = """found => document.activeElement !== [...document.querySelectorAll(".search-results a")].at(-1)
  || document.querySelectorAll(".search-results > li").length === found"""


@pytest.mark.engines
def test_results_have_room_and_every_one_is_reached(reader):
    """In WebKit the list was 13 px high; at 400 % of a desktop window (320 x 256) in every browser; of 24 pages found
    eight were shown."""
    page = reader("en/")
    page.keyboard.press("Control+k")
    search(page, "phone")
    page.evaluate(AS_WEBKIT)
    for width, height in ((1280, 800), (768, 1024), (390, 844), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.locator(".search-results").bounding_box()["height"] >= 300, width
    page.set_viewport_size({"width": 320, "height": 256})
    found = int(page.locator(".search-status").inner_text().split()[0])
    assert found > 8
    page.evaluate("window.seen = new Set()")
    for _ in range(4 * found):
        page.keyboard.press("ArrowDown")
        at = page.evaluate("""() => {
          const { top, bottom } = document.activeElement.getBoundingClientRect(), { left, width } = document.activeElement.getBoundingClientRect();
          seen.add(document.activeElement.closest("li"));
          return [(top + bottom) / 2, seen.size, document.elementFromPoint(left + width / 2, (top + bottom) / 2)?.closest("a") === document.activeElement];
        }""")
        assert 0 < at[0] < 256 and at[2], at
        if at[1] == found:
            break
        until(page, MORE, arg=found)
    assert at[1] == found


@pytest.mark.engines
def test_enter_goes_to_the_first_result_of_what_is_typed_now(reader, base):
    """Before anything is loaded; before the answer to the last word is there; not for a word that is typed on."""
    page = reader("en/faq/")
    page.keyboard.press("Control+k")
    page.keyboard.type("switzerland")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/regions/**")
    page.keyboard.press("Control+k")
    search(page, "minors")
    page.locator("#search-words").fill("letter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/letter/**")


def test_keys_and_presses_that_are_not_for_the_search(reader):
    """An input method's Enter, in Chromium's way and in Safari's; the event of a key without a key, which filling in
    sends; Control and K in a field, which deletes to the end of the line on a Mac; words chosen with the mouse from the
    field out of the dialog."""
    page = reader("en/opt-out/follow-up/")
    page.evaluate("document.dispatchEvent(new Event('keydown'))")
    page.locator("#reply-sent").evaluate("field => field.dispatchEvent(new Event('keydown', {bubbles: true}))")
    page.locator("#reply-sent").press("Control+k")
    assert not page.locator("#search").is_visible()
    page.locator(".search-open").click()
    search(page, "letter")
    page.locator("#search-words").evaluate("""field => {
      for (const as of [{isComposing: true}, {keyCode: 229}])
        for (const key of ["Enter", "ArrowDown"]) field.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, ...as}));
      field.dispatchEvent(new Event("keydown", {bubbles: true}));
    }""")
    frames(page)
    assert page.url.endswith("follow-up/") and page.evaluate("document.activeElement.id") == "search-words"
    box = page.locator("#search-words").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(5, 400)
    page.mouse.up()
    assert page.locator("#search").is_visible()
    page.mouse.click(5, 400)
    assert not page.locator("#search").is_visible()


@pytest.mark.engines
def test_what_did_not_come_is_said_and_asked_for_again(reader):
    """A piece of the index that did not come was taken for an empty one: nothing was found, until the page was loaded
    again. Firefox asks no second time for a module at the same address."""
    page, asked = reader("en/faq/", quiet=False), []
    page.on("request", lambda request: asked.append(request.url))
    for part in ("**/assets/search.*", "**/pagefind/pagefind.js*", "**/pagefind/index/*"):
        page.route(part, lambda route: route.fulfill(status=404, body="", content_type="text/html"))
        with page.expect_response(part):
            page.locator(".search-open").click()
            page.locator("#search-words").fill("deadline")
        until(page, "() => document.querySelector('.search-status').textContent.includes('could not be loaded')")
        page.unroute_all()
        page.keyboard.press("Escape")
    page.locator(".search-open").click()
    page.locator(".search-results a").first.wait_for()
    modules = [url for url in asked if ".js" in url]
    assert len(modules) == len(set(modules)) > 3
