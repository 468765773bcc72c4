"""Every finished page carries the site's policy, once: a page without it would load whatever it names.

Not asked of a preview, whose pages have none: the script that reloads them is inline.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import documents, place_of
from guide.publish.policy import META_POLICY, single_file


def check(project: Project, site: Path) -> Iterator[Fault]:
    for document in documents(site).values():
        policies = [element.get("content") for element in document.all("meta")
                    if (element.get("http-equiv") or "").lower() == "content-security-policy"]
        own = document.path in {single_file(language) for language in project.languages}
        if len(policies) != 1 or policies[0] != META_POLICY and not own:
            path, _ = place_of(project, document, None)
            yield Fault(path, 1,
                        f"does not carry the site's policy, once and as guide/publish/policy.py has it "
                        f"({document.path}); "
                        f"take it in from the template, or remove the page")
