"""Arriving at `#step`: the target is on screen, focused and marked; a name the page does not have is answered with a
way on."""

from __future__ import annotations

import pytest
from guide.publish.redirects import steps
from storage import BLOCKED
from test_accessibility import violations
from waiting import go, until

PREFIX = {"fr": "", "en": "en/"}
SEEN = """id => {
  const target = document.getElementById(id), box = target.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + 4, box.y + box.height / 2);
  return {focused: document.activeElement === target, top: box.top, bottom: box.bottom, height: innerHeight, covered: !target.contains(top),
          marked: target.matches(":target") && getComputedStyle(target).backgroundImage !== "none", name: target.innerText.trim()};
}"""
LOST = "document.querySelector('.lost [role=status]').textContent"


@pytest.mark.parametrize("language, width", [("fr", 320), ("en", 1280)])
@pytest.mark.engines(language="fr")
def test_cold_deep_link_to_every_step(reader, project, engine, language, width):
    """Visible, uncovered, focused (which is what a screen reader then says) and marked: every other step on a phone,
    the others on a desktop, and every sixth with its scrolling animated. In Firefox, four."""
    page, every = reader("404.html", width=width), sorted(steps(project).values(), key=lambda step: step.id.rpartition("-")[2])
    for step in every[language == "en"::2 if engine == "chromium" else 6]:
        page.emulate_media(reduced_motion="no-preference" if step in every[::6] + every[1::6] else "reduce")
        go(page, f"{PREFIX[language]}{step.page.removesuffix('.md')}/#{step.id}")
        until(page, "id => { const { id: focused } = document.activeElement, { y } = document.getElementById(id).getBoundingClientRect(); "
                    "return focused === id && y >= 0 && y < innerHeight / 2 }", arg=step.id)
        seen = page.evaluate(SEEN, step.id)
        assert seen["focused"] and seen["marked"] and not seen["covered"] and seen["name"], step.id
        assert 0 <= seen["top"] < seen["bottom"] <= seen["height"], step.id


@pytest.mark.engines
def test_from_a_link_of_the_page_and_from_the_checklist(reader):
    page = reader("opt-out/web/", width=320)
    page.evaluate("location.hash = 'web-verify'")
    until(page, "document.activeElement.id === 'web-verify'")
    page.goto("checklist/")
    page.locator("a[href$='#web-verify']").first.click()
    page.wait_for_url("**/opt-out/web/#web-verify")
    until(page, "document.activeElement.id === 'web-verify'")


def test_what_is_folded_opens(reader):
    """Whatever the browser keeps."""
    page = reader("en/opt-out/web/", script=BLOCKED)
    page.evaluate("""() => {
      const outer = document.createElement("details"), inner = document.createElement("details"), words = document.createElement("p");
      words.id = "folded"; words.textContent = "Here"; inner.append(words); outer.append(inner); document.querySelector("article").append(outer);
      location.hash = "folded";
    }""")
    until(page, "document.activeElement.id === 'folded'")
    assert page.locator("#folded").is_visible()


@pytest.mark.parametrize("language, width", [("fr", 1280), ("en", 320)])
@pytest.mark.engines(language="en")
def test_a_place_that_does_not_exist(reader, project, language, width):
    """Said once, in a status; the page's contents and the guides are one link away; the message can be closed."""
    page = reader(PREFIX[language] + "opt-out/web/#web-nowhere", width=width)
    words = project.strings[language]("lost_message", id="web-nowhere")
    until(page, f"words => {LOST} === words", arg=words)
    assert page.locator(".lost").is_visible() and violations(page, within=".lost") == []
    assert page.locator(".lost a[href$='opt-out/'], .lost a[href='../']").count() == 1
    page.locator(".lost a[href='#contents']").click()
    until(page, "document.activeElement.id === 'contents'")
    assert page.locator(".lost").is_hidden()
    page.evaluate("location.hash = 'again'")
    until(page, f"{LOST}.includes('again')")
    page.locator(".lost button").press("Enter")
    assert page.locator(".lost").is_hidden() and page.evaluate("document.activeElement.id") == "content"
    assert page.evaluate("getComputedStyle(document.activeElement).boxShadow") == "none", "a ring round the whole page"


def test_strange_names_throw_nothing_and_write_no_markup(reader):
    page = reader("404.html")
    for turn, fragment in enumerate(("%", "%E0%A4", "<b>x</b>", "a b", "'\"", "x" * 3000, "$&", "🙂")):
        if turn % 4:
            page.evaluate("name => { document.querySelector('.lost p').textContent = ''; location.hash = name }", fragment)
        else:
            go(page, "en/opt-out/web/#" + fragment)
        until(page, LOST)
        assert (page.locator(".lost [role=status] *").count() == 0
                and len(page.locator(".lost p").inner_text()) < 260), fragment


def test_places_that_exist_are_no_news(reader):
    page = reader("404.html")
    for fragment in ("", "#", "#top", "#content", "#web-open"):
        go(page, "en/opt-out/web/" + fragment)
        assert page.locator(".lost").is_hidden(), fragment
    page.evaluate("location.hash = 'nowhere'")
    page.locator(".lost").wait_for()
    page.evaluate("location.hash = 'web-open'")
    page.locator(".lost").wait_for(state="hidden")


def test_on_every_kind_of_page(reader):
    page = reader("404.html")
    for path in ("", "en/", "privacy/", "en/faq/"):
        go(page, path + "#nowhere")
        until(page, LOST)
        for link in page.eval_on_selector_all(".lost a", "links => links.map(link => link.getAttribute('href'))"):
            assert not link.startswith("#") or page.locator(link).count() == 1, (path, link)


@pytest.mark.engines
def test_without_scripts(reader):
    """The browser itself goes there; no message that only a script can fill is shown."""
    page = reader("en/opt-out/web/#web-verify", java_script_enabled=False)
    until(page, "() => { const { top } = document.getElementById('web-verify').getBoundingClientRect(); return top >= "
                "0 && top < 400; }")
    assert page.locator(".lost").is_hidden()
