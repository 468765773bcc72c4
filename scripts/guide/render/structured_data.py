"""What search engines are told of a page: JSON-LD, schema.org Article or Claim. Data, not script: no policy has to
allow it.

A page is as fresh as its facts: dateModified is the newest day a claim it cites was read, or else of the last change.
"""

import json
from typing import Any

from guide.content.addresses import page_url
from guide.content.records import Record
from markupsafe import Markup

from .context import Context

# Inside <script> only "</script" and "<!--" end or change the reading (HTML, 4.12.1.3); without < > & there can be
# neither. U+2028 and U+2029 are line ends to old JavaScript readers.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def article(context: Context, title: str, description: str) -> dict[str, Any]:
    """The page as a schema.org Article that is part of this site in the page's language."""
    data = {
        **_part(context),
        "@type": "Article",
        "headline": title,
        "description": description,
        "dateModified": modified(context),
    }
    return {name: value for name, value in data.items() if value}


def claim(context: Context, record: Record) -> dict[str, Any]:
    """A statement as a schema.org Claim, with the texts it rests on."""
    sources = [context.records.sources[name] for name in record["sources"]]
    return {
        **_part(context),
        "@type": "Claim",
        "identifier": record.id,
        "text": context.local(record["statement"]),
        "dateModified": record["read_on"],
        "citation": [{"@type": "CreativeWork", "name": source["title"], "inLanguage": source["language"],
                      **({"url": source["url"]} if "url" in source and source.get("publishable", True) else {})}
                     for source in sources],
    }


def _part(context: Context) -> dict[str, Any]:
    """What is true of every page: part of this site in the page's language."""
    project, strings = context.project, context.strings
    home = project.site_url + context.prefix
    data = {
        "@context": "https://schema.org",
        "inLanguage": context.language,
        "url": home + page_url(context.page),
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "isPartOf": {"@type": "WebSite", "name": strings["site_name"], "url": home, "inLanguage": context.language},
    }
    if publisher := project.settings.get("publisher_name"):
        data["publisher"] = {"@type": "Organization", "name": publisher}
    return data


def modified(context: Context) -> str:
    """The newest reading of the claims the page cites; for a page that cites none, the day of the last change."""
    read = [claim["read_on"] for claim in context.pick("claims", context.cited)]
    return max(read or [change["date"] for change in context.records.changes.values()], default="")


def in_html(data: dict[str, Any]) -> Markup:
    """`data` as JSON that no text in it can end early, whoever wrote it."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))
