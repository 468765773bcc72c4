"""What stands on every page, in WebKit: the menu, colours, search, the other language, and a page that the browser kept in its memory."""

from __future__ import annotations

import pytest

INSIDE = "!!document.activeElement.closest(arguments[0])"
GROUND = """const probe = getComputedStyle(document.documentElement).backgroundColor;
    return probe.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0)"""
FOUND = "return !document.querySelector('.search-status').textContent.match(/^$|…$/)"
# What a reader of the list gets to see of it: its height, and how many of the results in it lie in the window uncovered.
LIST = """const list = document.querySelector(".search-results"), box = list.getBoundingClientRect();
  const seen = [...list.querySelectorAll(":scope > li > a")].filter(link => {
    const { x, y, width, height } = link.getClientRects()[0];
    return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  return [box.height, seen.length];"""


def test_what_a_page_must_not_do_is_heard(reader):
    reader.visit("faq/", 390)
    reader.js("document.body.setAttribute('style', 'color: red'); setTimeout(() => { throw new Error('heard') }); return 1")
    for said in ("policy style-src-attr", "error Error: heard"):  # the first is said twice
        reader.wait_for(f"FAULT /faq/ {said}")
    reader.begin += len(reader.said())


@pytest.mark.parametrize("path, width", [("faq/", 390), ("en/faq/", 1280)])
def test_the_menu_opens_by_a_press_and_tab_goes_into_it(reader, path, width):
    reader.visit(path, width)
    reader.press(".menu-open")
    assert reader.seen("#menu")
    reader.key("Tab")
    assert reader.js(INSIDE, "#menu"), "a press leaves Tab at the button"
    reader.key("Escape")
    assert not reader.seen("#menu")


@pytest.mark.parametrize("path, width", [("minors/", 1280), ("en/minors/", 390)])
def test_colours_are_chosen_and_kept(reader, path, width):
    reader.visit(path, width)
    assert reader.js(GROUND) > 600
    reader.press("[popovertarget=scheme]")
    reader.key("Tab")
    assert reader.js(INSIDE, "#scheme")
    reader.press("#scheme input[value=dark]")
    assert reader.js(GROUND) < 200
    reader.go("faq/")
    assert reader.js(GROUND) < 200


@pytest.mark.parametrize("path, words, width, height", [("", "désactiver", 390, 844), ("en/", "data", 1280, 800), ("", "données", 320, 640)])
def test_results_are_seen(reader, path, words, width, height):
    reader.visit(path, width, height)
    reader.press(".search-open")
    reader.write("#search-words", words)
    reader.until(FOUND)
    height, seen = reader.js(LIST)
    assert height >= 300 and seen >= 2


def test_search_by_keyboard(reader):
    reader.visit("en/faq/", 1280)
    reader.key("Control", "k")
    reader.write("#search-words", "switzerland")
    reader.until(FOUND)
    reader.key("Arrow_Down")
    reader.key("Enter")
    reader.until("return location.pathname.endsWith('/en/regions/')")


def test_the_other_language_keeps_the_step(reader):
    reader.visit("opt-out/web/#web-switch", 390)
    reader.press("header a.language")
    reader.until("return location.pathname + location.hash === '/en/opt-out/web/#web-switch'")


def test_the_offer_of_the_reader_s_language(reader):
    reader.js("localStorage.clear(); return 1")
    reader.visit("en/faq/", 390)
    assert reader.seen(".notice[lang=fr]")
    reader.press(".notice[lang=fr] a")
    reader.until("return location.pathname === '/faq/'")


@pytest.mark.parametrize("opener, part, link", [(".menu-open", "#menu", "#menu a[href*=minors]"),
                                                (".cite button", ".evidence-item", ".evidence-item:popover-open .evidence-more")])
def test_back_to_a_page_that_was_left_by_what_covers_it(reader, opener, part, link):
    """WebKit keeps it in memory as it was: with the menu, or with the evidence."""
    reader.visit("faq/", 1280)
    reader.js("document.documentElement.dataset.mark = addEventListener('pageshow', event => { document.body.dataset.kept = event.persisted })")
    reader.press(opener)
    reader.press(link)
    reader.until("return location.pathname !== '/faq/'")
    reader.driver.back()
    reader.until("return document.body.dataset.kept")
    assert reader.js("document.body.dataset.kept") == "true"
    assert not reader.js("!!document.querySelector(':popover-open')")
