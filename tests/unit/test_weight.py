"""What a page costs: the files it asks for, as a host sends them, and those a reader has already on the next page."""

from __future__ import annotations

import random

import brotli
import pytest
from guide.rules.weight import KIB, Part, first_search, sent, weigh

PAGE = ('<!doctype html><link rel="stylesheet" href="../style.css"><link rel="icon" href="../icon.svg"><link '
        'rel="canonical" href="https://a.example/">')


@pytest.fixture
def site(tmp_path):
    """A function that writes a file of the site and returns its path."""
    def write(name: str, data: bytes | str):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path
    for name in ("style.css", "icon.svg", "tool.js", "big.png", "small.png"):
        write(name, name * 50)
    write("a/index.html", PAGE)
    write("b/index.html",
          PAGE + '<script type="module" src="../tool.js"></script><script type="application/ld+json">{}</script>'
          '<img src="../small.png" alt=""><img src="../big.png" alt="" loading="lazy"><a '
          'href="../elsewhere.html">x</a><img src="../small.png" alt="">')
    return tmp_path


def test_a_page_costs_what_it_asks_for_before_it_is_loaded(site):
    pages = weigh(site, ["a/index.html", "b/index.html", "gone/index.html"])
    assert [part.path for part in pages["a/index.html"].parts] == ["a/index.html", "style.css", "icon.svg"]
    assert [part.path for part in pages["b/index.html"].parts] == ["b/index.html", "style.css", "icon.svg", "tool.js",
                                                                   "small.png"]
    assert pages["b/index.html"].cost("requests") == 5 and "gone/index.html" not in pages
    assert pages["b/index.html"].cost("first_view") == sum(sent(site / part.path) for part in pages["b/index.html"].parts) / KIB


def test_the_next_page_is_without_what_every_page_asks_for(site):
    pages = weigh(site, ["a/index.html", "b/index.html"])
    assert pages["a/index.html"].shared == {"style.css", "icon.svg"}
    assert pages["b/index.html"].cost("second_page") == sum(sent(site / name)
                                                    for name in ("b/index.html", "tool.js", "small.png")) / KIB


def test_texts_are_compressed_on_their_way_and_pictures_are_not(site):
    text = ("word " * 300).encode()
    (site / "t.css").write_bytes(text)
    (site / "t.png").write_bytes(text)
    assert sent(site / "t.css") == len(brotli.compress(text, quality=5)) < 100
    assert sent(site / "t.png") == len(text) and sent(site / "none.css") == 0


def test_a_changed_file_is_weighed_again(site):
    before = sent(site / "style.css")
    (site / "style.css").write_bytes(random.Random(1).randbytes(900))
    assert sent(site / "style.css") > before


def test_a_first_search_counts_the_largest_part_of_the_index_of_its_language(site):
    for name, size in (("index/fr_1.pf_index", 10), ("index/fr_2.pf_index", 30), ("index/en_1.pf_index", 90),
                       ("wasm.fr.pagefind", 7), ("wasm.en.pagefind", 8),
                       ("pagefind.fr_3.pf_meta", 5), ("fragment/fr_9.pf_fragment", 50)):
        path = site / "pagefind" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * size)
    parts = [part for part in first_search(site, "fr") if part.size]
    assert parts == [Part("pagefind/wasm.fr.pagefind", 7), Part("pagefind/pagefind.fr_3.pf_meta", 5),
                     Part("pagefind/index/fr_2.pf_index", 30)]
