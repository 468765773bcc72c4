"""A site in a folder of its host, as on GitHub Pages: nothing it says or asks for lies outside that folder, all of it is there.

`SITE_URL=https://host.example/project/ python3 scripts/dev.py test` asks the same of every other test; this one is in each run.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from guide.publish.html import Document, documents, sources

ADDRESS = "https://host.example/project/"
HOST = ADDRESS.removesuffix("project/")
# The cards are left out: drawing them is a third of a build, and where they lie is read in the pages.
COMMAND = "import guide.publish.cards as cards; cards.write = lambda *_: None; from mkdocs.__main__ import cli; cli()"
NAMED = ("href", "src", "srcset", "action", "poster", "cite", "content")
STARTS = re.compile(r"\.{1,2}/|/(?!/)|" + re.escape(HOST))


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory) -> Path:
    """The site, built for the folder `project` of a host."""
    folder = tmp_path_factory.mktemp("sub-path") / "site"
    environment = {**os.environ, "SITE_URL": ADDRESS, "PYTHONPATH": str(root / "scripts"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", COMMAND, "build", "--strict", "--site-dir", str(folder)],
                          check=False, cwd=root, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def addresses(document: Document) -> Iterator[str]:
    """Everything in a page that leads somewhere: by the attribute's name, or, for what scripts use, by the look of its value."""
    for element in document.elements:
        for name, value in element.attributes.items():
            first = value.split(" ")[0]  # of a srcset
            if STARTS.match(value) or name in NAMED and element.tag != "meta" and value and not value.startswith("#"):
                yield first


def home(path: str) -> str:
    """The address a page is read at. The 404 page answers at any, the deepest included."""
    return ADDRESS + ("en/no/such/page/" if path == "404.html" else path.removesuffix("index.html"))


def is_there(site: Path, address: str) -> bool:
    """Whether the site holds what an address below its folder asks for."""
    path = unquote(urlsplit(address).path).removeprefix(urlsplit(ADDRESS).path)
    return (site / path / "index.html" if path.endswith("/") or not path else site / path).is_file()


def test_every_address_in_every_page_lies_in_the_folder_and_is_there(built):
    pages = documents(built)
    assert {"404.html", "index.html", "en/index.html"} <= pages.keys() and any(path.startswith("go/") for path in pages)
    wrong, seen = [], 0
    for path, document in pages.items():
        for value in addresses(document):
            address = urljoin(home(path), value)
            if not address.startswith(HOST):
                continue
            seen += 1
            if not address.startswith(ADDRESS) or "/cards/" not in address and not is_there(built, address):
                wrong.append(f"{path}: {value}")
    assert seen > 1000 and not wrong, "\n".join(sorted(set(wrong)))


def test_what_pages_say_of_themselves_names_the_folder(built, project):
    """Canonical, hreflang, cards and structured data are absolute; search engines and social networks go by nothing else."""
    for path, document in documents(built).items():
        for element in document.all("link", "meta"):
            alternate = element.get("hreflang") and not element.get("type")
            if element.get("rel") == "canonical" or alternate or element.get("property") in ("og:url", "og:image"):
                assert (element.get("href") or element.get("content") or "").startswith(ADDRESS), path
            if element.get("rel") == "canonical" and path in sources(project):
                assert element.get("href") == home(path), path
        for element, text in document.scripts:
            if element.get("type") == "application/ld+json":
                assert f'"{ADDRESS}' in text and "guide.example" not in text, path
                json.loads(text)


def test_feeds_sitemap_robots_and_interface_name_the_folder(built, project):
    locations = [element.text for element in etree.parse(built / "sitemap.xml").iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(locations) == len(project.pages) and all(address.startswith(ADDRESS) and is_there(built, address) for address in locations)
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (built / "robots.txt").read_text("utf-8")
    for path in [*built.rglob("feed.xml"), *built.glob("api/**/*.json"), *built.glob("guide-*.html")]:
        text = path.read_text("utf-8")
        assert "guide.example" not in text, path.name
        for address in re.findall(re.escape(HOST) + r"[^\s\"'<>#]*", text):
            assert address.startswith(ADDRESS) and is_there(built, address), f"{path.name}: {address}"


def test_scripts_and_styles_ask_for_nothing_from_the_root_of_the_host(built):
    files = [*built.glob("assets/*.js"), *built.glob("assets/*.css")]
    assert files
    for path in files:
        assert not re.findall(r"""url\(["']?/|(?:import\(|fetch\(|from |href ?= ?|src ?= ?|open\()["'`]/""", path.read_text("utf-8")), path.name


def test_host_files_are_for_the_folder(built):
    nginx = (built / "_nginx.conf").read_text("utf-8")
    assert "error_page 404 /project/404.html;" in nginx
    assert all(re.match(r"location (\^~ |= )?/project/", line) for line in nginx.splitlines() if line.startswith("location"))
