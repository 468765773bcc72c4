"""The guide as one file: what is cut from a page, how few bytes the rest takes, where links lead."""

from __future__ import annotations

import base64
import hashlib

from guide.publish.html import UNWRAP, Node, parse, rewrite, write
from guide.publish.policy import single_file_policy
from guide.publish.single_file import Reducer, _join, terse
from guide.render.icons import once


def reduced(html: str, classes: tuple[str, ...] = (), places: dict | None = None) -> str:
    reducer = Reducer(set(classes), places or {}, {}, lambda kind, target: Node("p", {}, [f"{kind} {target}"]))
    return terse(Node("", {}, [reducer.page(parse(f"<main>{html}</main>"), "a/")]))


def test_a_page_becomes_its_words_one_level_lower():
    html = ('<nav>menu</nav><h1 id="top">Title</h1><div class="answer"><p>Yes.</p></div><article><h2 '
            'id="x">Part</h2><p>Text <b>bold</b>.</p></article>')
    assert reduced(html,
                   ("answer",)) == ("<section><h2 id=top>Title</h2><div class=answer><p>Yes.</div><h3 "
                                    "id=x>Part</h3><p>Text <b>bold</b>.</section>")


def test_tools_and_pictures_are_left_out(subtests):
    for html in (
        "<form><p>x</p></form>", "<template><p>x</p></template>", '<div class="step-foot">x</div>', "<p hidden>x</p>",
        '<div class="evidence">x</div>',
        "<p><img src=a alt=x></p>", '<p class="no-js">x</p>', "<button>x</button>",
    ):
        with subtests.test(html):
            assert reduced(f"<article><p>kept</p>{html}</article>") == "<section><p>kept</section>"


def test_an_icon_brings_what_it_is_drawn_with():
    drawn = '<svg class="icon" viewBox="0 0 9 9"><path d="M1 1" id="icon:1"/></svg>'
    again = '<svg class="icon" viewBox="0 0 9 9"><use href="#icon:1"/></svg>'
    html = once(reduced(f"<header>{drawn}</header><article><p>{again} a</p></article>", ("icon",)))
    assert (html == '<section><p><svg class="icon" viewBox="0 0 9 9" width="24" aria-hidden="true"><path d="M1 '
                    '1"/></svg> a</section>')


def test_what_is_behind_says_so_in_the_file_too():
    notice = '<div class="behind" role="note"><p>Changed. <a href="../x/" hreflang="fr" lang="fr">Lire</a></p></div>'
    kept = '<p>Changed. <a href="../x/" lang=fr hreflang=fr>Lire</a>'
    html = f'<div class="article-head"><h1>Title</h1>{notice}</div><article><h2>Part</h2>{notice}</article>'
    assert reduced(html) == f"<section><h2>Title</h2>{kept}<h3>Part</h3>{kept}</section>"


def test_a_mark_becomes_a_numbered_link():
    marks = "".join(f'<sup class="cite"><button popovertarget="evidence-{number}">{number}</button></sup>'
                    for number in (1, 2))
    notes = "".join(f'<div class="evidence-item" id="evidence-{number}">'
                    + "".join(f'<a class="evidence-more" href="../facts/{name}/">x</a>' for name in names) + "</div>"
                    for number, names in ((1, ("why", "how")), (2, ("gone",))))
    html = f'<article><p>So.{marks}</p><div class="evidence">{notes}</div></article>'
    assert (reduced(html, (), {"why": ("c7", 7), "how": ("c8", 8)})
            == "<section><p>So.<a href=##c7>[7]</a><a href=##c8>[8]</a></section>")


def test_a_long_list_stands_once():
    html = ('<article><table class="authorities"><tr><td>a</td></tr></table><table '
            'class="authorities"><tr><td>a</td></tr></table></article>')
    assert reduced(html) == "<section><table id=list-authorities><tr><td>a</table><p>above ##list-authorities</section>"


def test_a_long_list_is_read_on_line_and_can_still_be_linked_to():
    """Its second place leads to its first, which then leads on line."""
    seeds = '<div class="seeds"><table><tr><td>long</td></tr></table></div>'
    assert reduced(f"<article><p>Before</p>{seeds}</article>") == "<section><p>Before<p>online a/</section>"
    table = '<table class="languages"><tr><td>long</td></tr></table>'
    assert (reduced(f"<article>{table}{table}</article>")
            == "<section><p id=list-languages>online a/<p>above ##list-languages</section>")


def test_ids_are_single_and_links_stay_in_the_file():
    one = parse('<h2 id="top">A</h2><h3 id="x">X</h3><a href="../b/#x">b</a><a href="##c1">[1]</a>')
    two = parse('<h2 id="top">B</h2><h3 id="x">X</h3><a href="../a/">a</a><a href="../feed.xml">f</a>')
    sections = {"a/": Node("section", {}, one.children), "b/": Node("section", {}, two.children)}
    _join(sections, "https://host.example/")
    assert (write(sections["a/"]) == '<section id="page-a"><h2>A</h2><h3 id="x">X</h3><a href="#page-b-x">b</a><a '
                                     'href="#c1">[1]</a></section>')
    assert (write(sections["b/"]) == '<section id="page-b"><h2>B</h2><h3 id="page-b-x">X</h3><a '
                                     'href="#page-a">a</a><a href="https://host.example/feed.xml">f</a></section>')


SHORT = {
    "<ul>\n <li>a</li>\n <li>b</li>\n</ul>": "<ul><li>a<li>b</ul>",
    "<p>a</p>\n<p>b</p> text": "<p>a<p>b</p>text",
    '<p><a href="https://x.example/">a</a> <a href="/y">b</a></p>':
        '<p><a href="https://x.example/">a</a> <a href=/y>b</a>',
    "<pre>a\n  b</pre>": "<pre>a\n  b</pre>",
    '<p title="a &quot;b&quot; &amp; c">x &lt; y</p>': '<p title="a &quot;b&quot; &amp; c">x &lt; y',
    "<p>a <b>b</b> c</p>": "<p>a <b>b</b> c",
    "<dl><dt>a</dt><dd>b</dd></dl>": "<dl><dt>a<dd>b</dl>",
}


def test_few_bytes():
    assert {html: terse(parse(html)) for html in SHORT} == SHORT


def test_a_tree_is_written_as_it_was_read():
    html = '<div class="a"><p>x &amp; <br>y</p><input hidden></div>'
    assert write(parse(html)) == html


def test_rewriting_drops_and_unwraps():
    tree = parse("<div><i>a</i><b>b</b></div>")
    rewrite(tree, lambda node: None if node.tag == "b" else UNWRAP if node.tag == "i" else node)
    assert write(tree) == "<div>a</div>"


def test_the_policy_names_the_style():
    digest = base64.b64encode(hashlib.sha256(b"p{}").digest()).decode()
    assert (f"style-src 'sha256-{digest}'" in single_file_policy("p{}")
            and "default-src 'none'" in single_file_policy("p{}"))
