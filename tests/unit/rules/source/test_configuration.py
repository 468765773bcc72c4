"""mkdocs.yml names only what is ours."""

import subprocess
import sys

import pytest


@pytest.fixture
def settings(guide, root):
    """The tiny guide with the settings of the real one."""
    guide.write("mkdocs.yml", (root / "mkdocs.yml").read_text("utf-8"))
    return guide


@pytest.mark.parametrize(("old", "new", "words"), [
    *((r"site_name: Dire non", new, "none of ours") for new in (
        "extra_javascript: [https://other.org/a.js]", "extra_css: [a.css]", "extra: {analytics: {provider: x}}",
        "INHERIT: ../other.yml")),
    ("site_name: Dire non", "site_name: !!python/object/apply:os.system [x]", "which can run code"),
    ("hooks: [scripts/hooks.py]", "hooks: [scripts/hooks.py, docs/evil.py]", "hooks must stay [scripts/hooks.py]"),
    ("hooks: [scripts/hooks.py]", "hooks: [evil.py]", "hooks must stay scripts/hooks.py"),
    ("hooks: [scripts/hooks.py]", "hooks: []", "hooks must stay"), ("hooks: [scripts/hooks.py]\n", "", "lacks hooks"),
    ("  - i18n:", "  - search\n  - i18n:", "plugins must stay"),
    ("  attr_list: {}", "  pymdownx.snippets: {base_path: /}", "pymdownx.snippets is none of ours"),
    ("  attr_list: {}\n", "", "markdown_extensions lacks attr_list"),
    ("docs_dir: docs", "docs_dir: .", "docs_dir must stay docs"),
    ("  name: material", "  name: mkdocs", "name must stay material|null"),
    ("  custom_dir: overrides", "  custom_dir: docs", "custom_dir must stay overrides"),
    ("  custom_dir: overrides", "  custom_dir: !ENV overrides", "uses the tag !ENV"),
    ("  custom_dir: overrides", "  # overrides", "theme lacks custom_dir"),
    ("  language: fr", "  font: {text: Roboto}", "font is none of ours"),
    ("links: {not_found: warn", "links: {not_found: ignore", "not_found must stay warn"),
    ("theme: {language: en}", "theme: {language: en, custom_dir: docs}", "custom_dir is none of ours"),
    ("locale: en", "locale: ../en", "locale must stay"),
    ("site_name: Say No", "site_name: <script>x</script>", "site_name must stay"),
    ("name: English", "name: No", "put it in quotation marks: 'No'"),
    ("name: English", 'name: "Eng\\u202elish"', "name must stay"),
    ("guide.example", "other.org", "site_url must stay"),
    ("  /records/", "  /fr/faq.md\n  /records/", "exclude_docs must stay /records/ /strings/"),
    ("static_templates: [404.html]", "static_templates: [404.html, x.html]", "static_templates must stay"),
    ("fallback_to_default: false", "fallback_to_default: true", "fallback_to_default must stay false"),
    ("  - index.md", "  - Win: https://other.org/", "the menu may not hold 'https://other.org/'"),
    ("  - index.md", "  - ../../etc/x.md", "the menu may not hold"),
    ("hooks: [", "hooks: [[", "is not valid YAML"),
])
def test_a_setting_that_is_not_ours(settings, old, new, words):
    text = settings.read("mkdocs.yml")
    settings.write("mkdocs.yml", text.replace(old, new, 1))
    line = text[: text.index(old)].count("\n") + 1
    found = settings.faults("configuration")
    assert any((int(fault.split(":")[1]) - line in (-1, 0, 1, 2) or "lacks" in words) and words in fault
               for fault in found), found


def test_our_own_settings(settings):
    assert settings.faults("configuration") == []


def test_it_can_be_asked_before_mkdocs_starts(root):
    done = subprocess.run([sys.executable, "-m", "guide.rules.configuration"],
                          env={"PYTHONPATH": str(root / "scripts")}, capture_output=True,
                          text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
