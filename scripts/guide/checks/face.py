"""Templates, styles and scripts name no other host, and use nothing that makes words into code.

The policy of the site would stop most of it in the reader's browser; here it is stopped before it is published, with its line. Scripts write
text and nodes, never HTML; styles load nothing; templates leave escaping on and style and behaviour to their own files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..faults import Fault, relative
from ..project import Project

_HOST = (re.compile(r"(?:https?|wss?|ftp):\\?/\\?/(?!www\.w3\.org/)[\w\[%]", re.I), "names an address of another host; what the site loads or links to "
                                                                                    "stands in its own files and records")
_ANY_HOST = (re.compile(r"[\"'`(=]\s*//[\w\[]", re.I), _HOST[1])
_OF = {
    ".html": (
        _HOST, _ANY_HOST,
        (re.compile(r"(?<![\w-])on[a-z]{3,}\s*=", re.I), "an inline handler; listen for the event in a module of overrides/assets/js/"),
        (re.compile(r"(?<![\w-])style\s*=", re.I), "an inline style; write a class, styled in overrides/assets/css/"),
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
        (re.compile(r"@import|@namespace|expression\s*\(|-moz-binding|(?<!-)behavior\s*:|javascript:", re.I), "loads or runs something; a style sheet only "
                                                                                                              "styles"),
        (re.compile(r"(?:url|image|src)\s*\(\s*[\"']?(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.I), "loads from another place; use a file beside the style sheet"),
    ),
    ".js": (
        _HOST, _ANY_HOST,
        (re.compile(r"\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]"), "runs words as code; write the code"),
        (re.compile(r"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\s*\.\s*write|\bset(?:HTML|HTMLUnsafe)\s*\(|\bcreateContextualFragment\b|"
                    r"\bsrcdoc\b|\bDOMParser\b"), "makes words into HTML; use textContent, append or a <template>"),
        (re.compile(r"\bdocument\s*\.\s*cookie\b|\bsendBeacon\b|\bWebSocket\b|\bEventSource\b|\bRTCPeerConnection\b|\bimportScripts\b"),
         "keeps or sends what a reader does; this site does neither"),
        (re.compile(r"\bjavascript:|\bdata:text/html"), "an address that holds its own content; use a function"),
    ),
}
_OF[".json"] = (_HOST,)
_SAFE = re.compile(r"\|\s*safe\b|autoescape\s+false")


def check(project: Project) -> Iterator[Fault]:
    folder = project.root / "overrides"
    for path in sorted(path for suffix in _OF for path in folder.rglob(f"*{suffix}") if path.is_file()):
        name = relative(path, project.root)
        for number, line in enumerate(path.read_text("utf-8", errors="replace").split("\n"), 1):
            for pattern, message in _OF[path.suffix]:
                if match := pattern.search(line):
                    yield Fault(name, number, f"{match[0].strip()[:40]!r}: {message}")
            if path.suffix == ".html" and "components" in path.parts and (match := _SAFE.search(line)):
                yield Fault(name, number, f"{match[0]!r} lets words of records be obeyed as HTML; leave escaping on")
