"""The refusal is the first thing a reader can press; what is folded under a heading is read however one comes to it."""

from __future__ import annotations

import pytest
from test_faults import ignorant
from waiting import go, until

DOORS = "", "en/", "opt-out/", "opt-out/app/", "en/opt-out/web/", "go/app-open/"
FIRST = """() => {
  const shown = (node) => node.checkVisibility({visibilityProperty: true}), stops = "a[href], button, input, summary, [tabindex='0']";
  const first = [...document.querySelectorAll("main :is(" + stops + ")")].find(shown), box = first.getBoundingClientRect();
  return first.matches("a.action[rel~=external]") && box.top >= 0 && box.bottom <= innerHeight;
}"""
FOLDS = ("opt-out/app/", "app-screen-differs"), ("en/opt-out/", "what-it-does-not-stop")
READ = "id => document.getElementById(id).closest('details').querySelector('li').checkVisibility()"


def test_the_button_is_the_first_stop_and_in_the_first_window(reader, subtests):
    page = reader("404.html", locale="de-DE")  # told of no other language
    for path in DOORS:
        go(page, path)
        for width, height in ((390, 844), (320, 568), (1280, 800)):
            with subtests.test(path=path, width=width):
                page.set_viewport_size({"width": width, "height": height})
                until(page, FIRST)


@pytest.mark.engines
def test_a_fold_opens_by_its_heading_and_by_its_address(reader, subtests):
    """The contents' link opens it again after the reader closed it, though the address is the same."""
    for path, name in FOLDS:
        with subtests.test(path=path):
            page = reader(path)
            assert not page.evaluate(READ, name)
            page.locator(f"[id='{name}']").click()
            assert page.evaluate(READ, name)
            page = reader(f"{path}#{name}")
            until(page, READ, arg=name)
            until(page, "id => document.activeElement.id === id", arg=name)
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Enter")
            assert not page.evaluate(READ, name)
            link = page.locator(f"a[href='#{name}']:visible")
            if link.count():
                link.first.click()
                assert page.evaluate(READ, name)


def test_a_fold_is_open_without_a_script_and_on_paper(reader, browser, base):
    for path, name in FOLDS:
        assert reader(path, java_script_enabled=False).evaluate(READ, name)
        page = reader(path)
        page.emulate_media(media="print")
        assert page.evaluate(READ, name)
        with ignorant(browser, base, path, ("details-content",)) as page:
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            assert page.evaluate(READ, name)
            page.evaluate("dispatchEvent(new Event('afterprint'))")
            assert not page.evaluate(READ, name)
