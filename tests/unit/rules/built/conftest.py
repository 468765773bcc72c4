"""A tiny built site, sound in every respect."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.publish.policy import META_POLICY

ADDRESS = "https://guide.example/"
PAGE = """<!doctype html>
<html lang="{language}">
<head><title>{title}</title><meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="description" content="A page.">
<link rel="canonical" href="{own}">
<link rel="alternate" hreflang="fr" href="{fr}">
<link rel="alternate" hreflang="en" href="{en}">
<link rel="alternate" hreflang="x-default" href="{en}">
<link rel="stylesheet" href="{up}assets/style.0123456789.css">
<script type="module" src="{up}assets/site.0123456789.js"></script>
<script type="application/ld+json">{{"name": "straight \\"quotes\\""}}</script>
</head>
<body>
<a href="{other}" hreflang="{other_language}" lang="{other_language}">{other_language}</a>
<h1>{title}</h1>
<h2 id="{stem}-two">{words}</h2>
<a href="#{stem}-two">#</a> <a href="https://acme.org/notice" rel="external">x</a>
<code>a : "b" l'c</code>
</body>
</html>
"""
WORDS = {"fr": "C’est « oui » : pourquoi ?", "en": "It’s “yes”: why?"}


class Built:
    """The files of the built site; `edit` changes one."""

    def __init__(self, folder: Path):
        self.folder = folder
        for language, prefix in (("fr", ""), ("en", "en/")):
            for stem, path in (("index", ""), ("second", "second/")):
                up = "../" * (prefix + path).count("/")
                other = ("en/" if language == "fr" else "") + path
                self.write(f"{prefix}{path}index.html", PAGE.format(
                    language=language, policy=META_POLICY,
                    title=f"{stem} {language}", own=ADDRESS + prefix + path, fr=ADDRESS + path,
                    en=f"{ADDRESS}en/{path}", up=up,
                    other=(up + other) or "./", other_language="en" if language == "fr" else "fr", stem=stem,
                    words=WORDS[language].replace(" »", "\u202f»").replace("« ", "«\u202f")
                    .replace(" :", "\u202f:").replace(" ?", "\u202f?") if language == "fr" else WORDS[language]))
        self.write("assets/style.0123456789.css", "")
        self.write("assets/site.0123456789.js", "")
        self.write("404.html",
                   '<!doctype html>\n<html lang="fr"><head><title>404</title><meta '
                   'http-equiv="Content-Security-Policy" content="'
                               + META_POLICY
                   + '"></head><body><p lang="en"><a href="/en/" hreflang="en">Home</a></p></body></html>\n')

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert old in text, (old, path)
        self.write(path, text.replace(old, new))


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """A sound tiny site, built from the tiny guide."""
    return Built(tmp_path / "site")
