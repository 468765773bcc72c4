"""`[=id]`: a date, a label, the list of zones, from the records."""

from __future__ import annotations

import pytest
from guide.content.project import plain
from guide.render.context import Context
from guide.render.markdown.extension import GuideExtension
from markdown import Markdown

START = '<time datetime="2025-11-03">{}</time>'


@pytest.fixture
def draw(project):
    def convert(text: str, language: str = "en") -> str:
        context = Context(project, language, "faq.md")
        return Markdown(extensions=["attr_list", GuideExtension(context)]).convert(text)
    return convert


def test_a_date_in_each_language(draw):
    assert START.format("3\u00a0November\u00a02025") in draw("on [=training-start]")
    assert START.format("3\u00a0novembre\u00a02025") in draw("le [=training-start]", "fr")


def test_a_label_in_the_page_language_or_another(draw, project):
    texts = project.records.labels["data-privacy"]["text"]
    assert draw("[=data-privacy]") == f'<p><b class="ui" translate="no">{texts["en"]}</b></p>'
    assert draw("[=data-privacy]", "fr") == f'<p><b class="ui" translate="no">{texts["fr"]}</b></p>'
    assert draw("[=data-privacy:de]") == f'<p><b class="ui" lang="de" translate="no">{texts["de"]}</b></p>'


def test_a_label_not_seen_in_the_page_language_is_marked_as_foreign(draw, project):
    identifier = next(name for name, label in project.records.labels.items() if "fr" not in label["text"])
    assert '<b class="ui" lang="en" translate="no">' in draw(f"[={identifier}]", "fr")


def test_the_list_of_zones(draw, project):
    assert project.strings["fr"]["zones"] in draw("dans [=zones]", "fr")


def test_what_is_not_a_value_stays_as_written(draw):
    for text in ("[=no-such-value]", "[=data-privacy:xx]", "`[=training-start]`", "\\[=training-start]"):
        assert "<time" not in draw(text) and "ui" not in draw(text), text


def test_front_matter_holds_words_only(project):
    assert plain("Since [=training-start], in [=zones]", project,
                 "en") == f"Since 3 November 2025, in {project.strings['en']['zones']}"
    assert plain("[=no-such-value]", project, "en") == "[=no-such-value]"
