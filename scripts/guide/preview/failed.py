"""A save that cannot be built: why, in one line, since a traceback leads through others' code before it comes to the
file at fault; the pages of the last build that could stay, and say what to mend."""

import shutil
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
from guide.content.faults import Fault, relative
from markupsafe import Markup


def cause(error: BaseException | None, root: Path) -> Fault | None:
    """The fault behind an error of Jinja, with the template's line, or of the system, with the file; else None."""
    if isinstance(error, OSError) and error.filename:
        return Fault(relative(Path(error.filename), root), 0,
                     f"cannot be read ({error.strerror}); check the name and the permissions")
    if not isinstance(error, jinja2.TemplateError):
        return None
    drawn = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)
             if frame.filename.endswith(".html")]
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        drawn = [(error.filename, error.lineno)]
    missing = f"there is no template {error.name}" if isinstance(error, jinja2.TemplateNotFound) else ""
    if not drawn:
        return Fault("overrides", 0, f"{missing}; put it back") if missing else None
    path, line = drawn[-1]
    return Fault(relative(Path(path), root), line, f"{missing or error.message}; mend what this line asks for")


@contextmanager
def last_pages(site: Path) -> Iterator[None]:
    """While another site is made in the folder `site`: where that fails, what was there is put back."""
    before = site.with_name(f"{site.name}-before")
    site.rename(before)
    try:
        site.mkdir()
        yield
    except BaseException:
        shutil.rmtree(site, ignore_errors=True)
        before.rename(site)
        raise
    shutil.rmtree(before)


def with_notice(page: bytes, wrong: str) -> bytes:
    """The HTML of `page` with what is `wrong`, if anything, above its words."""
    notice = Markup('<pre role="alert"><code>This page is as it was before the last save, which cannot be '
                    'shown:\n{}</code></pre>').format(wrong)
    return page.replace(b"<main", notice.encode() + b"<main", 1) if wrong else page
