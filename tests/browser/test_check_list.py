"""The checklist and "done" at the steps: one memory for both languages, every page and every tab, and honest where
there is none."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from engines import saved
from guide.publish.redirects import steps
from storage import BLOCKED, FULL, done, holding, kept
from test_accessibility import violations
from waiting import go, settle, until

LISTS = {"fr": "checklist/", "en": "en/checklist/"}
GUIDES = {"fr": "opt-out/web/", "en": "en/opt-out/web/"}
KEY = "opt-out/web#web-switch"
BOX = f'input[data-key="{KEY}"]'
SOME = json.dumps({"version": 1, "done": {KEY: "2026-02-01", "opt-out/app#app-open": True}})
TODAY = re.compile(r"^\d{4}-\d\d-\d\d$")
SHIFTS = """window.shifts = []; new PerformanceObserver(list => { for (const { hadRecentInput, value, sources } of list.getEntries())
    if (!hadRecentInput && value >= .0005) shifts.push(value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "")) })
    .observe({type: "layout-shift", buffered: true})"""


def progress(page) -> tuple[int, int]:
    """How many boxes of the page are ticked, and how many there are; its head must say how many of the chosen way."""
    value, most = page.evaluate("(bar => [bar.value, bar.max])(document.querySelector('progress'))")
    words = page.locator(".check-done").inner_text()
    assert [int(number) for number in re.findall(r"\d+", words)] == ([value, most] if value else [most]), words
    boxes = page.locator("check-list input")
    return page.locator("check-list input:checked").count(), boxes.count()


def report(page) -> str:
    return page.locator(".check-said").inner_text()


@pytest.mark.engines
def test_a_tick_is_kept_with_its_day_and_shared_with_the_guide_and_the_other_language(reader):
    page = reader("checklist/")
    assert progress(page) == (0, page.locator("check-list input").count())
    page.locator("label", has=page.locator(f"xpath=../input[@data-key='{KEY}']")).first.click()
    assert progress(page)[0] == 1 and TODAY.match(done(page)[KEY])
    page.reload()
    settle(page)
    assert page.locator(BOX).is_checked() and progress(page)[0] == 1
    day = datetime.date.fromisoformat(done(page)[KEY])
    for language in LISTS:
        go(page, GUIDES[language])
        assert page.locator(BOX).is_checked()
        shown = page.locator("step-done", has=page.locator(BOX)).inner_text()
        assert f"{day.day}" in shown and str(day.year) in shown
        page.locator(BOX).uncheck()
        go(page, LISTS[language])
        assert not page.locator(BOX).is_checked() and progress(page)[0] == 0
        page.locator(BOX).check()


def test_every_item_has_a_step_and_every_step_an_item_in_both_languages(reader, project):
    wanted = {f"{step.page.removesuffix('.md')}#{step.id}" for step in steps(project).values()}
    page = reader("404.html")
    for path in LISTS.values():
        go(page, path)
        keys = page.eval_on_selector_all("check-list input", "boxes => boxes.map(box => box.dataset.key)")
        assert len(keys) == len(set(keys)) and set(keys) == wanted, path


def test_the_date_is_written_as_the_language_writes_it(reader):
    page = reader("opt-out/web/", script=holding(SOME))
    assert page.locator("step-done", has_text="1er février 2026").count() == 1
    go(page, "en/opt-out/web/")
    assert page.locator("step-done", has_text="1 February 2026").count() == 1


def test_two_tabs_at_once(reader):
    """Ticks given in either are in both, and neither undoes the other's."""
    first = reader("checklist/")
    second = first.context.new_page()
    second.goto(first.url.replace("checklist/", "en/opt-out/web/"))
    settle(second)
    first.locator(BOX).check()
    until(second, "box => document.querySelector(box).checked", arg=BOX)
    second.locator('input[data-key="opt-out/web#web-open"]').check()
    until(first, "document.querySelectorAll('check-list :checked').length === 2")
    assert done(first).keys() == {KEY, "opt-out/web#web-open"}
    second.evaluate("localStorage.clear()")
    until(first, "document.querySelector('progress').value === 0")


def test_a_tab_that_heard_nothing_still_loses_nothing(reader):
    """What counts when a tick is written is what the browser holds then, not what the page showed."""
    page = reader("checklist/")
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", ["guide:/:progress", SOME])
    page.locator('input[data-key="opt-out/web#web-open"]').check()
    assert done(page).keys() == {KEY, "opt-out/app#app-open", "opt-out/web#web-open"}


def test_reset_and_undo(reader):
    page = reader("en/checklist/", script=holding(SOME))
    page.locator("[value=reset]").click()
    assert progress(page)[0] == 0 and done(page) == {} and report(page)
    page.locator('input[data-key="opt-out/web#web-open"]').check()
    page.locator("[value=undo]").click()
    assert done(page).keys() == {KEY, "opt-out/app#app-open",
                                 "opt-out/web#web-open"} and done(page)[KEY] == "2026-02-01"
    assert page.locator("[value=undo]").is_hidden() and page.evaluate("document.activeElement.value") == "reset"


@pytest.mark.engines
def test_export_then_import_elsewhere(reader):
    page = reader("checklist/", script=holding(SOME))
    name, data = saved(page, page.locator("[value=save]").click)
    assert re.fullmatch(r"dire-non-liste-\d{4}-\d\d-\d\d\.json", name)
    assert json.loads(data) == json.loads(SOME)
    other = reader("en/checklist/", script=holding(json.dumps({"version": 1, "done": {KEY: "2026-05-05",
                                                                                      "opt-out/web#web-open": True}})))
    with other.expect_file_chooser() as chooser:
        other.locator("[value=open]").click()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": data})
    until(other, "document.querySelectorAll('check-list :checked').length === 3")
    assert done(other)[KEY] == "2026-05-05", "what was here stays"
    other.locator("[value=undo]").click()
    assert done(other) == {KEY: "2026-05-05", "opt-out/web#web-open": True}


BAD = {
    "no JSON": "hello", "nothing": "", "another shape": '{"a": 1}', "a number": "7", "null": "null",
    "an array of ticks": '{"version": 1, "done": ["x#y"]}',
    "text for ticks": '{"version": 1, "done": "abc"}', "a key that is none": '{"version": 1, "done": {"<b>": true}}',
       "version words": '{"version": "x", "done": {}}',
    "a day that is none": '{"version": 1, "done": {"opt-out/web#web-open": "2026-99-99"}}',
       "a prototype": '{"version": 1, "done": {"__proto__": {"x#y": true}}}',
    "a negative version": '{"version": -1, "done": {}}', "half a version": '{"version": 0.5, "done": {}}',
    "too large": "[" + " " * 1_200_000 + "]",
    "an old list of things": "[1, {}, null]",
}


def test_a_file_that_cannot_be_taken_in_is_answered_by_a_sentence(reader):
    """One that is no list of ticks; one that a newer version of the site wrote."""
    page = reader("en/checklist/", script=holding(SOME))
    for name, text in {**BAD, "a newer version": '{"version": 7, "ticks": []}'}.items():
        page.locator(".check-said").evaluate("line => { line.textContent = ''; }")
        page.locator("input[type=file]").set_input_files({"name": "x.json", "mimeType": "application/json",
                                                          "buffer": text.encode()})
        until(page, "document.querySelector('.check-said').textContent")
        assert ("newer version" if name == "a newer version" else "Nothing has changed") in report(page), name
        assert kept(page) == SOME and progress(page)[0] == 2, name


def test_the_first_format_is_carried_over(reader):
    """Version 0 was a list of keys. It is read at once, and written anew with the next tick."""
    old = json.dumps([KEY, "opt-out/app#app-open"])
    page = reader("checklist/", script=holding(old))
    assert page.locator(BOX).is_checked() and progress(page)[0] == 2 and kept(page) == old
    page.locator('input[data-key="opt-out/web#web-open"]').check()
    ticks = done(page)
    assert ticks.pop("opt-out/web#web-open") is not True and ticks == {KEY: True, "opt-out/app#app-open": True}


def test_a_newer_version_is_left_untouched(reader, project):
    newer = '{"version": 2, "steps": [{"key": "x"}]}'
    page, told = reader("checklist/", script=holding(newer)), project.strings["fr"]["check_newer"]
    assert page.locator(".check-kept").inner_text() == told
    page.locator(BOX).check()
    page.locator("[value=reset]").click()
    page.locator("[value=undo]").click()
    assert page.locator(BOX).is_checked() and progress(page)[0] == 1 and kept(page) == newer
    go(page, "opt-out/web/")
    page.locator(BOX).check()
    assert page.locator(BOX).is_checked() and kept(page) == newer
    until(page, "words => document.querySelector('.toast')?.textContent === words", arg=told)


def test_a_damaged_memory_is_put_aside(reader):
    """Nothing is written over: the damaged text is kept under a name of its own, and what can be read of it is used."""
    page = reader("en/checklist/")
    for text in ("{", "null", '"x"', '{"version": 1}', '{"version": 1, "done": null}',
                 '{"version": 1, "done": {"' + KEY + '": true, "bad key": 1}}'):
        page.evaluate("text => { localStorage.clear(); localStorage.setItem('guide:/:progress', text); }", text)
        go(page, "en/checklist/")
        readable = 1 if KEY in text else 0
        assert progress(page)[0] == readable and "could not be read" in page.locator(".check-kept").inner_text(), text
        page.locator('input[data-key="opt-out/web#web-open"]').check()
        assert progress(page)[0] == readable + 1 and len(done(page)) == readable + 1, text
        assert kept(page, "guide:/:progress-unreadable") == text
        assert "could not be read" in page.locator(".check-kept").inner_text(), text
        page.reload()
        settle(page)
        assert (progress(page)[0] == readable + 1
                and "stay on this device" in page.locator(".check-kept").inner_text()), text


@pytest.mark.engines
def test_storage_blocked(reader, project):
    """It works for the visit, and says so before the first tick."""
    page, told = reader("en/checklist/", script=BLOCKED), project.strings["en"]["check_storage_blocked"]
    assert page.locator(".check-kept").inner_text() == told
    page.locator(BOX).check()
    assert page.locator(BOX).is_checked() and progress(page)[0] == 1
    page.locator("[value=reset]").click()
    assert progress(page)[0] == 0
    page.locator("[value=undo]").click()
    assert progress(page)[0] == 1
    assert saved(page, page.locator("[value=save]").click)
    go(page, "en/opt-out/web/")
    page.locator(BOX).check()
    until(page, "words => document.querySelector('.toast')?.textContent === words", arg=told)
    assert page.locator(BOX).is_checked()


def test_storage_full(reader, project):
    """What was kept stays, the new tick lasts for the visit, and the reader is told when it happens."""
    page = reader("checklist/", script=holding(SOME) + ";" + FULL)
    assert progress(page)[0] == 2
    page.locator('input[data-key="opt-out/web#web-open"]').check()
    assert progress(page)[0] == 3 and kept(page) == SOME
    assert page.locator(".check-kept").inner_text() == project.strings["fr"]["check_storage_blocked"]


def test_storage_full_and_damaged(reader):
    """What cannot be put aside is not written over."""
    page = reader("checklist/", script=holding("{") + ";" + FULL)
    page.locator(BOX).check()
    assert progress(page)[0] == 1 and kept(page) == "{"


@pytest.mark.engines
def test_without_scripts(reader):
    """Boxes of the list can be ticked, with a sentence that says what that is worth; nothing that needs a script is
    shown."""
    page = reader("404.html", java_script_enabled=False)
    for path in ("en/opt-out/web/", "checklist/"):
        go(page, path)
        assert (page.locator("step-done:visible, check-progress:visible, check-list .check-count:visible").count() == 0), path
        assert page.locator("article button:visible:not([popovertarget])").count() == 0, path
    assert page.locator(".no-js").is_visible()
    page.locator(BOX).press("Space")
    assert page.locator(BOX).is_checked()


@pytest.mark.parametrize("width, paths",
                         [(320, ("checklist/", "en/opt-out/web/")), (1280, ("en/checklist/", "opt-out/web/", ""))])
def test_nothing_moves(reader, width, paths):
    """Room is kept for everything a script adds: no layout shift at all, ticks shown or not. Asked twice where there is one:
    on a machine that stood still, what came too late for the page moves it."""
    page = reader("404.html", width=width, script=SHIFTS)
    for ticks in ("", SOME):
        page.evaluate("text => text ? localStorage.setItem('guide:/:progress', text) : localStorage.clear()", ticks)
        for path in paths:
            if shifts(page, path):
                assert shifts(page, path) == [], (path, ticks)


def shifts(page, path: str) -> list:
    """How far what moved in a page moved, and what it is."""
    go(page, path)
    page.wait_for_load_state("networkidle")  # what may still move comes late
    return page.evaluate("shifts")


def test_print(reader):
    """Paper shows the boxes as they are and how far the reader is, and no buttons."""
    page = reader("checklist/", script=holding(SOME))
    page.emulate_media(media="print")
    assert (page.locator(".check-done").is_visible() and page.locator("progress").is_visible()
            and page.locator(BOX).is_visible())
    assert page.locator("check-progress button:visible, .task a:visible, .check-kept:visible").count() == 0
    go(page, "opt-out/web/")
    assert page.locator("step-done:visible").count() == 1 and page.locator(".step-foot button:visible").count() == 0


def test_all_done(reader, project):
    page = reader("en/checklist/")
    for box in page.locator("check-list input").all():
        box.check()
    value, most = progress(page)
    assert value == most and page.locator("check-list:not([complete])").count() == 0


WAYS = [  # the steps ticked, and what the head says
    (["web-open"], "On a computer: 1 of 4"), (["web-open", "app-open", "app-find"], "On a phone: 2 of 4"),
    (["app-open", "app-find", "app-switch", "app-verify"], "On a phone: 4 of 4, done"), (["form-open"], "Object in writing: 1 of 4"),
    (["form-open", "form-choose", "web-open"], "On a computer: 1 of 4"), ([], "Nothing ticked yet: 4 steps are enough."),
]


def test_the_head_counts_the_chosen_way(reader, subtests):
    """One with ticks; the rest is offered, and counted apart."""
    page = reader("en/checklist/")
    optional = page.locator("check-list:not([data-way]) input").count()
    for given, wanted in WAYS:
        page.locator("[value=reset]").click()
        for step in given:
            page.locator(f"#done-{step}").check()
        with subtests.test(wanted):
            assert page.locator(".check-done").inner_text().replace("\u00a0", " ") == wanted
            rest = 0 if "writing" in wanted else sum(step.startswith("form") for step in given)
            assert f"{rest} of {optional - (4 if 'writing' in wanted else 0)}" in page.locator(".check-rest").inner_text()


@pytest.mark.engines
def test_by_keyboard_alone(reader):
    """From the address bar to a tick, its undoing and back, with Tab, Space and Enter."""
    page = reader("en/checklist/", width=320)
    page.locator("[value=print]").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.key") == KEY:
            break
    page.keyboard.press("Space")
    assert done(page).keys() == {KEY}
    page.locator("[value=reset]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert done(page).keys() == {KEY} and page.evaluate("document.activeElement.value") == "reset"


@pytest.mark.parametrize("language", LISTS)
def test_as_a_screen_reader_has_it(reader, language):
    """Names and roles; three live regions at most, each of which says one thing."""
    page = reader(LISTS[language])
    tree = page.locator("main").aria_snapshot()
    names = {"fr": ("Avancement de la liste", "Désactiver l’interrupteur d’un clic", "Tout décocher"),
             "en": ("Checklist progress", "Turn the switch off with one click", "Untick everything")}[language]
    assert f'progressbar "{names[0]}"' in tree and f'checkbox "{names[1]}"' in tree and f'button "{names[2]}"' in tree
    go(page, GUIDES[language])
    names = page.locator("main").aria_snapshot()
    boxes = re.findall(r'checkbox "([^"]+)"', names)
    assert len(boxes) == len(set(boxes)) == page.locator(".step").count()


@pytest.mark.parametrize("path", ["checklist/", "en/opt-out/web/"])
def test_targets_and_violations_after_use(reader, path):
    """Every control is at least 24 px each way, and axe finds nothing once ticks, reports and undo are on screen."""
    page = reader(path, width=320, script=holding(SOME))
    if "checklist" in path:
        page.locator("[value=reset]").click()
    else:
        for summary in page.locator(".step-foot send-step summary").all():
            summary.click()
    sizes = page.eval_on_selector_all("check-progress button, check-list input, check-list a, step-done label, "
                                      "send-step :is(button, summary, a)",
                                      "all => all.filter(one => one.checkVisibility()).map(one => "
                                      "one.getBoundingClientRect()).map(box => "
                                      "[box.width, box.height])")
    assert sizes and all(width >= 24 and height >= 24 for width, height in sizes)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, colours_only=scheme == "dark", within="main") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_full_bar_looks_full_in_forced_colours(reader):
    page = reader("checklist/", forced_colors="active")
    bar = page.locator("check-progress progress")
    empty = bar.screenshot()
    bar.evaluate("bar => { bar.value = bar.max; }")
    assert bar.screenshot() != empty
