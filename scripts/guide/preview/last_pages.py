"""A save that cannot be built: the pages of the last build that could stay, and say what to mend."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from markupsafe import Markup


@contextmanager
def last_pages(site: Path) -> Iterator[None]:
    """While another site is made in the folder `site`: where that fails, what was there is put back."""
    before = site.with_name(f"{site.name}-before")
    site.rename(before)
    try:
        site.mkdir()
        yield
    except BaseException:
        shutil.rmtree(site, ignore_errors=True)
        before.rename(site)
        raise
    shutil.rmtree(before)


def with_notice(page: bytes, wrong: str) -> bytes:
    """The HTML of `page` with what is `wrong`, if anything, above its words."""
    notice = Markup('<pre role="alert"><code>This page is as it was before the last save, which cannot be '
                    'shown:\n{}</code></pre>').format(wrong)
    return page.replace(b"<main", notice.encode() + b"<main", 1) if wrong else page
