"""A reader who searched "$&" was told there is nothing for "{query}": `replace` obeys what stands in the words it puts
in; `withValues` does not."""

from __future__ import annotations

import re


def test_scripts_fill_sentences_with_one_function(root):
    scripts = {path.name: path.read_text("utf-8") for path in (root / "overrides/assets/js").rglob("*.js")}
    assert [(name, found) for name,
            text in scripts.items() for found in re.findall(r"\.replace(?:All)?\([\"'`]\{\w+\}.*", text)] == []
