"""What is wrong with a mark such as `[=id]`, which draws a date, a label or the list of zones."""

from __future__ import annotations

from difflib import get_close_matches

from guide.content.pages import VALUE
from guide.content.project import Project


def wrong_value(project: Project, mark: str) -> str:
    """The sentence for a contributor; nothing where the mark draws something."""
    match = VALUE.fullmatch(mark)
    if not match:
        return f"{mark} is not how a value is written; write [=id], or [=id:en] for a label in another language"
    records, name = project.records, match[1]
    known = sorted({*records.milestones, *records.labels, "zones"})
    if name not in known:
        near = get_close_matches(name, known, 1, 0.5)
        return f"there is no value {name}; write " + (
            f"[={near[0]}]" if near else "the id of a date (milestones.yml) or of a label (labels.yml)")
    seen = records.labels[name]["text"] if name in records.labels else {}
    if match[2] and match[2] not in seen:
        return f"{name} has no text in {match[2]!r}; write [={name}" + (f":{next(iter(seen))}]" if seen else "]")
    return ""
