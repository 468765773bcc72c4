"""The pictures as files of the site, assets/pictures/<name>.<language>.<hash>.svg: every one, in every language."""

from __future__ import annotations

from pathlib import Path

from ..pictures import FOLDER, every, picture
from ..project import Project


def write(project: Project, site: Path) -> None:
    """Write all pictures. Their names change with their content, so a host may let browsers keep them for ever."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for language in project.languages:
        for name in every(project.records):
            for file in picture(name, project.records, project.strings[language]).files:
                (folder / file.name).write_bytes(file.data)
