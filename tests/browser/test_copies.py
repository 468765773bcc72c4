"""Copies of the guide in folders of one host share a browser's storage: each keeps its own, and what was kept before they did is lost
to none."""

from __future__ import annotations

import json

from engines import saved
from storage import BLOCKED, FULL
from waiting import go

BEFORE = {"version": 1, "done": {"opt-out/web#web-open": "2026-02-01", "opt-out/web#web-find": True}}
OLD = f"if (!sessionStorage.once) {{ sessionStorage.once = 1; localStorage['guide.progress'] = {json.dumps(json.dumps(BEFORE))};" \
      "localStorage['guide.scheme'] = 'dark'; localStorage['other.site'] = 'theirs'; }"
KEPT = "() => Object.fromEntries(Object.entries(localStorage))"
TICKED = "() => [...document.querySelectorAll('check-list :checked')].map(box => box.dataset.key)"


def copy_at(page, base: str, folder: str) -> None:
    """A second copy of the site, in a folder of the same host."""
    page.context.route(f"{base}{folder}**", lambda route: route.fulfill(
        response=route.fetch(url=route.request.url.replace(f"{base}{folder}", base))))


def test_each_copy_keeps_its_own_and_nothing_of_before_is_lost(reader, base):
    page = reader("404.html", script=OLD)
    copy_at(page, base, "copy/")
    go(page, "checklist/")
    before = page.evaluate(KEPT)
    assert page.evaluate(TICKED) == list(BEFORE["done"]) and page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.locator('[data-key="opt-out/web#web-open"]').uncheck()
    page.locator("[popovertarget=scheme]").click()
    page.locator("#scheme input[value=system]").check()
    go(page, "copy/en/checklist/")
    assert page.evaluate(TICKED) == list(BEFORE["done"]) and page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.locator('[data-key="opt-out/app#app-open"]').check()
    go(page, "checklist/")
    assert page.evaluate(TICKED) == ["opt-out/web#web-find"] and page.evaluate("document.documentElement.dataset.scheme ?? ''") == ""
    kept = page.evaluate(KEPT)
    assert before.items() <= kept.items(), "the other copies still find it"
    mine = json.loads(kept["guide:/copy/:progress"])["done"]
    assert BEFORE["done"].items() <= mine.items() and "opt-out/app#app-open" in mine
    go(page, "privacy/")
    page.locator("[value=ask]").click()
    page.locator("[value=erase]").click()
    left = page.evaluate(KEPT)
    assert all(key.startswith("guide:/copy/:") or key == "other.site" for key in left) and "guide:/copy/:progress" in left
    page.locator("your-data [value=undo]").click()
    assert page.evaluate(KEPT) == kept


def test_where_nothing_can_be_written(reader, subtests):
    """Full: what was kept before is read, and stays. Blocked: nothing throws."""
    for name, script, ticked in (("full", f"{OLD};{FULL}", 3), ("blocked", BLOCKED, 1)):
        page = reader("checklist/", script=script)
        page.locator('[data-key="opt-out/app#app-open"]').check()
        with subtests.test(name):
            assert len(page.evaluate(TICKED)) == ticked and page.locator("check-progress[trouble]").count() == 1
            if name == "full":
                assert json.loads(page.evaluate("localStorage['guide.progress']")) == BEFORE


def test_the_copy_that_privacy_saves_is_read_by_the_checklist(reader):
    page = reader("en/privacy/", script=OLD)
    name, data = saved(page, page.locator("your-data [value=save]").click)
    other = reader("checklist/")
    other.locator("input[type=file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})
    other.locator("[value=undo]").wait_for()
    assert other.evaluate(TICKED) == list(BEFORE["done"])
