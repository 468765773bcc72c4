"""What a finished page holds, wherever it came from: elements we mean to send, ids, links that leave the site, the
policy.

The source rules stop what they foresee, in the file that has it; these stop the rest, in what a reader's browser would
get. What a template's own lines may not hold (an inline script, a refresh, a preconnect) is told by source/text.py. A
new element of a template is added here by whoever adds the template, in the same change.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from guide.content.project import Project
from guide.publish.html import Document, Node, drawn
from guide.publish.policy import META_POLICY, single_file

from ..hosts import addresses
from . import Found, page_rule

_SHARED = frozenset("id class lang dir hidden role tabindex title popover inert translate".split())
_OWN = re.compile(r"(?:aria|data)-[a-z-]+")
# Element → the attributes it may have beside those of every element. Elements with a hyphen are our scripts' own.
ELEMENTS: dict[str, str] = {
    **dict.fromkeys("""
        abbr article aside b blockquote body br caption cite code datalist dd del dfn div dl dt em figcaption figure
        footer h1 h2 h3 h4 h5 h6 head header hr hgroup i ins kbd legend li main mark nav noscript p picture pre q rp
        rt ruby s samp search section small span strong sub summary sup table tbody template tfoot thead title tr u ul
        var wbr""".split(), ""), "html": "xmlns", "a": "href hreflang rel download type",
    "button": "type value name disabled popovertarget popovertargetaction",
    "data": "value", "details": "open name", "dialog": "open closedby", "fieldset": "disabled name",
    "form": "autocomplete novalidate", "img": "src alt width height loading decoding fetchpriority",
    "input": "type name value checked disabled readonly required placeholder min max minlength maxlength step pattern "
             "accept autocomplete autocapitalize enterkeyhint inputmode spellcheck list multiple",
    "label": "for", "link": "rel href hreflang type title media sizes as crossorigin fetchpriority",
    "meta": "charset name content property http-equiv media",
    "ol": "start reversed type", "optgroup": "label disabled", "option": "value selected disabled label",
    "output": "for name", "progress": "value max", "source": "srcset media type width height",
    "script": "src type defer async", "select": "name required disabled autocomplete multiple size", "col": "span",
    "colgroup": "span", "td": "colspan rowspan headers", "th": "colspan rowspan headers scope abbr",
    "textarea": "name rows cols required readonly disabled placeholder autocomplete maxlength spellcheck",
    "time": "datetime", "svg": "viewBox width height xmlns fill stroke focusable preserveAspectRatio",
    "path": "d fill stroke stroke-width transform", "use": "href",
    "circle": "cx cy r fill stroke", "rect": "x y width height rx ry fill stroke transform",
    "g": "transform fill stroke", "line": "x1 x2 y1 y2 stroke", "polyline": "points fill stroke"}
_ALLOWED = {tag: frozenset(names.split()) for tag, names in ELEMENTS.items()}
_DATA = "application/ld+json", "application/json", "speculationrules"
_REFER = frozenset("for popovertarget commandfor aria-labelledby aria-describedby aria-controls aria-owns aria-details "
                   "list headers".split())
_DROPPED = re.compile(r"[\u0000-\u0020\u007f-\u00a0]")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.I)
_LEADS = ("href", "src", "srcset", "cite", "data-address", "data-href")  # others are refused by `elements`
_UNUSED = "which this site has no use for; remove it (styles and scripts stand in files of overrides/assets/)"


@page_rule
def elements(project: Project, document: Document) -> Found:
    """Only elements and attributes of an allow-list: no inline style or script, no frame, no form that sends; and every
    link and button has words, for an icon alone says nothing to whoever hears the page."""
    for element in document.elements:
        if element.tag != "style" or not _is_single_file(project, document):  # that has a policy for its one <style>
            yield from ((message, element) for message in _messages(element))


def _messages(element: Node) -> Iterator[str]:
    tag = element.tag
    if tag not in _ALLOWED and not re.fullmatch(r"[a-z]+(?:-[a-z]+)+", tag):
        yield f"a <{tag[:30]}> in the page, {_UNUSED}"
        return
    for name in element.attributes:
        if name not in _SHARED and name not in _ALLOWED.get(tag, ()) and not _OWN.fullmatch(name):
            yield f"{name[:30]}= on <{tag}>, {_UNUSED}"
    if tag == "script" and element.text() and element.get("type") not in _DATA:
        yield f"an inline <script>, {_UNUSED}"
    if tag in ("a", "button") and not (element.words().strip() or element.get("aria-label")):
        yield f"a <{tag}> without words; write them in it, or in aria-label"


@page_rule
def html_ids(project: Project, document: Document) -> Found:
    """No id stands twice, every heading of a page from h2 on has one, and what refers to an id finds it: two that meet
    send a link, a label or a popover to the wrong place. A <use> may name no other file."""
    written = document.path in drawn(project)  # the 404 and the short addresses have no headings to link to
    for element in document.elements:
        identifier = element.get("id")
        if identifier and document.ids[identifier] > 1:
            yield (f"the id {identifier} stands {document.ids[identifier]} times in the built page; rename the "
                   f"heading's, or the one in the template or record"), "#" + identifier
        if written and not identifier and re.fullmatch("h[2-6]", element.tag):
            yield f"an <{element.tag}> has no id in the built page; give it one, in the page or the template", element
        refers = {name: element.attributes[name].split() for name in _REFER & element.attributes.keys()}
        if element.tag == "use":
            refers["href"] = [(element.get("href") or "").removeprefix("#")]
        yield from ((f"{name}=\"{one}\" on <{element.tag}> refers to no id of the page; correct it in the template",
                     element) for name, named in refers.items() for one in named if one not in document.ids)


@page_rule
def outbound(project: Project, document: Document) -> Found:
    """Every link that leaves the site leads to an address of the records, and says that it leaves: `rel=external` draws
    the mark, and is said to who hears the page; the guide as one file marks links by their address. Nothing else leaves
    it: what a page loads is the site's own, or that other host would be told who reads."""
    settings = project.settings
    ours = tuple(filter(None, (project.site_url, settings.get("edit_url"), settings.get("repository_url"))))
    known = _known(project)
    for element in document.elements:
        for name in _LEADS:
            address, contact = element.attributes.get(name), f"mailto:{settings.get('publisher_contact', '')}"
            if address is not None and address not in ("mailto:", contact):
                outside = _OUTSIDE.match(_DROPPED.sub("", address)) and not address.startswith(ours)
                if outside and (address not in known or name.startswith("src")):
                    yield (f"<{element.tag} {name}> leads to {address[:80]!r}, which no record has; add it to the "
                           f"records, or remove it"), element
                elif element.tag == "a":
                    yield from _link(element, address, bool(outside), _is_single_file(project, document))


def _link(element: Node, address: str, outside: bool, one_file: bool) -> Found:
    """What a link says of where it leads."""
    external = "external" in (element.get("rel") or "").split()
    if external and not _OUTSIDE.match(address):
        yield f"the link to {address[:80]} says it leaves the site and does not; remove rel=external", element
    if outside and not external and not one_file:
        yield f"the link to {address[:80]} does not say that it leaves the site; write rel=\"external\" on it", element


@lru_cache(maxsize=2)
def _known(project: Project) -> set[str]:
    return {address for _, _, address in addresses(project.records)} | {project.settings.get("publisher_contact", "")}


@page_rule
def policy(project: Project, document: Document) -> Found:
    """Every page carries the site's policy, once: one without it would load whatever it names. Not asked of a preview,
    whose pages have none: the script that reloads them is inline."""
    policies = [element.get("content") for element in document.all("meta")
                if (element.get("http-equiv") or "").lower() == "content-security-policy"]
    if len(policies) != 1 or policies[0] != META_POLICY and not _is_single_file(project, document):
        yield ("does not carry the site's policy, once and as guide/publish/policy.py has it; take it in from the "
               "template, or remove the page"), None


def _is_single_file(project: Project, document: Document) -> bool:
    return document.path in map(single_file, project.languages)
