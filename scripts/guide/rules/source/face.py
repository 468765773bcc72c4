"""Templates, styles, scripts and drawings name no other host, and use nothing that makes words into code.

The policy of the site (guide/publish/policy.py) keeps a browser from loading from another host, from running words or
inline scripts, from styles, frames and forms of elsewhere, and the rules of the built site see most of what a template
draws; here it is said with its line. What the policy cannot stop is stopped here alone: escaping left off, a refresh, a
script that leads away or keeps what a reader does. Read line by line: what is put together from pieces is for a
reviewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.project import Project

_HOST = r"(?:https?|wss?|ftp):\\?/\\?/(?!www\.w3\.org/)[\w\[%$]|[\"'`(]\s*//[\w\[]"
_DRAWING = r"<!|<\?|<(?:script|foreignObject|a|use|image|iframe|animate\w*|set|style)\b"
# Ending → (what may not stand in such a file, what to do instead).
_OF = {suffix: [(re.compile(pattern, re.I), message) for pattern, message in rows] for suffix, rows in {
    ".html": [
        (_HOST, "names another host; addresses stand in records"),
        (r"(?<![\w-])(?:on[a-z]{3,}|style|srcdoc|formaction|ping)\s*=|\b(?:javascript|vbscript|blob|data):|"
         r"<style\b(?!>\s*\{\{)",
         "an inline handler, style or address; write a class, or listen in a module of overrides/assets/js/"),
        (r"<script\b(?![^>]*\b(?:src=|type=\"(?:application/(?:ld\+)?json|speculationrules)\"))",
         "an inline script; move it to overrides/assets/js/"),
        (r"<\s*(?:i?frame|frameset|object|embed|applet|base|portal|math|foreignObject|animate\w*|set|marquee)\b|"
         r"type\s*=\s*[\"']?password|"
         r"<form\b[^>]*\baction\s*=|rel=\"?[^\">]*(?:preconnect|dns-prefetch)|"
         r"http-equiv\s*=\s*[\"']?refresh(?![^>]*\{\{)",
         "what this site has no use for (a frame, a form that sends, a secret, a refresh); remove it"),
        (r"\bautoescape\s+\w+|\bMarkup\b|(?:\.|[\"'])\s*__\w*|\|\s*attr\b",
         "takes escaping off, or reaches into Python; ask for a value by its name"),
    ],
    ".css": [
        (_HOST + r"|@import|@namespace|@font-face|expression\s*\(|</|\\(?:0{4}[2-7][0-9a-f]|0{0,"
                 r"3}[4-7][0-9a-f](?![0-9a-f])|[g-z@(:/])|"
                 r"(?:\burl|image|image-set|cross-fade|\bsrc)\s*\(",
         "loads something, or spells it otherwise; a style sheet only styles"),
        (r"\bcontent\s*:(?:[^;\"']|\"[^\"a-z]*\"|'[^'a-z]*')*[\"'][^\"']*[a-z]{3}",
         "words in a style; they stand in docs/strings/, and a template asks for them"),
    ],
    ".js": [
        (_HOST + r"|[\"'`](?:https?|wss?):(?:[\"'`]\s*\+|/{0,2}\$)|[\"'`]//[\"'`$]",
         "names another host; the build gives a page its addresses"),
        (r"\beval\b|\bnew\s+Function\b|(?:\.|[\"'`])constructor\b|\bsetTimeout\s*\(\s*[\"'`]|\b(?:window|self|"
         r"globalThis|document|navigator|location)"
         r"\s*(?:\?\.\s*)?\[|\bReflect\b|\bProxy\b|\\(?:u\{0*|u00|x)[2-7][0-9a-f]|\batob\b|\b(?:inner|outer)HTML\b|"
         r"\binsertAdjacentHTML\b|"
         r"\bdocument\s*\.\s*write|\bsetHTML|\bDOMParser\b|\btrustedTypes\b|createContextualFragment|\bjavascript:|"
         r"\bdata:text/html",
         "runs words as code or as HTML, or hides what it calls; write the code, use textContent"),
        (r"\.\s*cookie\b|\bcookieStore\b|\bsendBeacon\b|\bWeb(?:Socket|Transport)\b|\bEventSource\b|\bRTC\w+|"
         r"\bpostMessage\b|\bwindow\.name\b|"
         r"\bsessionStorage\b|\bindexedDB\b|\bcaches\b|\bgeolocation\b|\bclipboard\s*\.\s*read|\buserAgent\b|"
         r"\bNotification\b",
         "keeps or sends what a reader does; this site does neither"),
        (r"\bfetch\b|\bnew\s+Image\b|\b(?:Shared)?Worker\b|\bserviceWorker\b|\bimportScripts\b|sourceMappingURL|"
         r"createElement(?:NS)?\s*\([^)]*[\"'`](?:script|style|link|img|i?frame|object|embed|form|base|meta)\b|"
         r"setAttribute(?:NS)?\s*\([^)]*[\"'`](?:on\w+|style|src\w*|href|action)[\"'`]",
         "loads something, or makes what does; a page has what its template gives it"),
        (r"\blocation(?:\s*\.\s*href)?\s*=(?!=)|\blocation\s*\.\s*assign\b|\bwindow\s*\.\s*open\b|[rS]\w*ubmit\s*\(",
         "sends the reader elsewhere; a link does that"),
    ],
    ".svg": [(_HOST + "|" + _DRAWING + r"|\son\w+\s*=|href\s*=|url\s*\(", "is more than a drawing; keep to shapes")],
    ".json": [(_HOST, "names another host")],
}.items()}
# What templates pass on as HTML: it was made by the build, which escaped it.
_MADE = frozenset("policy structured_data() part.title child.title style body page.content cut title advice".split())
_SAFE = re.compile(r"([\w.]+)?((?:\([^()]*(?:\([^()]*\))?[^()]*\))?)\s*\|\s*(?:safe|forceescape)\b")
_LOADS = re.compile(r"\{%-?\s*(?:include|import|from|extends)\b\s*(?:[\"']([^\"']*)[\"'])?")


def check(project: Project) -> Iterator[Fault]:
    folder = project.root / "overrides"
    for path in [path for suffix in _OF for path in files(folder, f"**/*{suffix}", project.root)]:
        for number, line in enumerate(path.read_text("utf-8", errors="replace").split("\n"), 1):
            found = [(match[0], message) for pattern, message in _OF[path.suffix] if (match := pattern.search(line))]
            for what, message in (*found, *(_template(line, folder, "components" in path.parts)
                                            if path.suffix == ".html" else ())):
                yield Fault(relative(path, project.root), number, f"{what.strip()[:60]!r}: {message}")


def _template(line: str, folder: Path, component: bool) -> Iterator[tuple[str, str]]:
    """What a line of a template passes on unescaped, which one that draws records (`component`) never does, and loads
    from elsewhere."""
    for match in _SAFE.finditer(line):
        if component or (match[1] or "") + "()" * bool(match[2]) not in _MADE:
            yield match[0], "lets words of records be obeyed as HTML; leave escaping on"
    for match in _LOADS.finditer(line):
        wanted = match[1] or ""
        places = folder / wanted, folder / "partials/components" / wanted
        if not re.fullmatch(r"[\w/-]+\.html", wanted) or not any(place.is_file() for place in places):
            yield match[0], "names no template; write the name of a file of overrides/, between quotes"
