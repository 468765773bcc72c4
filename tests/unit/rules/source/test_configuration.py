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
    ("site_name: Dire non", "extra_javascript: [https://other.org/a.js]", "the setting extra_javascript is none of ours"),
    ("site_name: Dire non", "extra_css: [a.css]", "the setting extra_css is none of ours"),
    ("site_name: Dire non", "repo_url: https://other.org/a/b", "the setting repo_url is none of ours"),
    ("site_name: Dire non", "extra: {analytics: {provider: x}}", "the setting extra is none of ours"),
    ("site_name: Dire non", "INHERIT: ../other.yml", "the setting INHERIT is none of ours"),
    ("site_name: Dire non", "site_name: !!python/object/apply:os.system [x]", "which can run code"),
    ("hooks: [scripts/hooks.py]", "hooks: [scripts/hooks.py, docs/evil.py]", "hooks may not have 'docs/evil.py'"),
    ("hooks: [scripts/hooks.py]", "hooks: [evil.py]", "hooks may not have 'evil.py'"),
    ("  - i18n:", "  - search\n  - i18n:", "plugins may not have 'search'"),
    ("  attr_list: {}", "  pymdownx.snippets: {base_path: /}", "markdown_extensions may not have 'pymdownx.snippets'"),
    ("  attr_list: {}", "  pymdownx.superfences2: {}", "markdown_extensions may not have"),
    ("docs_dir: docs", "docs_dir: .", "docs_dir must stay docs"),
    ("site_dir: site", "site_dir: ../x", "site_dir must stay site"),
    ("  name: material", "  name: mkdocs", "theme: name must stay material"),
    ("  custom_dir: overrides", "  custom_dir: docs", "custom_dir must stay overrides"),
    ("  language: fr", "  font: {text: Roboto}", "theme may not have the option font"),
    ("hooks: [scripts/hooks.py]\n", "", "lacks the setting hooks"),
    ("hooks: [scripts/hooks.py]", "hooks: []", "hooks lacks scripts/hooks.py"),
    ("  attr_list: {}\n", "", "markdown_extensions lacks attr_list"),
    ("  custom_dir: overrides", "  # overrides", "theme lacks custom_dir"),
    ("links: {not_found: warn", "links: {not_found: ignore", "links of validation: not_found must stay warn"),
    ("theme: {language: en}", "theme: {language: en, custom_dir: docs}", "theme of a language may not have the option custom_dir"),
    ("site_name: Say No", "site_name: <script>x</script>", "is not one line of plain words"),
    ("guide.example", "other.org", "site_url must stay"),
    ("site_name: Dire non", "edit_uri: https://other.org/", "the setting edit_uri is none of ours"),
    ("  - index.md", "  - Win: javascript:alert(1)", "the menu may not hold 'javascript:alert(1)'"),
    ("locale: en", "locale: ../en", "is no folder of docs/"),
    ("static_templates: [404.html]", "static_templates: [404.html, x.html]", "static_templates must stay 404.html"),
    ("  language: fr", "  icon: {logo: x}", "theme may not have the option icon"),
    ("fallback_to_default: false", "fallback_to_default: true", "fallback_to_default must stay false"),
    ("  /records/", "  /x/", "exclude_docs must name /records/ and /strings/"),
    ("  /records/", "  /fr/faq.md\n  /records/", "exclude_docs must name /records/ and /strings/"),
    ("  - index.md", "  - Win: https://other.org/", "the menu may not hold 'https://other.org/'"),
    ("  - index.md", "  - ../../etc/x.md", "the menu may not hold"),
])
def test_a_setting_that_is_not_ours(settings, old, new, words):
    text = settings.read("mkdocs.yml")
    settings.write("mkdocs.yml", text.replace(old, new, 1))
    line = text[: text.index(old)].count("\n") + 1
    found = settings.faults("configuration")
    assert any((int(fault.split(":")[1]) - line in (-1, 0, 1) or "lacks" in words) and words in fault for fault in found), found


def test_our_own_settings(settings):
    assert settings.faults("configuration") == []


def test_it_can_be_asked_before_mkdocs_starts(root):
    done = subprocess.run([sys.executable, "-m", "guide.rules.configuration"], env={"PYTHONPATH": str(root / "scripts")}, capture_output=True,
                          text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
