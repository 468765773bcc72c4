"""A real Firefox beside Chromium, driven by the same tests over WebDriver BiDi.

What a context asks of Chromium (a colour scheme, no scripts) Firefox is told when it starts: one runs for each wish.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

MISSING = "no Firefox on this machine (python3 scripts/dev.py test says how to have one)"
FIREFOX = pytest.param("firefox", marks=pytest.mark.skipif(not os.environ.get("FIREFOX"), reason=MISSING))
ALIVE = 3
# What a reader sets, as an option of `reader`, and the preferences it is in Firefox.
WISHES = {
    "java_script_enabled": {True: {}, False: {"javascript.enabled": False}},
    "color_scheme": {"light": {}, "dark": {"ui.systemUsesDarkTheme": 1}},
    "forced_colors": {"active": {"browser.display.document_color_use": 2, "browser.display.use_system_colors": False,
                                 "browser.display.background_color": "#000000",
                                 "browser.display.foreground_color": "#FFFFFF",
                                 "browser.anchor_color": "#FFFF00", "browser.visited_color": "#FFC0FF"}},
    "text_size": {"200%": {"font.size.variable.x-western": 32}},
}
# Firefox has no such option, or gives leave by itself.
UNKNOWN = {"reduced_motion", "permissions"}
DOWNLOADS = tempfile.TemporaryDirectory()


class Firefox:
    """Those that run, by their preferences: started when first asked for, the oldest ended when they are too many."""

    def __init__(self, playwright, fonts: Path):
        self.playwright, self.fonts = playwright, fonts
        self.running: dict[tuple, Browser] = {}

    def new_context(self, **options):
        """A fresh visit, with the options of a context of Chromium."""
        preferences: dict = {"ui.prefersReducedMotion": 1,  # and to be let read our fonts:
                             "security.sandbox.content.read_path_whitelist": f"{self.fonts.parent}/"}
        for name in WISHES.keys() & options.keys():
            preferences |= WISHES[name][options.pop(name)]
        key = tuple(sorted(preferences.items()))
        browser = self.running.pop(key, None) or self.start(preferences)
        self.running[key] = browser
        return browser.new_context(**{name: value for name, value in options.items() if name not in UNKNOWN})

    def start(self, preferences: dict):
        if len(self.running) == ALIVE:
            self.running.pop(next(iter(self.running))).close()
        return self.playwright.firefox.launch(
            executable_path=os.environ["FIREFOX"], channel="moz-firefox", firefox_user_prefs=preferences,
            downloads_path=DOWNLOADS.name, env={**os.environ, "FONTCONFIG_FILE": str(self.fonts)})

    def close(self) -> None:
        for browser in self.running.values():
            browser.close()


def in_firefox(page) -> bool:
    return page.context.browser.browser_type.name == "firefox"


def press(locator) -> None:
    """Press a button or a link, with the mouse where a page is driven that way: Playwright asks a page with a script of
    its own whether a part stands still, and without scripts Firefox does not answer."""
    locator.press("Enter") if in_firefox(locator.page) else locator.click()


def saved(page, press) -> tuple[str, bytes]:
    """Call `press`; give the name and the bytes of the file the browser saves then."""
    if not in_firefox(page):
        with page.expect_download() as download:
            press()
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()
    folder = Path(DOWNLOADS.name)  # Firefox says that it saves, in words Playwright does not understand
    for file in folder.iterdir():
        file.unlink()
    press()
    end = time.monotonic() + 30
    while True:
        files = list(folder.iterdir())
        if len(files) == 1 and files[0].suffix != ".part" and files[0].stat().st_size:
            return files[0].name, files[0].read_bytes()
        assert time.monotonic() < end, "nothing was saved"
        page.wait_for_timeout(20)
