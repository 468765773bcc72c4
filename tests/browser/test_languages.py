"""Changing language keeps the page and the step; a reader who prefers the other language is told once and never sent
there."""

from __future__ import annotations

import pytest
from engines import press
from storage import BLOCKED
from waiting import until


@pytest.mark.engines
def test_the_switch_keeps_the_page_and_the_step(reader, base):
    page = reader("opt-out/web/#web-switch")
    page.locator("header a.language").click()
    page.wait_for_url(base + "en/opt-out/web/#web-switch")
    page.locator("header a.language").click()
    page.wait_for_url(base + "opt-out/web/#web-switch")
    page.evaluate("location.hash = 'web-verify'")
    until(page, "() => document.querySelector('header a.language').hash === '#web-verify'")


@pytest.mark.engines
def test_without_scripts_the_switch_keeps_the_page(reader, base):
    page = reader("faq/", java_script_enabled=False)
    press(page.locator("header a.language"))
    page.wait_for_url(base + "en/faq/")


@pytest.mark.parametrize("path, locale, lang", [("faq/", "en-US", "en"), ("en/faq/", "fr-CA", "fr")])
@pytest.mark.engines(path="en/faq/")
def test_the_offer_is_made_once_in_the_reader_s_language(reader, base, path, locale, lang):
    page = reader(path, locale=locale)
    notice = page.locator(f".notice[lang={lang}]")
    assert notice.is_visible()
    assert page.url == base + path
    page.reload()
    assert not notice.is_visible()


def test_nobody_else_is_disturbed(reader):
    for locale in ("fr-BE", "de-DE"):
        assert not reader("faq/", locale=locale).locator(".notice[lang]").is_visible(), locale


def test_with_storage_refused_the_offer_still_reads(reader):
    page = reader("faq/", locale="en-GB", script=BLOCKED)
    page.locator(".notice[lang=en] button").click()
    assert not page.locator(".notice[lang=en]").is_visible()
