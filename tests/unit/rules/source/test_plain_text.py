"""Front matter and strings are one line of plain words."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("value", "words"), [
    ('"A page.\\r\\nBCC: x"', "holds a line end"),
    ('"A page.\\nEND:VEVENT"', "holds a line end"),
    ("A page.</title><script>x</script>", "contains HTML or an entity"),
    ("A page &lt;b&gt;.", "contains HTML or an entity"),
    ("A page." * 200, "has more than 1200 characters"), ("'[A](second.md) page.'", "only the body of a page may"),
    ("'*A*{onclick=x} page.'", "only the body of a page may"),
])
def test_a_field_of_the_front_matter(guide, value, words):
    line = guide.edit(PAGE, "description: A sentence that describes the page.", f"description: {value}")
    guide.only("plain_text", f"{PAGE}:{line}", "description", words)


@pytest.mark.parametrize(("value", "words"), [('"a\\r\\nb"', "holds a line end"),
                                              ('"<img src=x onerror=y>"', "contains HTML"), ('" "', "is empty")])
def test_a_string(guide, value, words):
    line = guide.edit("docs/strings/en.yml", '"English"', value)
    guide.only("plain_text", f"docs/strings/en.yml:{line}", "language_name", words)


@pytest.mark.parametrize("text", ["[Acme](javascript:x)", "*Acme*{: onclick=x}", "Acme.[@nowhere]"])
def test_a_record(guide, text):
    line = guide.edit("docs/records/claims/all.yml", "en: Acme says one thing.", f"en: '{text}'")
    guide.only("plain_text", f"docs/records/claims/all.yml:{line}", "only the body of a page may")


def test_plain_words(guide):
    guide.edit(PAGE, "description: A sentence that describes the page.", "description: \"R&D, 3 < 4, it's so\"")
    assert guide.faults("plain_text") == []
