"""The names of the company and the products the guide is about: they live in docs/, the machinery has none of its
own."""

from guide.content.characters import INVISIBLE
from guide.content.faults import Fault, GuideError
from guide.content.project import Project
from guide.content.records import MARKUP
from guide.content.yaml_lines import LinedList, LinedMap, load

PATH = "docs/records/topic.yml"


def names(project: Project, field: str = "names") -> list[str]:
    """The names listed in docs/records/topic.yml (`other_names`: things that only sound alike). Raises GuideError when
    there are none."""
    data = load(project.root / PATH, project.root)
    found = data.get(field) if isinstance(data, LinedMap) else None
    if found is None and field != "names":
        return []
    if not isinstance(found, LinedList) or not found or not all(isinstance(name, str) and name for name in found):
        raise GuideError(Fault(PATH, 1,
                               f"has no {field}; write {field}: and below it one line '- Name' for each company or "
                               f"product the guide is about"))
    for name, line in zip(found, found.lines, strict=True):
        if MARKUP.search(name) or INVISIBLE.search(name):
            raise GuideError(Fault(PATH, line,
                                   (f"{name!r} is no name: it holds markup or a character nobody sees; write plain "
                                    f"words")))
    return list(found)
