"""A real WebKit (WebKitGTK), driven by Selenium: one window for all tests of a process, $WEBKIT the path of its driver."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest
from selenium.common.exceptions import JavascriptException
from selenium.webdriver import ActionChains, WebKitGTK, WebKitGTKOptions
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.service import Service

SETTLED = "return document.readyState === 'complete' && (!document.querySelector(':not(:defined)') || !('js' in document.documentElement.dataset))"


class Reader:
    """Whoever reads the site in a window of WebKit, with the few things they do to a page."""

    def __init__(self, driver, base: str, folder: Path):
        self.driver, self.base, self.folder, self.begin = driver, base, folder, 0

    def go(self, path: str) -> None:
        """Load a page of the site anew, and wait for its tools."""
        if "#" in path:
            self.driver.get("about:blank")
        self.driver.get(path if ":" in path[:6] else self.base + path)
        self.until(SETTLED)

    def visit(self, path: str, width: int, height: int = 800, before: str = "") -> None:
        """The first page of a visit: nothing is kept yet, unless `before`, which runs before each page's scripts, keeps it."""
        self.driver.set_window_size(width, height)
        self.order("before", before)
        self.go(path)

    def js(self, script: str, *given):
        """What a function of that body returns in the page."""
        return self.driver.execute_script(script if "return" in script else "return " + script, *given)

    def until(self, script: str, *given, seconds: float = 20):
        """Return what `script` returns once that is true. Whatever it falls over is not there yet."""
        end = time.monotonic() + seconds
        while True:
            with suppress(JavascriptException):
                if answer := self.js(script, *given):
                    return answer
            assert time.monotonic() < end, f"never came true: {script} {given}"
            time.sleep(.02)

    def first(self, name: str):
        """The first element of that selector which is on the page to be seen, in the middle of the window."""
        return self.until("""const part = [...document.querySelectorAll(arguments[0])].find(part => part.checkVisibility({visibilityProperty: true}));
            part?.scrollIntoView({ block: "center" });
            return part;""", name)

    def press(self, name: str) -> None:
        """Press it in its middle, as a hand does: what lies over it fails the test."""
        self.first(name).click()

    def key(self, *keys: str) -> None:
        """Press the keys, of one character or named as in Keys; those before the last are held."""
        chain = ActionChains(self.driver, 10)
        *held, last = [getattr(Keys, key.upper(), key) for key in keys]
        for key in held:
            chain.key_down(key)
        chain.send_keys(last)
        for key in held:
            chain.key_up(key)
        chain.perform()

    def write(self, name: str, words: str) -> None:
        """Type into a field, choose in a list, or name a file."""
        self.driver.find_element(By.CSS_SELECTOR, name).send_keys(words)

    def seen(self, name: str) -> bool:
        return self.js("return !!document.querySelector(arguments[0])?.checkVisibility({visibilityProperty: true})", name)

    def order(self, name: str, about: str) -> None:
        """Have window.py do what a reader does outside the page."""
        heard = len(self.wait_for(f"DONE {name}", 0))
        with (self.folder / "orders").open("w") as orders:
            orders.write(f"{name} {about}\n".replace("\n", " ").rstrip() + "\n")
        self.wait_for(f"DONE {name}", heard + 1)

    def wait_for(self, beginning: str, times: int = 1) -> list[str]:
        """Return the ends of the lines of window.py that begin so, once there are that many since the test began."""
        end = time.monotonic() + 30
        while len(found := [line.removeprefix(beginning).strip() for line in self.said() if line.startswith(beginning)]) < times:
            assert time.monotonic() < end, f"never said: {beginning}"
            time.sleep(.01)
        return found

    def saved(self, name: str) -> bytes:
        """The file of that name which the reader saved or printed."""
        return (self.folder / name).read_bytes()

    def pasted(self) -> str:
        """What the reader's clipboard holds."""
        self.js("document.body.append(Object.assign(document.createElement('textarea'), {id: 'pasted'}))")
        self.js("document.getElementById('pasted').focus()")
        self.key("Control", "v")
        return self.js("document.getElementById('pasted').value")

    def said(self) -> list[str]:
        """What window.py wrote since the test began."""
        return (self.folder / "log").read_text("utf-8").splitlines()[self.begin:]


@pytest.fixture(scope="session")
def display():
    """The number of a screen that nobody sees."""
    there, here = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(here), "-screen", "0", "1300x1300x24", "-nolisten", "tcp"], pass_fds=[here],
                              stderr=subprocess.DEVNULL)
    os.close(here)
    with os.fdopen(there) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


@pytest.fixture(scope="session")
def window(request, base, tmp_path_factory):
    """The window, opened once."""
    if not os.environ.get("WEBKIT"):
        pytest.skip("no WebKit on this machine: $WEBKIT names no WebKitWebDriver")
    folder = tmp_path_factory.mktemp("webkit")
    os.mkfifo(folder / "orders")
    fonts = Path(__file__).parent.parent / "data/fonts/fonts.conf"
    environment = {**os.environ, "DISPLAY": request.getfixturevalue("display"), "WEBKIT_FOLDER": str(folder), "FONTCONFIG_FILE": str(fonts),
                   "LC_ALL": "C.UTF-8", "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11", "SE_OFFLINE": "true",
                   "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}  # root has no sandbox; the pages are ours
    options = WebKitGTKOptions()
    options.binary_location = str(Path(__file__).parent / "window.py")
    driver = WebKitGTK(options, Service(os.environ["WEBKIT"], env=environment))
    yield Reader(driver, base, folder)
    driver.quit()


@pytest.fixture
def reader(window):
    """The window, with nothing kept but that the other language was offered. At the end of the test: no script that failed, no warning,
    nothing the policy forbids, no page that died."""
    for name, usual in (("before", ""), ("scripts", "on"), ("zoom", "1")):
        window.order(name, usual)
    window.driver.get(window.base + "robots.txt")
    window.js("sessionStorage.clear(); localStorage.clear(); localStorage['guide:/:language-told'] = 'yes'; return 1")
    window.begin += len(window.said())
    yield window
    own = "FAULT /robots.txt "  # WebKit shows a text with a style of its own, which the policy forbids, and may say so late
    faults = [line for line in window.said() if line.startswith(("FAULT", "CRASH")) and not line.startswith(own)]
    assert not faults, "\n".join(faults)
