"""sitemap.xml (overrides/sitemap.html). No lastmod: the day of a build is not the day a page changed, and would make
two builds differ.
"""

from pathlib import Path

from guide.content.addresses import fact_page
from guide.content.languages import fallback
from guide.content.project import Project
from guide.render.templates import components

from .files import save

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(project: Project, site: Path) -> None:
    """Write sitemap.xml over the theme's own, which has relative alternates, and remove its compressed twin."""
    names = [page.name for page in project.pages if page.language == project.languages[0]]
    pages = map(project.alternates, [*names, *map(fact_page, project.records.claims)])
    default = project.languages.index(fallback(project.languages))
    template = components(project.root / "overrides").get_template("sitemap.html")
    save(site / "sitemap.xml",
         template.render(schema=SCHEMA, pages=[(versions, versions[default]) for versions in pages]).strip() + "\n")
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
