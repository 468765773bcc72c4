"""What a preview does once the page is on the screen: the rules, and the search index, in the background.

Together they take as long as building the pages, and the writer need not wait for them. Guards against: a slow reload,
and work on a site that the next save is already replacing.
"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish import search, sums
from guide.rules.built import rules
from guide.rules.source import source_faults

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
        sums.write(site)  # which a page links to
        for rule in rules(serving=True):
            if stopped.is_set():
                return
            yield from sorted(rule(project, site))
