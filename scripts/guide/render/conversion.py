"""What the conversion of a page's Markdown depends on, so that a page is converted again only when it can have changed.

What it is made of is compared, never guessed: its own text, what all pages of its language are made with, and what it
may show of other pages. A save of a record or of a component's template so converts every page again.
"""

from guide.content.project import Project

from .context import Context


def made_of(project: Project, text: object, context: Context) -> object:
    """Everything the HTML of a page with this text depends on, or that of a block in it."""
    return (context.language, context.page, text, context.arrivals, context.first_keys, project.settings,
            project.languages, project.made_with[context.language], context.uses.fingerprint)
