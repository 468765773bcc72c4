"""The names of the company and the products the guide is about: they live in docs/, the machinery has none of its
own."""

from guide.content.cache import remembered
from guide.content.project import Project
from guide.content.records import validator, whole


@remembered
def names(project: Project, field: str = "names") -> list[str]:
    """The names listed in docs/records/topic.yml (`other_names`: things that only sound alike). Raises GuideError when
    there are none."""
    folder = project.root / "docs/records"
    rules = validator(folder, project.root, "topic", project.languages)
    return list(whole(folder / "topic.yml", project.root, rules).get(field, ()))
