"""A tour of every page with the Tab key alone (WCAG 2.1.1, 2.4.3, 2.4.7, 2.4.11).

axe does not see focus: every stop must be on screen, uncovered, in the order of the page, and look different from
before.
"""

from __future__ import annotations

from collections import Counter

import pytest
from addresses import turn_about
from waiting import go

STOP = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getClientRects()[0] ?? here.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  window.seen ??= new Set();
  const known = window.seen.has(here), same = here === window.last; window.seen.add(here); window.last = here;
  const kind = here.tagName + "." + (here.className || here.parentElement.className || here.parentElement.tagName);
  return {known, same, kind, name: (here.getAttribute("aria-label") || here.textContent || here.id).trim().slice(0, 60),
          x: box.x, y: box.y, width: box.width, height: box.height, right: innerWidth, bottom: innerHeight,
          covered: !(top && (here === top || here.contains(top) || top.contains(here) || here.labels && [...here.labels].some(label => label.contains(top)))),
          article: !!here.closest("article"), page: box.y + scrollY};
}"""


MANY = 40


def stops(page, key: str = "Tab"):
    """Press Tab until the focus leaves the page, or has stopped MANY times; yield what is focused at each stop."""
    for _ in range(MANY):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None or stop["known"] and not stop["same"]:
            return
        if not stop["same"]:  # a field for a date has several places of its own
            yield stop


def looks_focused(page, stop) -> bool:
    """Whether the pixels around the focused element change when it loses the focus."""
    margin = 8
    clip = {"x": max(stop["x"] - margin, 0), "y": max(stop["y"] - margin, 0),
            "width": min(stop["width"] + 2 * margin, stop["right"]),
            "height": min(stop["height"] + 2 * margin, stop["bottom"])}
    with_focus = page.screenshot(clip=clip)
    page.evaluate("window.kept = document.activeElement; window.kept.blur()")
    without = page.screenshot(clip=clip)
    page.evaluate("window.kept.focus({focusVisible: true, preventScroll: true})")
    return with_focus != without


@pytest.mark.parametrize("language, width", [("fr", 390), ("en", 1280)])
def test_every_stop_is_seen_and_in_order(reader, language, width):
    """Place and order for every stop or, on longer pages, for the first and last MANY; pixels
    are compared for the first two of a kind, which one style sheet draws on all pages."""
    paths = [path for path in turn_about() if path.startswith("en/") == (language == "en")]
    page, looked, faults = reader(paths[0], width=width), Counter[str](), []
    for path in paths:
        go(page, path)
        count, wrong = tour(page, "Tab", 1, looked)
        assert count > 10, path
        if count == MANY:  # and up again from the last, to where it was left
            page.evaluate("[...document.querySelectorAll('footer a')].at(-1).focus()")
            wrong += tour(page, "Shift+Tab", -1, looked)[1]
        faults += [f"{path or '/'}: {fault}" for fault in wrong]
    assert not faults, "\n".join(faults)


def tour(page, key: str, way: int, looked: Counter[str]) -> tuple[int, list[str]]:
    """The number of stops of `key`, which goes down the page (way 1) or up (-1), and what is wrong with them."""
    previous, count, faults = None, 0, []
    for stop in stops(page, key):
        count += 1
        where = f"{stop['kind']} {stop['name']!r}"
        if not (stop["width"] and -1 <= stop["y"] < stop["bottom"] and -1 <= stop["x"] < stop["right"]):
            faults.append(f"off screen: {where}")
        if stop["covered"]:
            faults.append(f"covered by something else: {where}")
        if stop["article"]:
            # Back up, and not to the head of the next column.
            if previous and way * (stop["page"] - previous["page"]) < -40 and way * (stop["x"] - previous["x"]) < 40:
                faults.append(f"out of order: {where}")
            previous = stop
        looked[stop["kind"]] += 1
        if looked[stop["kind"]] <= 2 and not looks_focused(page, stop):
            faults.append(f"focus cannot be seen: {where}")
    return count, faults


def test_an_invisible_focus_is_found(reader):
    """The comparison itself works: what has no style of its own looks the same with and without focus."""
    page = reader("faq/")
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".plain, .plain:focus { all: initial !important; display: block !important }");
        document.adoptedStyleSheets = [sheet];
        const plain = Object.assign(document.createElement("div"), {className: "plain", tabIndex: 0, textContent: "plain"});
        document.querySelector("article").prepend(plain);
        plain.focus();
    }""")
    assert not looks_focused(page, page.evaluate(STOP))
