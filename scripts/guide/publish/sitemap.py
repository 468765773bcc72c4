"""sitemap.xml with absolute, reciprocal alternates in every language (sitemaps.org 0.9, with Google's xhtml:link).

No lastmod: the day of a build is not the day a page changed, and would make two builds differ.
"""

from pathlib import Path
from xml.sax.saxutils import quoteattr

from guide.content.addresses import fact_page
from guide.content.languages import fallback
from guide.content.project import Project

from .files import save


def write(project: Project, site: Path) -> None:
    """Write sitemap.xml over the theme's own, which has relative alternates, and remove its compressed twin."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">']
    names = [page.name for page in project.pages if page.language == project.languages[0]]
    names += [fact_page(claim) for claim in project.records.claims]
    for name in names:
        versions = project.alternates(name)
        default = versions[project.languages.index(fallback(project.languages))]
        links = [(item["language"], item["url"]) for item in versions] + [("x-default", default["url"])]
        for version in versions:
            lines.append(f"  <url><loc>{version['url']}</loc>")
            lines += [f'    <xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(url)}/>' for code,
                      url in links]
            lines.append("  </url>")
    lines.append("</urlset>")
    save(site / "sitemap.xml", "\n".join(lines) + "\n")
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
