"""Every page on paper: no menus, addresses beside the links that leave, notes numbered, steps and rows whole, details open; and the guide as one file."""

from __future__ import annotations

import re

import pytest
from addresses import pages
from guide.publish.policy import single_file
from test_accessibility import violations

A4 = {"width": 672, "height": 980}  # what 18 and 16 mm of margin leave, in CSS pixels
HIDDEN = "nav, .skip, .search, .contents, .anchor, .page-nav, .tool, .menu, .notice, button"
SHOWN = """selector => [...document.querySelectorAll(selector)].filter(node => !node.closest(".cite, .evidence")
    && node.checkVisibility({visibilityProperty: true}))
    .map(node => node.outerHTML.slice(0, 90))"""
ADDRESS = """() => [...document.querySelectorAll("article a[rel~=external]")].filter(link =>
     !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")))
    .map(link => link.outerHTML.slice(0, 90))"""
LAYOUT = """() => [...document.querySelectorAll("body *")].filter(node => node.checkVisibility()).map(node => {
    const { display, float, gridTemplateColumns } = getComputedStyle(node);
    return [node.tagName, node.className + "", display, float, gridTemplateColumns.split(" ").length].join(" ");
})"""
SPLIT = """height => [...document.querySelectorAll(".step, tr, .menu-path, .region-card")]
    .filter(node => node.checkVisibility() && node.getBoundingClientRect().height < height && getComputedStyle(node).breakInside !== "avoid")
    .map(node => node.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("path", pages())
def test_on_paper(reader, path):
    page = reader(path, **A4)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(SHOWN, HIDDEN) == []
    assert page.evaluate(ADDRESS) == []
    assert page.evaluate(SPLIT, A4["height"]) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the paper"
    light = page.evaluate("getComputedStyle(document.body).color.match(/\\d+/g).slice(0, 3).every(part => part < 90)")
    assert light, "pale words on white paper"


@pytest.mark.parametrize("path", ["", "opt-out/web/", "404.html"])
def test_paper_is_laid_out_the_same_from_any_window(reader, path):
    """WebKit judges a width asked for on paper by the window: what is laid out for wide screens says so (`screen and`)."""
    page = reader(path, **A4)
    page.emulate_media(media="print")
    narrow = page.evaluate(LAYOUT)
    page.set_viewport_size({"width": 1280, "height": 980})
    assert set(page.evaluate(LAYOUT)) == set(narrow)


def test_notes_are_numbered(reader):
    page = reader("opt-out/web/", **A4)
    page.emulate_media(media="print")
    numbers = [text.strip() for text in page.locator(".evidence-number").all_inner_texts()]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)] and numbers
    assert page.locator(".evidence-item").first.is_visible()
    marks = {text.strip() for text in page.locator("article .cite button").all_inner_texts()}
    assert marks <= set(numbers)


def test_details_are_open(reader):
    page = reader("opt-out/follow-up/", **A4)
    page.emulate_media(media="print")
    closed = page.evaluate("""() => [...document.querySelectorAll("article details:not([open]) > :not(summary, form)")]
        .filter(node => !node.getBoundingClientRect().height).map(node => node.outerHTML.slice(0, 80))""")
    assert closed == []


def test_the_address_of_the_page_is_printed(reader):
    page = reader("en/faq/", **A4)
    assert page.locator(".on-paper").is_hidden()
    page.emulate_media(media="print")
    assert "/en/faq/" in page.locator(".on-paper").inner_text()


def test_a_guide_makes_pages_of_a4(reader):
    pdf = reader("opt-out/web/").pdf(format="A4", prefer_css_page_size=True)
    assert 1 < len(re.findall(rb"/Type\s*/Page\b", pdf)) < 20


@pytest.mark.parametrize("language, width", [("fr", 320), ("en", 1280)])
def test_the_guide_as_one_file(browser, site, language, width):
    """Opened from the disk, without a script: nothing asked, nothing said, nothing wrong; and it prints."""
    asked, said = [], []
    address = (site / single_file(language)).as_uri()
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    assert asked == [address] and said == []
    assert page.locator("h1").is_visible() and page.pdf(format="A4")[:4] == b"%PDF"
    context.close()
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)  # axe is a script
    page = context.new_page()
    dark = language == "en"  # the two languages share their styles
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.goto(address)
    assert violations(page, colours_only=dark) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
