"""What pages are told of the others. Where each claim is cited, in their text and in the components they hold: pages of
the first language speak for all, since a rule makes every language cite the same claims in the same sections. And which
sections are behind, with the way to the other language.
"""

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from guide.content.faults import GuideError
from guide.content.languages import typeset
from guide.content.pages import Page
from guide.content.project import Project, plain, spoken
from guide.content.translations import FRONT, OPENING, Difference, differences, pairs, read

from .context import Context, Uses
from .markdown.blocks import known
from .markdown.citations import MARK

# These show or list claims without resting on them; `claims` itself needs the result of this module.
_NOT_CITING = ("claims", "contested", "seeds", "register", "changes", "identity", "built-from",
               "not-verified", "translations", "statuses")


@lru_cache(maxsize=2)
def uses(project: Project) -> Uses:
    """Read every page once, for one reading of the repository, but for malformed ones: the source rules report them."""
    result = Uses(titles={language: {} for language in project.languages}, behind=behind(project))
    for page in project.pages:
        with suppress(GuideError):
            result.titles[page.language][page.name] = typeset(plain(str(page.front.get("title", page.name)), project,
                                                                    page.language), page.language)
            if page.language == project.languages[0]:
                _add(page, Context(project, page.language, page.name), result)
    return result


def _add(page: Page, context: Context, result: Uses) -> None:
    """Add the claims and the blocks of one page; of several sections citing the same claim, the first counts."""
    found = [(citation.line, citation.id, citation.section) for citation in page.citations]
    for name, argument, line in page.blocks:
        section = next((heading.id for heading in reversed(page.headings) if heading.level == 2
                        and heading.line < line), "")
        result.blocks.setdefault(name, (page.name, section))
        if name not in _NOT_CITING and known(name, argument, context.records):
            found += [(line, claim, section) for claim in MARK.findall(context.render(name, argument=argument))]
    seen: set[str] = set()
    for _, claim, section in sorted(found, key=lambda item: item[0]):
        if claim not in seen:
            seen.add(claim)
            result.cited_on.setdefault(claim, []).append((page.name, section))


@dataclass(frozen=True)
class Behind:
    """A section whose text in another `language` has changed since the `day` the two were compared. `id` is that of its
    heading, empty for what stands above the first one; `title` the heading's words in the language that is behind, and
    `own` the way there from the site's root. `path` leads to the section in `language`, and `words` say so in it."""

    id: str
    title: str
    own: str
    language: str
    day: str
    path: str
    words: str


def behind(project: Project) -> dict[str, dict[str, list[Behind]]]:
    """Language that is behind → page → its sections, in order. Nothing for an unreadable lock: a rule says why."""
    found: dict[str, dict[str, dict[tuple[str, str], Behind]]] = {language: {} for language in project.languages}
    with suppress(GuideError):
        for difference in differences(read(project.root), pairs(project.pages, project.languages)):
            for changed in difference.changed:
                language = next(code for code in difference.versions if code != changed)
                item = _item(project, difference, language, changed)
                items = found[language].setdefault(difference.key[0], {})
                # the front matter and the opening stand at one place: one notice, with the earlier day
                items[item.id, changed] = min(items.get((item.id, changed), item), item, key=lambda one: one.day)
    return {language: {page: list(items.values()) for page, items in pages.items()}
            for language, pages in found.items()}


def _item(project: Project, difference: Difference, language: str, changed: str) -> Behind:
    page, identifier, _ = difference.key
    identifier = "" if identifier in (FRONT, OPENING) else identifier

    return Behind(identifier, spoken(difference.versions[language].title, project, language),
                  project.address(page, language, identifier), changed, difference.match.day,
                  project.address(page, changed, identifier), project.strings[changed]["behind_read"])
