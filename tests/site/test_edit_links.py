"""The built pages offer to be improved where the build was told where (EDIT_URL), and only there."""

from __future__ import annotations

import os

from guide.content.pages import page_url
from selectolax.lexbor import LexborHTMLParser


def test_every_page_links_to_its_own_file_or_none_does(site, project):
    folder = os.environ.get("EDIT_URL", "").strip().rstrip("/")
    for page in project.pages:
        html = (site / (project.prefix(page.language) + page_url(page.name)) / "index.html").read_text(encoding="utf-8")
        links = [node.attributes["href"] for node in LexborHTMLParser(html).css("a.edit")]
        assert links == ([f"{folder}/{page.language}/{page.name}"] if folder else []), page.path
