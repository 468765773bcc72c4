"""What readers are told of the sections that are behind: by language and page, with the way to the other language."""

from contextlib import suppress
from dataclasses import dataclass

from guide.content.addresses import page_url
from guide.content.faults import GuideError
from guide.content.project import Project
from guide.content.sections import FRONT, OPENING
from guide.content.translations import Difference, differences, pairs, read
from guide.content.values import spoken


@dataclass(frozen=True)
class Behind:
    """A section whose text in another `language` has changed since the `day` the two were compared.

    `id` is that of its heading, empty for what stands above the first one; `title` the heading's words in the language
    that is behind, and `own` the way there from the site's root. `path` leads to the section in `language`, and `words`
    say so in it.
    """

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

    def path(code: str) -> str:
        return project.prefix(code) + page_url(page) + (f"#{identifier}" if identifier else "")

    return Behind(identifier, spoken(difference.versions[language].title, project, language), path(language),
                  changed, difference.match.day, path(changed), project.strings[changed]["behind_read"])
