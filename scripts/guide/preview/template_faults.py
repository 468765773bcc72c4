"""Where a template stopped, in one line: for whoever edits overrides/, Jinja's traceback leads through other people's code first."""

from __future__ import annotations

import traceback
from pathlib import Path

import jinja2
from guide.content.faults import Fault, relative


def template_fault(error: BaseException | None, root: Path) -> Fault | None:
    """The fault behind an error that Jinja raised, with the template's line; None for any other error."""
    if not isinstance(error, jinja2.TemplateError):
        return None
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        path, line = error.filename, error.lineno
    else:
        drawn = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
        if not drawn:
            return None
        path, line = drawn[-1].filename, drawn[-1].lineno or 0
    said = f"there is no template {error.name}" if isinstance(error, jinja2.TemplateNotFound) else error.message
    return Fault(relative(Path(path), root), line, f"{said}; mend what this line asks for")
