"""Changing language keeps the page and the step; a reader who prefers the other language is told once and never sent there."""

from __future__ import annotations

import pytest
from waiting import until


def test_the_switch_keeps_the_page_and_the_step(reader, base):
    page = reader("opt-out/web/#web-switch")
    page.locator("header a.language").click()
    assert page.url == base + "en/opt-out/web/#web-switch"
    page.locator("header a.language").click()
    assert page.url == base + "opt-out/web/#web-switch"


def test_the_switch_follows_a_step_reached_later(reader, base):
    page = reader("faq/")
    page.evaluate("location.hash = 'faq-cv'")
    until(page, "() => document.querySelector('header a.language').hash === '#faq-cv'")


def test_without_scripts_the_switch_keeps_the_page(reader, base):
    page = reader("faq/", java_script_enabled=False)
    page.locator("header a.language").click()
    assert page.url == base + "en/faq/"


@pytest.mark.parametrize("path, locale, lang", [("faq/", "en-US", "en"), ("en/faq/", "fr-CA", "fr")])
def test_the_offer_is_made_once_in_the_reader_s_language(reader, base, path, locale, lang):
    page = reader(path, locale=locale)
    notice = page.locator(f".notice[lang={lang}]")
    assert notice.is_visible()
    assert page.url == base + path
    page.reload()
    assert not notice.is_visible()


def test_nobody_else_is_disturbed(reader):
    assert not reader("faq/", locale="fr-BE").locator(".notice[lang]").is_visible()
    assert not reader("faq/", locale="de-DE").locator(".notice[lang]").is_visible()


def test_with_storage_refused_the_offer_still_reads(reader):
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})"
    page = reader("faq/", locale="en-GB", script=refuse)
    page.locator(".notice[lang=en] button").click()
    assert not page.locator(".notice[lang=en]").is_visible()
