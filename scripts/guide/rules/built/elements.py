"""A finished page holds only elements and attributes we mean to send: an allow-list, whoever wrote them and by whatever way.

The source rules stop what they foresee, in the file that has it; this stops the rest, in what a reader's browser would get. A new element
of a template is added here by whoever adds the template, in the same change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Document, Node, documents, place_of, sources

_SHARED = frozenset("id class lang dir hidden role tabindex title popover inert translate".split())
_OWN = re.compile(r"(?:aria|data)-[a-z-]+")
# Element → the attributes it may have beside those of every element. Elements with a hyphen are our scripts' own.
ELEMENTS: dict[str, str] = {
    **dict.fromkeys(("abbr article aside b blockquote body br caption cite code dd del details dfn dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 head "
                     "header hr hgroup i ins kbd legend li main mark nav noscript p picture pre q rp rt ruby s samp search section small span strong style sub "
                     "summary sup "
                     "table tbody template tfoot thead title tr u ul var wbr").split(), ""),
    "html": "xmlns", "a": "href hreflang rel download type", "button": "type value name disabled popovertarget popovertargetaction commandfor command",
    "data": "value", "details": "open name", "dialog": "open closedby", "div": "", "fieldset": "disabled name", "form": "autocomplete novalidate",
    "img": "src srcset sizes alt width height loading decoding fetchpriority", "source": "srcset sizes media type width height",
    "input": "type name value checked disabled readonly required placeholder min max minlength maxlength step pattern size accept autocomplete autocapitalize "
             "enterkeyhint inputmode spellcheck list multiple",
    "label": "for", "link": "rel href hreflang type title media sizes as crossorigin fetchpriority", "col": "span", "colgroup": "span", "datalist": "",
    "meta": "charset name content property http-equiv media", "meter": "value min max low high optimum",
    "ol": "start reversed type", "optgroup": "label disabled",
    "option": "value selected disabled label", "output": "for name", "progress": "value max", "script": "src type defer async",
    "select": "name required disabled autocomplete multiple size", "td": "colspan rowspan headers", "th": "colspan rowspan headers scope abbr",
    "textarea": "name rows cols required readonly disabled placeholder autocomplete maxlength spellcheck", "time": "datetime",
    "svg": "viewBox width height xmlns fill stroke focusable preserveAspectRatio", "path": "d fill stroke stroke-width transform",
    "circle": "cx cy r fill stroke",
    "rect": "x y width height rx ry fill stroke transform", "g": "transform fill stroke", "use": "href",
    "line": "x1 x2 y1 y2 stroke", "polyline": "points fill stroke",
}
_ALLOWED = {tag: frozenset(names.split()) for tag, names in ELEMENTS.items()}
_KINDS_OF_LINK = frozenset("stylesheet icon apple-touch-icon canonical alternate manifest license author help next prev search preload modulepreload".split())
_REFRESH = re.compile(r"\d+;\s*url=(?![a-z][a-z0-9+.-]*:|[/\\]{2})[^\s\"'<>]+", re.I)


def check(project: Project, site: Path) -> Iterator[Fault]:
    for document in documents(site).values():
        seen: set[str] = set()
        for element in document.elements:
            for message in _messages(project, document, element):
                if message not in seen:
                    seen.add(message)
                    path, line = place_of(project, document, element)
                    yield Fault(path, line, f"{message} ({document.at(element)})")


def _messages(project: Project, document: Document, element: Node) -> Iterator[str]:
    tag = element.tag
    if tag not in _ALLOWED and not re.fullmatch(r"[a-z]+(?:-[a-z]+)+", tag):
        yield f"a <{tag[:30]}> in the page, which this site has no use for; remove it"
        return
    for name in element.attributes:
        if name not in _SHARED and name not in _ALLOWED.get(tag, ()) and not _OWN.fullmatch(name) and not (name == "style" or name.startswith("on")):
            yield f"{name[:30]}= on <{tag}>, which this site has no use for; remove it"  # style= and on…= are told by `inline`
    if tag == "link":
        for kind in (element.get("rel") or "").split():
            if kind.lower() not in _KINDS_OF_LINK:
                yield f"<link rel={kind[:30]}>, which this site has no use for; remove it"
    if tag == "input" and (element.get("type") or "").lower() in ("password", "submit", "image"):
        yield f"an <input type={element.get('type')}>: this site asks for no such thing; remove it"
    if tag == "meta" and (equivalent := (element.get("http-equiv") or "").lower()) not in ("", "content-security-policy"):
        ours = equivalent == "refresh" and document.path not in sources(project)
        if not ours or not (_REFRESH.fullmatch(element.get("content") or "") or project.site_url in (element.get("content") or "")):
            yield f"<meta http-equiv={equivalent[:30]}> tells the browser to do something; remove it"
