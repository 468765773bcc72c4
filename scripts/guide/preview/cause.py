"""Why a build stopped, in one line: a traceback leads through others' code before it comes to the file at fault."""

import traceback
from pathlib import Path

import jinja2
from guide.content.faults import Fault, relative


def cause(error: BaseException | None, root: Path) -> Fault | None:
    """The fault behind an error of Jinja, with the template's line, or of the system, with the file; else None."""
    if isinstance(error, OSError) and error.filename:
        return Fault(relative(Path(error.filename), root), 0,
                     f"cannot be read ({error.strerror}); check the name and the permissions")
    if not isinstance(error, jinja2.TemplateError):
        return None
    drawn = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        path, line = error.filename, error.lineno
    elif drawn:
        path, line = drawn[-1].filename, drawn[-1].lineno or 0
    elif isinstance(error, jinja2.TemplateNotFound):
        return Fault("overrides", 0, f"has no template {error.name}; put it back")
    else:
        return None
    said = f"there is no template {error.name}" if isinstance(error, jinja2.TemplateNotFound) else error.message
    return Fault(relative(Path(path), root), line, f"{said}; mend what this line asks for")
