"""What the tests need and PyPI cannot bring: a Chromium, the library Playwright's driver wants, a Firefox, a WebKit,
a Java for the HTML checker, an nginx for the file we write for it.

Guards against: tests skipped in silence where no browser is found, and a "chromium" that is only a stub which cannot
start.
"""
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from .environment import VENV
from .system import Failure, apt_install, can_install, capture, last_line, say

# First choice: the same engine without the browser's own windows, five times quicker to open a page.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
         "microsoft-edge-stable")
# Where macOS and Windows keep theirs; elsewhere PATH tells.
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "${PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "${PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe")
FIREFOX = "firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"
# The driver, a screen that nobody sees, and what tests/webkit/window.py imports.
WEBKIT_PACKAGES = "webkit2gtk-driver", "xvfb", "python3-gi", "gir1.2-webkit2-4.1"
NGINX = VENV / "nginx/usr/sbin/nginx"
NGINX_PACKAGES = "nginx", "libnginx-mod-http-brotli-static"


def starts(program: str, platform: str = sys.platform) -> bool:
    """Whether a browser answers when asked for its version. Ubuntu's chromium-browser may be a stub that only says
    "install the snap". Windows is not asked: there Chrome would open a window instead of answering."""
    return platform == "win32" or capture([program, "--version"], timeout=30)[0] == 0


def candidates() -> Iterable[str]:
    """Yield the browsers that are there, best first."""
    yield from filter(None, map(shutil.which, NAMES))
    yield from filter(os.path.exists, map(os.path.expandvars, PLACES))


def need_chromium() -> str:
    """Return the path of a browser: that of $CHROMIUM, else the best there is, installed if Debian lets us. Failure,
    naming what to install or to correct, without one that starts."""
    if wanted := os.environ.get("CHROMIUM", "").strip():
        program = shutil.which(wanted)
        if program and starts(program):
            return program
        raise Failure(f"CHROMIUM is set to {wanted}, which is no browser that starts: correct it, or unset it to have "
                      f"one looked for")
    found, reason = next(filter(starts, candidates()), ""), ""
    for package in (SHELL, "chromium") if can_install() else ():
        if not found or package == SHELL and not found.endswith(SHELL):
            reason = apt_install(package)
            found = next(filter(starts, candidates()), "")
    if not found:
        raise Failure(f"no Chromium to test with{f' ({reason})' if reason else ''}: install Chromium, Chrome or Edge "
                      "(Debian: apt install chromium), or set CHROMIUM to the path of one")
    return found


def need_driver(python: Path) -> None:
    """See that Playwright's driver starts: a small Debian lacks one library of its own. Failure when it does not."""
    ask = [str(python), "-m", "playwright", "--version"]
    status, output = capture(ask, timeout=60)
    if status and can_install() and not apt_install("libatomic1"):
        status, output = capture(ask, timeout=60)
    if status:
        raise Failure(f"Playwright's driver does not start: {last_line(output)} (Debian: apt install libatomic1)")


def _wanted(find: Callable[[], str], packages: tuple[str, ...], without: str) -> str:
    """Return what `find` gives, if need be once Debian has installed `packages`; "" after saying what is `without`."""
    found = find()
    if not found and can_install():
        apt_install(*packages)
        found = find()
    if not found:
        say(without)
    return found


def want_firefox() -> str:
    """Return the path of a Firefox that starts; "" without one."""
    return _wanted(lambda: next(filter(starts, filter(None, map(shutil.which, FIREFOX))), ""), FIREFOX[:1],
                   "No Firefox found: the tests that are driven in it too will be skipped (to run them, install "
                   "Firefox)")


def want_webkit() -> str:
    """Return the path of WebKitGTK's driver; "" where it, its library or a screen for it is missing."""
    ask = ["/usr/bin/python3", "-c", "import gi; gi.require_version('WebKit2', '4.1')"]
    return _wanted(lambda: shutil.which("Xvfb") and not capture(ask, timeout=30)[0] and shutil.which("WebKitWebDriver")
                   or "", WEBKIT_PACKAGES, "No WebKit found: the tests that drive one will be skipped (to run them on "
                   f"Debian or Ubuntu, apt install {' '.join(WEBKIT_PACKAGES)})")


def want_java() -> str:
    """Return the path of a Java that starts, which that of macOS does not; "" without one."""
    return _wanted(lambda: next((java for java in filter(None, [shutil.which("java")])
                                 if not capture([java, "-version"], timeout=30)[0]), ""), ("default-jre-headless",),
                   "No Java found: the tests that run the Nu HTML checker will be skipped (to run them, install a Java "
                   "11 or newer)")


def want_nginx() -> str:
    """Return the path of an nginx; "" when there is none, after saying what will not be tested. Where Debian lets us,
    one that can send .br files is unpacked and not installed: the package would start a server on port 80."""
    if can_install() and not NGINX.exists():
        say("Fetching nginx with apt-get, for the tests only: nothing is installed")
        capture(["apt-get", "-q", "update"])
        with tempfile.TemporaryDirectory() as scratch:
            capture(["sh", "-c", 'cd "$0" && apt-get -q download "$@"', scratch, *NGINX_PACKAGES])
            for package in Path(scratch).glob("*.deb"):
                capture(["dpkg-deb", "--extract", str(package), str(NGINX.parents[2])])
    found = str(NGINX) if NGINX.exists() else shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not found:
        say("No nginx found: the tests of the file written for it will be skipped (to run them, install nginx)")
    return found or ""
