"""The end of a way: told once its steps are ticked, kept by whoever wants, and gone when one is unticked."""

from __future__ import annotations

import json
import re

import pytest
from engines import saved
from storage import BLOCKED, holding
from test_accessibility import violations
from test_check_list import SHIFTS
from waiting import go, settle, until

KEYS = {way: [f"opt-out/{way}#{way}-{step}" for step in ("open", "find", "switch", "verify")] for way in ("web", "app")}
DONE = holding(json.dumps({"version": 1, "done": {**dict.fromkeys(KEYS["app"][:3], True), KEYS["app"][3]: "2026-11-28"}}),
               "guide:/:progress")
SAID = {"fr": "Vous avez noté le 28 novembre 2026 que l’interrupteur est désactivé.",
        "en": "You noted on 28 November 2026 that the switch is off."}
MINE = {"fr": "J’ai noté le 28 novembre 2026 que l’interrupteur est désactivé.",
        "en": "I noted on 28 November 2026 that the switch is off."}
NEXT = {"fr": "28 mai 2027", "en": "28 May 2027"}
HEAD = {"fr": "Ma propre note : elle ne vient pas de LinkedIn ; ce site n’a pas vu mon compte.",
        "en": "My own note: not issued by LinkedIn; this site has not seen your account."}
PATHS = {"fr": "opt-out/app/", "en": "en/opt-out/app/"}


def plain(text: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", text)


@pytest.mark.engines
def test_told_at_the_last_tick_and_taken_back(reader, subtests):
    for way, script, told in (("web", "", "You noted on"), ("app", BLOCKED, "Your browser prevents")):
        page = reader(f"en/opt-out/{way}/", script=f"{script};{SHIFTS}")
        boxes = page.locator("step-done input")
        for box in [*boxes.all()[1:], boxes.first]:
            assert page.locator(".done-said").is_hidden()
            box.check()
        with subtests.test(way):
            assert page.locator(".done-said").is_visible() and page.evaluate("document.activeElement.dataset.key") == KEYS[way][0]
            until(page, "words => document.querySelector('.toast').textContent.startsWith(words)", told)
            boxes.nth(1).uncheck()
            assert page.locator(".done-said").is_hidden()
            assert page.evaluate("shifts") == []


def test_the_last_step_alone_leads_to_the_end_in_one_press(reader):
    page = reader("en/opt-out/app/")
    assert page.locator(".done-rest").is_hidden()
    page.locator("step-done input").last.check()
    page.locator(".done-rest").click()
    assert page.locator(".done-said").is_visible() and page.locator(".done-rest").is_hidden()
    assert page.locator("step-done input:checked").count() == 4 and page.evaluate("document.activeElement.localName") == "way-done"


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.engines(language="fr")
def test_what_a_reader_can_keep_and_send(reader, language):
    page = reader(PATHS[language], width=390, height=844, script=DONE)
    panel = page.locator("way-done")
    assert plain(panel.locator(".done-said").inner_text()) == SAID[language] and NEXT[language] in plain(panel.inner_text())
    assert page.locator(".toast").count() == 0, "it is not news to whoever comes back"
    group = panel.locator("[role=group]")
    assert group.get_attribute("aria-label") == group.locator("p").inner_text() and group.locator("button").count() == 2
    files = {value: saved(page, panel.locator(f"[value={value}]").click) for value in ("text", "image", "calendar")}
    assert files["text"][0].endswith(".txt") and files["image"][0].endswith(".png") and files["calendar"][0].endswith(".ics")
    note = plain(files["text"][1].decode()).split("\n\n")
    assert note[:2] == [HEAD[language], MINE[language]] and page.url in note[2]
    assert not re.search("receipt|proof|attest|reçu|preuve", " ".join(note), re.I)
    assert files["image"][1].startswith(b"\x89PNG") and len(files["image"][1]) > 5000
    assert b"DTSTART;VALUE=DATE:20270528" in files["calendar"][1] and b"/follow-up/#follow-recheck" in files["calendar"][1]
    panel.locator("summary").click()
    assert "go/app-open/" in panel.locator(".short-address").inner_text() or page.locator("way-done .send-code img").is_visible()
    links = panel.locator(".done-more a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert links == ["../objection-form/", "../clean-up/", "../../kit/"]


@pytest.mark.engines
def test_the_other_tab_the_other_language_and_after_a_reload(reader):
    page = reader("opt-out/app/", script=DONE)
    go(page, "en/opt-out/app/")
    page.reload()
    settle(page)
    assert page.locator("way-done").is_visible()
    other = page.context.new_page()
    other.goto(page.url.replace("en/opt-out/app", "checklist"))
    settle(other)
    other.locator(f'input[data-key="{KEYS["app"][0]}"]').uncheck()
    until(page, "'partly' in document.querySelector('way-done').dataset")


def test_small_dark_and_on_paper(reader):
    page = reader("opt-out/app/", width=320, script=DONE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, colours_only=scheme == "dark", within="way-done") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    assert page.locator(".done-said").is_visible() and page.locator("way-done :is(button, a):visible").count() == 0
    page = reader("opt-out/app/", java_script_enabled=False)
    assert page.locator("way-done, come-back, step-bar").locator("visible=true").count() == 0
