"""The bar at the foot of a phone's screen: the step in view and the next, out of the way of everything else."""

from __future__ import annotations

import pytest
from test_accessibility import violations
from waiting import frames, go, until

PHONE = {"width": 390, "height": 844}
# Whether what has the focus is under the bar (WCAG 2.4.11).
UNDER = """() => { const here = document.activeElement.getBoundingClientRect(), bar = document.querySelector("step-bar").getBoundingClientRect();
  return document.activeElement !== document.body && !document.querySelector("step-bar").contains(document.activeElement)
    && bar.height > 0 && here.bottom > bar.top && here.top < bar.bottom ? document.activeElement.outerHTML.slice(0, 100) : "" }"""


def bar(page) -> str:
    frames(page)
    part = page.locator("step-bar")
    return " ".join(part.inner_text().split()).replace("\u00a0", " ") if part.is_visible() else ""


def see(page, selector: str) -> str:
    page.locator(selector).evaluate("part => scrollBy({top: part.getBoundingClientRect().top - 80, behavior: 'instant'})")
    return bar(page)


@pytest.mark.engines
def test_the_step_in_view_and_the_next(reader):
    page = reader("en/opt-out/web/", **PHONE)
    steps = page.locator("section.step h2").evaluate_all(
        "all => all.map(one => [one.id, [...one.childNodes].slice(1).map(part => part.textContent).join('').trim()])")
    for place, (name, title) in enumerate(steps):
        said = see(page, f"#{name}")
        assert said.startswith(f"Step {place + 1} of {len(steps)} {title}"), said
        assert ("Next:" in said) == (place + 1 < len(steps)) and said.endswith(steps[min(place + 1, len(steps) - 1)][1])
    see(page, f"#{steps[0][0]}")
    page.locator("step-bar a").click()
    until(page, "id => document.activeElement.id === id", arg=steps[1][0])
    assert violations(page, within="step-bar") == []
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    assert bar(page) == "", "after the steps"


def test_it_gives_way(reader):
    page = reader("opt-out/app/", **PHONE)
    there = "#app-switch"
    given = {
        "a message": ("part => document.body.append(Object.assign(document.createElement('p'), {className: 'toast', textContent: 'x'}))",
                      "part => document.querySelector('.toast').remove()"),
        "evidence": ("part => document.querySelector('.evidence [popover]').showPopover()",
                     "part => document.querySelector('.evidence [popover]').hidePopover()"),
        "typing": ("part => { const field = document.createElement('textarea'); part.after(field); field.focus() }",
                   "part => document.querySelector('textarea').remove()"),
    }
    for name, (on, off) in given.items():
        assert see(page, there), name
        page.locator(there).evaluate(on)
        assert bar(page) == "", name
        page.locator(there).evaluate(off)
    assert see(page, there)
    page.emulate_media(media="print")
    assert bar(page) == ""
    page.emulate_media(media="screen")
    for size in ({"width": 640, "height": 360}, {"width": 320, "height": 256}, {"width": 1280, "height": 800}):
        page.set_viewport_size(size)
        assert see(page, there) == "", size


@pytest.mark.parametrize("path, size", [("opt-out/app/", PHONE), ("en/opt-out/objection-form/", {"width": 320, "height": 568})])
def test_it_covers_nothing_that_has_the_focus(reader, path, size):
    page = reader("404.html", **size)
    for key in ("Tab", "Shift+Tab"):
        go(page, path)
        page.evaluate("document.querySelector('#content').focus()" if key == "Tab" else
                      "[...document.querySelectorAll('footer a')][0].focus({preventScroll: false})")
        page.evaluate(f"""() => {{ window.under = []; window.seen = 0;
          addEventListener("keyup", () => {{ seen += document.querySelectorAll("step-bar[shown]").length; under.push(({UNDER})()); }}); }}""")
        for _ in range(90):
            page.keyboard.press(key)
        under, seen = page.evaluate("[under.filter(Boolean), seen]")
        assert under == [] and seen > 10, (path, key)


def test_it_covers_nothing_that_had_the_focus_before_it_came(reader):
    """Tab pressed twice before the page is drawn: the bar comes after the focus."""
    page = reader("opt-out/clean-up/", **PHONE)
    page.evaluate("""() => { const box = document.querySelector("step-done input");
      scrollBy({top: box.getBoundingClientRect().bottom - innerHeight + 10, behavior: "instant"});
      box.focus({preventScroll: true}); }""")
    assert bar(page)
    frames(page)
    assert page.evaluate(UNDER) == ""
