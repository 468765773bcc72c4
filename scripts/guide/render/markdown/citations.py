"""`[@claim-id]` and `[@a; @b]`: Pandoc's citation syntax, resolved against the claim records.

A sentence gets one mark, whatever it rests on and wherever in it that was cited: a small button at its end, named by
who says so, which opens the evidence in place (the platform's own popover: no script). The evidence stands in a list at
the end of the page, which is what paper and old browsers show.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator

from guide.content.languages import typeset
from guide.content.records import Record
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markupsafe import Markup

from ..context import Context

# No look-ahead: with one, `[@a][@b]` loses a mark and `[@a](…)` becomes a link.
PATTERN = r"\[(@[a-z0-9-]+(?:; @[a-z0-9-]+)*)\]"
MARK = re.compile(r'<cite-mark claim="([a-z0-9-]+)"></cite-mark>')
_GROUP = re.compile(rf'<span class="cites">((?:{MARK.pattern.replace("(", "(?:")})+)</span>')
# What a sentence runs through; any other tag ends it. After those of the first line a mark may move out of them.
_WORDS = "a abbr b cite code em i mark q strong time".split()
_RUN = [*_WORDS, "bdi", "cite-mark", "del", "ins", "kbd", "samp", "small", "span", "sub", "sup", "wbr"]
_BLOCK = re.compile(rf"(<(?!/?(?:{'|'.join(_RUN)})[\s>])[^>]*>)")
_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_CITED = re.compile(r'<cite-mark claim="([a-z0-9-]+)">')
_CLOSED = re.compile(rf"</(?:{'|'.join(_WORDS)})>")
# A sentence ends before a space and a capital, so that "art. 21" ends none, and where a mark follows the full stop.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_STOP = r"[.!?…](?:[\u202f\u00a0]?»|[)”’\]])*"
_END = re.compile(rf"{_STOP}(?=\s+[«“(\[]?[\s]?{_CAPITAL}|\s*$)")
_STOPPED = re.compile(rf"{_STOP}$")
MOST_NAMES = 3


class CitationInline(InlineProcessor):
    """Turns a citation into one `<cite-mark>` a claim; sentences and numbers come later, on the finished page."""

    def handleMatch(self, match: re.Match, data: str) -> tuple[etree.Element, int, int]:
        group = etree.Element("span", {"class": "cites"})
        group.extend(etree.Element("cite-mark", {"claim": claim[1:]}) for claim in match[1].split("; "))
        return group, match.start(0), match.end(0)


class CitationMarks(Postprocessor):
    """Puts one mark after each sentence that cites, numbers them in reading order and adds the list of evidence: an
    item for each set of claims. Works on the text, since components are raw HTML."""

    def run(self, text: str) -> str:
        guide, order = self.md.guide, dict[frozenset[str], tuple[int, list[str]]]()
        text = _GROUP.sub(r"\1", text)
        text = MARK.sub(lambda match: match[0] if match[1] in guide.records.claims else f"[@{match[1]}]", text)

        def mark(claims: list[str]) -> str:
            number, first = order.setdefault(frozenset(claims), (len(order) + 1, claims))
            return (f'<sup class="cite" role="none"><button type="button" aria-label="{said_by(guide, first)}" '
                    f'popovertarget="evidence-{number}"><span>{number}</span></button></sup>')

        if "<cite-mark" in text:
            text = "".join("".join(_marked(part, mark)) if "<cite-mark" in part else part
                           for part in _BLOCK.split(text))
        guide.cited = list(dict.fromkeys(claim for _, claims in order.values() for claim in claims))
        if not order:
            return text
        marks = [(number, said_by(guide, claims), guide.pick("claims", claims)) for number, claims in order.values()]
        return text + "\n" + guide.render("evidence", marks=marks)


def said_by(guide: Context, claims: list[str]) -> Markup:
    """The name of a mark: who says so, in as few words as they are known by, three of them at most."""
    cited = guide.pick("claims", claims)
    first = {source for claim in cited for source in claim.get("where", {})}
    sources = [guide.records.sources[source] for claim in cited for source in claim["sources"]]
    # First those of whose text the records name the place, last the weak ones.
    sources.sort(key=lambda source: (source.id not in first, "weak" in source.get("caveats", [])))
    names = list(dict.fromkeys(short_name(guide, source) for source in sources))
    listed = ", ".join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        listed = guide.strings.count("evidence_more", len(names) - MOST_NAMES, names=listed)
    return Markup.escape(guide.strings.count("evidence_by", len(names), names=listed))


def short_name(guide: Context, source: Record) -> str:
    """A publisher's initials where the record has them, else its name without what follows a comma or a bracket."""
    name = source["publisher"] if isinstance(source["publisher"], str) else guide.local(source["publisher"])
    initials = re.search(r"\(([A-Z][A-Z-]+)\)", name)
    if initials and re.search(rf"\b{initials[1][0]}", name[:initials.start()], re.I):
        return initials[1]
    return typeset(re.split(r", | \(", name)[0], guide.language)


def _marked(part: str, mark: Callable[[list[str]], str]) -> Iterator[str]:
    """`part`, a stretch of text and tags of words, with the mark of each sentence that cites where it ends."""
    tokens = _TOKEN.findall(part.replace("></cite-mark>", ">"))
    waiting, done, links, due, passed, last = _sentences(tokens), 0, 0, list[str](), 0, 0
    for token in tokens:
        if _CITED.match(token):
            passed += 1
            continue
        if due and not links and passed >= last and not _CLOSED.match(token):
            yield mark(due)
            due = []
        if token.startswith("<"):
            links += token.startswith("<a ") - (token == "</a>")
            yield token
            continue
        start = 0
        while waiting and waiting[0][0] <= done + len(token):
            place, claims, last = waiting.pop(0)
            yield token[start:place - done]
            start, due = place - done, [*due, *claims]
            if start < len(token) and not links:
                yield mark(due)
                due = []
        yield token[start:]
        done += len(token)
    if due or waiting:
        yield mark([*due, *(claim for _, claims, _ in waiting for claim in claims)])


def _sentences(tokens: list[str]) -> list[tuple[int, list[str], int]]:
    """How much text stands before each mark, the claims of its sentence, and how many citations are passed by then: it
    goes to the end, or, where nothing ends it, to the last citation."""
    plain, cited = "", list[tuple[int, str]]()
    for token in tokens:
        if found := _CITED.match(token):
            cited.append((len(plain), found[1]))
        elif not token.startswith("<"):
            plain += token
    before = [len(plain[:place].rstrip()) for place, _ in cited]
    ends = sorted({match.end() for match in _END.finditer(plain)}
                  | {place for place in before if _STOPPED.search(plain[:place])})
    marks: dict[int, tuple[int, list[str], int]] = {}
    for passed, (place, (_, claim)) in enumerate(zip(before, cited, strict=True), 1):
        end = next((end for end in ends if end >= place), -1)
        claims = marks[end][1] if end in marks else []
        marks[end] = (place if end < 0 else end, [*claims, *([] if claim in claims else [claim])], passed)
    return list(marks.values())
