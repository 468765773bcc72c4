"""build --compress: what a host sends as it lies there is the file itself, smaller, and the same bytes at every
build."""

from __future__ import annotations

import gzip

import brotli
from guide.publish.files import compress

TEXT = b"<p>the same words</p>\n" * 40


def test_each_text_has_two_smaller_copies_that_say_the_same(tmp_path):
    (tmp_path / "en").mkdir()
    page = tmp_path / "en" / "index.html"
    page.write_bytes(TEXT)
    compress(tmp_path)
    br, gz = (page.with_name(page.name + suffix).read_bytes() for suffix in (".br", ".gz"))
    assert brotli.decompress(br) == gzip.decompress(gz) == TEXT
    assert max(len(br), len(gz)) < len(TEXT)


def test_what_is_compressed_already_has_none(tmp_path):
    for name in ("card.png", "fr_1.pf_index", "_headers", "font.ttf"):
        (tmp_path / name).write_bytes(TEXT)
    compress(tmp_path)
    assert len(list(tmp_path.iterdir())) == 4


def test_the_same_bytes_whenever_and_wherever_it_is_built(tmp_path):
    copies = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / f"{folder}.css"
        path.write_bytes(TEXT)
        compress(tmp_path / folder)
        copies.append([path.with_name(path.name + suffix).read_bytes() for suffix in (".br", ".gz")])
    assert copies[0] == copies[1]
    assert copies[0][1][3:8] == bytes(5), "gzip's header would hold a name or a date"
