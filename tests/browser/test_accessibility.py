"""axe-core on every page, in both colour schemes, on a phone and on a desktop (WCAG 2.0 to 2.2, A and AA, and best
practices)."""

from __future__ import annotations

from importlib.resources import files

import pytest
from addresses import turn_about
from waiting import go

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a scheme can change; the rest of a page is the same in both, so that it is asked for in one of them.
COLOURS = ["color-contrast", "link-in-text-block"]
# Of the entries a template repeats, three of each make: axe would take minutes to say a hundred times the same.
SHORTEN = """() => {
  const met = {};
  for (const entry of document.querySelectorAll("main :is([class] > li, tbody > tr, .evidence-item, objection-letter)")) {
    const make = [...new Set([entry, ...entry.querySelectorAll("*")].map(part => part.tagName + part.className))].join();
    if ((met[make] = (met[make] ?? 0) + 1) > 3) entry.remove();
  }
}"""
RUN = """([type, values, within, off]) => axe.run(within ?? document, {runOnly: {type, values}, resultTypes: ["violations"],
    rules: Object.fromEntries([["label-content-name-mismatch", {enabled: type === "tag"}], ...off.map(rule => [rule, {enabled: false}])])})
    .then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 120))))"""
# The languages of a page share its template and styles. 404.html is what answers a wrong address.
PAGES, GROUPS = [*turn_about(), "404.html"], 3


def violations(page, colours_only: bool = False, within: str | None = None, colours: bool = True) -> list[str]:
    """What axe finds on `page` in the state it is in, or in the part of it that the selector `within` names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN,
                         [*(["rule", COLOURS] if colours_only else ["tag", RULES]), within, [] if colours else COLOURS])


@pytest.mark.engines
@pytest.mark.parametrize("group", range(GROUPS))
def test_no_violation(reader, engine, group):
    """French on a phone in light and on a desktop in the dark, English the other way round; in Firefox, light and turn
    about."""
    page, faults = reader("404.html"), []
    for turn, path in enumerate(PAGES[group::GROUPS]):
        go(page, path)
        page.evaluate(SHORTEN)
        for width in (320, 1280) if engine == "chromium" else (320, 1280)[turn % 2::2]:
            dark = engine == "chromium" and (width == 320) == path.startswith("en/")
            page.emulate_media(color_scheme="dark" if dark else "light")
            page.set_viewport_size({"width": width, "height": 800})
            faults += [f"{path or '/'} in {'dark' if dark else 'light'} at {width} px: {fault}"
                       for fault in violations(page, colours_only=dark)]
    assert not faults, "\n".join(faults)


def test_a_fault_is_found(reader):
    """The check itself works: a picture without a text alternative is reported, and in the shorter run in the dark a
    faint colour."""
    page = reader("faq/", color_scheme="dark")
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("article p { color: #444 !important }");
        document.adoptedStyleSheets = [sheet];
        document.querySelector("main").append(new Image());
    }""")
    page.evaluate(SHORTEN)
    assert any("color-contrast" in fault for fault in violations(page, colours_only=True))
    assert any("image-alt" in fault for fault in violations(page, within="main"))
