"""The reader of HTML sees what a browser would, and knows the line of what it read."""

from guide.publish.html import Document, parse, write

PAGE = """<!doctype html>
<html lang="fr"><head><title>Un</title></head>
<body><p id="a">x</p>
<template><p id="b" lang="en">in a template <a href="#c"><img alt="seen" src="x">here</a></p><template><i id="c"></i></template></template>
<svg viewBox="0 0 1 1"><title>two</title></svg><code>a : b</code>
<p>&eacute; <b>bold</b></p></body></html>
"""


def test_what_a_template_holds_is_read():
    page = Document("a/index.html", PAGE)
    assert list(page.ids) == ["a", "b", "c"]
    assert [element.language for element in page.elements if "id" in element.attributes] == ["fr", "en", "fr"]
    assert [link.words().split() for link in page.all("a")] == [["seen", "here"]]


def test_the_title_is_that_of_the_page():
    page = Document("a/index.html", PAGE)
    assert page.title == "Un"


def test_an_element_is_found_in_the_file():
    page = Document("a/index.html", PAGE)
    assert [page.line(element) for element in page.all("p")] == [3, 4, 6]
    assert page.at(page.all("b")[0]) == "a/index.html:6"
    added = Document("b/index.html", "\n\n<p>x")
    assert (added.line(added.all("p")[0]), added.line(added.all("body")[0])) == (3, 1)


def test_a_copy_can_be_changed():
    page = Document("a/index.html", PAGE)
    copy = page.tree.copy()
    copy.the("p").attributes["id"] = "z"
    copy.the("p").children = []
    assert page.tree.the("p").attributes == {"id": "a"} and page.tree.the("p").text() == "x"


def test_a_piece_has_nothing_added():
    assert write(parse("<b>a</b> c")) == "<b>a</b> c" and parse("").children == []
