"""What is made after the pages: short addresses, pages at old addresses, the sheet to put up, the kit, a page a
statement, assets, pictures, cards, the guide as one file, sitemap, robots, records as JSON, feeds, search index,
headers, fingerprints. Plain functions over the folder of the built site.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide.content.project import Project
from guide.render import pictures
from guide.render.assets import assets

from . import api, cards, facts, feeds, headers, paper, redirects, search, single_file
from .files import save, write_sums


def finish(project: Project, site: Path) -> None:
    """Write everything beside the pages into `site`."""
    beside(project, site)
    with ThreadPoolExecutor(1) as pool:  # Pagefind is a program of its own
        indexed = pool.submit(search.index, project, site)
        cards.write(project, site)
        redirects.keep_cards(project, site)
        files = single_file.texts(project, site)
        indexed.result()
    search.write_words(project, site)
    for name, text in files.items():  # after the index, which must not hold them
        save(site / name, text)
    headers.write(project, site)
    write_sums(site)


def beside(project: Project, site: Path, serving: bool = False) -> None:
    """Write what pages are drawn with and what they lead to: all that a preview must have before it shows one."""
    redirects.write_short(project, site)  # first, with the next three: their pages ask for scripts of their own
    redirects.write(project, site)
    paper.write(project, site)
    facts.write(project, site, serving)
    for name, data in assets(project).files.items():
        save(site / "assets" / name, data)
    for name, data in pictures.files(project).items():
        save(site / pictures.FOLDER / name, data)
    api.write(project, site)
    feeds.write(project, site)
