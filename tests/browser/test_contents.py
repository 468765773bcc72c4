"""The contents of a long page on a phone: one line that names the section in view."""

from __future__ import annotations

from waiting import frames, until

CLEAR = """() => {
  const { activeElement } = document, { top } = activeElement.getBoundingClientRect();
  return activeElement.closest(".contents") || top >= document.querySelector(".contents").getBoundingClientRect().bottom - 1;
}"""


def test_the_line_names_the_section_in_view_and_covers_no_focus(reader):
    page = reader("en/rights/", width=320, height=568)
    line = page.locator("#contents > summary")
    assert line.inner_text() == "On this page"
    page.goto("en/rights/#law-switzerland")
    until(page, "() => document.querySelector('section-here').textContent === 'Switzerland'")
    assert line.bounding_box()["y"] < 10 and line.bounding_box()["height"] < 60
    for key in ["Tab"] * 15 + ["Shift+Tab"] * 30:
        page.keyboard.press(key)
        frames(page)
        assert page.evaluate(CLEAR), page.evaluate("document.activeElement.outerHTML")
    line.click()
    page.locator("#contents a[href$='#answer-deadline']").click()
    until(page, "() => document.querySelector('section-here').textContent === 'The time limit for an answer'")
    assert not page.locator("#contents ol").first.is_visible()
    heading = page.locator("#answer-deadline").bounding_box()
    assert heading["y"] >= page.locator(".contents").bounding_box()["height"]


def test_on_a_low_screen_it_stays_where_it_is(reader):
    page = reader("en/rights/", width=320, height=256)
    page.evaluate("scrollTo(0, 4000)")
    assert page.locator(".contents").bounding_box()["y"] < 0
