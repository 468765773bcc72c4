"""Language and title of the finished pages."""

import pytest


@pytest.mark.parametrize(("old", "new", "words"), [
    ('<html lang="en">', "<html>", "<html lang> is ''"),
    ('<html lang="en">', '<html lang="fr">', "<html lang> is 'fr'; write the language of the page"),
    ("<title>second en</title>", "<title> </title>", "<title> is missing or empty"),
    ("<title>second en</title>", "<title>index en</title>", "is that of docs/en/index.md too; give each page its own"),
])
def test_what_a_page_does_not_say(guide, built, old, new, words):
    built.edit("en/second/index.html", old, new)
    found = [fault for fault in guide.built("metadata", built.folder) if words in fault]
    assert len(found) == 1 and found[0].startswith("docs/en/second.md"), guide.built("metadata", built.folder)


def test_a_page_that_was_not_built(guide, built):
    (built.folder / "en/second/index.html").unlink()
    assert guide.built("metadata",
                       built.folder) == ["docs/en/second.md: was not built (no en/second/index.html); see that the "
                                         "menu of mkdocs.yml names it"]


def test_pages_made_by_templates_need_a_language_and_a_title(guide, built):
    built.write("go/x/index.html", "<!doctype html><html><head></head></html>")
    assert [fault.split(";")[0]
            for fault in guide.built("metadata", built.folder)] == ["site/go/x/index.html: <html lang> is ''",
                                                                                        "site/go/x/index.html: "
                                                                                        "<title> is missing or empty"]
