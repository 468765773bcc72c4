"""mkdocs.yml names only what is ours."""

import subprocess
import sys

import pytest
from guide.rules.configuration import faults


@pytest.fixture
def settings(guide, root):
    """The tiny guide with the settings of the real one."""
    guide.write("mkdocs.yml", (root / "mkdocs.yml").read_text("utf-8"))
    return guide


SETTINGS = [
    *((r"site_name: Dire non", new, "is a field nobody reads") for new in (
        "extra_javascript: [https://other.org/a.js]", "extra_css: [a.css]",
        "INHERIT: ../other.yml")),
    ("site_name: Dire non", "site_name: !!python/object/apply:os.system [x]", "or a tag"),
    ("\nextra:\n", "\nextra:\n  analytics: {provider: x}\n", "extra.analytics is a field nobody reads"),
    ("hooks: [scripts/hooks.py]", "hooks: [scripts/hooks.py, docs/evil.py]", "hooks: "),
    ("hooks: [scripts/hooks.py]", "hooks: [evil.py]", "hooks.0 is 'evil.py'; write scripts/hooks.py"),
    ("hooks: [scripts/hooks.py]", "hooks: []", "hooks: "), ("hooks: [scripts/hooks.py]\n", "", "lacks the field hooks"),
    ("  - i18n:", "  - search\n  - i18n:", "plugins: "),
    ("  attr_list: {}", "  pymdownx.snippets: {base_path: /}", "pymdownx.snippets is a field nobody reads"),
    ("  attr_list: {}\n", "", "markdown_extensions lacks the field attr_list"),
    ("docs_dir: docs", "docs_dir: .", "docs_dir is '.'; write docs"),
    ("  name: material", "  name: mkdocs", "theme.name is 'mkdocs'; write material"),
    ("  custom_dir: overrides", "  custom_dir: docs", "theme.custom_dir is 'docs'; write overrides"),
    ("  custom_dir: overrides", "  custom_dir: !ENV overrides", "uses a tag"),
    ("  custom_dir: overrides", "  # overrides", "theme lacks the field custom_dir"),
    ("  language: fr", "  font: {text: Roboto}", "theme.font is a field nobody reads"),
    ("links: {not_found: warn", "links: {not_found: ignore", "not_found is 'ignore'; write warn"),
    ("theme: {language: en}", "theme: {language: en, custom_dir: docs}", "custom_dir is a field nobody reads"),
    ("locale: en", "locale: ../en", "locale is '../en'"),
    ("site_name: Say No", "site_name: <script>x</script>", "site_name is '<script>"),
    ("name: English", "name: No", "name is 'No'; write"),
    ("guide.example", "other.org", "site_url.1 is "),
    ("  /records/", "  /fr/faq.md\n  /records/", "exclude_docs is "),
    ("static_templates: [404.html]", "static_templates: [404.html, x.html]", "static_templates: "),
    ("fallback_to_default: false", "fallback_to_default: true", "fallback_to_default is True; write False"),
    ("  - index.md", "  - Win: https://other.org/", "nav.0 is a list or a mapping; write name pages of docs/"),
    ("  - index.md", "  - ../../etc/x.md", "nav.0 is '../../etc/x.md'"),
    ("hooks: [", "hooks: [[", "is not valid YAML"),
]


def test_a_setting_that_is_not_ours(settings, subtests):
    text = settings.read("mkdocs.yml")
    for old, new, words in SETTINGS:
        with subtests.test(new or old):
            settings.write("mkdocs.yml", text.replace(old, new, 1))
            line = text[: text.index(old)].count("\n") + 1
            found = [str(fault) for fault in faults(settings.root)]
            assert any((int(fault.split(":")[1]) - line in (-1, 0, 1, 2) or "lacks" in words) and words in fault
                       for fault in found), found


def test_our_own_settings(settings):
    assert [str(fault) for fault in faults(settings.root)] == []


def test_it_can_be_asked_before_mkdocs_starts(root):
    done = subprocess.run([sys.executable, "-m", "guide.rules.configuration"],
                          env={"PYTHONPATH": str(root / "scripts")}, capture_output=True,
                          text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
