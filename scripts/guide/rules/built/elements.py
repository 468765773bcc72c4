"""A finished page holds only elements and attributes we mean to send: an allow-list, whoever wrote them and by whatever
way.

No inline style or script, which the site's policy keeps from being shown; no frame, no form that sends; and every link
and button has words, for an icon alone says nothing to whoever hears the page. The source rules stop what they foresee,
in the file that has it; this stops the rest, in what a reader's browser would get. A new element of a template is added
here by whoever adds the template, in the same change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Document, Node, documents, place_of, sources
from guide.publish.policy import single_file

_SHARED = frozenset("id class lang dir hidden role tabindex title popover inert translate".split())
_OWN = re.compile(r"(?:aria|data)-[a-z-]+")
# Element → the attributes it may have beside those of every element. Elements with a hyphen are our scripts' own.
ELEMENTS: dict[str, str] = {
    **dict.fromkeys("""
        abbr article aside b blockquote body br caption cite code datalist dd del dfn div dl dt em figcaption figure
        footer h1 h2 h3 h4 h5 h6 head header hr hgroup i ins kbd legend li main mark nav noscript p picture pre q rp
        rt ruby s samp search section small span strong sub summary sup table tbody template tfoot thead title tr u ul
        var wbr""".split(), ""),
    "html": "xmlns", "a": "href hreflang rel download type",
    "button": "type value name disabled popovertarget popovertargetaction",
    "data": "value", "details": "open name", "dialog": "open closedby", "fieldset": "disabled name",
    "form": "autocomplete novalidate",
    "img": "src alt width height loading decoding fetchpriority",
    "input": "type name value checked disabled readonly required placeholder min max minlength maxlength step pattern "
    "accept autocomplete "
    "autocapitalize enterkeyhint inputmode spellcheck list multiple",
    "label": "for", "link": "rel href hreflang type title media sizes as crossorigin fetchpriority",
    "meta": "charset name content property http-equiv media",
    "ol": "start reversed type", "optgroup": "label disabled", "option": "value selected disabled label",
    "output": "for name",
    "progress": "value max", "source": "srcset media type width height",
    "script": "src type defer async", "select": "name required disabled autocomplete multiple size", "col": "span",
    "colgroup": "span",
    "td": "colspan rowspan headers", "th": "colspan rowspan headers scope abbr",
    "textarea": "name rows cols required readonly disabled placeholder autocomplete maxlength spellcheck",
    "time": "datetime",
    "svg": "viewBox width height xmlns fill stroke focusable preserveAspectRatio",
    "path": "d fill stroke stroke-width transform", "use": "href",
    "circle": "cx cy r fill stroke", "rect": "x y width height rx ry fill stroke transform",
    "g": "transform fill stroke",
    "line": "x1 x2 y1 y2 stroke", "polyline": "points fill stroke",
}
_ALLOWED = {tag: frozenset(names.split()) for tag, names in ELEMENTS.items()}
_KINDS_OF_LINK = frozenset("stylesheet icon apple-touch-icon canonical alternate manifest license author help next "
                           "prev search preload modulepreload".split())
_DATA = "application/ld+json", "application/json", "speculationrules"
_REFRESH = re.compile(r"\d+;\s*url=(?![a-z][a-z0-9+.-]*:|[/\\]{2})[^\s\"'<>]+", re.I)


def check(project: Project, site: Path) -> Iterator[Fault]:
    # has a policy of its own, which allows its one <style>
    own = {single_file(language) for language in project.languages}
    for document in documents(site).values():
        seen: set[str] = set()
        for element in document.elements:
            for message in () if element.tag == "style" and document.path in own else _messages(project, document,
                                                                                                element):
                if message not in seen:
                    seen.add(message)
                    yield Fault(*place_of(project, document, element), f"{message} ({document.at(element)})")


def _messages(project: Project, document: Document, element: Node) -> Iterator[str]:
    tag, unused = element.tag, ("which this site has no use for; remove it (styles and scripts stand in files of "
                                "overrides/assets/)")
    kind = (element.get("type") or "").lower()
    if tag not in _ALLOWED and not re.fullmatch(r"[a-z]+(?:-[a-z]+)+", tag):
        yield f"a <{tag[:30]}> in the page, {unused}"
        return
    for name in element.attributes:
        if name not in _SHARED and name not in _ALLOWED.get(tag, ()) and not _OWN.fullmatch(name):
            yield f"{name[:30]}= on <{tag}>, {unused}"
    if tag == "link":
        yield from (f"<link rel={rel[:30]}>, {unused}" for rel in (element.get("rel") or "").lower().split()
                    if rel not in _KINDS_OF_LINK)
    if tag == "script" and element.text() and kind not in _DATA or tag == "input" and kind in ("password", "submit",
                                                                                               "image"):
        yield f"an inline <script>, {unused}" if tag == "script" else f"an <input type={kind}>, {unused}"
    if tag == "meta" and (equivalent := (element.get("http-equiv") or "").lower()) not in ("",
                                                                                           "content-security-policy"):
        content = element.get("content") or ""
        ours = equivalent == "refresh" and document.path not in sources(project) and (_REFRESH.fullmatch(content)
                                                                                      or project.site_url in content)
        if not ours:
            yield f"<meta http-equiv={equivalent[:30]}> tells the browser to do something; remove it"
    if tag in ("a", "button") and not (element.words().strip() or element.get("aria-label")):
        yield f"a <{tag}> without words; write them in it, or in aria-label"
