"""The tools in WebKit: the checklist, letters, time limits, places, the filter of statements, what the device keeps."""

from __future__ import annotations

import json

import pytest

KEY = "opt-out/web#web-switch"
BOX = f"input[data-key='{KEY}']"
HELD = f"localStorage.setItem('guide:/:progress', JSON.stringify({{version: 1, done: {{'{KEY}': '2026-02-01'}}}}));"
CHOOSE = """const field = document.getElementById(arguments[0]);
    field.value = arguments[1];
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));"""
FOUND = "return [...document.querySelectorAll('.claim')].filter(claim => claim.checkVisibility()).map(claim => claim.id)"


@pytest.mark.parametrize("path, width", [("checklist/", 390), ("en/checklist/", 1280)])
def test_a_tick_is_kept_and_struck_through(reader, path, width):
    reader.visit(path, width)
    reader.press(f"{BOX} + label")
    assert reader.js(f"""return document.querySelector("{BOX}").checked
        && getComputedStyle(document.querySelector("{BOX} + label")).textDecorationLine === 'line-through'""")
    reader.go(path)
    assert reader.js(f"document.querySelector(\"{BOX}\").checked")
    assert json.loads(reader.js("localStorage['guide:/:progress']"))["done"].keys() == {KEY}


def test_the_list_is_saved_emptied_and_read_again(reader):
    reader.visit("en/checklist/", 1280)
    reader.press(f"{BOX} + label")
    reader.press("check-progress [value=save]")
    [name] = reader.wait_for("SAVED")
    assert json.loads(reader.saved(name))["done"].keys() == {KEY}
    reader.press("check-progress [value=reset]")
    assert not reader.js(f"document.querySelector(\"{BOX}\").checked")
    reader.write("input[type=file]", str(reader.folder / name))
    reader.until(f"return document.querySelector(\"{BOX}\").checked")


@pytest.mark.parametrize("path, name, width", [("letter/#letter-gdpr", "letter-gdpr", 390), ("en/letter/#letter-uk", "letter-uk", 1280),
                                               ("en/complaint/#follow-letter", "follow-letter", 390)])
def test_a_letter_is_filled_in_copied_and_drafted(reader, path, name, width):
    reader.visit(path, width)
    letter = f"objection-letter[data-name={name}]"
    if not reader.js("document.querySelector(arguments[0]).open", f"{letter} details"):
        reader.press(f"{letter} summary")
    reader.first(f"{letter} .letter-field :is(input[type=text], textarea)").send_keys("Camille Été")
    text = reader.until("return [document.querySelector(arguments[0]).textContent.trim()].find(text => text.includes('Camille Été'))", f"{letter} code")
    reader.press(f"{letter} button[value=save]")
    [saved] = reader.wait_for("SAVED")
    assert reader.saved(saved).decode().strip() == text
    assert reader.js("document.querySelector(arguments[0]).href", f"{letter} a[href^=mailto]").startswith("mailto:?subject=")
    reader.press(f"{letter} button[value=copy]")
    reader.until("return document.querySelector('.toast')?.textContent")
    assert reader.pasted().strip() == text


def test_a_letter_for_the_reader_s_place(reader):
    reader.visit("letter/", 390)
    assert not reader.seen("objection-letter[data-name=letter-switzerland]")
    reader.press("article li a[href$='#letter-switzerland']")
    reader.until("return document.activeElement.id === 'letter-switzerland'")
    assert reader.seen("objection-letter[data-name=letter-switzerland]")


@pytest.mark.parametrize("path, width", [("opt-out/follow-up/", 390), ("en/opt-out/follow-up/", 1280)])
def test_the_day_an_answer_is_due_and_its_calendar_file(reader, path, width):
    reader.visit(path, width)
    reader.js(CHOOSE + "return 1", "reply-sent", reader.js("new Date(Date.now() - 864e5).toISOString().slice(0, 10)"))
    reader.js(CHOOSE + "return 1", "reply-place", "fr")
    reader.press("reply-deadline [type=submit]")
    assert len(reader.until("return document.querySelector('.reply-date')?.textContent")) > 10
    reader.press(".reply-rest [data-title]")
    [name] = reader.wait_for("SAVED")
    assert name.endswith(".ics") and reader.saved(name).startswith(b"BEGIN:VCALENDAR\r\n")
    reader.press("recheck-reminder button")
    assert len(reader.wait_for("SAVED", 2)) == 2


@pytest.mark.parametrize("path, width", [("en/regions/", 390), ("regions/", 1280)])
def test_what_holds_in_a_place(reader, project, path, width):
    reader.visit(path, width)
    reader.write("#finder-place", "Belg")
    assert project.records.authorities["be"]["name"]["en" if path.startswith("en") else "fr"] in reader.js("document.querySelector('.finder-facts').innerText")


@pytest.mark.parametrize("path, width", [("rights/", 390), ("en/rights/", 1280)])
def test_the_authority_of_a_country(reader, project, path, width):
    reader.visit(path, width)
    reader.write("authority-finder select", "Belg")
    name = project.records.authorities["be"]["name"]["en" if path.startswith("en") else "fr"]
    assert name in reader.js("document.querySelector('authority-finder [role=status]').innerText")


@pytest.mark.parametrize("path, words, width", [("sources/", "messages groupe", 390), ("en/sources/", "GROUP messages", 1280)])
def test_statements_are_filtered(reader, path, words, width):
    reader.visit(path, width)
    everything = reader.js(FOUND)
    reader.write("claim-filter input", words)
    found = reader.js(FOUND)
    assert "group-messages-used" in found and len(found) < len(everything)
    reader.js("location.hash = 'private-messages-excluded'")
    reader.until("return document.getElementById('private-messages-excluded').checkVisibility()")
    assert reader.js(FOUND) == everything


def test_what_the_device_keeps_is_deleted_and_brought_back(reader):
    reader.visit("privacy/", 390, before=f"if (!sessionStorage.seeded) {{ sessionStorage.seeded = 1; {HELD} }}")
    reader.press("your-data [value=ask]")
    reader.press("your-data [value=erase]")
    assert reader.js("return localStorage['guide:/:progress'] ?? ''") == ""
    reader.press("your-data [value=undo]")
    assert KEY in reader.js("localStorage['guide:/:progress']")
