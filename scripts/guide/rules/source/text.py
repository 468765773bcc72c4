"""What the text of a file may not hold, line by line, by the kind of file: characters nobody sees, syntax that makes
words into code, other hosts in what draws the site, what the machinery has no business to know.

The policy of the site (guide/publish/policy.py) keeps a browser from loading from another host, from running words or
inline scripts, from styles, frames and forms of elsewhere, and the rules of the built site see most of what a template
draws; here it is said with its line. What the policy cannot stop is stopped here alone: escaping left off, a refresh, a
script that leads away or keeps what a reader does. What is put together from pieces is for a reviewer.
"""

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterator

from guide.content.characters import disguised, invisible
from guide.content.faults import relative
from guide.content.files import files
from guide.content.project import Project

from ..prose import names
from . import WRITTEN, Faults, Lines, rule

KINDS = frozenset(".css .html .js .json .md .py .svg .txt .yml .xml .xsl .jinja .webmanifest".split())
NOT_QUOTED = "docs/records/not-quoted.txt"
RUN = 8  # words
_ESCAPE = re.compile(r"(?<!\\)\\(?:u\{?|U000|x)([0-9a-fA-F]{2,5})")
_HOST = r"(?:https?|wss?|ftp):\\?/\\?/(?!www\.w3\.org/)[\w\[%$]|[\"'`(]\s*//[\w\[]"
_DRAWING = r"<!|<\?|<(?:script|foreignObject|a|use|image|iframe|animate\w*|set|style)\b"
# What templates pass on as HTML: it was made by the build, which escaped it.
_MADE = ("policy", 'structured_data(page.title, page.meta.description or "")', "part.title", "child.title", "style",
         "body", "page.content", "title", "advice")
_NOT_MADE = "".join(rf"(?<![^.\w]{re.escape(name)} )" for name in _MADE)
_UNSAFE = "lets words of records be obeyed as HTML; leave escaping on"
# Months and plurals, spaces and quotation marks, the rules about them, where italics are used.
_MAY_NAME_A_LANGUAGE = (r"scripts/guide/content/languages\.py|scripts/guide/rules/source/words\.py|"
                        r"overrides/assets/css/single-file\.css")
# Which files → (what may not stand in them, what to do instead).
ROWS = [(re.compile(path), [(re.compile(pattern, re.I), message) for pattern, message in rows]) for path, rows in {
    r"docs/.*\.yml": [
        (r"\{\{|\}\}|\{%|%\}|\{#|#\}|<%|%>|\$\{|\{!|-+8<-+", "syntax of a template or an include; write plain words")],
    r"docs/.*\.md": [(r"(?-i:\bTODO\b)[^{]*", "still to be written; write what belongs there")],
    r"overrides/.*\.html": [
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
        (_NOT_MADE + r"\|\s*(?:safe|forceescape)\b", _UNSAFE),
        (r"\{%-?\s*(?:include|import|from|extends)\b(?!\s*([\"'])[\w-]+(?:/[\w-]+)*\.html\1)",
         "names no template; write the name of a file of overrides/, between quotes")],
    r"overrides/.*\.css": [
        (_HOST + r"|@import|@namespace|@font-face|expression\s*\(|</|\\(?:0{4}[2-7][0-9a-f]|0{0,"
                 r"3}[4-7][0-9a-f](?![0-9a-f])|[g-z@(:/])|"
                 r"(?:\burl|image|image-set|cross-fade|\bsrc)\s*\(",
         "loads something, or spells it otherwise; a style sheet only styles"),
        (r"\bcontent\s*:(?:[^;\"']|\"[^\"a-z]*\"|'[^'a-z]*')*[\"'][^\"']*[a-z]{3}",
         "words in a style; they stand in docs/strings/, and a template asks for them")],
    r"overrides/.*\.js": [
        (_HOST + r"|[\"'`](?:https?|wss?):(?:[\"'`]\s*\+|/{0,2}\$)|[\"'`]//[\"'`$]",
         "names another host; the build gives a page its addresses"),
        (r"\beval\b|\bnew\s+Function\b|(?:\.|[\"'`])constructor\b|\bsetTimeout\s*\(\s*[\"'`]|\b(?:window|self|"
         r"globalThis|document|navigator|location)"
         r"\s*(?:\?\.\s*)?\[|\bReflect\b|\bProxy\b|\\(?:u\{0*|u00|x)[2-7][0-9a-f]|\batob\b|\b(?:inner|outer)HTML\b|"
         r"\binsertAdjacentHTML\b|"
         r"\bdocument\s*\.\s*write|\bsetHTML|\bDOMParser\b|\btrustedTypes\b|createContextualFragment|\bjavascript:|"
         r"\bdata:text/html", "runs words as code or as HTML, or hides what it calls; write the code, use textContent"),
        (r"\.\s*cookie\b|\bcookieStore\b|\bsendBeacon\b|\bWeb(?:Socket|Transport)\b|\bEventSource\b|\bRTC\w+|"
         r"\bpostMessage\b|\bwindow\.name\b|"
         r"\bsessionStorage\b|\bindexedDB\b|\bcaches\b|\bgeolocation\b|\bclipboard\s*\.\s*read|\buserAgent\b|"
         r"\bNotification\b", "keeps or sends what a reader does; this site does neither"),
        (r"\bfetch\b|\bnew\s+Image\b|\b(?:Shared)?Worker\b|\bserviceWorker\b|\bimportScripts\b|sourceMappingURL|"
         r"createElement(?:NS)?\s*\([^)]*[\"'`](?:script|style|link|img|i?frame|object|embed|form|base|meta)\b|"
         r"setAttribute(?:NS)?\s*\([^)]*[\"'`](?:on\w+|style|src\w*|href|action)[\"'`]",
         "loads something, or makes what does; a page has what its template gives it"),
        (r"\blocation(?:\s*\.\s*href)?\s*=(?!=)|\blocation\s*\.\s*assign\b|\bwindow\s*\.\s*open\b|[rS]\w*ubmit\s*\(",
         "sends the reader elsewhere; a link does that")],
    r"overrides/.*\.svg": [(_HOST + "|" + _DRAWING + r"|\son\w+\s*=|href\s*=|url\s*\(",
                            "is more than a drawing; keep to shapes")],
    r"overrides/.*\.json": [(_HOST, "names another host")],
    r"overrides/.*/components/.*\.html": [(r"\|\s*(?:safe|forceescape)\b", _UNSAFE)]}.items()]


@rule
def text(project: Project) -> Faults:
    """Every file is read once: what was found right is kept by content."""
    about, quoted = names(project), project.root / NOT_QUOTED
    others = [re.escape(name).replace(r"\ ", "[ /-]") for name in names(project, "other_names")]
    subject = re.compile(rf"(?:{'|'.join(others) or '(?!)'})|({'|'.join(map(re.escape, about))})", re.I)
    codes = "|".join(map(re.escape, project.languages))
    language = re.compile(rf"[\"']/?({codes})(?:/|[\"'])|:lang\(({codes})\)")
    held = {word for line in quoted.read_text("utf-8").splitlines() if line[:1] != "#" for word in line.split()
            } if quoted.is_file() else set()
    made_of = subject.pattern, language.pattern, sorted(held)
    known, sound = project.cache.get("texts", made_of) or set(), set()
    for file in (file for pattern in WRITTEN for file in files(project.root, pattern, project.root)):
        if file.suffix in KINDS:
            path, data = relative(file, project.root), file.read_bytes()
            key = path + hashlib.sha256(data).hexdigest()
            content = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
            found = () if key in known else [*_hidden(path, content), *_lines(path, content), *_named(
                path, content, subject, language), *_quoted(path, content, held)]
            yield from ((path, *fault) for fault in found)
            if not found:
                sound.add(key)
    if sound != known:
        project.cache.put("texts", made_of, sound)


def _hidden(path: str, content: str) -> Lines:
    """A direction override makes a line read otherwise than it works; a zero-width or foreign letter makes one name
    look like another. Read are the bytes, and what an escape (\\u202e) or an entity stands for."""
    suffix = path[path.rindex("."):]
    if content.isascii() and "\\" not in content and "&" not in content and content.replace("\n", "").isprintable():
        return
    for number, line in enumerate(content.split("\n"), 1):
        spelt = html.unescape(line) if suffix in (".html", ".md", ".svg") else line
        if suffix in (".yml", ".html", ".js"):
            spelt = _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if int(match[1], 16) > 0x7f else match[0], spelt)
        if found := invisible(spelt):
            yield number, (f"holds a character nobody sees, {found[1]}; remove it (no-break spaces are the build's to "
                           f"write)")
        if suffix in (".md", ".yml", ".html") and (word := disguised(spelt)):
            shown = " ".join(f"U+{ord(letter):04X}" for letter in word[1] if not letter.isascii())
            yield number, (f"{word[1]!r} mixes letters of several alphabets, or letters made for something else "
                           f"({shown}); type the word again in plain ones")
        if not unicodedata.is_normalized("NFC", line):
            yield number, ("has an accent typed apart from its letter, or a sign that stands for another; type it "
                           "again (Unicode NFC)")


def _lines(path: str, content: str) -> Lines:
    rows = [row for pattern, rows in ROWS if pattern.fullmatch(path) for row in rows]
    for number, line in enumerate(content.split("\n"), 1) if rows else ():
        yield from ((number, f"{match[0].strip()[:60]!r}: {message}") for pattern, message in rows
                    if (match := pattern.search(line)))


def _named(path: str, content: str, subject: re.Pattern, language: re.Pattern) -> Lines:
    """scripts/ and overrides/ never name the subject, so that a guide about another company replaces docs/ alone; nor a
    language, since a list kept in a second place is wrong the day one is added."""
    wanted = [(subject, "move what is about the subject to docs/ (records, strings, pages) and read it from there")]
    if re.fullmatch(r"(?:scripts/guide|overrides)/.*\.(?:py|html|js|css)", path) and not re.fullmatch(
            _MAY_NAME_A_LANGUAGE, path):
        wanted.append((language, "read languages from project.languages, or write what is particular to one in "
                                 "scripts/guide/content/languages.py"))
    for pattern, message in wanted if path.startswith(("scripts/", "overrides/")) else ():
        yield from ((content.count("\n", 0, match.start()) + 1, f"names {match[match.lastindex]}; {message}")
                    for match in pattern.finditer(content) if match.lastindex)


def _quoted(path: str, content: str, held: set[str]) -> Lines:
    """No eight words in a row of the articles the guide started from, which it promises to report in words of its own.
    They are nobody's to publish here: NOT_QUOTED holds only a fingerprint of each run of their words."""
    clean = re.sub(r"\[@[^\]\n]*\]|\{[:#.][^}\n]*\}|\]\([^)\s]*\)|[a-z]+://\S+",
                   lambda mark: " " * len(mark[0]), content)
    for place, run in runs(clean) if held and path.startswith("docs/") else ():
        if fingerprint(run) in held:
            yield (content.count("\n", 0, place) + 1,
                   f"repeats an article the guide started from: '{run}'; say it in other words")
            break


def runs(said: str) -> Iterator[tuple[int, str]]:
    """(place, run) for every run of words in a text: small letters, what stands between words left out."""
    found = [(match.start(), match[0].casefold()) for match in re.finditer(r"\w+", said)]
    for index in range(len(found) - RUN + 1):
        yield found[index][0], " ".join(word for _, word in found[index:index + RUN])


def fingerprint(run: str) -> str:
    return hashlib.sha256(run.encode("utf-8")).hexdigest()[:10]
