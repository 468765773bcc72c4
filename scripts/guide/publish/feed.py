"""The list of changes as an Atom feed (RFC 4287), one a language: feed.xml for the first, en/feed.xml and so on.

Ids are the permanent addresses of the entries on the page of changes; dates are those written in the records, at
midnight UTC, because a feed that took the day of the build would announce the same changes again and again.
"""

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from guide.content.addresses import page_url
from guide.content.project import Project

from .files import save

NAME = "feed.xml"


def write(project: Project, site: Path) -> None:
    """Write the feed of every language."""
    for language in project.languages:
        save(site / project.prefix(language) / NAME, feed(project, language))


def address(project: Project, language: str) -> str:
    """The absolute address of the feed of a language."""
    return project.site_url + project.prefix(language) + NAME


def feed(project: Project, language: str) -> str:
    """The whole feed as text."""
    strings, changes = project.strings[language], list(project.records.changes.values())
    page, name = project.site_url + project.prefix(language) + page_url(project.the("changes")), strings["site_name"]
    # A feed must have a date even when nothing has changed yet: the newest day a fact was read.
    newest = max([change["date"] for change in changes]
                 or [claim["read_on"] for claim in project.records.claims.values()], default="1970-01-01")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        f"  <id>{escape(address(project, language))}</id>",
        f"  <title>{_text(strings('feed_title', site=name))}</title>",
        f"  <subtitle>{_text(strings['site_tagline'])}</subtitle>",
        f"  <updated>{newest}T00:00:00Z</updated>",
        f"  <author><name>{_text(project.settings.get('publisher_name') or name)}</name></author>",
        f'  <link rel="self" type="application/atom+xml" hreflang="{language}" '
        f'href={quoteattr(address(project, language))}/>',
        f'  <link rel="alternate" type="text/html" hreflang="{language}" href={quoteattr(page)}/>',
    ]
    for change in sorted(changes, key=lambda record: record["date"], reverse=True):
        link = f"{page}#change-{change.id}"
        lines += [
            "  <entry>",
            f"    <id>{escape(link)}</id>",
            f"    <title>{_text(change['title'][language])}</title>",
            f"    <updated>{change['date']}T00:00:00Z</updated>",
            f'    <link rel="alternate" type="text/html" hreflang="{language}" href={quoteattr(link)}/>',
            f"    <content type=\"text\">{_text(change['text'][language])}</content>",
            "  </entry>",
        ]
    return "\n".join([*lines, "</feed>"]) + "\n"


def _text(text: str) -> str:
    """Text for an element. XML 1.0 has no way to write control characters; what the environment gives may hold some."""
    return escape("".join(letter for letter in text if letter >= " " or letter in "\t\n"))
