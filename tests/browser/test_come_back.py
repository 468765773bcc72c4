"""Back from the setting: a question below the button that was used, asked once, answered in one press, and nothing kept that the
reader did not say."""

from __future__ import annotations

import json

import pytest
from storage import BLOCKED, done
from test_accessibility import violations
from waiting import come_back, go, until

# A page with the button, and what "Yes" ticks there.
BOTH = ["opt-out/app#app-verify", "opt-out/web#web-verify"]
ASKED = [("opt-out/app/", BOTH[:1]), ("en/opt-out/web/", BOTH[1:]), ("en/", BOTH), ("opt-out/", BOTH)]
# The button is used, as a phone does that opens an application: the page stays.
USE = """() => { const button = document.querySelector("main a.action[rel~=external]");
  button.addEventListener("click", event => event.preventDefault(), {once: true}); button.click(); }"""


def back(page) -> None:
    page.evaluate(USE)
    come_back(page)
    until(page, "document.querySelector('come-back [role=status]').textContent")


def test_asked_below_the_button_and_answered(reader, project, subtests):
    page = reader("404.html")
    for path, keys in ASKED:
        t = project.strings["en" if path.startswith("en/") else "fr"]
        for place, key in enumerate(keys):
            with subtests.test(path, key=key):
                go(page, path)
                page.evaluate("localStorage.clear()")
                come_back(page)
                assert page.locator("come-back").is_hidden(), "nobody used the button"
                focused = page.evaluate("document.activeElement.tagName")
                back(page)
                assert page.locator("come-back [role=status]").inner_text() == t["back_question"]
                assert page.evaluate("localStorage.length") == 0 and page.evaluate("document.activeElement.tagName") == focused
                below = page.evaluate("[document.querySelector('main a.action[rel~=external]'), document.querySelector('come-back')]"
                                      ".map(part => part.getBoundingClientRect())")
                assert 0 <= below[1]["top"] - below[0]["bottom"] < 60
                page.locator(".back-answers > button").nth(place).click()
                assert done(page).keys() == {key}
                until(page, "words => document.querySelector('come-back [role=status]').textContent === words", t["back_noted"])
                assert page.evaluate("document.activeElement.hash") == "#" + key.partition("#")[2]


@pytest.mark.engines
def test_not_found_and_on_again(reader, project):
    """The menus in the page's language alone, and the forms; closed, it is asked again only after the button is."""
    page = reader("en/opt-out/app/", width=320)
    back(page)
    page.locator("come-back summary").click()
    menus = page.locator(".back-menus .path")
    assert menus.count() >= 1 and menus.first.text_content() == page.locator(".menu-path .path").first.text_content()
    assert page.locator(".back-menus [lang=fr]").count() == 0
    assert page.locator("come-back a", has_text=project.strings["en"]["back_again"]).get_attribute("href") == "../objection-form/"
    assert page.locator("come-back a[rel~=external]").count() == 0, "this copy has no repository to tell"
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, colours_only=scheme == "dark", within="come-back") == []
    sizes = page.eval_on_selector_all("come-back :is(button, summary, a.quiet)", "all => all.filter(one => one.checkVisibility())"
                                      ".map(one => one.getBoundingClientRect().height)")
    assert min(sizes) >= 44 and page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("[value=close]").click()
    come_back(page)
    assert page.locator("come-back").is_hidden() and page.evaluate("document.activeElement.classList.contains('action')")


@pytest.mark.parametrize("kept, told", [(BLOCKED, "check_storage_blocked"),
                                        ("localStorage.setItem('guide:/:progress', '{\"version\": 9}')", "check_newer")])
def test_what_cannot_be_kept_is_said(reader, project, kept, told):
    page = reader("opt-out/web/", script=kept)
    back(page)
    page.locator(".back-answers > button").first.click()
    until(page, "words => document.querySelector('come-back [role=status]').textContent === words", project.strings["fr"][told])
    assert page.locator("#web-verify >> xpath=ancestor::section >> [data-key]:checked").count() == 1


def test_unticked_the_answer_is_taken_back(reader):
    page = reader("en/opt-out/web/")
    back(page)
    page.locator(".back-answers > button").first.click()
    page.locator("step-done input").last.uncheck()
    assert page.locator(".back-answers").is_visible() and page.locator(".back-step:visible").count() == 0


def test_the_issue_form_has_the_page_and_nothing_else(project):
    from dataclasses import replace

    from guide.render.context import Context
    from guide.render.markdown.extension import GuideExtension
    from markdown import Markdown

    settings = {**project.settings, "repository_url": "https://host.example/owner/name/"}
    context = Context(replace(project, settings=settings), "fr", "opt-out/app.md")
    html = Markdown(extensions=["attr_list", GuideExtension(context)]).convert("# T\n\n[Ouvrir][setting-page]{.action}\n")
    assert ('href="https://host.example/owner/name/issues/new?template=correction.yml&amp;page=https%3A//guide.example/opt-out/app/"'
            in html), html
    assert json.dumps("opt-out/app#app-verify") in html.replace("value=", "")
