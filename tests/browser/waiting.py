"""Waiting for a page. Playwright's own wait_for_function asks again from inside the page, by eval, which the site's
policy refuses."""

from __future__ import annotations

import time

from playwright.sync_api import Error

SETTLED = "() => !document.querySelector(':not(:defined)') || !('js' in document.documentElement.dataset)"


def settle(page) -> None:
    """Return once the page has its tools, which come after its load event, or has given them up. Nothing to wait for
    without scripts."""
    until(page, SETTLED)


def until(page, function: str, arg=None, seconds: float = 20) -> None:
    """Return once `function`, run in the page, says yes. Whatever it falls over is not there yet, or is the page that is
    being left."""
    end, trouble = time.monotonic() + seconds, None
    while True:
        try:
            if page.evaluate(function, arg):
                return
        except Error as error:
            trouble = error
        assert time.monotonic() < end, f"never came true: {function} {arg or ''} {trouble or ''}"
        page.wait_for_timeout(30)


def go(page, path: str) -> None:
    """Go on to another page of the site in the same tab, anew even where only the name behind # differs."""
    if "#" in path and page.url.partition("#")[0].endswith("/" + path.partition("#")[0]):
        page.goto("about:blank")
    page.goto(path)
    settle(page)


def come_back(page) -> None:
    """Tell the page that it comes back as the browser's memory kept it: nothing is loaded again."""
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")


def frames(page) -> None:
    """Return once the page has been drawn twice: what was about to happen has happened."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
