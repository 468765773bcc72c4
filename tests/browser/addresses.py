"""The address of every page, from the sitemap: a page nobody lists is a page nobody tests."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent


def pages() -> list[str]:
    """Every page of the built site, of statements one of each make, as a path without the leading slash and without the base path."""
    site = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    urls = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    root = len(urlsplit(min(urls, key=len)).path)
    paths = [urlsplit(url).path[root:] for url in urls]
    makes = {path: _make(site, path) for path in paths}
    return [path for path in paths if next(other for other in paths if makes[other] == makes[path]) == path]


def _make(site: Path, path: str) -> tuple[str, ...]:
    """Statements are shown alike: one page is enough for all that have the same parts."""
    folder, _, _ = path.partition("facts/")
    if path == folder:
        return path,
    text = (site / path / "index.html").read_text("utf-8")
    return folder, *re.findall(r'<h2 id="([a-z]+)|class="fact-withdrawn', text)


def turn_about() -> list[str]:
    """Every page in one of its languages, turn and turn about: for what language cannot change."""
    names = [path for path in pages() if not path.startswith("en/")]
    return [f"en/{name}" if turn % 2 else name for turn, name in enumerate(names)]
