"""Headings leave the templates their ids."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize("identifier", ["search-words", "evidence-a-claim"])
def test_an_id_of_a_template(guide, identifier):
    guide.append("overrides/main.html",
                 '<p id="search-words"></p><p id="evidence-{{ claim.id }}"></p><p id="{{ x }}"></p>')
    line = guide.append(PAGE, f"\n## Words {{#{identifier}}}") + 1
    guide.only("headings", f"{PAGE}:{line}", f"the id {identifier} is one that templates give")


def test_an_id_of_its_own(guide):
    guide.append("overrides/main.html", '<p id="search"></p>')
    guide.append(PAGE, "\n## Words {#search-by-name}")
    assert guide.faults("headings") == []
