"""What the tests share: the repository, the built site, and a real browser on a server that answers like a host.

`python3 scripts/dev.py test` builds the site first and says where it is in $SITE_DIR, and which browser to use in
$CHROMIUM, and a Firefox in $FIREFOX (empty: its cases are skipped).
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site."""
    folder = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    assert (folder / "index.html").is_file(), f"{folder} is not a built site: run python3 scripts/dev.py test"
    return folder


@pytest.fixture(scope="session")
def project(root: Path):
    """One reading of the repository, as the build of the site read it: for the same address."""
    from guide.content.languages import languages
    from guide.content.project import load

    codes = languages(root)
    return load(root, codes, codes[0], os.environ.get("SITE_URL") or "https://guide.example/", {})


@pytest.fixture(scope="session")
def base(site: Path):
    """The address of the site on a server of its own, with the headers a host would send; ends with a slash."""
    from commands.server import Server

    with Server(site, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.url
        server.shutdown()


@pytest.fixture(scope="session")
def fonts(root: Path) -> Path:
    """What tells a browser to use the fonts of tests/data/fonts: lines break in the same places whatever the machine
    has."""
    return root / "tests/data/fonts/fonts.conf"


@pytest.fixture(scope="session")
def playwright():
    """What drives the browsers."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright, fonts: Path):
    """A real Chromium."""
    flags = ["--disable-background-networking", "--disable-component-update", "--no-first-run",
             "--renderer-process-limit=1", "--in-process-gpu"]  # fewer processes: a fifth of the work of a visit
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses its sandbox to root
    chromium = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or None, args=flags,
                                          env={**os.environ, "FONTCONFIG_FILE": str(fonts)})
    yield chromium
    chromium.close()
