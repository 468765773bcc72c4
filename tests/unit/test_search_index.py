"""The search index: a Pagefind that swallows a lost piece of its index in another way than the one known is refused,
not published."""

from __future__ import annotations

import gzip
import json
import re
from types import SimpleNamespace

import pytest
from guide.publish import search
from guide.publish.html import document


def test_a_script_that_changed_is_refused(tmp_path, monkeypatch):
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/pagefind.js").write_text("export const search = 1;")
    monkeypatch.setattr(search.subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=0))
    with pytest.raises(search.SearchError, match="scripts/guide/publish/search.py"):
        search._made(tmp_path)


def test_words_of_neighbouring_cells_are_words_of_their_own(site, subtests):
    """An excerpt said "Depuis3 novembre", since nothing stood between the two cells."""
    found = (gzip.decompress(path.read_bytes()) for path in (site / "pagefind/fragment").iterdir())
    records = {record["url"]: record["content"] for record in (json.loads(data[data.index(b"{"):]) for data in found)}
    for page in ("", "en/regions/", "rights/", "en/opt-out/web/", "contested/", "about/"):
        with subtests.test(page):
            pieces = {word for element in document(site, f"{page}index.html").elements for child in element.children
                      if isinstance(child, str) for word in re.findall(r"\w+", child)}
            glued = {word for word in re.findall(r"\w+", records[f"/{page}"]) if word not in pieces}
            assert {word for word in glued if re.search(r"[^\W\d_][\dA-ZÀ-Ý]", word)} == set()


def test_lists_of_what_stands_elsewhere_are_left_out(site):
    content = {}
    for path in (site / "pagefind/fragment").iterdir():
        data = gzip.decompress(path.read_bytes())
        record = json.loads(data[data.index(b"{"):])
        content[record["url"]] = record["content"]
    assert "In the guide" not in content["/en/facts/uk-pause/"] and len(content["/en/sources/"]) < 5000
