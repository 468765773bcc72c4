"""The pictures that pages show as files, assets/pictures/<name>.<language>.<hash>.svg, in every language."""

from pathlib import Path

from guide.content.project import Project
from guide.render.pictures import DRAWN, FOLDER, every, picture


def write(project: Project, site: Path) -> None:
    """Write all pictures. Their names change with their content, so a host may let browsers keep them for ever."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    shown = {argument for page in project.pages for block, argument, _ in page.blocks if block == "picture"}
    for language in project.languages:
        for name in every(project.records):
            if name in DRAWN and name not in shown:
                continue
            for file in picture(name, project.records, project.strings[language]).files:
                (folder / file.name).write_bytes(file.data)
