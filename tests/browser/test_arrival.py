"""Arriving at `#step`: the target is on screen, focused and marked; a name the page does not have is answered with a way on."""

from __future__ import annotations

import pytest
from guide.publish.go import steps
from storage import BLOCKED
from test_accessibility import violations
from waiting import until

PREFIX = {"fr": "", "en": "en/"}
SEEN = """id => {
  const target = document.getElementById(id), box = target.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + 4, box.y + box.height / 2);
  return {focused: document.activeElement === target, top: box.top, bottom: box.bottom, height: innerHeight, covered: !target.contains(top),
          marked: target.matches(":target") && getComputedStyle(target).backgroundImage !== "none", name: target.innerText.trim()};
}"""


@pytest.mark.parametrize("language, width, motion",
                         [("fr", 320, "reduce"), ("en", 1280, "reduce"), ("en", 320, "no-preference"), ("fr", 1280, "no-preference")])
def test_cold_deep_link_to_every_step(reader, project, language, width, motion):
    """Visible, uncovered, focused (which is what a screen reader then says) and marked; every step in every language, on a phone
    or a desktop, and every sixth again on the other, with its scrolling animated."""
    page = reader(PREFIX[language], width=width, reduced_motion=motion)
    root = page.url
    every = steps(project).values()
    for step in every if motion == "reduce" else list(every)[::6]:
        page.goto("about:blank")
        page.goto(f"{root}{step.page.removesuffix('.md')}/#{step.id}")
        until(page, "id => document.activeElement.id === id", arg=step.id)
        until(page, "id => { const y = document.getElementById(id).getBoundingClientRect().y; return y >= 0 && y < innerHeight / 2 }", arg=step.id)
        seen = page.evaluate(SEEN, step.id)
        assert seen["focused"] and seen["marked"] and not seen["covered"] and seen["name"], step.id
        assert 0 <= seen["top"] < seen["bottom"] <= seen["height"], step.id


@pytest.mark.parametrize("language", PREFIX)
def test_from_a_link_of_the_page_and_from_the_checklist(reader, language):
    page = reader(PREFIX[language] + "opt-out/web/", width=320, reduced_motion="reduce")
    page.evaluate("location.hash = 'web-verify'")
    until(page, "document.activeElement.id === 'web-verify'")
    page.goto(page.url.split("opt-out")[0] + "checklist/")
    page.locator("a[href$='#web-verify']").first.click()
    page.wait_for_url("**/opt-out/web/#web-verify")
    until(page, "document.activeElement.id === 'web-verify'")


@pytest.mark.parametrize("scripts", [BLOCKED, ""])
def test_what_is_folded_opens(reader, scripts):
    page = reader("en/opt-out/web/", script=scripts, reduced_motion="reduce")
    page.evaluate("""() => {
      const outer = document.createElement("details"), inner = document.createElement("details"), words = document.createElement("p");
      words.id = "folded"; words.textContent = "Here"; inner.append(words); outer.append(inner); document.querySelector("article").append(outer);
      location.hash = "folded";
    }""")
    until(page, "document.activeElement.id === 'folded'")
    assert page.locator("#folded").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", PREFIX)
def test_a_place_that_does_not_exist(reader, project, language, width):
    """Said once, in a status; the page's contents and the guides are one link away; the message can be closed."""
    page = reader(PREFIX[language] + "opt-out/web/#web-nowhere", width=width, reduced_motion="reduce")
    words = project.strings[language]("lost_message", id="web-nowhere")
    until(page, "words => document.querySelector('.lost [role=status]').textContent === words", arg=words)
    assert page.locator(".lost").is_visible() and violations(page, within=".lost") == []
    assert page.locator(".lost a[href$='opt-out/'], .lost a[href='../']").count() == 1
    page.locator(".lost a[href='#contents-title']").click()
    until(page, "document.activeElement.id === 'contents-title'")
    assert page.locator(".lost").is_hidden()
    page.evaluate("location.hash = 'again'")
    until(page, "document.querySelector('.lost [role=status]').textContent.includes('again')")
    page.locator(".lost button").press("Enter")
    assert page.locator(".lost").is_hidden() and page.evaluate("document.activeElement.id") == "content"
    assert page.evaluate("getComputedStyle(document.activeElement).boxShadow") == "none", "a ring round the whole page"


@pytest.mark.parametrize("fragment", ["%", "%E0%A4", "<b>x</b>", "a b", "'\"", "x" * 3000, "$&", "🙂"])
def test_strange_names_throw_nothing_and_write_no_markup(reader, fragment):
    page = reader("en/opt-out/web/#" + fragment, reduced_motion="reduce")
    until(page, "document.querySelector('.lost [role=status]').textContent")
    assert page.locator(".lost [role=status] *").count() == 0 and len(page.locator(".lost p").inner_text()) < 260


@pytest.mark.parametrize("fragment", ["", "#", "#top", "#content", "#web-open"])
def test_places_that_exist_are_no_news(reader, fragment):
    page = reader("en/opt-out/web/" + fragment, reduced_motion="reduce")
    page.wait_for_timeout(200)
    assert page.locator(".lost").is_hidden()


@pytest.mark.parametrize("path", ["", "en/", "privacy/", "en/faq/"])
def test_on_every_kind_of_page(reader, path):
    page = reader(path + "#nowhere", reduced_motion="reduce")
    until(page, "document.querySelector('.lost [role=status]').textContent")
    for link in page.eval_on_selector_all(".lost a", "links => links.map(link => link.getAttribute('href'))"):
        assert not link.startswith("#") or page.locator(link).count() == 1


def test_without_scripts(reader):
    """The browser itself goes there; no message that only a script can fill is shown."""
    page = reader("en/opt-out/web/#web-verify", java_script_enabled=False)
    for _ in range(30):  # no script can tell when the browser has finished scrolling
        if 0 <= page.locator("#web-verify").bounding_box()["y"] < 400:
            break
        page.wait_for_timeout(100)
    assert 0 <= page.locator("#web-verify").bounding_box()["y"] < 400
    assert page.locator(".lost").is_hidden()
