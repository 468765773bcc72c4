"""No syntax of templates or includes in words."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize("text", ["{{ config }}", "{% include 'x' %}", "{# note #}", "<% x %>", "${x}", "--8<-- \"mkdocs.yml\"", "-8<- \"x\"", "{!x.md!}",
    "`{{ x }}`"])
def test_in_a_page(guide, text):
    line = guide.append(PAGE, "\n" + text) + 1
    guide.only("template_syntax", f"{PAGE}:{line}", "is syntax of a template or an include")


@pytest.mark.parametrize("path", ["docs/strings/en.yml", "docs/records/addresses.yml"])
def test_in_strings_and_records(guide, path):
    line = guide.append(path, "# {{ x }}")
    guide.only("template_syntax", f"{path}:{line}", "{{")


def test_what_is_none(guide):
    guide.append(PAGE, "\n## More {#index-more .step}\n\n*a*{lang=en} {name} 8 < 9 100 %")
    assert guide.faults("template_syntax") == []
