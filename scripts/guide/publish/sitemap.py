"""What search engines are told. robots.txt (RFC 9309): they are welcome, crawlers that gather text to train models are
not. sitemap.xml (overrides/sitemap.html), without lastmod: the day of a build is not the day a page changed.
"""

from pathlib import Path

from guide.content.addresses import fact_page
from guide.content.languages import fallback
from guide.content.project import Project
from guide.render.templates import components

from .files import save

# Product tokens the operators publish for crawlers that collect training data. The page `about` says why.
TRAINING_CRAWLERS = ("GPTBot", "ClaudeBot", "Google-Extended", "Applebot-Extended", "CCBot", "Meta-ExternalAgent",
                     "Bytespider", "Amazonbot")
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(project: Project, site: Path) -> None:
    """Write robots.txt, and sitemap.xml over the theme's own, which has relative alternates and a compressed twin."""
    lines = [*(f"User-agent: {name}" for name in TRAINING_CRAWLERS), "Disallow: /", "", "User-agent: *", "Allow: /", "",
             f"Sitemap: {project.site_url}sitemap.xml"]
    save(site / "robots.txt", "\n".join(lines) + "\n")
    names = [page.name for page in project.pages if page.language == project.languages[0]]
    pages = map(project.alternates, [*names, *map(fact_page, project.records.claims)])
    default = project.languages.index(fallback(project.languages))
    template = components(project.root / "overrides").get_template("sitemap.html")
    save(site / "sitemap.xml",
         template.render(schema=SCHEMA, pages=[(versions, versions[default]) for versions in pages]).strip() + "\n")
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
