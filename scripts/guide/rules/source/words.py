"""The words of pages, strings and records: set as their language is set, and drawn from the records that hold them."""

import re

from guide.content.addresses import recorded
from guide.content.cache import remembered
from guide.content.languages import GRAMMAR
from guide.content.pages import Page
from guide.content.project import Project

from ..prose import in_language, passages, words
from . import Faults, Lines, page_rule, rule

_SPACES = " \u00a0\u202f"
_NO_SPACE = "no space before {mark}; write one (the build makes it narrow)"
_GUILLEMETS = "an English quotation mark in French; write « and » (or ' for an apostrophe)"
SETTING = {language: [(re.compile(pattern, re.M), message) for pattern, message in rows] for language, rows in {
    "fr": (
        (r'"', "a straight double quote in French; write « and »"), (r"[“”„‘]", _GUILLEMETS),
        (rf"(?<![{_SPACES};!?«(\d])[;!?](?![\w/=])|(?<![{_SPACES}!?«(])[!?](?![\w=])|(?<![{_SPACES}])[;:](?=[{_SPACES}]|$)",
         _NO_SPACE),
        (rf"«(?![{_SPACES}])", "no space after «; write one (the build makes it narrow)"),
        (rf"(?<![{_SPACES}])»", _NO_SPACE),
        (rf"[{_SPACES}],(?!\d)|[{_SPACES}]\.(?=[{_SPACES}]|$)", "a space before a comma or a full stop; remove it")),
    "en": (
        (r"[«»]", 'a French quotation mark in English; write "…" (the build curls them)'),
        (rf"(?<=\w)[{_SPACES}]+[;:!?](?=\s|$)", "a space before a punctuation mark in English; remove it"),
        (rf"\S[{_SPACES}]+(?:,(?!\d)|\.(?=\s|$))", "a space before a comma or a full stop; remove it"))}.items()}
FEWEST = 150  # words of a page
SHORTEST_LABEL = 12  # characters: a shorter one may be met by chance
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\[=[^\]]*\]")
_SENTENCE = re.compile(r"(?:[^.!?;|]|[.!?](?!\s))+")
_MONTHS = {month.lower(): number for grammar in GRAMMAR.values() for number, month in enumerate(grammar.months, 1)}
_MONTH = "(" + "|".join(_MONTHS) + ")"
_DATE = re.compile(rf"\b(\d{{1,2}})(?:er|st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?\s+(\d{{4}})\b"
                   rf"|\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b|\b(\d{{4}}-\d\d-\d\d)\b", re.I)


@rule
def typed(project: Project) -> Faults:
    """Writers type ordinary spaces and quotation marks, the build makes them narrow and curly; what it cannot guess is
    one that was never typed, or that is the habit of the other language."""
    for language in project.languages:
        for path, first, text in in_language(project, language):
            for pattern, message in SETTING.get(language, ()):
                lines = {text.count("\n", 0, match.start()): match for match in reversed([*pattern.finditer(text)])}
                for line, match in lines.items():  # the first of each line
                    around = " ".join(text[max(0, match.start() - 20) : match.end() + 12].split())
                    yield path, first + line, message.format(mark=match[0]) + f" (…{around}…)"


@rule
def terms(project: Project) -> Faults:
    """One word for one thing: a word that the guide gave up for another (`instead_of` of a term of the glossary) stands
    nowhere, a plural counts too. Quotations, code, ids and words marked as another language keep theirs."""
    typed_by_readers = {record.path for record in project.records.search_words.values()}
    for language in project.languages:
        instead = {word.casefold(): (write, record.id) for record in project.records.glossary.values()
                   for word, write in record.get("instead_of", {}).get(language, {}).items()}
        longest = sorted((r"\s+".join(map(re.escape, word.split())) for word in instead), key=len, reverse=True)
        pattern = re.compile(rf"(?<![\w-])({'|'.join(longest) or '(?!)'})[sx]?(?![\w-])", re.I)
        for path, first, text in in_language(project, language):
            said = _QUOTED.sub(lambda quoted: "\n" * quoted[0].count("\n"), text).replace("’", "'")
            for match in pattern.finditer(said) if path not in typed_by_readers else ():
                write, term = instead[" ".join(match[1].split()).casefold()]
                yield (path, first + said.count("\n", 0, match.start()),
                       f"'{' '.join(match[0].split())}' is another word for the term {term}; write '{write}'")


@page_rule
def empty_page(project: Project, page: Page) -> Lines:
    """A page has something to say, code and drawn blocks aside, unless it lists records: search finds an empty one,
    people arrive and leave."""
    number = sum(len(re.findall(r"\w+(?:['’-]\w+)*", line)) for _, line in words(page))
    if number < FEWEST and not recorded(project, page):
        yield 1, f"has {number} words of text; write at least {FEWEST}, or remove the page in every language"


@page_rule
def values(project: Project, page: Page) -> Lines:
    """A date, a label, the list of zones is drawn from its record: typed by hand it is right until the day the record
    is corrected, and then wrong in one language or on one page."""
    events = {record["date"]: identifier for identifier, record in reversed(project.records.milestones.items())}
    labels, known = _labels(project)
    listed, regions = project.strings[page.language].get("zones", ""), project.records.regions.values()
    zones = [re.escape(name) for region in regions if (name := region["title"][page.language]) in listed]
    if letters := re.findall(r"\b[A-Z]{2,}\b", listed):  # a union named by its letters
        zones.append(rf"\b(?:{'|'.join(letters)})\b")
    for _, first, text in passages(page):
        found = [(match, f"[={events[day]}]") for match in _DATE.finditer(text) if (day := _iso(match)) in events]
        for match in labels.finditer(text):
            identifier, language = known[_plain(match[0])]
            found.append((match, f"[={identifier}]" if language == page.language else f"[={identifier}:{language}]"))
        found += [(match, "[=zones]") for match in _SENTENCE.finditer(text)
                  if len(zones) > 2 and all(re.search(name, match[0]) for name in zones)]
        for match, write in found:
            start = match.end() - len(match[0].lstrip())
            yield (first + text.count("\n", 0, start),
                   f"'{' '.join(match[0].split())[:60]}' is typed by hand; write {write}")


def _iso(match: re.Match) -> str:
    day, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
    return match[7] or f"{year}-{_MONTHS[month.lower()]:02}-{int(day):02}"


@remembered
def _labels(project: Project) -> tuple[re.Pattern, dict[str, tuple[str, str]]]:
    """One pattern for every text of every label that is long enough, and text → (id, language). Two words at the start
    of a sentence may be ordinary words with a capital: they are let pass."""
    known: dict[str, tuple[str, str]] = {}
    for identifier, record in project.records.labels.items():
        for language, text in record["text"].items():
            for shape in (text, *record.get("variants", {}).get(language, ())):
                if len(shape) >= SHORTEST_LABEL:
                    known.setdefault(_plain(shape), (identifier, language))
    shapes = [(r"(?<=[^\s.!?:] )" if text.count(" ") < 2 else "")
              + re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’]")
              for text in sorted(known, key=len, reverse=True)]
    starts = "".join(sorted({re.escape(text[0]) for text in known}))
    return re.compile(rf"(?<!\w)(?=[{starts}])(?:{'|'.join(shapes)})(?!\w)" if known else "(?!)"), known


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())
