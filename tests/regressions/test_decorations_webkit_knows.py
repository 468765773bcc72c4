"""WebKit takes a `text-decoration` of one word only: a thickness or a colour in it left ticked tasks not struck
through, a title not underlined."""

from __future__ import annotations

import re


def test_each_part_of_a_decoration_is_a_line_of_its_own(root):
    sheets = {path.name: path.read_text("utf-8") for path in (root / "overrides/assets/css").rglob("*.css")}
    assert [(name, found) for name, text in sheets.items()
            for found in re.findall(r"text-decoration:\s*[^;}\s][^;}]*?\s[^;}\s][^;}]*", text)] == []
