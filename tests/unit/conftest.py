"""A tiny guide in a temporary folder, sound in every respect, that a test breaks in one place to see a rule answer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from guide.content.faults import GuideError
from guide.content.languages import load_strings
from guide.content.pages import load_pages
from guide.content.project import Project, made_with
from guide.content.records import load_records
from guide.content.translations import register
from guide.rules import built
from guide.rules.source import asked

LANGUAGES = "fr", "en"
COMPARED = "2026-11-20"  # the day its languages were last compared
FRENCH = "Les phrases de cette page sont courtes et ne disent rien de plus que ce qui est vrai. "
ENGLISH = "The sentences of this page are short and say nothing more than what is true here. "

PAGE = {
    "fr": f"""---
title: Le titre {{name}}
description: Une phrase qui décrit la page.
---

# Le titre

Acme dit une chose.[@a-claim] {FRENCH * 6}

## La première étape {{{{#{{stem}}-one .step}}}}

{FRENCH * 6}

## La fin {{{{#{{stem}}-two}}}}

{FRENCH}
""",
    "en": f"""---
title: The title {{name}}
description: A sentence that describes the page.
---

# The title

Acme says one thing.[@a-claim] {ENGLISH * 6}

## The first step {{{{#{{stem}}-one .step}}}}

{ENGLISH * 6}

## The end {{{{#{{stem}}-two}}}}

{ENGLISH}
""",
}

RECORDS = {
    "topic.yml": "names:\n  - Acme\nother_names:\n  - Acme Rocket\n",
    "published-ids.yml": "index.md:\n  - index-one\n  - index-two\nsecond.md:\n  - second-one\n  - second-two\n"
    "go/:\n  - index-one\n  - second-one\n",
    "claims/all.yml": """a-claim:
  statement: {fr: Acme dit une chose., en: Acme says one thing.}
  status: one-source
  sources: [a-source]
  read_on: '2026-11-21'
  review_by: '2027-11-21'
another-claim:
  statement: {fr: Acme en dit une autre., en: Acme says another.}
  status: one-source
  sources: [a-source]
  read_on: '2026-11-21'
  review_by: '2027-11-21'
""",
    "sources/all.yml": """a-source:
  publisher: Acme
  title: A notice
  language: en
  url: https://acme.org/notice
  published: '2025-09-18'
  text_of: '2025-09-18'
  read_on: '2026-11-21'
  kind: press
  access: original
""",
    "milestones.yml": "start:\n  date: '2025-11-03'\n  title: {fr: Le début., en: The start.}\n  on_timeline: true\n",
    "labels.yml": """the-switch:
  text: {en: Use my data for all of it, fr: Utiliser toutes mes données}
  seen: {en: [a-source], fr: [a-source]}
  status: single
ads-data:
  text: {en: Advertising data}
  seen: {en: [a-source]}
  status: single
""",
    "addresses.yml": "setting-page:\n  url: https://acme.org/setting\n  title: {fr: Le réglage, en: The setting}\n",
    "authorities.yml": """zz:
  country: fr
  name: {fr: Autorité des données (ADX), en: Data Authority (ADX)}
  place: {fr: Ici, en: Here}
  complaint: https://authority.org/complain
  law: {fr: Loi, en: Law}
  answer_limit: {fr: Un mois, en: One month}
  covers: {fr: Tout., en: All of it.}
  sources: [a-source]
  address_seen: true
  as_of: '2026-07-21'
""",
    "regions.yml": """here:
  title: {fr: Ici, en: Here}
  on_map: {fr: Ici, en: Here}
  since: start
  controller: {fr: Acme, en: Acme}
  law: {fr: Loi, en: Law}
  authorities: [zz]
  answer_limit: {fr: Un mois, en: One month}
  claims: [a-claim]
  status: in-force
  reply: {days: 30, rule: {fr: Un mois, en: One month}, claims: [a-claim], example: '2026-03-02'}
""",
    "screens.yml": """index-one:
  device: computer
  address: setting-page
  parts: [{title: the-switch}, {row: ads-data, control: opens}]
  alt: {fr: 'On y lit [=the-switch].', en: 'It says [=the-switch].'}
""",
}
EXTENSIONS = """markdown_extensions:
  attr_list: {}
  sane_lists: {}
  tables: {}
  toc: {permalink: false}
  pymdownx.details: {}
  pymdownx.superfences: {}
  pymdownx.tasklist: {clickable_checkbox: true, custom_checkbox: false}
extra:
  search:
    answer: 3
    statement: 0.1
    about: 0.2
    about_roles: [about, sources]
    ranking: {pageLength: 0.4, metaWeights: {title: 6, keywords: 12}}
site_url: !ENV [SITE_URL, "https://guide.example/"]
docs_dir: docs
site_dir: site
use_directory_urls: true
exclude_docs: /records/ /strings/
theme: {name: material, custom_dir: overrides, static_templates: [404.html]}
hooks: [scripts/hooks.py]
plugins:
  - i18n:
      {docs_structure: folder, fallback_to_default: false, reconfigure_material: false, reconfigure_search: false, languages: [{locale: fr}, {locale: en}]}
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
STRINGS = {
    "fr": 'zones: "la Suisse, le Canada et Hong Kong"\nlanguage_name: "Français"\nbehind_read: "Lire ce passage"\n',
    "en": 'zones: "Switzerland, Canada and Hong Kong"\nlanguage_name: "English"\nbehind_read: "Read this part"\n',
}


class Guide:
    """The files of a tiny guide. `write` and `edit` change one, `faults` runs one rule."""

    def __init__(self, root: Path, schema: Path):
        self.root = root
        for language in LANGUAGES:
            for name in ("index.md", "second.md"):
                self.write(f"docs/{language}/{name}", PAGE[language].format(name=name, stem=name.removesuffix(".md")))
            self.write(f"docs/strings/{language}.yml", STRINGS[language])
        for name, text in RECORDS.items():
            self.write(f"docs/records/{name}", text)
        # No test of a rule depends on how strict the shapes of records are.
        shutil.copytree(schema, root / "docs/records/schema")
        self.edit("docs/en/second.md", "[@a-claim]", "[@a-claim; @another-claim]")
        self.edit("docs/fr/second.md", "[@a-claim]", "[@a-claim; @another-claim]")
        self.write("mkdocs.yml", "site_name: Tiny\nnav:\n  - index.md\n  - group:\n      - second.md\n" + EXTENSIONS)
        self.write("overrides/main.html",
                   '<p lang="{{ t.language_name }}">{{ t("zones") }} {{ t("behind_read") }}</p>\n')
        self.write("scripts/hooks.py", '"""Nothing."""\n')
        self.write("budget.yml",
                   "every_page:\n  first_view: 30\n  second_page: 12\n  tools: 6\n  requests: 7\nfirst_search: "
                   "130\npages: {}\n")
        (root / "overrides/partials/components").mkdir(parents=True)
        register(self.project(), COMPARED)

    def write(self, path: str, text: str | bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def edit(self, path: str, old: str, new: str) -> int:
        """Replace `old`, which stands there once, and return its line."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    def append(self, path: str, text: str) -> int:
        """Add lines at the end and return the number of the first."""
        before = self.read(path)
        self.write(path, before + text + "\n")
        return before.count("\n") + 1

    def project(self) -> Project:
        docs = self.root / "docs"
        return Project(
            self.root, LANGUAGES, "https://guide.example/", load_records(docs / "records", self.root, LANGUAGES),
            load_strings(docs / "strings", self.root, LANGUAGES), load_pages(docs, self.root, LANGUAGES),
            {}, made_with(self.root, LANGUAGES),
        )

    def faults(self, rule: str) -> list[str]:
        """What `rule` says of the guide, sorted, as a contributor reads it."""
        try:
            return [str(fault) for fault in sorted(asked(self.project(), rule))]
        except GuideError as error:
            return [str(fault) for fault in error.faults]

    def built(self, rule: str, site: Path) -> list[str]:
        """What an output rule says of the built site in `site`."""
        return [str(fault) for fault in sorted(set(built.RULES[rule](self.project(), site)))]

    def each(self, rule: str, path: str, table: list[tuple[str, str]], after: str = "") -> None:
        """Each text of `table`, added to `path`, is told by `rule` on its own lines, in its words, and nothing else
        is."""
        places = [(self.append(path, f"\n{text}{after}") + 1, text, words) for text, words in table]
        found = self.faults(rule)
        missed = [row for row in places if not any(
            fault.startswith(f"{path}:{line}: ") and row[2] in fault for fault in found
            for line in range(row[0], row[0] + row[1].count("\n") + 1))]
        assert missed == [], found
        lines = {line for first, text, _ in places for line in range(first, first + text.count("\n") + 1)}
        assert [fault for fault in found if int(fault.split(":")[1]) not in lines] == []

    def only(self, rule: str, place: str, *words: str) -> None:
        """`rule` finds one fault, at `place` (path:line), and its message has all of `words`."""
        found = self.faults(rule)
        assert len(found) == 1, found
        assert found[0].startswith(place + ": "), found[0]
        for word in words:
            assert word in found[0], found[0]


@pytest.fixture
def guide(tmp_path: Path, root: Path) -> Guide:
    """A sound tiny guide."""
    return Guide(tmp_path, root / "docs/records/schema")
