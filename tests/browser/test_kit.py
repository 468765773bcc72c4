"""The kit: each sheet one page of A4 in any usual font, its codes read back, the words those of the guides; messages to
copy."""

from __future__ import annotations

import base64
import re
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image
from test_accessibility import violations
from test_objection_letter import CLIPBOARD
from waiting import go, until

SHEETS = [folder + sheet for folder in ("kit/", "en/kit/") for sheet in ("poster/", "flyers/")]
LINKEDIN = {(10, 102, 194), (0, 119, 181)}  # its blues
MM = 96 / 25.4
# What is not whole in its sheet, or lies on something else. Of a code, its white margin may.
LOOK = """() => [...document.querySelectorAll(".a4 > div")].flatMap(sheet => {
  const inside = sheet.getBoundingClientRect(), words = [...sheet.children].filter(part => !part.matches(".kit-code"));
  const boxes = words.map(part => part.getBoundingClientRect());
  const code = sheet.querySelector("img").getBoundingClientRect(), edge = code.width * 4 / 41;
  boxes.push(new DOMRect(code.x + edge, code.y + edge, code.width - 2 * edge, code.height - 2 * edge));
  return boxes.flatMap((box, index) => [
    ...(box.left < inside.left - 1 || box.right > inside.right + 1 || box.top < inside.top - 1 || box.bottom > inside.bottom + 1
      ? [`part ${index} is outside`] : []),
    ...boxes.slice(index + 1).filter(other => Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
      && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1).map(() => `part ${index} is under another`),
    ...(words[index] && words[index].scrollWidth > words[index].clientWidth + 1 ? [`part ${index} is too wide`] : [])]);
})"""


def fonts(root):
    """Each font as a style: the widths of Arial, Noto Sans, DejaVu Sans, and that set wider than any."""
    faces = root / "tests/data/faces", root / "tests/data/fonts"
    for folder, name, spacing in ((faces[0], "as-wide-as-arial", 0), (faces[0], "noto-sans", 0),
                                  (faces[1], "dejavu-sans", 0), (faces[1], "dejavu-sans", .02)):
        found = [(weight, base64.b64encode((folder / f"{name}{bold}.ttf").read_bytes()).decode())
                 for weight, bold in ((400, ""), (700, "-bold"))]
        yield f"{name} {spacing}", "".join(
            f"@font-face {{ font-family: Tried; font-weight: {weight}; src: url(data:font/ttf;base64,{data}) }}"
            for weight, data in found) + f":root {{ --sans: Tried }} .a4 * {{ letter-spacing: {spacing}em }}"


@pytest.mark.parametrize("path", SHEETS)
def test_one_sheet_in_any_font(reader, root, path):
    page, faults = reader(path, bypass_csp=True), []
    for name, style in fonts(root):
        page.goto(path)
        page.add_style_tag(content=style)
        page.evaluate("Promise.all([...document.fonts].map(face => face.load()))")
        pdf = page.pdf(prefer_css_page_size=True)
        left, bottom, right, top = map(float, re.search(rb"/MediaBox\s*\[([^\]]+)\]", pdf)[1].split())
        if len(re.findall(rb"/Type\s*/Page\b", pdf)) != 1 or (round(right - left), round(top)) not in {(595, 842), (595, 841), (596, 842)}:
            faults.append(f"{name}: not one sheet of A4")
        page.set_viewport_size({"width": round(190 * MM), "height": round(277 * MM)})
        page.emulate_media(media="print")
        faults += [f"{name}: {fault}" for fault in page.evaluate(LOOK)]
        if "poster" in path:
            tall = page.evaluate("""() => {
              const { fontWeight, fontSize, fontFamily } = getComputedStyle(document.querySelector(".headline"));
              const pen = document.createElement("canvas").getContext("2d");
              pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
              return pen.measureText("L").actualBoundingBoxAscent;
            }""")
            code = page.locator(".kit-code img").bounding_box()["width"] * 25 / 33  # without its margin, of any size
            if tall < 20 * MM or code < 80 * MM:
                faults.append(f"{name}: capitals of {tall / MM:.1f} mm, a code of {code / MM:.1f} mm")
        page.emulate_media(media="null")  # a PDF is for paper unless told otherwise
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("folder", ["kit/", "en/kit/"])
def test_codes_are_read_back(reader, project, tmp_path, folder):
    """From paper and from the slide: each opens the address that stands beside it."""
    page, read = reader(folder + "poster/"), {}
    address = page.locator(".kit-address b").inner_text()
    for sheet in ("poster/", "flyers/"):
        go(page, folder + sheet)
        until(page, "[...document.images].every(image => image.complete && image.naturalWidth)")
        page.emulate_media(media="print", color_scheme="dark")
        page.locator(".a4").screenshot(path=tmp_path / "sheet.png")
        read[sheet] = zxingcpp.read_barcodes(Image.open(tmp_path / "sheet.png"))
    go(page, folder)
    slide = page.locator(".slide a").get_attribute("href")
    (tmp_path / "slide.png").write_bytes(page.request.get(f"{page.url}{slide}").body())
    picture = Image.open(tmp_path / "slide.png")
    assert picture.size == (1920, 1080)
    read["slide"] = zxingcpp.read_barcodes(picture.convert("RGB"))
    assert {name: len(codes) for name, codes in read.items()} == {"poster/": 1, "flyers/": 4, "slide": 1}
    assert {code.text for codes in read.values() for code in codes} == {f"https://{address}"}
    assert page.request.get(page.url.removesuffix(folder) + address[address.index("go/"):]).ok


def test_a_poster_is_its_own(reader):
    """It names what it is about, and looks like none of it."""
    page = reader("en/kit/poster/")
    assert {"LinkedIn", "AI"} <= set(re.findall(r"\w+", page.locator(".headline").inner_text()))
    go(page, "kit/poster/")
    assert {"LinkedIn", "IA"} <= set(re.findall(r"\w+", page.locator(".headline").inner_text()))
    styles = page.evaluate("[...document.querySelectorAll('.a4, .a4 *')].map(part => getComputedStyle(part))"
                           ".flatMap(style => [style.color, style.backgroundColor, style.fontFamily])")
    seen = {tuple(map(int, re.findall(r"\d+", style)[:3])) for style in styles if style.startswith("rgb")}
    assert seen and not seen & LINKEDIN and not re.search(r"Source Sans|Community", " ".join(styles))


def test_words_are_those_of_the_guides(project, reader):
    page = reader("kit/")
    for path, language in (("kit/", "fr"), ("en/kit/", "en")):
        go(page, path)
        steps = [words.rstrip(" \u202f:") for words in page.locator(".a4 strong").all_inner_texts()]
        for guide in ("opt-out/app.md", "opt-out/web.md"):
            titles = {heading.text.replace("'", "’") for heading in project.page(guide, language).headings}
            assert set(steps) <= titles and len(steps) == 15, (guide, steps)


def test_messages_are_copied_or_sent(reader):
    page = reader("en/kit/", script=CLIPBOARD)
    mail, chat = page.locator("kit-message").all()
    subject = mail.locator(".subject").inner_text()
    mail.get_by_role("button", name="Copy the subject").click()
    until(page, "subject => window.copied === subject", subject)
    mail.get_by_role("button", name="Copy the text").click()
    until(page, "() => window.copied.startsWith('Hello')")
    body = page.evaluate("window.copied")
    assert subject not in body and body.endswith("/go/web-open/") and "\n\n" in body
    draft = parse_qs(urlsplit(mail.locator("a.quiet").get_attribute("href")).query)
    assert draft == {"subject": [subject], "body": [body.replace("\n", "\r\n")]}
    chat.get_by_role("button").click()
    until(page, "() => window.copied.startsWith('LinkedIn')")
    page.evaluate("void (navigator.clipboard.writeText = async () => { throw new Error('no'); })")
    chat.get_by_role("button").click()
    until(page, "() => getSelection().toString().includes('/go/app-open/')")


def test_it_is_found_printed_and_read_by_everybody(reader):
    page = reader("en/")
    page.locator("article a[href$='kit/']").click()
    page.wait_for_url("**/en/kit/")
    assert page.locator("#menu a[href$='kit/'], #menu a[aria-current]").count()
    assert page.locator(".a4 > [aria-hidden=true]").count() == 3  # the other flyers are the first one again
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, colours_only=scheme == "dark") == []
    page.get_by_role("link", name="Open the flyers to print them").click()
    assert page.locator("h1").inner_text() and violations(page) == []
    page.evaluate("void (window.print = () => { window.printed = true; })")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    page = reader("kit/poster/", width=320, java_script_enabled=False)
    assert page.locator("print-sheet").is_hidden() and page.locator(".handout-bar p").is_visible()
    page.goto("opt-out/web/")
    assert page.locator("way-done a[href$='kit/']").count() == 1
