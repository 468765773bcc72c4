"""A full visit under the policy as a host sends it: every kind of page, every tool, and not one violation."""

from __future__ import annotations

from guide.publish.policy import HEADERS
from waiting import go, until

LISTEN = """addEventListener("securitypolicyviolation", (event) => {
  sessionStorage.violations = `${sessionStorage.violations ?? ""}${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}\\n`;
});
navigator.clipboard.writeText = async () => {};
window.print = () => {};"""
VIOLATIONS = "sessionStorage.violations ?? ''"


def test_nothing_on_a_full_visit_breaks_the_policy(reader, base):
    page = reader("", script=LISTEN, quiet=False)
    header = page.request.get(base).headers["content-security-policy"]
    assert header == HEADERS["Content-Security-Policy"]
    # The shell: menu, colours, search from the first letter to a result, the other language.
    page.locator(".menu-open").click()
    page.locator("#menu a[href*=faq]").first.click()
    page.locator("[popovertarget=scheme]").click()
    page.locator("#scheme input[value=dark]").check()
    page.keyboard.press("Escape")
    page.locator(".cite button").first.click()
    page.keyboard.press("Escape")
    page.locator(".search-open").click()
    page.locator("#search-words").fill("désactiver")
    page.locator(".search-results a").first.click()
    page.locator("header a.language").click()
    # A guide: tick a step, send it. The short address goes on by itself.
    go(page, "opt-out/web/")
    page.locator("step-done input").first.check()
    page.locator("send-step [value=copy]").first.click()
    page.locator("send-step summary").first.click()
    page.goto(base + "go/web-switch/")
    page.wait_for_url("**/opt-out/web/#web-switch")
    # The tools.
    go(page, "checklist/")
    with page.expect_download():
        page.locator("check-progress [value=save]").click()
    page.locator("check-progress [value=reset]").click()
    go(page, "letter/")
    page.locator("details.fold:has(objection-letter) > summary").first.click()
    letter = page.locator("objection-letter").first
    letter.locator("summary").click()
    letter.locator(".letter-fields input[type=text]").first.fill("Camille")
    letter.locator("select").select_option("en")
    letter.locator(".letter-keep input").check()
    with page.expect_download():
        letter.locator("[value=save]").click()
    letter.locator("[value=copy]").click()
    letter.locator("[value=print]").click()
    go(page, "opt-out/follow-up/")
    page.locator("#reply-sent").fill("2026-11-02")
    page.select_option("#reply-place", index=1)
    page.locator("reply-deadline [type=submit]").click()
    go(page, "regions/")
    page.select_option("#finder-place", index=2)
    go(page, "sources/")
    page.locator("claim-filter input[name=words]").fill("cnil")
    go(page, "timeline/")
    go(page, "privacy/")
    page.locator("your-data [value=ask]").click()
    page.locator("your-data [value=erase]").click()
    # Pages beside the guide.
    for path in ("handout/", "nothing/here/", "en/"):
        go(page, path)
    assert page.evaluate(VIOLATIONS) == ""
    # The listener listens: what a page must not do is seen.
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    until(page, f"({VIOLATIONS}).includes('style-src-attr')")
