"""The built cards: every page names one that exists, with its size and its words, and none is heavy."""

from __future__ import annotations

import struct

import pytest
from selectolax.lexbor import LexborHTMLParser

WANTED = ("og:type", "og:site_name", "og:title", "og:description", "og:url", "og:locale", "og:image", "og:image:type",
          "og:image:width",
          "og:image:height", "og:image:alt", "twitter:card", "twitter:image:alt")


@pytest.fixture(scope="module")
def heads(site, project):
    """The sharing tags of every content page, by path."""
    found = {}
    for page in project.pages:
        path = project.prefix(page.language) + page.name.removesuffix(".md").removesuffix("index")
        document = LexborHTMLParser((site / path / "index.html").read_text("utf-8"))
        tags = [(tag.attributes.get("property") or tag.attributes.get("name"), tag.attributes.get("content"))
                for tag in document.css("head meta")]
        found[path or "/", page.language] = tags
    return found


def test_tags_are_complete(heads):
    for (path, _), tags in heads.items():
        for name in WANTED:
            assert [value for key, value in tags if key == name and value], f"{path} lacks {name}"
            assert sum(key == name for key, _ in tags) == 1, f"{path} has {name} twice"


def test_each_card_exists_in_the_page_s_language(heads, site):
    named = set()
    for (path, language), tags in heads.items():
        values = dict(tags)
        address = values["og:image"]
        assert address.startswith("https://") and address.endswith(f".{language}.png"), path
        file = site / "cards" / address.rpartition("/")[2]
        data = file.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", data[16:24]) == (int(values["og:image:width"]),
                                                     int(values["og:image:height"])) == (1200, 630)
        named.add(file)
    cards = {path for path in (site / "cards").iterdir() if "-slide." not in path.name}  # those are downloaded
    assert named == cards, "cards no page names"


def test_cards_are_light_and_say_no_day(site):
    for file in (site / "cards").iterdir():
        data = file.read_bytes()
        assert len(data) <= 40 * 1024, f"{file.name}: {len(data)} bytes"
        assert data[25] == 3, f"{file.name} has no palette"
        assert not any(chunk in data for chunk in (b"tIME", b"tEXt", b"iTXt", b"zTXt", b"eXIf")), file.name


def test_fonts_are_for_drawing_only(site):
    assert not [path for path in site.rglob("*") if path.suffix in (".ttf", ".otf", ".woff", ".woff2")]
