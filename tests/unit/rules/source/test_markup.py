"""A page is Markdown, without HTML, and no words hold the syntax of templates."""

import pytest

PAGE = "docs/en/index.md"
TEMPLATE = "is syntax of a template or an include"


HTML = [
    ("a&#8238;b", "&#8238; is an entity"),
    ("a&nbsp;b", "&nbsp; is an entity"), ("{{ config }}", TEMPLATE), ("{% include 'x' %}", TEMPLATE),
    ("{# note #}", TEMPLATE), ("<% x %>", TEMPLATE),
    ("${x}", TEMPLATE), ('--8<-- "mkdocs.yml"', TEMPLATE), ("{!x.md!}", TEMPLATE),
]


def test_in_a_page(guide):
    guide.each("markup", PAGE, HTML)


@pytest.mark.parametrize("path", ["docs/strings/en.yml", "docs/records/addresses.yml"])
def test_in_strings_and_records(guide, path):
    line = guide.append(path, "# {{ x }}")
    guide.only("markup", f"{path}:{line}", "{{")


def test_what_is_none(guide):
    guide.append(PAGE,
                 "\n`<b>`, `{{ x }}` and `<!-- -->` are code, 3 < 4 > 2, R&D; this & that, R&amp;D, a &lt;tag&gt;, "
                 "100 %.\n\n"
                 "## More {#index-more .step}\n\n*a*{lang=en} {name}\n\n```text\n<script> {{ x }} {% y %}\n```")
    assert guide.faults("markup") == []
