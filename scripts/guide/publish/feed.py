"""The list of changes as an Atom feed (overrides/feed.html), one a language: feed.xml for the first, en/feed.xml and so
on.

Ids are the permanent addresses of the entries on the page of changes; dates are those written in the records, at
midnight UTC, because a feed that took the day of the build would announce the same changes again and again.
"""

import re
from pathlib import Path

from guide.content.addresses import page_url
from guide.content.project import Project
from guide.render.templates import components

from .files import save

NAME = "feed.xml"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")  # XML 1.0 cannot write them; what the environment gives may hold some


def write(project: Project, site: Path) -> None:
    """Write the feed of every language."""
    for language in project.languages:
        save(site / project.prefix(language) / NAME, feed(project, language))


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
