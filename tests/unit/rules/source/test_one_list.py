"""The languages are listed once."""

import pytest
from guide.content.faults import GuideError
from guide.content.project import load


@pytest.mark.parametrize(("path", "text"), [
    ("scripts/guide/x.py", 'LANGUAGES = ["fr"]'), ("overrides/x.html", "{% if language == 'en' %}"),
    ("overrides/x.css", ":lang(fr) { color: red }"),
    ("overrides/x.js", 'x("/en/x")'),
])
def test_a_second_list(guide, path, text):
    guide.write(path, f"\n{text}\n")
    guide.only("text", f"{path}:2", "names ", "project.languages")


@pytest.mark.parametrize("text", ['lang = "frame"', 'x = "then"', "page = 'opt-out/'"])
def test_other_words_are_left_alone(guide, text):
    guide.write("scripts/guide/x.py", text)
    assert guide.faults("text") == []


def test_a_language_without_its_months(guide):
    with pytest.raises(GuideError, match="has no entry for xx, which mkdocs.yml lists; add its months and plurals"):
        load(guide.root, ("fr", "xx"), "fr", "", {})
