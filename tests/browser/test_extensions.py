"""A browser's extensions put fields of their own into forms, before ours or among them: the tools go on, and keep
nothing of theirs."""

from __future__ import annotations

from waiting import go, until

# Password managers, dictionaries, translators: a field with a name, one without, a box, a list, a link and a button, at
# both ends of every form, fieldset and tool, before the tools are there.
ADDED = """addEventListener("DOMContentLoaded", () => {
  const parts = [["input", {name: "secret", value: "?"}], ["input", {type: "text"}], ["input", {type: "checkbox"}], ["select", {}],
                 ["a", {href: "#x"}], ["button", {type: "button"}], ["span", {}]];
  const made = () => parts.map(([tag, properties]) => Object.assign(document.createElement(tag), {className: "added", ...properties}));
  for (const place of document.querySelectorAll("form, fieldset, dialog, :not(:defined, review-dates)")) {
    place.prepend(...made());
    place.append(...made());
  }
})"""
# Whoever fills in theirs is heard by our forms.
USED = """() => { for (const field of document.querySelectorAll(".added:is(input, select)")) {
  field.checked = true;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, {bubbles: true}));
} }"""


def test_fields_that_extensions_add(reader):
    page = reader("en/complaint/#follow-letter", script=ADDED)
    letter = page.locator("objection-letter").first
    letter.locator(".letter-keep > input:not(.added)").check()
    letter.locator(".letter-fields input[type=text]:not(.added):visible").first.fill("Camille")
    page.evaluate(USED)
    assert "Camille" in letter.locator("code").inner_text()
    assert ("Camille" in page.evaluate("localStorage['guide:/:letters']")
            and "secret" not in page.evaluate("localStorage['guide:/:letters']"))
    letter.locator("select:not(.added)").select_option("fr")
    until(page, "() => document.querySelector('objection-letter code').lang.startsWith('fr')")
    go(page, "en/opt-out/follow-up/")
    page.evaluate(USED)
    page.locator("#reply-sent").fill("2026-11-02")
    page.select_option("#reply-place", index=1)
    page.locator("reply-deadline [type=submit]").click()
    assert page.locator(".reply-date").is_visible()

    go(page, "en/sources/")
    page.evaluate(USED)
    page.locator("[name=words]").fill("xylophone")
    until(page, "() => !document.querySelector('.claim:not([hidden])')")

    go(page, "en/checklist/")
    page.evaluate(USED)
    page.locator(".task [data-key]").first.check()
    assert ": 1 of " in page.locator("check-progress .check-done").inner_text()

    go(page, "en/opt-out/web/")
    page.evaluate(USED)
    assert page.locator("step-done:has([data-key]:checked) [id^=done-]").inner_text().startswith("Done on ")

    go(page, "en/regions/")
    page.select_option("#finder-place", index=3)
    page.locator(".finder-facts dl").wait_for()
    page.keyboard.press("Control+k")
    page.locator("#search-words").fill("letter")
    page.locator(".search-results a:not(.added)").first.wait_for()
    page.locator(".search-close").click()
    assert not page.locator("#search").is_visible()
