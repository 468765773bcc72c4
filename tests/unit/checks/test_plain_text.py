"""Front matter and strings are one line of plain words."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("value", "words"), [
    ('"A page.\\r\\nBCC: x"', "holds a line end"),
    ('"A page.\\nEND:VEVENT"', "holds a line end"),
    ("A page.</title><script>x</script>", "contains HTML or an entity (</)"),
    ("A page &lt;b&gt;.", "contains HTML or an entity (&lt;)"),
    ("A page." * 200, "shorten it to 1200"),
])
def test_a_field_of_the_front_matter(guide, value, words):
    line = guide.edit(PAGE, "description: A sentence that describes the page.", f"description: {value}")
    guide.only("plain_text", f"{PAGE}:{line}", "description", words)


@pytest.mark.parametrize(("value", "words"), [('"a\\r\\nb"', "holds a line end"), ('"<img src=x onerror=y>"', "contains HTML")])
def test_a_string(guide, value, words):
    line = guide.edit("docs/strings/en.yml", '"English"', value)
    guide.only("plain_text", f"docs/strings/en.yml:{line}", "language_name", words)


def test_plain_words(guide):
    guide.edit(PAGE, "description: A sentence that describes the page.", "description: \"R&D, 3 < 4, it's so\"")
    assert guide.faults("plain_text") == []
