"""Following a guide in WebKit: arriving at a step, evidence beside its sentence, ticks, the end of a way, short addresses, statements."""

from __future__ import annotations

import pytest

ARRIVED = """const target = document.getElementById(arguments[0]), box = target.getBoundingClientRect();
    return document.activeElement === target && box.top >= 0 && box.bottom <= innerHeight
      && target.contains(document.elementFromPoint(box.x + 4, box.y + box.height / 2));"""
MARKS = "[...document.querySelectorAll('article .cite button')]"
# The first mark on whose line the window's top, middle or foot is after scrolling there is pressed; the panel and the
# words that led to it are whole in the window.
SHOW = f"""const mark = {MARKS}[arguments[0]];
    scrollBy({{ top: mark.getBoundingClientRect().top - arguments[1] * (innerHeight - 30), behavior: "instant" }});
    mark.click();"""
OPEN = f"""const mark = {MARKS}[arguments[0]], panel = document.querySelector(".evidence-item:popover-open"), words = document.createRange();
    if (!panel?.querySelector(".fact-sources")) return false;
    words.selectNodeContents(mark.parentNode.parentNode);
    words.setEndBefore(mark.parentNode);
    const line = [...words.getClientRects()].at(-1), box = panel.getBoundingClientRect();
    const inside = part => part.top >= -.5 && part.bottom <= innerHeight + .5 && part.left >= 0 && part.right <= innerWidth + .5;
    return inside(line) && inside(box) && box.height > 90 && (box.top >= line.bottom - 1 || box.bottom <= line.top + 1);"""
# Scrolled to its end inside, the last line of the panel is in it and nothing lies over it.
LAST = """const panel = document.querySelector(".evidence-item:popover-open"), words = document.createRange();
    panel.scrollTop = panel.scrollHeight;
    const texts = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT), lines = [];
    while (texts.nextNode()) {
      words.selectNodeContents(texts.currentNode);
      if (texts.currentNode.data.trim()) lines.push(...words.getClientRects());
    }
    const line = lines.sort((one, other) => one.bottom - other.bottom).at(-1);
    return panel.contains(document.elementFromPoint(line.x + 2, line.y + line.height / 2));"""


@pytest.mark.parametrize("path, step, width, height", [("opt-out/web/", "web-switch", 390, 844), ("en/opt-out/app/", "app-verify", 320, 640),
                                                       ("en/opt-out/web/", "web-find", 1280, 800), ("opt-out/follow-up/", "follow-deadlines", 1280, 800)])
def test_arriving_at_a_step(reader, path, step, width, height):
    reader.visit(f"{path}#{step}", width, height)
    reader.until(ARRIVED, step)
    assert reader.js("return getComputedStyle(document.getElementById(arguments[0])).backgroundImage !== 'none'", step), "marked"


def test_a_fold_opens_for_its_address(reader):
    reader.visit("en/opt-out/#what-it-does-not-stop", 390)
    reader.until("return document.getElementById('what-it-does-not-stop').closest('details').querySelector('li').checkVisibility()")


@pytest.mark.parametrize("y", [0, .5, 1])
@pytest.mark.parametrize("path, width, height", [("data-used/", 390, 844), ("en/data-used/", 768, 1024), ("data-used/", 1280, 800)])
def test_evidence_opens_whole_beside_its_sentence(reader, subtests, path, width, height, y):
    reader.visit(path, width, height)
    for index in (3, 12, 20):
        with subtests.test(index=index):
            reader.js(SHOW + "return 1", index, y)
            reader.until(OPEN, index)
            assert reader.js(LAST), "the last line is seen"
            reader.key("Escape")


def test_evidence_by_keyboard_and_its_citation_is_copied(reader):
    reader.visit("en/faq/", 1280)
    reader.js("document.querySelector('article .cite button').focus()")
    reader.key("Enter")
    statement = reader.until("return document.querySelector('.evidence-item:popover-open .evidence-statement')?.textContent")
    reader.press(".evidence-item:popover-open .evidence-claim button")
    reader.until("return document.querySelector('.toast')?.textContent")
    reader.key("Escape")
    assert reader.js("document.activeElement.matches('.cite button')")
    assert statement.rstrip(".").replace("\u00a0", " ") in reader.pasted().replace("\u00a0", " ")


def test_the_end_of_a_way_and_the_return(reader):
    """Ticked in French, found again in English; one tick less, and it is gone."""
    reader.visit("opt-out/app/", 390, 844)
    for key in ("open", "find", "switch", "verify"):
        assert not reader.seen(".done-said")
        reader.press(f"input[data-key='opt-out/app#app-{key}']")
    assert reader.seen(".done-said")
    reader.go("en/opt-out/app/")
    assert reader.js("document.querySelector('.done-said').innerText").startswith("You noted on")
    reader.press("way-done [value=text]")
    [line] = reader.wait_for("SAVED")
    assert reader.saved(line).decode().startswith("My own note")
    reader.press("input[data-key='opt-out/app#app-find']")
    assert not reader.seen(".done-said")


def test_a_reader_who_comes_back_from_the_setting_is_asked(reader):
    reader.visit("", 1280)
    reader.js("document.querySelector('main a.action[rel~=external]').addEventListener('click', event => event.preventDefault())")
    reader.press("main a.action[rel~=external]")
    reader.js("document.dispatchEvent(new Event('visibilitychange'))")
    assert reader.until("return document.querySelector('come-back [role=status]').textContent") and reader.seen("come-back")
    reader.press(".back-answers > button")
    assert "app-verify" in reader.js("localStorage['guide:/:progress']")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_short_address_leads_to_the_step(reader, width):
    reader.visit("go/web-switch/", width)
    reader.until("return location.pathname + location.hash === '/opt-out/web/#web-switch'")
    reader.until(ARRIVED, "web-switch")


def test_a_step_is_sent(reader):
    reader.visit("en/opt-out/web/", 390)
    reader.press("send-step [value=copy]")
    assert reader.until("return document.querySelector('.toast')?.textContent")
    assert "/go/web-" in reader.pasted()
    reader.press("send-step summary")
    reader.until("return [...document.querySelectorAll('send-step img')].some(picture => picture.complete && picture.naturalWidth)")


def test_what_is_said_when_copying_fails_has_the_width_of_the_phone(reader):
    reader.visit("en/opt-out/web/", 390, before="navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError') };")
    reader.press("send-step [value=copy]")
    assert reader.until("return document.querySelector('.toast')?.textContent && document.querySelector('.toast').getBoundingClientRect().width") > 300
    assert reader.seen("send-step .short-address")


@pytest.mark.parametrize("path, width", [("facts/private-messages-excluded/", 390), ("en/facts/private-messages-excluded/", 1280)])
def test_the_page_of_a_statement(reader, project, path, width):
    reader.visit(path, width)
    claim = project.records.claims["private-messages-excluded"]
    assert len(reader.js("document.querySelector('h1').innerText")) > 20
    assert reader.js("document.querySelectorAll('.fact-sources li').length") == len(claim["sources"])
    assert reader.js("document.documentElement.scrollWidth") == width
