"""The search index: a Pagefind that swallows a lost piece of its index in another way than the one known is refused,
not published."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from guide.publish import search


def test_a_script_that_changed_is_refused(tmp_path, monkeypatch):
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/pagefind.js").write_text("export const search = 1;")
    monkeypatch.setattr(search.subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=0))
    with pytest.raises(search.SearchError, match="scripts/guide/publish/search.py"):
        search._run(tmp_path)
