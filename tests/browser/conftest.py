"""A reader's browser: pages opened in it fail the test when they write to the console, throw, or ask another host."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from engines import FIREFOX, Firefox
from waiting import settle


def pytest_configure(config):
    config.addinivalue_line("markers", "engines(**case): run in Firefox too; of its cases, those with these values")


def pytest_generate_tests(metafunc):
    if metafunc.definition.get_closest_marker("engines"):
        metafunc.parametrize("engine", ["chromium", FIREFOX])


def pytest_collection_modifyitems(items):
    def asked_for(item) -> bool:
        marker = item.get_closest_marker("engines")
        if not marker or item.callspec.params["engine"] == "chromium":
            return True
        return marker.kwargs.items() <= item.callspec.params.items()
    items[:] = filter(asked_for, items)


@pytest.fixture
def engine() -> str:
    """Which browser a test is driven in. Those marked `engines` are driven in each."""
    return "chromium"


@pytest.fixture(scope="session")
def firefox(playwright, fonts):
    running = Firefox(playwright, fonts)
    yield running
    running.close()


@pytest.fixture
def reader(browser, firefox, engine, base):
    """A function that opens a fresh visit: `reader(path, width=1280, **context options)` returns the page, with its
    tools; `go` leads on. Further tabs of `page.context` are watched as well. Nothing is animated unless asked for: a
    test would wait for the scrolling.

    At the end of the test: no console message, no uncaught error, no request to another host, no cookie.
    """
    contexts, faults = [], []
    host = urlsplit(base).netloc

    def open_page(path: str = "", width: int = 1280, height: int = 800, script: str = "", quiet: bool = True,
                  **options):
        options = {"locale": "en-GB" if path.startswith("en/") else "fr-FR", "reduced_motion": "reduce", **options}
        context = {"chromium": browser, "firefox": firefox}[engine].new_context(
            base_url=base, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        if quiet:
            context.on("console",
                       lambda message: faults.append(f"{message.page.url}: console {message.type}: {message.text}"))
            context.on("weberror", lambda error: error.page.url == "about:blank"
                       or faults.append(f"{error.page.url}: {error.error}"))
        context.on("request",
                   lambda request: urlsplit(request.url).netloc in (host, "") or faults.append(f"asked {request.url}"))
        page = context.new_page()
        page.goto(path)
        settle(page)
        return page

    yield open_page
    for context in contexts:
        faults += [f"cookie {cookie['name']}" for cookie in context.cookies()]
        context.close()
    assert not faults, "\n".join(faults)
