"""Ordinary slips of people who know Markdown from the site that hosts the code: none is published, each is answered on
its line; and honest changes of many kinds, none of which is refused.

Slips of one line are made at once, as in `test_hostile`. What works as it was meant is among the honest changes.
"""

from __future__ import annotations

import zlib

import pytest
from test_hostile import PAGE, Change, add, batches, copied, edit, faults, missed, reading, source

FRENCH = "docs/fr/faq.md"
LAW = "docs/records/claims/law.yml"


def front(old: str, new: str) -> Change:
    """A change to the front matter."""
    return edit(PAGE, old, new)


def field(name: str, value: str, path: str = LAW) -> Change:
    """The first field `name` of a file of records, with another value."""
    return reading(edit(path, f"\n  {name}: ", f"\n  {name}: {value} #"), "records")


LISTS = ("Words:\n\v- one\n- two", "Words:\n\v* one", "Words:\n\v1. one\n2. two", "- one\n\v  - two", "1. one\n\v   - two",
         "- one\n\n\v\v  more of it", "1. one\n\n\v\v   more of it", "1) one", "• one\n• two", "-one\n-two", "– one\n– two",
         "- [ ] one", "-[ ] one", "- [x] one", "* [ ] one", "- []  one", "1. one\n\v- two")
HEADINGS = ("##Words {#faq-x1}", "## Words two", "## Words {#Faq-x3}", "## Words {faq-x4}", "## Words #faq-x5",
            "## Words {# faq-x6}", "Words seven\n=====", "Words eight\n-----", "##### Words {#faq-x9}",
            " ## Words {#faq-x10}", "## Words {#faq-x11}.", "## Words{#faq-x12}", "## Words\u00a0{#faq-x13}",
            "## Words {#faq-too-late}", "#1 in the list", "> ## Words {#faq-x15}", "## Words {id=faq-x16}")
LINKS = ("[Read this] (faq.md)", "[Read](faq .md)", "[Read](faq.md", "[Read]faq.md", "(Read)[faq.md]", "[Read](faq)",
         "[Read](/en/faq/)", "[Read](https://www.cnil.fr/)", "See https://www.cnil.fr/ too", "See www.cnil.fr too",
         "[Read](faq.md#faq-nowhere)", "[Read][nowhere]", "[[faq]]", "<faq.md>", "[Read]()", "[](faq.md)",
         "[Read](../fr/faq.md)", "[Read](FAQ.md)", "[Read](faq.html)", "![Read](faq.md)", "[Read](#faq-nowhere)",
         "[Read](docs/en/faq.md)", "[Read][setting-page", "[Read](faq.md)(more)[x]", "<https://www.cnil.fr/>",
         "[Read][Setting page]", "Write to me@example.com")
EMPHASIS = ("**bold", "**bold*", "** bold **", "__bold", "*slanted", "~~gone~~", "`code", "``code`", "_words _",
            "***bold**", "**bold:**words**")
CODE = ("    indented by four", "Words.\n\n\v\v\tindented by a tab")
TABLES = ("Words\n\v| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n\v\v| 1 | 2 | 3 |", "| a | b |\n| 1 | 2 |",
          "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |", "| a | b |\n|---|---|\n\v\v| 1 |", "| lost | head |\n\n|---|---|\n| 1 | 2 |",
          "| a | b |\n|---|---|\n| 1 | 2 |\n\v\v\vWords straight after")
ELSEWHERE = ("> [!NOTE]\n> words", "> [!WARNING] words", "!!! note\n    words", "!!! warning \"Title\"\n  words",
             "??? more\n    words", "::: tip\nwords\n:::", "A word.[^1]", "[^2]: A note.", "Term\n\v: what it means",
             "*[AI]: what it means", "[TOC]", "[[_TOC_]]", "<details><summary>More</summary>", "words<br>words",
             "a&nbsp;b", "words\\\nwords", "A smile :smile:", "words -- words", "{{ page.title }}", "{% raw %}",
             "<!-- a note -->", "<u>words</u>", "{: .note }", "words {.note}", "<kbd>Esc</kbd>")
MARKS = ("So.[@no-such-claim]", "So.[@ objection-right]", "So.[@gdpr-article-21,@uk-law]", "So.(@uk-law)", "So.[uk-law]",
         "So. [@uk-law]", "So.[@uk-law", "So.[@uk_law]", "So.[@uk-law.]", "So.[^uk-law]", "Since [=no-such-day].",
         "Since [= training-start].", "Since {=training-start}.", "Since [=training-start.", "Since 3 November 2025.",
         "/// glosary\n///", "/// glossary\n\n\v\vWords.", "/// menu-path | nowhere\n///", "## So[@uk-law] {#faq-y}")
FRENCH_SLIPS = ('Il dit "non".', "Il dit «non».", "Vraiment?", "Voici:\n\n- un", "Il dit “non”.", "Un mot ,un autre.")
ADDED = {text: add(text) for group in (LISTS, HEADINGS, LINKS, EMPHASIS, CODE, TABLES, ELSEWHERE, MARKS)
         for text in group} | {text: add(text, FRENCH) for text in FRENCH_SLIPS}
EDITED = {
    "a fence with no line before it, and no end": edit(PAGE, "\n## ", "\n```\n## "),
    "what a merge left over": reading(add("<<<<<<< HEAD")),
    "a title with a colon": front("title: ", "title: Yes: "), "no title": front("title: ", "titel: "),
    "a title that is nothing": front("title: ", "title: ~ #"), "an empty title": front("title: ", "title: '' #"),
    "a title that is a number of lines": front("title: ", "title: [a, b] #"),
    "an apostrophe in quotes": front("title: ", "title: 'LinkedIn's' #"),
    "a title that ends in a comment": front("title: ", "title: Number # 1 of "),
    "a date that does not exist": reading(field("read_on", "'2026-11-31'"), "dates"), "a date as in France": field("read_on", "21/11/2026"),
    "a date in words": field("read_on", "today"), "a date to be read again before": reading(field("review_by", "'2020-01-01'"), "dates"),
    "a status that is none": field("status", "prooved"), "a source that is none": field("sources", "[no-such-source]"),
    "sources without a list": field("sources", "cnil-2025"), "a yes": reading(edit(
        "docs/records/authorities.yml", "  address_seen: true", "  address_seen: yes"), "records"),
    "a tab": reading(edit(LAW, "\n  status: ", "\n\tstatus: "), "records"),
    "no space after the colon": reading(edit(LAW, "\n  status: ", "\n  status:"), "records"),
    "an address with a campaign": source("https://www.cnil.fr/x?utm_source=mail"),
    "an address without https": source("http://www.cnil.fr/x"), "an address without a scheme": reading(source("cnil.fr/x")),
}
SLIPS = ADDED | EDITED

HONEST = (
    "A sentence.", "Two sentences. And one more.", "**Bold** and *slanted* and ***both***.", "_Slanted_ and __bold__.",
    "`code` and ``co`de``.", "`{{ x }}`, `<b>`, `[x]` and `:smile:` are code.", "R&D, R&amp;D, AT&amp;T.",
    "3 < 4 > 2, a &lt;b&gt; c.", "A heart \u2764\ufe0f and a flag \U0001f1eb\U0001f1f7.", "Cost: 5 €, 100 %, n° 3.",
    "Press [=settings-privacy].", "[words](faq.md)", "[words](opt-out/web.md)", "[words](#faq-too-late)",
    "[words](faq.md#faq-too-late)", "[words][setting-page]", "[words][authority-fr]", "[words](faq.md \"A title\")",
    "[words *slanted*](faq.md)", "[words](opt-out/web.md){.action}", "- one\n- two", "* one\n* two", "+ one\n+ two",
    "1. one\n2. two", "1. one\n1. two", "3. three\n4. four", "- one\n    - two", "1. one\n    - two\n    - three",
    "- one\n\n    more of it\n\n- two", "- one\n- two\n\nWords after.", "- one\n  that goes on\n- two",
    "- one that\ngoes on lazily", "> quoted", "> quoted\n> on two lines", "> quoted\n>\n> twice", "| a | b |\n|---|---|\n| 1 | 2 |",
    "| a | b |\n|:--|--:|\n| 1 | 2 |", "a | b\n---|---\n1 | 2", "| a |\n|---|\n| 1 |", "| a | b |\n|---|---|\n| `x|y` | 2 \\| 3 |",
    "| a | b |\n|---|---|\n| | 2 |", "---", "***", "```text\n[x] {{ y }} <b>\n```", "~~~text\n# no heading\n~~~",
    "```\nno language\n```", "Words  \nafter two spaces.", "A dash – or — two.", "An ellipsis… or three dots...",
    "He said \"no\".", "He said 'no'.", "It's theirs; it isn't ours.", "At 10:30, at 10:30:45, from 9:00 to 17:00.",
    "Article 21(1)(b), section 3.2, § 4.", "C++, C#, F#, .NET, Node.js", "a*b, 2 * 3, x_y_z, snake_case",
    "An asterisk \\* and \\[brackets\\].", "[…] he wrote, [...] and [sic].", "100 000 people, 3.5 million, 1,000.",
    "The file `mkdocs.yml` in `docs/`.", "E.g. this, i.e. that, etc.", "(In brackets.) (And [linked](faq.md).)",
    "*mot*{lang=fr} is French.", "**[linked](faq.md)** and *[linked](faq.md)*.", "A # in the text, and a number #12.",
    "A + B = C, ~30 minutes, 50/50, and/or.", "Mr. Smith; Dr. No; Ms. X.", "I object!", "Why? Because.",
    "Use Ctrl+K, or Esc.", "On 4 March 2020.", "In 2024, in March 2024, in the 1990s.", "Model #1 appears.",
    "é è ê ë ç ñ ü ß œ æ", "日本語 and العربية", "An arrow → and ×, ≥, ½.", "A word\u00a0kept together.",
    "Version 2.0, v1.2, 24/7.", "Half a line\nand the other half\nand more.", "1\\. is no list.", "2025\\. is no list.",
    "A slash / between.", "Quote: “curly” and ‘single’.", "$5, £5, US$5 and A$5.", "100% of it, at 5°C.",
    "The @ sign, me at home.", "A {brace} in \\{words\\}." .replace("{brace} in ", ""), "Tom & Jerry's \"show\".",
    ":material-cellphone: A phone.", ":octicons-gear-16: Settings", "[:material-cellphone: Phone](opt-out/app.md)",
    "So it is.[@uk-law]", "So it is.[@uk-law; @gdpr-article-21]", "So it is[@uk-law], and so is it.[@gdpr-article-21]",
    "Since [=training-start], it is so.", "Not that - this.", "Yes / no / perhaps", "No.", "~", "null", "12:30", "010",
)


@pytest.fixture(scope="module")
def copy(root, tmp_path_factory):
    return copied(root, tmp_path_factory.mktemp("slips"))


@pytest.mark.parametrize("number", range(len(batches(SLIPS))))
def test_a_slip_is_refused_on_its_line(root, copy, number):
    assert missed(root, copy, batches(SLIPS)[number], (0, 1)) == {}


def test_what_is_honest_is_not_refused(root, copy):
    """Of both languages the page says the same, so that nothing is missing in one."""
    changes = {text: add(text) for text in HONEST}
    lines = {change.make(copy): text for text, change in changes.items()}
    found = {next(text for line, text in reversed(lines.items()) if line <= fault.line): str(fault)
             for fault in faults(copy) if fault.path == PAGE and fault.line >= min(lines)}
    (copy / PAGE).write_bytes((root / PAGE).read_bytes())
    assert found == {}


def test_six_corrections_touch_two_files_at_most_and_are_not_refused(root, copy):
    """What a stranger does in a browser: no register, no list and no lock is to be changed as well."""
    claims, authorities = "docs/records/claims/data-excluded.yml", "docs/records/authorities.yml"
    article = "https://new-paper.fr/2026/article"
    identifier = f"x-{zlib.crc32(article.encode())}"
    corrections = {
        "a typo": [add("A sentence mended.")],
        "a label that changed": [edit("docs/records/labels.yml", "    en: Me\n", "    en: Myself\n")],
        "the address of an authority": [edit(authorities, "  complaint: https://", "  complaint: https://www.new.")],
        "a due date that is wrong": [edit("docs/records/regions.yml", "  answer_limit:\n    fr: ",
                                          "  answer_limit:\n    fr: Environ ")],
        "a fact, and a new source": [source(article), edit(claims, "  sources: [", f"  sources: [{identifier}, ")],
        "a question": [add("## One more? {#faq-one-more}\n\nAn answer."),
                       add("## Encore une ? {#faq-one-more}\n\nUne réponse.", FRENCH)],
    }
    assert max(len({change.path for change in changes}) for changes in corrections.values()) == 2
    for changes in corrections.values():
        for change in changes:
            change.make(copy)
    found = faults(copy)
    for path in {change.path for changes in corrections.values() for change in changes}:
        (copy / path).write_bytes((root / path).read_bytes())
    assert found == []
