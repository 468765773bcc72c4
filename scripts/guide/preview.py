"""What a live preview does once the page is on the screen: the rules, and the search index, in the background. Together
they take as long as building the pages, and the writer need not wait for them. Guards against: a slow reload, and work
on a site that the next save is already replacing.

And what it does with a save that cannot be built: why, in one line, since a traceback leads through others' code before
it comes to the file at fault; the pages of the last build that could stay, and say what to mend.
"""

import shutil
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
from guide.content.faults import Fault, relative
from guide.content.project import Project
from guide.publish import search
from guide.publish.files import write_sums
from guide.rules.built import rules
from guide.rules.source import source_faults
from markupsafe import Markup

PAUSE = 0.5  # seconds: the browser asks for the page it was told of, and gets the processor to itself


class Afterwards:
    """The rest of one build at a time. `tell` is given each fault, once, and the text of what went wrong otherwise."""

    def __init__(self, tell: Callable[[str], None]):
        self._tell = tell
        self._stopped = threading.Event()
        self._thread = threading.Thread()

    def start(self, project: Project, site: Path) -> None:
        """Begin, for a site whose pages were just written."""
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, args=(project, site, self._stopped), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Give up what is not done yet, and return when nothing touches the site any more."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self, project: Project, site: Path, stopped: threading.Event) -> None:
        if stopped.wait(PAUSE):
            return
        try:
            for fault in dict.fromkeys(self._faults(project, site, stopped)):
                self._tell(str(fault))
        except (OSError, search.SearchError) as error:  # nobody waits for this thread: said here or never
            self._tell(f"the preview could not be checked: {error}")

    @staticmethod
    def _faults(project: Project, site: Path, stopped: threading.Event) -> Iterator[Fault]:
        yield from source_faults(project, stopped.is_set)
        if stopped.is_set():
            return
        search.index(project, site)
        write_sums(site)  # which a page links to
        for rule in rules(serving=True):
            if stopped.is_set():
                return
            yield from sorted(rule(project, site))


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
