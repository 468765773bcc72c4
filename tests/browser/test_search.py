"""Search as a reader uses it: opened by hand or key, in the page's language, answered in words, nothing loaded before."""

from __future__ import annotations

import pytest
from waiting import until

FRENCH = {"parametres": "opt-out/", "l'IA": "data-used/", "désactiver": "opt-out/", "mineur": "minors/", "formulaire": "opt-out/objection-form/",
          "suisse": "regions/", "microsoft": "data-used/", "trop tard": "faq/"}
ENGLISH = {"settings": "en/opt-out/", "AI": "en/data-used/", "turn off": "en/opt-out/", "minor": "en/minors/", "form": "en/opt-out/objection-form/",
           "switzerland": "en/regions/", "microsoft": "en/data-used/", "too late": "en/faq/"}


def search(page, words):
    """Type `words` into the open dialog and wait for the answer; return the addresses found, in order."""
    page.locator("#search-words").fill("")  # what was found before is gone at once: nothing stale is read
    page.locator("#search-words").fill(words)
    until(page, "() => !document.querySelector('.search-status').textContent.match(/^$|…$/)")
    return page.locator(".search-results > li > a:first-child").evaluate_all("links => links.map(link => link.href)")


@pytest.mark.parametrize("start, queries", [("", FRENCH), ("en/", ENGLISH)])
def test_the_right_page_comes_first(reader, base, start, queries):
    page = reader(start)
    page.keyboard.press("Control+k")
    wrong = {}
    for words, expected in queries.items():
        found = [address.removeprefix(base).partition("#")[0] for address in search(page, words)]
        if not found or not found[0].startswith(expected):
            wrong[words] = found[:3]
    assert not wrong


def test_results_stay_in_the_language_and_lead_to_headings(reader, base):
    page = reader("en/")
    page.keyboard.press("/")
    assert all(address.startswith(base + "en/") for address in search(page, "deadline"))
    assert page.locator(".search-results a[href*='#']").count()


def test_nothing_is_loaded_before_the_first_use(reader):
    asked = []
    page = reader("faq/")
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(300)
    assert [url for url in asked if "/assets/icon." not in url] == []  # a browser with a window fetches the icon when it pleases
    page.locator(".search-open").click()
    until(page, "() => performance.getEntriesByType('resource').some(entry => entry.name.includes('pagefind.js'))")


def test_keyboard_alone(reader, base):
    """Open, type, go down, follow; open again, Escape, and the focus is back where it was."""
    page = reader("faq/")
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    search(page, "formulaire")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/objection-form/**")
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").startswith("tool search-open")


def test_the_count_is_announced_and_nothing_found_is_said(reader):
    page = reader("en/")
    page.keyboard.press("Control+k")
    search(page, "deadline")
    assert "result" in page.locator(".search-status").inner_text()
    search(page, "xylophone")
    assert "xylophone" in page.locator(".search-status").inner_text()


def test_the_one_key_shortcut_can_be_switched_off(reader):
    """WCAG 2.1.4: a shortcut of one character can be turned off, and the choice is kept."""
    page = reader("en/faq/")
    page.keyboard.press("/")
    page.locator("#search-slash").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    assert not page.locator("#search").is_visible()
    page.keyboard.press("Control+k")
    assert page.locator("#search").is_visible()


def test_a_missing_index_is_said_in_words(reader):
    page = reader("en/faq/", quiet=False)
    page.route("**/pagefind/**", lambda route: route.abort())
    page.locator(".search-open").click()
    until(page, "() => document.querySelector('.search-status').textContent.includes('could not be loaded')")
