"""What readers are told of the sections that are behind: by language and page, with the way to the other language."""

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
    found: dict[str, dict[str, list[Behind]]] = {language: {} for language in project.languages}
    try:
        lock = read(project.root)
    except GuideError:
        return found
    for difference in differences(lock, pairs(project.pages, project.languages)):
        for changed in difference.changed:
            language = next(code for code in difference.versions if code != changed)
            _add(found[language].setdefault(difference.key[0], []), _item(project, difference, language, changed))
    return found


def _item(project: Project, difference: Difference, language: str, changed: str) -> Behind:
    page, identifier, _ = difference.key
    identifier = "" if identifier in (FRONT, OPENING) else identifier

    def path(code: str) -> str:
        return project.prefix(code) + page_url(page) + (f"#{identifier}" if identifier else "")

    return Behind(identifier, spoken(difference.versions[language].title, project, language), path(language),
                  changed, difference.match.day,
                  path(changed), project.strings[changed]["behind_read"])


def _add(items: list[Behind], item: Behind) -> None:
    """The front matter and the opening stand at one place: one notice, with the earlier day."""
    for index, other in enumerate(items):
        if (other.id, other.language) == (item.id, item.language):
            items[index] = min(other, item, key=lambda one: one.day)
            return
    items.append(item)
