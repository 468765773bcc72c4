"""Templates, styles and scripts name no other host, and use nothing that makes words into code.

The policy of the site would stop most of it in the reader's browser; here it is stopped before it is published, with its line. Scripts write
text and nodes, never HTML, and call things by their names; styles load nothing and say nothing; templates leave escaping on and style and
behaviour to their own files. Read line by line: what is put together from pieces is for a reviewer, and for the rules of the built site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.project import Project

_HOST = (re.compile(r"(?:https?|wss?|ftp):\\?/\\?/(?!www\.w3\.org/)[\w\[%]", re.I), "names an address of another host; what the site loads or links to "
                                                                                    "stands in its own files and records")
_ANY_HOST = (re.compile(r"[\"'`(=]\s*//[\w\[]", re.I), _HOST[1])
_OF = {
    ".html": (
        _HOST, _ANY_HOST,
        (re.compile(r"(?<![\w-])on[a-z]{3,}\s*=", re.I), "an inline handler; listen for the event in a module of overrides/assets/js/"),
        (re.compile(r"(?<![\w-])style\s*=", re.I), "an inline style; write a class, styled in overrides/assets/css/"),
        (re.compile(r"<style\b(?!>\s*\{\{)", re.I), "a style in the page; write it in overrides/assets/css/"),
        (re.compile(r"type\s*=\s*[\"']?password", re.I), "asks for a secret, which this site never does; remove it"),
        (re.compile(r"<\s*/?\s*(?:iframe|frame|frameset|object|embed|applet|base|portal|math|foreignObject|animate\w*|set|marquee)\b", re.I),
         "an element this site has no use for; remove it"),
        (re.compile(r"\b(?:javascript|vbscript|blob|data):", re.I), "an address that holds its own content; use a file"),
        (re.compile(r"\bsrcdoc\b|\bformaction\b|\bping\s*=|<form\b[^>]*\baction\s*=|rel=\"?[^\">]*(?:preconnect|dns-prefetch|pingback)", re.I),
         "sends the reader's data or visit somewhere; remove it"),
        (re.compile(r"http-equiv\s*=\s*[\"']?refresh(?![^>]*\{\{)", re.I), "sends the reader elsewhere; only our redirect pages do, to an address the build "
                                                                           "gives them"),
        (re.compile(r"<script\b(?![^>]*\b(?:src=|type=\"application/(?:ld\+)?json\"|type=\"speculationrules\"))", re.I), "an inline script; move it to a "
                                                                                                                         "module of overrides/assets/js/"),
    ),
    ".css": (
        _HOST,
        (re.compile(r"@import|@namespace|@font-face|@document|@charset|expression\s*\(|-moz-binding|(?<!-)behavior\s*:|javascript:|</|"
                    r"(?:\burl|image|image-set|cross-fade|\bsrc)\s*\(", re.I), "loads or runs something; a style sheet only styles"),
        (re.compile(r"\\(?:0{4}[2-7][0-9a-f]|0{0,3}[2-7][0-9a-f](?![0-9a-f])|[g-z@(:/])", re.I), "a name spelt with a backslash; write its letters"),
        (re.compile(r"\bcontent\s*:(?:[^;\"']|\"[^\"a-z]*\"|'[^'a-z]*')*[\"'][^\"']*[a-z]{3}"), "words in a style; they stand in "
                                                                                                          "docs/strings/, and a template asks for them"),
    ),
    ".js": (
        _HOST, _ANY_HOST,
        (re.compile(r"\beval\b|\bFunction\b|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]|(?:\.|[\"'`])constructor\b"), "runs words as code; write the code"),
        (re.compile(r"\b(?:window|self|globalThis|document|navigator|location)\s*(?:\?\.\s*)?\[|\bglobalThis\b|\bReflect\b|\bProxy\b|"
                    r"\\(?:u\{0*|u00|x)[2-7][0-9a-f]|"
                    r"\batob\b|\bfromC(?:har|odeP)", re.I), "hides the name of what it calls; write the name"),
        (re.compile(r"[\"'`](?:(?:https?|wss?):(?://?[\"'`]|/{0,2}\$\{)|//(?:[\"'`]|\$\{))|[\"'`](?:https?|wss?):[\"'`]\s*\+", re.I),
         "puts an address together; the build gives a page its addresses"),
        (re.compile(r"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\s*\.\s*write|\bset(?:HTML|HTMLUnsafe)\s*\(|\bcreateContextualFragment\b|"
                    r"\bsrcdoc\b|\bDOMParser\b|\bXSLTProcessor\b|\btrustedTypes\b"), "makes words into HTML; use textContent, append or a <template>"),
        (re.compile(r"\.\s*cookie\b|\bcookieStore\b|\bsendBeacon\b|\bWebSocket\b|\bWebTransport\b|\bEventSource\b|\bRTC\w+|\bimportScripts\b|\bpostMessage\b|"
                    r"\bwindow\.name\b|\bsessionStorage\b|\bindexedDB\b|\bcaches\b|\bgeolocation\b|\bclipboard\s*\.\s*read|\buserAgent\b|\bgetContext\b|"
                    r"\bNotification\b|\.\s*ping\b|\.\s*(?:requestS|s)ubmit\s*\("), "keeps or sends what a reader does; this site does neither"),
        (re.compile(r"\bfetch\b|\bnew\s+Image\b|\bWorker\b|\bSharedWorker\b|\bserviceWorker\b|"
                    r"createElement(?:NS)?\s*\([^)]*[\"'`](?:script|style|link|img|image|iframe|frame|object|embed|form|base|meta|audio|video|svg)\b", re.I),
         "loads something, or makes what does; a page has what its template gives it"),
        (re.compile(r"setAttribute(?:NS)?\s*\([^)]*[\"'`](?:on\w+|style|src\w*|href|action|ping|data)[\"'`]", re.I), "an attribute that runs, styles or loads; "
                                                                                               "listen, write a class, or set the property"),
        (re.compile(r"\blocation(?:\s*\.\s*href)?\s*=(?!=)|\blocation\s*\.\s*assign\b|\bwindow\s*\.\s*open\b"), "sends the reader elsewhere; a link does that"),
        (re.compile(r"sourceMappingURL|</script|\bdebugger\b|\bconsole\s*\.|\balert\s*\("), "is for whoever writes a script, not for readers; remove it"),
        (re.compile(r"\bjavascript:|\bdata:text/html"), "an address that holds its own content; use a function"),
    ),
}
_OF[".json"] = (_HOST,)
# What templates pass on as HTML: it was made by the build, which escaped it.
_MADE = frozenset("policy structured_data() part.title child.title style body page.content cut title advice".split())
_SAFE = re.compile(r"([\w.]+)?((?:\([^()]*(?:\([^()]*\))?[^()]*\))?)\s*\|\s*(?:safe|forceescape)\b|\bautoescape\s+\w+|\bMarkup\b")
_LOADS = re.compile(r"\{%-?\s*(?:include|import|from|extends)\b\s*(?:[\"']([^\"']*)[\"'])?")
_INSIDE = re.compile(r"(?:\.|[\"'])\s*__\w*|\|\s*attr\b")


def check(project: Project) -> Iterator[Fault]:
    folder = project.root / "overrides"
    for path in [path for suffix in _OF for path in files(folder, f"**/*{suffix}", project.root)]:
        name = relative(path, project.root)
        for number, line in enumerate(path.read_text("utf-8", errors="replace").split("\n"), 1):
            for pattern, message in _OF[path.suffix]:
                if match := pattern.search(line):
                    yield Fault(name, number, f"{match[0].strip()[:40]!r}: {message}")
            if path.suffix == ".html":
                yield from (Fault(name, number, message) for message in _template(line, "components" in path.parts))
                yield from (Fault(name, number, message) for message in _loads(line, folder))


def _loads(line: str, folder: Path) -> Iterator[str]:
    """What a line of a template loads that is no template of `folder`, by its full name, or by its last one in the components."""
    for match in _LOADS.finditer(line):
        wanted = match[1] or ""
        if not (re.fullmatch(r"[\w/-]+\.html", wanted) and ((folder / wanted).is_file() or (folder / "partials/components" / wanted).is_file())):
            yield f"{match[0].strip()[:60]!r} names no template; write the name of a file of overrides/, between quotes"


def _template(line: str, component: bool) -> Iterator[str]:
    """What a line of a template does that none may: `component` is one that draws records, where nothing is HTML before it is drawn."""
    for match in _SAFE.finditer(line):
        if component or (match[1] or "") + ("()" if match[2] else "") not in _MADE:
            yield f"{match[0].strip()[:40]!r} lets words of records be obeyed as HTML; leave escaping on"
    if inside := _INSIDE.search(line):
        yield f"{inside[0]!r} reaches into Python; ask for a value by its name"
