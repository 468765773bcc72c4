"""A tour of every page with the Tab key alone (WCAG 2.1.1, 2.4.3, 2.4.7, 2.4.11).

axe does not see focus: every stop must be on screen, uncovered, in the order of the page, and look different from
before.
"""

from __future__ import annotations

import pytest
from addresses import turn_about
from waiting import go

# Notes each stop of the Tab key, once the page has scrolled to it, until the focus leaves the page or comes round.
NOTE = """() => {
  window.stops = [];
  window.ended = false;
  const placeOf = part => part && (({ x, y }) => [x, y])(part.getClientRects()[0] ?? part.getBoundingClientRect());
  window.stopHere = () => {
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    const box = here.getClientRects()[0] ?? here.getBoundingClientRect();
    const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const kind = here.tagName + "." + (here.className || here.parentElement.className || here.parentElement.tagName);
    return {here, kind, name: (here.getAttribute("aria-label") || here.textContent || here.id).trim().slice(0, 60),
            x: box.x, y: box.y, width: box.width, height: box.height, right: innerWidth, bottom: innerHeight,
            covered: !(top && (here === top || here.contains(top) || top.contains(here) || here.labels && [...here.labels].some(label => label.contains(top)))),
            before: here.closest("article") && placeOf(stops.findLast(stop => stop.article)?.here)?.map((part, axis) => part - placeOf(here)[axis]),
            article: !!here.closest("article")};
  };
  window.onkeyup = ({ key }) => {
    const stop = key === "Tab" && !ended && stopHere();
    if (stop && stop.here === stops.at(-1)?.here) return; // a field for a date has several places of its own
    if (!stop || stops.some(({ here }) => here === stop.here)) ended ||= key === "Tab";
    else stops.push(stop);
  };
}"""
STOPS = "() => stops.map(({ here, ...stop }) => stop)"
MANY = 24


def stops(page, key: str = "Tab") -> list[dict]:
    """Press Tab until the focus leaves the page, or MANY times; return what was focused at each stop."""
    page.evaluate(NOTE)
    for pressed in range(MANY):
        page.keyboard.press(key)
        if pressed % 8 == 7 and page.evaluate("ended"):
            break
    return page.evaluate(STOPS)


def looks_focused(page, stop) -> bool:
    """Whether the pixels around the focused element change when it loses the focus."""
    margin = 8
    clip = {"x": max(stop["x"] - margin, 0), "y": max(stop["y"] - margin, 0),
            "width": min(stop["width"] + 2 * margin, stop["right"]),
            "height": min(stop["height"] + 2 * margin, stop["bottom"])}
    with_focus = page.screenshot(clip=clip)
    page.evaluate("document.activeElement.blur()")
    return with_focus != page.screenshot(clip=clip)


@pytest.mark.parametrize("language, width", [("fr", 390), ("en", 1280)])
def test_every_stop_is_seen_and_in_order(reader, language, width):
    """Place and order for every stop or, on longer pages, for the first and last MANY; pixels are compared for the first of
    a kind at each width, which one style sheet draws on all pages."""
    paths = [path for path in turn_about() if path.startswith("en/") == (language == "en")]
    page, looked, faults = reader(paths[0], width=width), set[str](), []
    for path in paths:
        go(page, path)
        if path != paths[0]:  # the head and the foot are the same on all
            page.evaluate("document.getElementById('content').focus()")
        count, wrong = tour(page, "Tab", 1, looked)
        assert count >= 10, path
        if count == MANY:  # and up again from the last, to where it was left
            page.evaluate("place => [...document.querySelectorAll('footer a')].at(place).focus()", 0 if path != paths[0] else -1)
            wrong += tour(page, "Shift+Tab", -1, looked)[1]
        faults += [f"{path or '/'}: {fault}" for fault in wrong]
    assert not faults, "\n".join(faults)


def tour(page, key: str, way: int, looked: set[str]) -> tuple[int, list[str]]:
    """The number of stops of `key`, which goes down the page (way 1) or up (-1), and what is wrong with them."""
    faults, found = [], stops(page, key)
    for place, stop in enumerate(found):
        where = f"{stop['kind']} {stop['name']!r}"
        if not (stop["width"] and -1 <= stop["y"] < stop["bottom"] and -1 <= stop["x"] < stop["right"]):
            faults.append(f"off screen: {where}")
        if stop["covered"]:
            faults.append(f"covered by something else: {where}")
        # Back up from the stop before, as both lie now, and not to the head of the next column.
        if stop["before"] and way * stop["before"][1] > 40 and way * stop["before"][0] > -40:
            faults.append(f"out of order: {where}")
        if stop["kind"] not in looked:
            looked.add(stop["kind"])
            page.evaluate("place => stops[place].here.focus({focusVisible: true})", place)
            if not looks_focused(page, page.evaluate("stopHere()")):
                faults.append(f"focus cannot be seen: {where}")
    return len(found), faults


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
    page.evaluate(NOTE)
    assert not looks_focused(page, page.evaluate("stopHere()"))
