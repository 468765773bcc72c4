"""Sending a step: the address that is copied, shared and drawn opens that step in the recipient's language."""

from __future__ import annotations

import os
import re

import pytest
from guide.publish.redirects import steps
from storage import BLOCKED
from waiting import frames, go, until

GUIDES = {"fr": "opt-out/web/", "en": "en/opt-out/web/"}
SHORT = (os.environ.get("SITE_URL") or "https://guide.example/") + "go/web-switch/"
# A browser that can share: what it was given is kept for the test.
CAN_SHARE = "navigator.share = async (what) => { window.given = what }"


def sender(page, step: str = "web-switch"):
    return page.locator(".step", has=page.locator(f"[id='{step}']")).locator(".step-foot send-step")


def test_copy(reader, project):
    page = reader("opt-out/web/", permissions=["clipboard-read", "clipboard-write"])
    sender(page).locator("[value=copy]").click()
    until(page, "words => document.querySelector('.toast')?.textContent === words",
          arg=project.strings["fr"]["copy_link_done"])
    assert page.evaluate("navigator.clipboard.readText()") == SHORT
    assert page.locator(".toast").get_attribute("role") == "status"


@pytest.mark.engines
def test_copy_refused(reader, project):
    """The address is shown and chosen, so that the reader copies it by hand."""
    page = reader("en/opt-out/web/", width=390,
                  script="navigator.clipboard.writeText = async () => { throw new DOMException('no', "
                         "'NotAllowedError') }")
    sender(page).locator("[value=copy]").click()
    until(page, "words => document.querySelector('.toast')?.textContent === words",
          arg=project.strings["en"]["send_failed"])
    assert page.locator(".toast").bounding_box()["width"] > 300, "half a phone wide"
    assert sender(page).locator(".short-address").is_visible()
    assert page.evaluate("getSelection().toString()").strip() == SHORT.removeprefix("https://")


def test_share_where_the_browser_can(reader, project):
    """Who closes the browser's own window is told nothing; where sharing fails, the link is copied."""
    page = reader("en/opt-out/web/")
    assert sender(page).locator("[value=share]").is_visible() == page.evaluate("'share' in navigator")
    page = reader("opt-out/web/", script=CAN_SHARE, permissions=["clipboard-read", "clipboard-write"])
    share = sender(page).locator("[value=share]")
    share.click()
    given = page.evaluate("window.given")
    assert given["url"] == SHORT and given["title"] and given["title"] in page.locator("#web-switch").inner_text()
    page.evaluate("void (navigator.share = async () => { window.turnedDown = true; throw new DOMException('closed', "
                  "'AbortError') })")
    share.click()
    until(page, "window.turnedDown")
    frames(page)
    assert page.locator(".toast").count() == 0
    page.evaluate("void (navigator.share = async () => { throw new DOMException('no', 'DataError') })")
    share.click()
    until(page, "words => document.querySelector('.toast')?.textContent === words",
          arg=project.strings["fr"]["copy_link_done"])
    assert page.evaluate("navigator.clipboard.readText()") == SHORT


@pytest.mark.parametrize("language, scripts", [("fr", True), ("en", False)])
def test_code_and_address(reader, language, scripts):
    """The picture says what it is, and stays black on white in the dark. With scripts it is fetched only when it is
    looked at (without, browsers fetch every picture at once, lest a page follow what its readers look at)."""
    page = reader(GUIDES[language], java_script_enabled=scripts, color_scheme="dark")
    fetched = ("performance.getEntriesByType('resource').map(entry => entry.name).filter(name => "
               "name.endsWith('/code.svg')).map(name => name.split('/').at(-2))")
    assert not scripts or page.evaluate(fetched) == []
    sender(page).locator("summary").click()
    picture = sender(page).locator("img")
    picture.scroll_into_view_if_needed()
    if scripts:
        until(page, f"{fetched}.length")
        assert "web-switch" in page.evaluate(fetched)
    assert SHORT in picture.get_attribute("alt") and picture.is_visible()
    assert sender(page).locator(".short-address").is_visible()
    assert sender(page).locator("[value=copy]").is_visible() == scripts
    if scripts:
        # A longer address has a larger code: as many squares as its drawing says.
        size = int(re.findall(r'viewBox="0 0 (\d+)',
                              page.request.get(picture.evaluate("picture => picture.src")).text())[0])
        assert picture.evaluate("""async (picture, size) => {
            await picture.decode();
            const canvas = Object.assign(document.createElement("canvas"), {width: size, height: size});
            const pen = canvas.getContext("2d", {willReadFrequently: true});
            pen.drawImage(picture, 0, 0, size, size);
            return [...pen.getImageData(0, 0, 1, 1).data, ...pen.getImageData(4, 4, 1, 1).data];
        }""", size) == [255, 255, 255, 255, 0, 0, 0, 255]


@pytest.mark.engines
def test_by_keyboard_with_storage_refused(reader):
    page = reader("en/opt-out/web/", width=320, script=BLOCKED, permissions=["clipboard-read", "clipboard-write"])
    sender(page).locator("[value=copy]").focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.toast')?.textContent")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert sender(page).locator("img").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "short-address"


def test_names_say_which_step(reader):
    """A list of the page's buttons, as a screen reader shows it, holds no name twice; what is seen is in the name."""
    page = reader("404.html", script=CAN_SHARE)
    for path in GUIDES.values():
        go(page, path)
        controls = page.eval_on_selector_all("send-step :is(button, summary)",
                                             "all => all.map(one => [one.ariaLabel, one.textContent.trim()])")
        assert len({name for name, _ in controls}) == len(controls) == 15, path  # four steps, and the end
        assert all(name.startswith(seen) for name, seen in controls), path


@pytest.mark.engines
def test_a_short_address_opens_the_step_in_the_readers_language(reader):
    """In the first of them that the guide has."""
    for languages, path in ((["en-US"], "en/opt-out/web/"), (["de-DE"], "en/opt-out/web/"), (["de", "FR-fr", "en"], "opt-out/web/")):
        script = (f"Object.defineProperty(navigator, 'languages', {{get: () => {languages}}})" if len(languages) > 1
                  else "")
        page = reader("go/web-switch/", locale=languages[0], script=script)
        page.wait_for_url(re.compile(rf"^[^/]*//[^/]*/{path}#web-switch$"))
        until(page, "document.activeElement.id === 'web-switch'")
        assert page.evaluate("history.length") == 1 or "go/" not in page.evaluate("document.referrer"), languages


def test_a_short_address_without_scripts(reader):
    """Both links, each in its language, and each leads to the step."""
    page = reader("go/web-switch/", width=320, java_script_enabled=False)
    for language, path in GUIDES.items():
        link = page.locator(f"a.action[hreflang={language}]")
        assert link.is_visible() and link.evaluate("link => link.closest('[lang]').lang") == language
        assert link.evaluate("link => link.href").endswith(f"{path}#web-switch")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_short_address_of_each_guide_arrives(reader, project):
    page, last = reader("go/web-open/", locale="en-GB"), {step.page: step for step in steps(project).values()}
    for step in last.values():
        page.goto(f"go/{step.id}/")
        until(page, "id => document.activeElement.id === id", arg=step.id)
        assert "/en/" in page.url
