"""Waiting for a page. Playwright's own wait_for_function asks again from inside the page, by eval, which the site's policy refuses."""

from __future__ import annotations

import time

SETTLED = "() => !document.querySelector(':not(:defined)') || !('js' in document.documentElement.dataset)"


def settle(page) -> None:
    """Return once the page has its tools, which come after its load event, or has given them up. Nothing to wait for without scripts."""
    until(page, SETTLED)


def until(page, function: str, arg=None, seconds: float = 20) -> None:
    """Return once `function`, run in the page, says yes."""
    end = time.monotonic() + seconds
    while not page.evaluate(function, arg):
        assert time.monotonic() < end, f"never came true: {function} {arg or ''}"
        page.wait_for_timeout(30)
