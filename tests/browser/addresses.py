"""The address of every page, from the sitemap: a page nobody lists is a page nobody tests."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent


def pages() -> list[str]:
    """Every page of the built site, as a path without the leading slash and without the base path."""
    site = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    urls = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    root = len(urlsplit(min(urls, key=len)).path)
    return [urlsplit(url).path[root:] for url in urls]


def turn_about() -> list[str]:
    """Every page in one of its languages, turn and turn about: for what language cannot change."""
    names = [path for path in pages() if not path.startswith("en/")]
    return [f"en/{name}" if turn % 2 else name for turn, name in enumerate(names)]
