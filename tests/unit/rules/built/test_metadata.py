"""Language, title, description and addresses of the finished pages."""

import pytest


@pytest.mark.parametrize(("old", "new", "words"), [
    ('<html lang="en">', "<html>", "<html> has no lang"),
    ('<html lang="en">', '<html lang="fr">', "<html lang> is 'fr'; the page is in 'en'"),
    ("<title>second en</title>", "<title> </title>", "<title> is missing or empty"),
    ("<title>second en</title>", "<title>index en</title>", "is that of docs/en/index.md too; give each page its own"),
    ('content="A page."', 'content=""', "exactly one <meta name=description>"),
    ('rel="canonical" href="https://guide.example/en/second/"', 'rel="canonical" href="https://guide.example/second/"',
     "must stand once and be https://guide.example/en/second/"),
    ('hreflang="fr" href="https://guide.example/second/"', 'hreflang="fr" href="../../second/"',
     "it lacks: fr https://guide.example/second/"),
    ('hreflang="x-default" href="https://guide.example/en/second/"',
     'hreflang="x-default" href="https://guide.example/second/"',
     "it lacks: x-default https://guide.example/en/second/"),
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
            for fault in guide.built("metadata", built.folder)] == ["site/go/x/index.html: <html> has no lang",
                                                                                        "site/go/x/index.html: "
                                                                                        "<title> is missing or empty"]
