"""WebKit without scripts, without storage, with larger text, on paper, from the disk; and what axe-core finds in it. Colours cannot be forced there."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from importlib.resources import files

import pytest
from guide.publish.policy import single_file

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError') } });"
WIDTH = "document.documentElement.scrollWidth"
DEAD = """return [...document.querySelectorAll("button, select, textarea")].filter(control => control.checkVisibility({visibilityProperty: true})
    && !control.hasAttribute("popovertarget")).map(control => control.outerHTML.slice(0, 100))"""


def unpacked(pdf: bytes) -> bytes:
    """All that a PDF holds, its pages among it."""
    parts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
        with suppress(zlib.error):
            parts.append(zlib.decompress(stream))
    return b"".join(parts)


def printed(reader, path: str, width: int) -> bytes:
    reader.visit(path, width)
    printed = len(reader.wait_for("PRINTED", 0))
    reader.order("paper", "page.pdf")
    reader.wait_for("PRINTED", printed + 1)
    return unpacked(reader.saved("page.pdf"))


@pytest.mark.parametrize("path, fold", [("opt-out/app/", "app-screen-differs"), ("en/opt-out/", "what-it-does-not-stop"), ("letter/", "letter-gdpr")])
def test_without_scripts_everything_reads(reader, path, fold):
    """What is folded is open or opens by its heading; nothing that needs a script is on screen."""
    reader.order("scripts", "off")
    reader.driver.set_window_size(390, 844)
    reader.go(path)
    assert not reader.js("'js' in document.documentElement.dataset") and not reader.js(DEAD)
    assert reader.js("""return [...document.getElementById(arguments[0]).closest("details").querySelectorAll("li, pre")]
        .some(part => part.checkVisibility())""", fold)
    reader.press(".menu-open")
    assert reader.seen("#menu a")


def test_without_scripts_evidence_leads_to_its_record(reader):
    reader.order("scripts", "off")
    reader.driver.set_window_size(1280, 800)
    reader.go("en/faq/")
    reader.press(".cite button")
    reader.press(".evidence-item:popover-open .evidence-more")
    reader.until("return location.pathname.startsWith('/en/facts/')")


@pytest.mark.parametrize("path", ["checklist/", "en/opt-out/app/", "en/letter/", "sources/"])
def test_without_storage(reader, path):
    reader.visit(path, 390, before=BLOCKED)
    assert reader.seen("h1") and not reader.js("document.querySelectorAll(':not(:defined)').length")
    box = reader.js("document.querySelector('main input[data-key]')")
    if box:
        reader.press("main input[data-key]")
        assert reader.js("document.querySelector('main input[data-key]').checked")
    reader.press("[popovertarget=scheme]")
    reader.press("#scheme input[value=dark]")
    assert reader.js("document.documentElement.dataset.scheme") == "dark"


@pytest.mark.parametrize("path", ["opt-out/clean-up/", "en/minors/", "data-used/", "en/opt-out/no-account/", "en/letter/",
                                  "", "sources/", "opt-out/follow-up/", "faq/"])
def test_text_at_200_percent(reader, path):
    """No page dies, as one did of pretty lines, and none is wider than the window: a list was, of the choice it showed."""
    reader.visit("404.html", 320, 640)
    reader.order("zoom", "2")
    for width in (320, 390):
        reader.driver.set_window_size(width, 844)
        reader.go(path)
        assert reader.js("parseFloat(getComputedStyle(document.body).fontSize)") > 30
        assert reader.js(WIDTH) <= width
    if reader.seen(".cite button"):
        reader.press(".cite button")
        assert reader.until("return document.querySelector('.evidence-item:popover-open')?.getBoundingClientRect().right") <= 390


@pytest.mark.parametrize("path", ["", "en/", "opt-out/", "en/faq/", "checklist/", "en/letter/", "rights/", "en/timeline/",
                                  "en/facts/private-messages-excluded/", "en/kit/", "complaint/", "404.html"])
def test_no_page_is_wider_than_a_small_phone_and_axe_finds_nothing(reader, path):
    reader.visit(path, 320, 640)
    assert reader.js(WIDTH) == 320
    reader.driver.execute_script(AXE)
    found = reader.driver.execute_async_script("""axe.run(document, { resultTypes: ["violations"] })
        .then(({ violations }) => arguments[0](violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 120)))))""")
    assert not found


def test_the_title_is_underlined(reader):
    """A thickness and a colour in one shorthand with the line left no line."""
    reader.visit("", 1280)
    assert reader.js("getComputedStyle(document.querySelector('.first-screen h1 em')).textDecorationLine") == "underline"


def test_no_punctuation_hangs(reader):
    """It took the space before a bracket away: "2025(en vigueur)"."""
    reader.visit("timeline/", 390)
    assert reader.js("getComputedStyle(document.querySelector('main li')).hangingPunctuation") == "none"


@pytest.mark.parametrize("path", ["", "opt-out/web/"])
def test_paper_is_the_same_from_any_window(reader, path):
    """On paper a layout for wide windows drew more, or less; a line that breaks elsewhere is no matter."""
    assert len(printed(reader, path, 1280)) == pytest.approx(len(printed(reader, path, 390)), rel=.03)


@pytest.mark.parametrize("path", ["handout/", "en/handout/"])
def test_the_sheet_to_put_up_is_one_sheet(reader, path):
    assert len(re.findall(rb"/Type\s*/Page\b", printed(reader, path, 1280))) == 1


@pytest.mark.parametrize("path", ["opt-out/web/", "en/"])
def test_pictures_are_on_paper_that_were_not_scrolled_to(reader, path):
    printed(reader, path, 1280)
    assert reader.js("return document.images.length && ![...document.images].some(picture => !picture.naturalWidth)")


@pytest.mark.parametrize("language, width", [("fr", 390), ("en", 1280)])
def test_the_guide_as_one_file(reader, site, language, width):
    reader.driver.set_window_size(width, 800)
    reader.driver.get((site / single_file(language)).as_uri())
    assert reader.seen("h1") and reader.js(WIDTH) <= width
    assert reader.js("document.body.innerText.length") > 50_000
