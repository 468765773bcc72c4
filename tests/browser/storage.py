"""Ways a browser may keep, or fail to keep, what a page remembers; scripts to run before the page's own."""

from __future__ import annotations

import json

NAME = "guide:/:progress"
# What a browser does when its owner refuses storage: the very name throws.
BLOCKED = ("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError') "
           "}})")
# Reading works, and what was kept stays; nothing more fits.
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def holding(text: str, name: str = NAME) -> str:
    """A browser that holds `text` under `name` from an earlier visit; later pages of the test find what the site
    left."""
    return (f"try {{ if (!sessionStorage.seeded) {{ sessionStorage.seeded = 'yes'; "
            f"localStorage.setItem({json.dumps(name)}, {json.dumps(text)}); }} }} catch {{}}")


def kept(page, name: str = NAME) -> str | None:
    """What the browser keeps under `name`."""
    return page.evaluate("name => localStorage.getItem(name)", name)


def done(page) -> dict:
    """The ticks the browser keeps, whose format is checked."""
    data = json.loads(kept(page) or "{}")
    assert data.keys() == {"version", "done"} and data["version"] == 1
    return data["done"]
