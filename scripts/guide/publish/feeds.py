"""What programs are told: feeds, sitemap.xml, robots.txt.

The feed of changes (Atom, overrides/feed.html), one a language: feed.xml for the first, en/feed.xml and so on. Ids are
the permanent addresses of the entries on the page of changes; dates are those written in the records, at midnight UTC,
because a feed that took the day of the build would announce the same changes again and again.
sitemap.xml (overrides/sitemap.html) is without lastmod: the day of a build is not the day a page changed.
robots.txt (RFC 9309): search engines are welcome, crawlers that gather text to train models are not.
"""

import re
from pathlib import Path

from guide.content.languages import fallback
from guide.content.pages import fact_page, page_url
from guide.content.project import Project
from guide.render.templates import components

from .files import save

NAME = "feed.xml"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")  # XML 1.0 cannot write them; what the environment gives may hold some
# Product tokens the operators publish for crawlers that collect training data. The page `about` says why.
TRAINING_CRAWLERS = ("GPTBot", "ClaudeBot", "Google-Extended", "Applebot-Extended", "CCBot", "Meta-ExternalAgent",
                     "Bytespider", "Amazonbot")
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(project: Project, site: Path) -> None:
    """Write robots.txt, the feed of every language, and sitemap.xml over the theme's own, which has relative alternates
    and a compressed twin."""
    for language in project.languages:
        save(site / project.prefix(language) / NAME, feed(project, language))
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


def feed(project: Project, language: str) -> str:
    """The whole feed as text."""
    strings, records, home = project.strings[language], project.records, project.site_url + project.prefix(language)
    changes = sorted(records.changes.values(), key=lambda record: record["date"], reverse=True)
    # A feed must have a date even when nothing has changed yet: the newest day a fact was read.
    dates = [change["date"] for change in changes] or [claim["read_on"] for claim in records.claims.values()]
    text = components(project.root / "overrides").get_template("feed.html").render(
        t=strings, language=language, address=home + NAME, page=home + page_url(project.the("changes")),
        newest=max(dates, default="1970-01-01"), changes=changes,
        publisher=project.settings.get("publisher_name") or strings["site_name"])
    return _CONTROL.sub("", text).strip() + "\n"
