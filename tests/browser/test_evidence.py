"""A mark opens its evidence in place, by mouse or keyboard, with or without a script, and leaves its sentence in sight; marks
can be put out of sight (on paper: test_print.py)."""

from __future__ import annotations

import re

import pytest
from engines import press
from waiting import until

# Whether the last line before the mark and the panel it opened are both in the window, neither on the other.
SEEN = """mark => {
  const words = document.createRange(), panel = document.querySelector(".evidence-item:popover-open");
  if (!panel) return false;
  words.selectNodeContents(mark.parentNode.parentNode);
  words.setEndBefore(mark.parentNode);
  const line = [...words.getClientRects()].at(-1), box = panel.getBoundingClientRect();
  const inside = (part) => part.top >= -.5 && part.bottom <= innerHeight + .5 && part.left >= 0 && part.right <= innerWidth + .5;
  return inside(line) && inside(box) && box.height > 90 && (box.top >= line.bottom - 1 || box.bottom <= line.top + 1);
}"""
ARRIVE = "(mark, y) => scrollBy({ top: mark.getBoundingClientRect().top - y * (innerHeight - 30), behavior: 'instant' })"


@pytest.mark.parametrize("path, width, scripts", [("en/data-used/", 1280, True), ("data-used/", 390, False)])
@pytest.mark.engines(scripts=False)
def test_a_mark_opens_and_closes_its_evidence(reader, path, width, scripts):
    page = reader(path, width=width, java_script_enabled=scripts)
    mark = page.locator("article .cite button").first
    item = page.locator("#" + mark.get_attribute("popovertarget"))
    assert item.is_hidden()
    press(mark)
    item.wait_for()
    assert item.locator("a").first.is_visible()
    press(item.locator(".evidence-close"))
    item.wait_for(state="hidden")


@pytest.mark.engines
def test_by_keyboard(reader):
    page = reader("en/data-used/")
    mark = page.locator("article .cite button").first
    assert page.locator("article .cite").first.get_attribute("role") == "none", "nobody hears of a superscript"
    mark.focus()
    page.keyboard.press("Enter")
    item = page.locator("#" + mark.get_attribute("popovertarget"))
    item.wait_for()
    until(page, "() => document.activeElement.matches('[role=group][aria-label^=Source]')")
    page.keyboard.press("Tab")
    assert item.evaluate("item => item.contains(document.activeElement)"), "Tab goes on into the evidence"
    page.keyboard.press("Escape")
    item.wait_for(state="hidden")
    assert mark.evaluate("mark => mark === document.activeElement")


@pytest.mark.engines
def test_the_statement_comes_and_its_citation_is_copied(reader, project):
    """Two actions: open, copy."""
    page = reader("en/faq/", permissions=["clipboard-read", "clipboard-write"])
    mark = page.locator("article .cite button").first
    mark.click()
    item = page.locator("#" + mark.get_attribute("popovertarget"))
    claim = project.records.claims[item.locator(".evidence-more").get_attribute("href").split("/")[-2]]
    item.locator(".evidence-claim button").click()
    until(page, "() => document.querySelector('.toast')?.textContent")
    copied = page.evaluate("navigator.clipboard.readText()")
    said = item.locator(".evidence-statement").inner_text()
    assert said.rstrip(".") in copied and "2026" in copied
    assert item.locator(".fact-sources li").count() == len(claim["sources"])


def test_a_record_that_does_not_come_leaves_the_way_to_it(reader):
    page = reader("en/faq/")
    page.route("**/facts/**", lambda route: route.fulfill(content_type="text/html", body="<!doctype html><p>No."))
    page.locator("article .cite button").first.click()
    assert page.locator(".evidence-item:popover-open .evidence-more").is_visible()


@pytest.mark.parametrize("width, height", [(320, 568), (390, 844), (768, 1024), (1280, 800), (320, 256)])
@pytest.mark.engines
def test_the_sentence_stays_in_sight(reader, width, height):
    page = reader("data-used/")
    page.set_viewport_size({"width": width, "height": height})
    found = page.locator("article .cite button")
    for index in (0, 9, 17):
        mark = found.nth(index)
        for y in (0, .5, 1):
            mark.evaluate(ARRIVE, y)
            mark.evaluate("mark => mark.click()")
            until(page, f"() => ({SEEN})([...document.querySelectorAll('article .cite button')][{index}])")
            page.keyboard.press("Escape")


def test_a_sheet_is_lower_where_the_page_scrolls_no_further(reader):
    page = reader("faq/", width=600)
    page.evaluate("document.querySelector('.site-footer').remove()")
    mark = page.locator("article .cite button").last
    mark.evaluate("mark => mark.click()")
    until(page, f"() => ({SEEN})([...document.querySelectorAll('article .cite button')].at(-1))")


def test_a_mark_stays_with_its_word(reader):
    page = reader("data-used/")
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        apart = page.evaluate("""() => [...document.querySelectorAll("article .cite")].filter(mark => {
          const words = document.createRange();
          words.selectNodeContents(mark.parentNode);
          words.setEndBefore(mark);
          const line = [...words.getClientRects()].at(-1), box = mark.firstChild.getBoundingClientRect();
          return line && box.height && (box.top > line.bottom || box.left < line.right - 4);
        }).map(mark => mark.parentNode.textContent)""")
        assert apart == [], width


def test_without_marks(reader):
    """Out of sight and out of the way of the keyboard, on every page, until asked for again."""
    page = reader("faq/")
    page.locator("[popovertarget=scheme]").click()
    page.locator("#scheme [name=sources]").uncheck()
    assert page.locator(".cite:visible").count() == 0
    page.reload()
    assert page.locator(".cite:visible").count() == 0 and not page.locator("#scheme [name=sources]").is_checked()
    page.locator("[popovertarget=scheme]").click()
    page.locator("#scheme [name=sources]").check()
    assert page.locator(".cite:visible").count() > 10


@pytest.mark.parametrize("finger", [True, False])
def test_links_to_headings_leave_the_order_of_tab_where_nothing_hovers(reader, finger):
    page = reader("faq/", has_touch=finger, is_mobile=finger)
    hover = page.evaluate("matchMedia('(any-hover: hover)').matches")
    assert page.locator("a.anchor").first.evaluate("link => link.tabIndex") == (0 if hover else -1)
    assert hover is not finger


def test_the_open_mark_is_seen_where_colours_are_forced(reader):
    page = reader("en/data-used/", forced_colors="active")
    marks = page.locator("article .cite button")
    marks.first.click()
    grounds = marks.evaluate_all("marks => marks.slice(0, 3).map(mark => getComputedStyle(mark).backgroundColor)")
    opened, other, another = (re.findall(r"\d+", ground)[:3] for ground in grounds)  # whatever shines through
    assert opened != other == another
