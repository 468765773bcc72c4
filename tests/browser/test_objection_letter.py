"""Letters: every one of them in both languages, filled in to the last blank, copied, saved, printed, drafted; nothing
kept unasked."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote

import pytest
from engines import saved
from storage import BLOCKED
from test_accessibility import violations
from waiting import go, settle, until

LETTERS = {"letter/": ["letter-gdpr", "letter-uk", "letter-switzerland", "letter-canada", "letter-quebec", "letter-hong-kong",
                       "letter-no-account", "letter-no-account-uk", "letter-no-account-switzerland"],
           "complaint/": ["follow-letter", "letter-uk-complaint", "letter-complaint-eu", "letter-complaint-elsewhere"]}
PLACES = [(page, name) for page, names in LETTERS.items() for name in names]
BOTH = [(language + page, name) for language in ("", "en/") for page, name in PLACES]
CLIPBOARD = "navigator.clipboard.writeText = async text => { window.copied = text; }"

# As a reader does, in one go: the same clicks, values and events (test_keyboard_alone uses the keys themselves).
FILL = """(letter, [everything, option]) => {
  const shown = selector => [...letter.querySelectorAll(selector)].filter(node => node.checkVisibility());
  const tick = () => everything && shown(".letter-option input").forEach(box => box.checked || box.click());
  tick();
  for (const group of shown("fieldset")) {
    const radios = [...group.querySelectorAll("input")];
    radios[Math.min(option, radios.length - 1)].click();
  }
  tick();
  shown(".letter-field :is(input:not([type=radio]), textarea)").forEach((field, number) => {
    field.focus();
    field.value = field.type === "date" ? "2026-12-01" : `Réponse ${number}`;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, {bubbles: true}));
  });
}"""

# The letter and how many blanks are left: without its passages, then with all of them under each option of its choices.
FILL_EACH_WAY = f"""async letter => {{
  const fill = {FILL}, states = [];
  const filled = (everything, option) => {{
    fill(letter, [everything, option]);
    states.push([letter.querySelector("code").textContent.trim(), letter.querySelector(".letter-left").textContent, everything]);
  }};
  for (const box of [letter.closest("details"), letter.querySelector("details")]) if (box) box.open = true;
  while (!letter.querySelector(".letter-fields > *")) await new Promise(requestAnimationFrame);
  filled(false, 0);
  const choices = [...letter.querySelectorAll("fieldset")].map(group => group.querySelectorAll("input").length);
  for (let option = Math.max(1, ...choices) - 1; option >= 0; option--) filled(true, option);
  return states;
}}"""


class Letter:
    """One letter on a page, as a reader uses it."""

    def __init__(self, page, name: str):
        self.page, self.name = page, name
        self.box = page.locator(f'objection-letter[data-name="{name}"]')

    def open(self) -> Letter:
        self.unfold()
        if self.box.locator("details").get_attribute("open") is None:
            self.box.locator("summary").click()
        self.box.locator(".letter-fields > *").first.wait_for()
        return self

    def unfold(self) -> None:
        """Open the section the letter is in, as a touch of its heading does."""
        if not self.box.is_visible():
            self.page.locator("summary", has=self.page.locator(f"#{self.name}")).press("Enter")

    @property
    def text(self) -> str:
        return self.box.locator("code").text_content().strip()

    @property
    def left(self) -> str:
        return self.box.locator(".letter-left").text_content()

    def fill(self, everything: bool = True, option: int = 0) -> Letter:
        """Answer every question that shows, until none is left: ticking one shows others."""
        self.open().box.evaluate(FILL, [everything, option])
        return self

    def language(self, code: str) -> None:
        self.box.locator("select").select_option(code)
        until(self.page,
              "([name, code]) => document.querySelector(`[data-name=\"${name}\"] code`).lang.startsWith(code)",
              [self.name, code])

    def press(self, value: str) -> None:
        self.box.locator(f"button[value={value}]").click()


def complete(text: str, name: str = "") -> None:
    """Nothing in the letter is for the writer: no bracket, no option beside another, no hole."""
    assert re.findall(r".*(?:[\[\]…]| / ).*", text) == [], name
    assert not re.search("\n\n\n|undefined|NaN|Invalid|  ", text), name
    assert re.search(r"^(Objet\s:|Subject:) \S", text, re.M), name


@pytest.mark.parametrize("path", sorted({path for path, _ in BOTH}))
@pytest.mark.engines(path="complaint/")
def test_letters_filled_in(reader, project, path):
    """Each complete without its passages (what is not ticked leaves no trace), then with all of them under each option
    of its choices, in the page's language and in the other; copied, saved and drafted word for word. Of letters to
    choose from, every other on the French page and the others on the English one."""
    page, code = reader(path, script=CLIPBOARD), "en" if path.startswith("en/") else "fr"
    none_left = project.strings[code]("letter_left_none")
    names = [name for where, name in BOTH if where == path]
    for name in names[code == "en"::2] if len(names) > 1 else names:
        page.reload()  # nothing is typed yet: what is typed in one letter is in all
        settle(page)
        letter = Letter(page, name)
        filled_each_way(letter, none_left)
        taken_away(page, letter, code)
        in_the_other_language(page, letter, code, none_left)


def filled_each_way(letter: Letter, none_left: str) -> None:
    for text, left, everything in letter.box.evaluate(FILL_EACH_WAY):
        complete(text, letter.name)
        assert left == none_left or not everything, letter.name


def taken_away(page, letter: Letter, code: str) -> None:
    """Copy, file and draft all give the whole letter."""
    letter.press("copy")
    until(page, "text => window.copied === text", letter.text + "\n")
    name, data = saved(page, lambda: letter.press("save"))
    assert (name, data.decode()) == (f"{letter.name}-{code}.txt", letter.text + "\n")
    address = letter.box.locator("a").get_attribute("href")
    assert address.startswith("mailto:?subject=") and "+" not in address
    query = parse_qs(address.removeprefix("mailto:?"))
    if "body" in query:
        assert query["body"][0] == (letter.text + "\n").replace("\n", "\r\n") and len(address) <= 2000
    else:  # too long for what mail programs take: the text is copied instead
        page.evaluate("window.copied = ''")
        letter.box.locator("a").evaluate("link => { link.onclick = event => event.preventDefault(); link.click(); }")
        until(page, "text => window.copied === text", letter.text + "\n")
        page.locator(".toast", has_text="too long" if code == "en" else "trop long").wait_for()
    assert query["subject"][0] == letter.box.locator(".subject").text_content() and unquote(address).count("@") == 0


def in_the_other_language(page, letter: Letter, code: str, none_left: str) -> None:
    """The form stays in the page's language; the letter is the one of the other page, with the same answers in the same
    places."""
    label, own = letter.box.locator(".letter-fields label").first.text_content(), letter.text
    letter.language("en" if code == "fr" else "fr")
    filled_each_way(letter, none_left)
    assert re.search("Subject" if code == "fr" else "Objet", letter.text) and letter.text != own
    assert sorted(re.findall(r"Réponse \d+", letter.text)) == sorted(re.findall(r"Réponse \d+", own))
    assert letter.box.locator(".letter-fields label").first.text_content() == label
    assert ("1 December 2026" if code == "fr" else "1er décembre 2026") in letter.text
    letter.box.locator("select").select_option(code)
    until(page, "([name, text]) => document.querySelector(`[data-name=\"${name}\"] code`).textContent.trim() === text",
          [letter.name, own])


@pytest.mark.engines
def test_letters_read_without_a_script(reader):
    """The text with its brackets, nothing that looks as if it could be pressed, and links to every letter."""
    page = reader("404.html", java_script_enabled=False)
    for path in ("en/complaint/", "letter/"):
        go(page, path)
        for letter in (Letter(page, name) for where, name in BOTH if where == path):
            letter.unfold()
            assert letter.box.locator("pre").is_visible() and letter.box.locator(".blank").count() >= 3, letter.name
            assert not letter.box.locator(".letter-tool").is_visible(), letter.name
        for name in LETTERS[path.removeprefix("en/")]:
            assert page.locator(f'article a[href$="#{name}"]').first.is_visible(), name


def test_the_other_language_that_does_not_come(reader):
    """Off line: said, and the letter stays as it was."""
    page = reader("letter/", quiet=False)
    letter = Letter(page, "letter-uk").fill()
    own = letter.text
    page.route("**/en/letter/", lambda route: route.abort())
    letter.box.locator("select").select_option("en")
    page.locator(".toast", has_text="n’a pas pu").wait_for()
    assert letter.text == own and letter.box.locator("select").input_value() == "fr"


def test_today_in_words(reader):
    """The date of the letter is today's where the reader is, as their language writes it."""
    page = reader("404.html", timezone_id="Pacific/Kiritimati")
    for path, first in (("letter/", "1er "), ("en/letter/", "1 ")):
        go(page, path)
        today = page.evaluate("new Date(Date.now()).toLocaleDateString(document.querySelector('objection-letter "
                              "code').lang, {dateStyle: 'long'})")
        assert re.sub("^1 ", first, today) in Letter(page, "letter-gdpr").open().text


@pytest.mark.engines
def test_a_field_is_the_same_in_every_letter(reader):
    """And what is missing is counted and marked."""
    page = reader("en/letter/")
    first, second = Letter(page, "letter-gdpr").open(), Letter(page, "letter-no-account").open()
    assert first.left.startswith("4 blanks") and first.box.locator("code .blank").count() == 5
    country = first.box.get_by_label("Country")
    country.fill("Belgium")
    assert first.left.startswith("3 blanks") and first.box.locator("code .filled", has_text="Belgium").count() == 1
    country.fill("   ")
    assert first.left.startswith("4 blanks") and "[country]" in first.text
    first.box.get_by_label("First name and surname").fill("Ada Martin")
    assert (second.text.count("Ada Martin") == 2
            and second.box.get_by_label("First name and surname").input_value() == "Ada Martin")
    third = Letter(page, "letter-uk").open()
    assert third.text.startswith("Ada Martin")


def test_choices_of_one_name_are_made_together_and_only_what_they_need_is_asked(reader):
    page = reader("en/complaint/")
    letter = Letter(page, "letter-complaint-elsewhere").open()
    letter.box.get_by_role("radio", name="Switzerland").check()
    assert "LinkedIn Ireland Unlimited Company" in letter.text and "Federal Act on Data Protection" in letter.text
    assert "Federal Data Protection and Information Commissioner" in letter.text and "Kingdom" not in letter.text
    box = Letter(page, "letter-uk-complaint").open().box
    assert box.get_by_label("date of the answer", exact=True).is_hidden() and box.get_by_label("your postal address",
                                                                                               exact=True).is_hidden()
    box.get_by_role("radio", name="You refused on").check()
    assert box.get_by_label("date of the answer", exact=True).is_visible() and box.get_by_label("reasons",
                                                                                                exact=True).is_visible()
    assert box.get_by_label("points left open", exact=True).is_hidden()


@pytest.mark.engines
def test_an_untouched_letter_can_be_copied(reader):
    """Its passages left out, its blanks in brackets; the reader is told how many. Where copying is refused, the letter
    is selected, for the reader to copy."""
    page = reader("en/letter/", script=CLIPBOARD)
    letter = Letter(page, "letter-gdpr")
    letter.unfold()
    letter.press("copy")
    page.locator(".toast", has_text="4 blanks left").wait_for()
    assert ("[your e-mail address]" in page.evaluate("window.copied")
            and "If you write" not in page.evaluate("window.copied"))
    page.evaluate("void (navigator.clipboard.writeText = async () => { throw new Error('no'); })")
    letter = Letter(page, "letter-uk")
    letter.unfold()
    letter.press("copy")
    page.locator(".toast", has_text="selected").wait_for()
    assert page.evaluate("getSelection().toString()").startswith("[your first name and surname]")


@pytest.mark.parametrize("path, name", [("letter/", "letter-gdpr"), ("en/complaint/#follow-letter", "follow-letter")])
def test_print_gives_this_letter_alone(reader, path, name):
    page = reader(path, script="window.print = () => { window.printed = true; }")
    letter = Letter(page, name).fill()
    letter.press("print")
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    visible = page.evaluate("[...document.body.children].filter(part => part.getClientRects().length).map(part => "
                            "part.className)")
    assert visible == ["letter-sheet"]
    assert page.locator(".letter-sheet").text_content().strip() == letter.text
    assert len(page.pdf()) > 1000
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".letter-sheet").count() == 0 and page.locator("article").is_visible()
    page.emulate_media(media="screen")
    assert letter.box.locator("pre").is_visible()


def test_printing_the_page_prints_letters_without_their_forms(reader):
    page = reader("letter/#letter-gdpr")
    page.emulate_media(media="print")
    assert (page.locator("objection-letter pre").count() == len(LETTERS["letter/"])
            and not page.locator(".letter-tool").first.is_visible())


def stored(page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")


def test_nothing_is_kept_unless_asked(reader):
    page = reader("en/letter/")
    before = stored(page)
    Letter(page, "letter-gdpr").fill()
    assert stored(page) == before and not page.locator(".letter-keep input").first.is_checked()
    page.reload()
    settle(page)
    assert "Réponse" not in Letter(page, "letter-gdpr").open().text


@pytest.mark.engines
def test_kept_when_asked_and_forgotten_when_asked(reader):
    page = reader("en/letter/")
    letter = Letter(page, "letter-gdpr").open()
    letter.box.get_by_label("Keep what I typed").check()
    letter.box.get_by_label("Country").fill("Belgium")
    letter.box.get_by_label("Date").fill("2026-01-02")
    assert "guide:/:letters" in stored(page)
    assert page.evaluate("localStorage.getItem('guide:/:letters')") == '{"country":"Belgium"}'  # not the day of writing
    go(page, "en/privacy/")
    assert page.locator("your-data [data-name=letters].is-kept").text_content().strip().startswith("What you typed in the letters")
    go(page, "en/letter/")
    letter = Letter(page, "letter-gdpr").open()
    assert ("Belgium" in letter.text and letter.box.get_by_label("Keep what I typed").is_checked()
            and "2 January 2026" not in letter.text)
    letter.box.get_by_label("Keep what I typed").uncheck()
    assert "guide:/:letters" not in stored(page) and "Belgium" in letter.text
    letter.box.get_by_label("Country").fill("Spain")
    assert "guide:/:letters" not in stored(page)


def test_a_damaged_record_does_no_harm(reader):
    page = reader("en/letter/")
    for damaged in ("{", "[1]", "null", '"x"', '{"country": {"a": 1}}'):
        page.evaluate("text => localStorage.setItem('guide:/:letters', text)", damaged)
        page.reload()
        settle(page)
        complete(Letter(page, "letter-gdpr").fill().text, damaged)


def test_storage_blocked(reader):
    """All of it works; asking to keep is answered by a sentence, and the box does not stay ticked."""
    page = reader("en/letter/", script=BLOCKED)
    letter = Letter(page, "letter-gdpr").fill()
    complete(letter.text)
    letter.box.get_by_label("Keep what I typed").click()
    page.locator(".toast", has_text="prevents").wait_for()
    assert not letter.box.get_by_label("Keep what I typed").is_checked() and "Réponse" in letter.text


def test_arriving_at_a_letter_opens_its_form(reader):
    page = reader("en/letter/#letter-uk")
    assert Letter(page, "letter-uk").box.locator("details").get_attribute("open") is not None
    assert Letter(page, "letter-gdpr").box.locator("details").get_attribute("open") is None
    page.locator('#content a[href="#letter-canada"]').first.click()
    until(page, "() => document.querySelector('[data-name=letter-canada] details').open")
    assert page.locator("objection-letter:visible").evaluate_all("all => all.map(letter => letter.dataset.name)") == ["letter-canada"]


@pytest.mark.engines
def test_a_translated_page_does_no_harm(reader):
    """A translator of pages changes what <html> says and the words; the letter is left alone, and comes in the other
    language and back."""
    page = reader("letter/#letter-uk")
    letter = Letter(page, "letter-uk").open()
    own = letter.text
    page.evaluate("document.documentElement.lang = 'de'")
    for language, word in (("en", "Subject: "), ("fr", own[:40])):
        letter.language(language)
        until(page, "word => document.querySelector('[data-name=letter-uk] code').textContent.includes(word)", word)
    assert letter.text == own and letter.box.locator("code").get_attribute("translate") == "no"


@pytest.mark.engines
def test_keyboard_alone(reader):
    """From the summary to the copy button with Tab, Space, Enter and typing; Enter in a field sends nothing."""
    page = reader("en/letter/", script=CLIPBOARD)
    letter = Letter(page, "letter-canada")
    letter.unfold()
    letter.box.locator("summary").focus()
    page.keyboard.press("Enter")
    letter.box.locator("input[type=text]").first.wait_for()  # the form is made when it is opened
    for words in ("Ada Martin", "ada at example", "profile"):
        page.keyboard.press("Tab")
        page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # by post
    page.keyboard.press("Tab")
    page.keyboard.type("1 Main Street")
    for _ in range(8):  # the parts of a date field, then the province
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "text":
            break
    page.keyboard.type("Ontario")
    while page.evaluate("document.activeElement.value") != "copy":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, "() => window.copied")
    text = page.evaluate("window.copied")
    complete(text)
    assert all(words in text for words in ("Ada Martin", "profile", "1 Main Street", "(Ontario)",
                                           "Signature")) and "?" not in page.url


def test_every_field_has_a_name_and_room_for_a_finger(reader):
    """Labels, group names, autofill (WCAG 1.3.5), 24 px (2.5.8), one status."""
    page = reader("complaint/", width=320)
    letter = Letter(page, "letter-complaint-elsewhere").fill()
    unfit = letter.box.evaluate("""letter => [...letter.querySelectorAll("input, textarea, select, button, summary, .letter-actions a")]
        .filter(field => field.checkVisibility()).filter(field => {
          const small = /radio|checkbox/.test(field.type), { width, height } = (small ? field.closest("label") : field).getBoundingClientRect();
          return ![field, ...field.labels ?? []].at(-1).textContent.trim() || height < 24 || !small && width < 24;
        }).map(field => field.outerHTML)""")
    assert unfit == [] and letter.box.locator("textarea:visible").count()
    assert letter.box.locator("fieldset:not(:has(> legend))").count() == 0
    assert {field.get_attribute("autocomplete")
            for field in letter.box.locator("form [autocomplete]").all()} >= {"name", "email", "street-address"}
    assert letter.box.get_by_role("group", name="Hors de l’UE et de l’EEE").count() == 1
    letter.press("save")
    page.locator(".toast", has_text="téléchargements").wait_for()
    assert page.locator(".toast[role=status]").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_violation_in_an_open_letter(reader):
    """axe, on a form filled in, in both schemes."""
    page = reader("en/complaint/#letter-complaint-eu", width=320)
    Letter(page, "letter-complaint-eu").fill(option=1)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, colours_only=scheme == "dark",
                          within="objection-letter[data-name=letter-complaint-eu]") == []
