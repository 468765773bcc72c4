"""Every page on a small phone, or at 400 % of a desktop window, as readers who need larger or looser text set it:
nothing lost, nothing on top of something else, no sideways scroll (WCAG 2.2, 1.4.4 Resize Text, 1.4.10 Reflow, 1.4.12
Text Spacing).

One browser tab goes through all pages: what is looked for depends on no other state.
"""

from __future__ import annotations

import pytest
from addresses import pages

WIDTH = 320
SETTINGS = {
    "as it comes": "",
    "text at 200 %": "html { font-size: 212.5% !important }",
    "text spacing": "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em "
    "!important }"
    " p, li, dd { margin-block-end: 2em !important }",
}
# Sets one more style sheet (not an element: the policy would refuse it) and names what is wrong.
LOOK = """settings => {
  const found = [], say = element => element.tagName.toLowerCase() + '.' + element.className + ' ' + element.textContent.trim().slice(0, 30);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  for (const [name, css] of Object.entries(settings)) {
    sheet.replaceSync(css);
    if (document.documentElement.scrollWidth > innerWidth) {
      const wide = [...document.querySelectorAll('body *')].filter(each =>
        each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.visually-hidden'));
      found.push(name + ': scrolls sideways, ' + wide.slice(-3).map(say).join(' / '));
    }
    for (const element of document.querySelectorAll('body *')) {
      if (!element.clientWidth || element.scrollWidth <= element.clientWidth + 1) continue;
      const { overflowX, clipPath } = getComputedStyle(element);
      if (overflowX !== 'visible' && clipPath === 'none' && !element.matches('input, select, textarea, progress'))
        found.push(name + ': cut off or scrolls by itself, ' + say(element));
    }
    const boxes = [];
    for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { clipPath, position } = getComputedStyle(element);
      if (clipPath !== 'none' || position === 'fixed') continue;
      for (const box of element.getClientRects()) boxes.push([element, box]);
    }
    boxes.sort((one, other) => one[1].top - other[1].top);
    boxes.forEach(([element, box], index) => {
      for (let next = index + 1; next < boxes.length && boxes[next][1].top < box.bottom - 2; next++) {
        const [other, beside] = boxes[next];
        const shared = Math.min(box.right, beside.right) - Math.max(box.left, beside.left);
        if (shared > 2 && Math.min(box.bottom, beside.bottom) - beside.top > 2 && !element.contains(other) && !other.contains(element))
          found.push(name + ': ' + say(element) + ' is under ' + say(other));
      }
    });
  }
  for (const box of document.querySelectorAll('main details')) box.open = true;
  if (document.documentElement.scrollWidth > innerWidth) found.push('scrolls sideways once all is unfolded');
  return found;
}"""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_reflow(reader, base, language):
    """Without axe, which knows none of this."""
    paths = [path for path in pages() if path.startswith("en/") == (language == "en")]
    page, faults = reader(paths[0], width=WIDTH), []
    others = ["404.html", "handout/", "kit/poster/"] if language == "fr" else ["en/handout/", "en/kit/flyers/"]
    for path in [*paths, *others]:
        page.goto(base + path)
        faults += [f"{path or '/'}, {fault}" for fault in page.evaluate(LOOK, SETTINGS)]
    assert not faults, "\n".join(faults)


def test_what_does_not_reflow_is_found(reader):
    """Words that may not be broken make a page scroll sideways at 200 %; one link over another."""
    page = reader("data-used/", width=WIDTH)
    faults = page.evaluate(LOOK,
                           {"nowrap": "html { font-size: 212.5% !important } article p { white-space: nowrap "
                                      "!important }"})
    assert any("scrolls sideways" in fault for fault in faults)
    faults = page.evaluate(LOOK, {"pulled": ".site-footer a { display: block !important; margin-block-start: -1.5rem !important }"})
    assert any("is under" in fault for fault in faults)
