"""What this site keeps on the device: shown as it is, saved, deleted on the second word, and brought back."""

from __future__ import annotations

import json

import pytest
from engines import saved
from storage import BLOCKED, holding, kept
from test_accessibility import violations
from waiting import go, settle, until

PATHS = {"fr": "privacy/", "en": "en/privacy/"}
TICKS = json.dumps({"version": 1, "done": {"opt-out/web#web-open": "2026-11-21", "opt-out/web#web-find": True}})
KEPT = "; ".join([holding(TICKS), "localStorage.setItem('guide:/:scheme', 'dark')",
                  "localStorage.setItem('guide:/:later', 'x')",
                  "localStorage.setItem('other.site', 'theirs')"])
ONCE = f"if (!sessionStorage.once) {{ sessionStorage.once = 'yes'; {KEPT} }}"


def row(page, name: str) -> str:
    return page.locator(f"your-data [data-name='{name}'] dd").inner_text()


@pytest.mark.parametrize("language", PATHS)
def test_everything_kept_is_listed_in_words(reader, project, language):
    t = project.strings[language]
    page = reader(PATHS[language], script=ONCE)
    assert row(page, "progress") == t("kept_ticks_other", n=2) and row(page, "scheme") == t["scheme_dark"]
    assert row(page, "search-slash") == t["kept_nothing"]
    other = page.locator("your-data [data-name='later']")
    assert "later" in other.locator("dt").inner_text() and other.locator("dd").inner_text() == t["kept_yes"]
    assert ("theirs" not in page.locator("your-data").inner_text()
            and page.locator("your-data [data-name='other.site']").count() == 0)
    page.locator("your-data summary").click()
    assert TICKS in page.locator("your-data pre").inner_text()


def test_every_name_the_scripts_use_is_in_words(root, project):
    """`remember("name", …)` in a script has a string kept_name_… in both languages."""
    import re

    names = set()
    for path in (root / "overrides/assets/js").rglob("*.js"):
        text = path.read_text("utf-8")
        constants = dict(re.findall(r'\b([A-Z_]+) = "([a-z-]+)"', text))
        for name in re.findall(r"(?:remember|followChoice)\(([^,]+),", text):
            names.add(constants.get(name, name.strip('"')))
    names -= {"name", "name, value) {"}
    assert {"progress", "scheme"} <= names
    for name in names:
        assert "kept_name_" + name.replace("-", "_") in project.strings["fr"], name


def test_delete_asks_first_and_can_be_undone(reader, project):
    page, t = reader("privacy/", script=ONCE), project.strings["fr"]
    page.locator("[value=ask]").click()
    assert page.evaluate("document.activeElement.value") == "cancel", "Enter alone deletes nothing"
    page.locator("[value=cancel]").click()
    assert (page.locator(".kept-confirm").is_hidden() and kept(page) == TICKS
            and page.evaluate("document.activeElement.value") == "ask")
    page.locator("[value=ask]").click()
    page.locator("[value=erase]").click()
    assert page.evaluate("Object.keys(localStorage)") == ["other.site"]
    assert page.locator("your-data [role=status]").inner_text() == t["kept_erased"] and row(page,
                                                                                            "progress") == t["kept_nothing"]
    assert page.locator(".kept-state").inner_text() == t["kept_none"]
    page.locator("your-data [value=undo]").click()
    assert kept(page) == TICKS and kept(page, "guide:/:later") == "x" and row(page, "progress") == t("kept_ticks_other",
                                                                                                   n=2)
    assert page.locator("your-data [value=undo]").is_hidden()


def test_deleted_means_unticked_in_the_other_tab(reader):
    page = reader("privacy/", script=ONCE)
    other = page.context.new_page()
    other.goto(page.url.replace("privacy/", "en/checklist/"))
    settle(other)
    assert other.evaluate("document.querySelector('progress').value") == 2
    page.locator("[value=ask]").click()
    page.locator("[value=erase]").click()
    until(other, "document.querySelector('progress').value === 0")
    other.locator("check-list input").first.check()
    until(page, "document.querySelector('your-data .is-kept')")


@pytest.mark.engines
def test_the_copy_holds_everything(reader):
    page = reader("en/privacy/", script=ONCE)
    copy = json.loads(saved(page, page.locator("your-data [value=save]").click)[1])
    assert copy == {"guide:/:progress": TICKS, "guide:/:scheme": "dark", "guide:/:later": "x"}


def test_nothing_kept(reader, project):
    """Looking at the page keeps nothing, and there is nothing to confirm; where nothing can be kept, that is said."""
    page = reader("privacy/")
    assert page.evaluate("localStorage.length") == 0
    page.locator("[value=ask]").click()
    assert page.locator(".kept-confirm").is_hidden()
    assert page.locator("your-data [role=status]").inner_text() == project.strings["fr"]["kept_none"]
    page, told = reader("en/privacy/", script=BLOCKED), project.strings["en"]["kept_blocked"]
    assert page.locator(".kept-state").inner_text() == told
    page.locator("[value=ask]").click()
    assert page.locator("your-data [role=status]").inner_text() == told


def test_a_memory_that_cannot_be_read_is_still_listed(reader, project):
    page = reader("en/privacy/")
    for text in ("{", "null", '{"done": null}', '{"version": 9}'):
        page.evaluate("text => localStorage.setItem('guide:/:progress', text)", text)
        go(page, "en/privacy/")
        assert row(page, "progress") == project.strings["en"]["kept_yes"], text


def test_without_scripts(reader, project):
    page = reader("en/privacy/", java_script_enabled=False)
    assert page.locator("your-data .no-js").inner_text() == project.strings["en"]["kept_needs_js"]
    assert page.locator("your-data :is(button, dl, details):visible").count() == 0


def test_by_keyboard_alone_on_a_phone(reader):
    page = reader("en/privacy/", width=320, script=ONCE)
    page.locator("your-data summary").focus()
    for key in ("Tab", "Tab", "Enter", "Shift+Tab", "Enter"):  # save, ask: Enter; then from "No" back to "Yes"
        page.keyboard.press(key)
    assert page.evaluate("Object.keys(localStorage)") == ["other.site"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert kept(page) == TICKS


def test_violations_with_the_question_open(reader):
    page = reader("privacy/", width=320, script=ONCE)
    page.locator("your-data summary").click()
    page.locator("[value=ask]").click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, colours_only=scheme == "dark", within="your-data") == []
    sizes = page.eval_on_selector_all("your-data :is(button, summary)",
                                      "all => all.filter(one => one.checkVisibility()).map(one => "
                                      "one.getBoundingClientRect().height)")
    assert sizes and min(sizes) >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
