"""What is weighed on paper (guide/rules/weight.py) is what a browser fetches: no more before the page is loaded, no
picture on a phone's first screen."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from guide.rules.weight import weigh
from waiting import settle

PHONE = {"width": 412, "height": 823}  # Lighthouse's
# The pages whose first picture stands highest, and the heaviest.
PAGES = "opt-out/follow-up/", "opt-out/app/", "en/opt-out/web/", "sources/"
# The resources asked for after the load event began, by address.
AFTER = """performance.getEntriesByType("resource").filter((one) => one.startTime >= performance.getEntriesByType("navigation")[0].loadEventStart)
    .map((one) => one.name)"""
# Those that are drawn: not the code of a step that nobody has asked for.
PICTURES = ("[...document.querySelectorAll('main img')].filter(picture => picture.checkVisibility())"
            ".map(picture => picture.getBoundingClientRect().top)")


def test_a_browser_fetches_what_is_weighed(reader, base, site):
    """Each in a fresh browser, which holds nothing of the page before."""
    for path in PAGES:
        asked: list[str] = []
        page = reader("404.html", **PHONE)
        page.on("request", lambda request,
                asked=asked: asked.append(unquote(urlsplit(request.url).path.removeprefix(urlsplit(base).path))
                                          or "index.html"))
        page.goto(base + path)
        settle(page)
        assert all(top >= PHONE["height"]
                   for top in page.evaluate(PICTURES)), (f"{path}: a picture of the first screen must not be lazy, "
                                                         f"and is weighed then")
        fetched = {name + ("index.html" if name.endswith("/") else "") for name in asked if "/pictures/" not in name}
        weighed = {part.path for part in weigh(site, [f"{path}index.html"])[f"{path}index.html"].parts}
        after = {name.removeprefix(base) for name in page.evaluate(AFTER)}
        icon = {name for name in weighed if name.startswith("assets/icon.")}
        # a browser without a window fetches no icon
        assert (fetched - after) | icon == weighed and len(icon) == 1, path
        assert any(name.startswith("assets/tools.") for name in after), f"{path}: its tools come once it is there"
