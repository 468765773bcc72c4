"""What the conversion of a page's Markdown depends on, so that a page is converted again only when it can have changed.

What it is made of is compared, never guessed: its own text, what all pages of its language are made with, and what it may
show of other pages. A save of a record or of a component's template so converts every page again.
"""

from __future__ import annotations

import hashlib

from guide.content.project import Project

from .context import Context, Uses


def made_of(project: Project, markdown: str, context: Context, shown: str) -> object:
    """Everything the HTML of one page depends on. `shown` is what it may show of the others."""
    return (context.language, context.page, markdown, context.arrivals, context.first_keys, project.settings,
            project.languages, project.made_with[context.language], shown)


def shown(uses: Uses) -> str:
    """The fingerprint of what a page may show of the others."""
    return hashlib.sha256(repr((uses.cited_on, uses.blocks, uses.titles, uses.behind)).encode()).hexdigest()
