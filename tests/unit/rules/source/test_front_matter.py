"""Front matter: present, closed, readable, with a title and a description that fit."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("old", "new", "line", "words"), [
    ("---\ntitle: The title index.md\n", "title: The title index.md\n", 1,
     "has no front matter; start the page with ---"),
    ("page.\n---\n", "page.\n", 1, "close it with a line ---"),
    ("title: The title index.md", "title: The title: index", 2,
     "the text contains ': '; put quotation marks around it"),
    ("title: The title index.md", "title: one\ntitle: two", 3, "has the key title twice"),
    ("title: The title index.md\n", "", 1, "lacks the field title; add it"),
    ("title: The title index.md", "title: ''", 2, "title is ''; write a text"),
    ("description: A sentence that describes the page.\n", "", 1, "lacks the field description"),
    ("title: The title index.md", "title: " + "long " * 13, 2, "write at most 60 characters"),
    ("description: A sentence", "description: " + "long " * 31, 3, "write at most 155 characters"),
    ("title: The title", "layout: wide\ntitle: The title", 2,
     "layout is a field nobody reads"),
    ("title: The title", "minutes: two\ntitle: The title", 2, "write a whole number"),
    ("title: The title", "answer: [a, b]\ntitle: The title", 2, "answer is a list or a mapping; write a text"),
    ("title: The title", "role: about\ntitle: The title", 2, "role is not that of docs/fr/index.md; give both the same"),
    ("title: The title", "next: away.md\ntitle: The title", 2, "write the name of a page, such as second.md"),
    ("title: The title", "next: second.md\ntitle: The title", 2, "next is not that of docs/fr/index.md"),
])
def test_what_is_wrong_with_it_is_said_with_its_line(guide, old, new, line, words):
    guide.edit(PAGE, old, new)
    guide.only("front_matter", f"{PAGE}:{line}", words)


def test_a_role_is_one_of_a_list(guide):
    for path in (PAGE, "docs/fr/index.md"):
        guide.edit(path, "description:", "role: chief\ndescription:")
    assert guide.faults("front_matter")[0].endswith("role is 'chief'; write one of: checklist, sources, about, "
                                                    "service, changes, translations")


def test_a_role_has_one_page(guide):
    for path in (PAGE, "docs/fr/index.md", "docs/en/second.md", "docs/fr/second.md"):
        guide.edit(path, "description:", "role: sources\ndescription:")
    assert guide.faults("front_matter") == [f"docs/{language}/second.md:3: has the role sources, which "
                                            f"docs/{language}/index.md has already; "
                                            f"only 'service' may be given twice" for language in ("en", "fr")]


def test_an_answer_and_minutes_are_welcome(guide):
    guide.edit(PAGE, "title: The title", 'answer: "Yes: today."\nminutes: 2\ntitle: The title')
    assert guide.faults("front_matter") == []


def test_the_claims_of_a_page_without_marks(guide):
    """They stand for its citations, exist, and are the same in both languages."""
    for language in "fr", "en":
        path = f"docs/{language}/second.md"
        guide.write(path, guide.read(path).replace("[@a-claim; @another-claim]", "").replace("---\n\n", "claims: [a-claim, another-claim]\n---\n\n", 1))
    assert [fault for rule in ("front_matter", "evidence", "citations") for fault in guide.faults(rule)] == []
    guide.edit("docs/en/second.md", "another-claim]", "no-claim]")
    line = guide.read("docs/en/second.md").splitlines().index("claims: [a-claim, no-claim]") + 1
    assert guide.faults("front_matter") == [
        f"docs/en/second.md:{line}: claims is not that of docs/fr/second.md; give both the same",
        f"docs/en/second.md:{line}: there is no claim no-claim; write the id of one of docs/records/claims/"]
