"""What Firefox alone can show: pages its memory gives back, letters twice as large by its own setting, its paper, the
guide as one file under its rules."""

from __future__ import annotations

import re
import zlib

import pytest
from addresses import turn_about
from engines import FIREFOX
from guide.publish.policy import single_file
from test_reflow import LOOK
from test_scheme import BACKGROUND
from waiting import go, until

pytestmark = pytest.mark.parametrize("engine", [FIREFOX])
# Firefox says so where scripts are read, and not to whoever drives it.
EMPTY = """const found = Document.prototype.getElementById;
Document.prototype.getElementById = function (name) { if (!name) console.warn("no name"); return found.call(this, name); };
addEventListener("pageshow", event => { window.kept = event.persisted; });"""
A4 = {"width": "21in", "height": "29.7in"}  # for Firefox, which wants centimetres, Playwright counts in inches
SHEETS = {"opt-out/web/": 4, "checklist/": 2, "en/handout/": 1, "kit/poster/": 1, "en/kit/flyers/": 1}


def back(page, path: str) -> None:
    """Press Back; the page at `path` comes as Firefox's memory kept it."""
    page.evaluate("void setTimeout(() => history.back())")
    until(page, "path => location.href.endsWith(path) && window.kept", arg=path)


def test_back_from_a_link_nothing_covers_the_page(reader):
    """Neither the menu that led away nor evidence; a name that is none is not looked for."""
    for path, opener, part, width in (("faq/", ".menu-open", "#menu", 390), ("en/sources/", ".menu-open", "#menu", 1280),
                                      ("en/faq/", ".cite button", ".evidence-item:popover-open", 768)):
        page = reader(path, width=width, script=EMPTY)
        page.evaluate("location.hash = 'content'")
        page.evaluate("void setTimeout(() => history.back())")
        until(page, "() => !location.hash")
        page.locator(opener).first.click()
        page.locator(f"{part} a").first.click()
        until(page, "path => !location.href.endsWith(path)", arg=path)
        back(page, path)
        assert page.evaluate("part => [...document.querySelectorAll(part)].every(one => !one.checkVisibility())", part), path


def test_ticked_elsewhere_and_back(reader):
    page = reader("checklist/", script=EMPTY)
    page.goto("en/opt-out/web/")
    page.locator("step-done input").first.check()
    back(page, "/checklist/")
    assert page.evaluate("document.querySelectorAll('check-list :checked').length") == 1


def test_letters_twice_as_large_by_the_reader_s_own_setting(reader):
    """On a small phone, the sheet to put up and evidence too: both were wider than the window, and marks stood out of it."""
    page, faults = reader("404.html", width=320, height=640, text_size="200%", locale="de-DE"), []
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 32
    for path in [*turn_about()[::3], "handout/"]:
        go(page, path)
        faults += [f"{path or '/'}{fault}" for fault in page.evaluate(LOOK, {"": ""})]
    assert not faults, "\n".join(faults)
    go(page, "data-used/")
    page.locator("article .cite button").first.evaluate("mark => mark.click()")
    box = page.locator(".evidence-item:popover-open").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320


def sheets(pdf: bytes) -> int:
    """The pages of a PDF whose objects may be packed in streams."""
    packed = re.findall(rb"/Type\s*/ObjStm.*?stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return sum(len(re.findall(rb"/Type\s*/Page\b", part)) for part in (pdf, *map(zlib.decompress, packed)))


def test_sheets_of_paper(reader):
    """No more than these."""
    page = reader("404.html")
    for path, most in SHEETS.items():
        go(page, path)
        assert 1 <= sheets(page.pdf(**A4)) <= most, path


@pytest.mark.parametrize("language, width", [("en", 320), ("fr", 1280)])
def test_the_guide_as_one_file_from_the_disk(reader, site, language, width):
    page = reader((site / single_file(language)).as_uri(), width=width, color_scheme="dark")
    assert page.url.startswith("file:///") and page.locator("h1").is_visible()
    page.locator("a[href^='#']:visible").nth(3).click()
    until(page, "() => document.querySelector(':target').getBoundingClientRect().top < innerHeight")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert max(map(int, re.findall(r"\d+", page.evaluate(BACKGROUND))[:3])) < 80, "dark where the device is"
