"""Words after the link of a check list once lost the comma's place: "advertising , which is apart"."""

from __future__ import annotations

import re


def test_no_space_before_a_comma(site):
    for page in ("checklist/index.html", "en/checklist/index.html"):
        labels = re.findall(r"<label for=\"done-[^>]*>(.*?)</label>", (site / page).read_text("utf-8"))
        assert any("," in label for label in labels)
        assert not [label for label in labels if " ," in label], page
