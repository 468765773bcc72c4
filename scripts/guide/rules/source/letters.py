"""Letters can be filled in, promise no article that their section cannot prove, and are the same in every language. The
grammar is in guide/content/letters.py."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from guide.content.cache import remembered
from guide.content.languages import typeset
from guide.content.letters import Choice, Letter, LetterError, fences, read
from guide.content.pages import Page
from guide.content.project import Project
from guide.render.markdown.letters import AUTOFILL

from . import Faults, Lines, rule

# A numbered provision: its kind by its first letters, which French and English share, and its number ("DPP3" counts as
# 3).
_PROVISION = re.compile(r"\b(art|section|princip)[a-zé]*\.?\s+(?:DPP)?(\d+)((?:,? (?:and|et|to|à)? ?\d+\b(?! "
                        r"(?:par|days|jours)))*)", re.I)


@rule
def letters(project: Project) -> Faults:
    """Guards against a bracket that never closes (the form would swallow the letter), an article of law that no cited
    claim contains, a letter sent in another language with the answers in the wrong places, a name that browsers know
    given to a field no letter asks for."""
    labels: set[str] = set()
    for page in project.pages:
        first = project.versions(page.name)[0]
        ours, wrong = _letters(project, page)
        theirs, _ = _letters(project, first)
        yield from ((page.path, *found) for found in wrong)
        shapes: dict[str, str] = {}
        for _, line, letter in ours:
            labels.update(typeset(field.label, page.language) for field in letter.fields())
            for field, shape in _fields(letter):
                if shapes.setdefault(field, shape) != shape:
                    yield (page.path, line, f"[{field}] is a {shape} in this letter and a {shapes[field]} elsewhere on "
                           f"the page; give it other words")
        nothing = ours[-1][1] if ours else 1, "nothing", ()
        for one, other in zip_longest(_shape(ours), _shape(theirs), fillvalue=nothing):
            if one[2] != other[2]:
                yield (page.path, one[0], f"asks for {one[1]}, where {first.path} asks for {other[1]}; give both the "
                       f"same letters, under the same headings, with the same brackets in the same order")
                break
    for language, strings in project.strings.items():
        yield from ((f"docs/strings/{language}.yml", strings.lines.get(key, 0),
                     f"{key}: no letter asks for [{asked}]; write the words of the letters")
                    for key, asked in strings.items() if key.startswith(AUTOFILL) and asked not in labels)


@remembered
def _letters(project: Project, page: Page) -> tuple[list[tuple[str, int, Letter]], list[tuple[int, str]]]:
    """(heading, line, letter) of the letters of a page, and what is wrong with those that cannot be read."""
    t, lines = project.strings[page.language], page.text.splitlines()
    found: dict[str, tuple[str, int, Letter]] = {}
    wrong: list[tuple[int, str]] = []
    for language, start, end in fences(lines):
        if language == "letter":
            above = [heading for heading in page.headings if heading.line <= start and heading.level in (2, 3)]
            name, text = above[-1].id if above else "", "\n".join(lines[start + 1 : end])
            try:
                letter = read(text, t["letter_subject"], t["letter_date"])
            except LetterError as error:
                wrong.append((start + 2 + error.line, str(error)))
                continue
            if not name or name in found:
                wrong.append((start + 1, "a letter is named by the heading above it; give each letter a heading of its "
                                         "own with an {#id}"))
            found.setdefault(name, (name, start + 1, letter))
            section = next((heading.id for heading in reversed(above) if heading.level == 2), "")
            wrong += _unproven(project, page, section, start + 2, text)
    return list(found.values()), wrong


def _unproven(project: Project, page: Page, section: str, first: int, text: str) -> Lines:
    """The provisions of a letter that no claim cited in its section contains."""
    named, claims = {citation.id for citation in page.citations if citation.section == section}, project.records.claims
    cited = [claims[name] for name in named & claims.keys()]
    known = {item for claim in cited for field in ("statement", "note")
             for item in provisions(claim.get(field, {}).get(page.language, ""))}
    for number, line in enumerate(text.split("\n"), first):
        yield from ((number, f"names {kind} {article}, which no claim cited in this section contains; cite one that "
                     f"does, or leave it out") for kind, article in provisions(line) if (kind, article) not in known)


def provisions(text: str) -> list[tuple[str, str]]:
    """The numbered provisions named in `text`: "Articles 17 and 18" gives two."""
    names = {"art": "article", "section": "section", "princip": "principle"}
    return [(names[match[1].lower()], number) for match in _PROVISION.finditer(text)
            for number in (match[2], *re.findall(r"\d+", match[3]))]


def _fields(letter: Letter) -> Iterator[tuple[str, str]]:
    """(label, kind) of everything to fill in."""
    return ((field.label, f"choice of {len(field.options)}" if isinstance(field, Choice) else field.kind)
            for field in letter.fields())


def _shape(found: list[tuple[str, int, Letter]]) -> Iterator[tuple[int, str, tuple]]:
    """(line, in words, what must be the same) of each letter and field: a field is known by its kind, and by the place
    where its name first stood on the page."""
    places: dict[str, int] = {}
    for name, line, letter in found:
        yield line, f"the letter {name}", (name,)
        yield from ((line, f"[{label}], a {kind}", (kind, places.setdefault(label, len(places))))
                    for label, kind in _fields(letter))
