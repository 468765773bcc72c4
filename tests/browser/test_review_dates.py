"""When the facts of a page were read, below its title, and that one is due again once the day has passed: not before, and
not by a clock gone wrong."""

from __future__ import annotations

import datetime

from waiting import settle


def test_said_from_the_day_after(reader, project):
    """Not before, not on the day, not by a clock gone wrong; once."""
    page, words = reader("en/data-used/"), project.strings["en"]["not_reread"]
    page.clock.install()
    dates = page.locator(".evidence-dates")
    due = datetime.date.fromisoformat(dates.locator("review-dates").get_attribute("data-due"))
    for day, said in ((datetime.date(1970, 1, 1), 0), (due, 0), (due + datetime.timedelta(days=1), 1)):
        page.clock.set_system_time(f"{day}T12:00:00Z")
        page.reload()
        settle(page)
        assert (dates.locator(".late").count(), dates.inner_text().count(words)) == (said, said), day
        assert said or page.locator(".late").count() == 0, day
    assert dates.locator(".late").inner_text() == words


def test_the_page_shows_the_oldest_reading_and_the_earliest_day(reader, project):
    page = reader("en/data-used/")
    cited = page.locator(".evidence-more").evaluate_all("links => links.map(link => link.pathname.split('/').at(-2))")
    assert len(cited) > 10
    claims = [project.records.claims[name] for name in cited]
    assert page.locator(".evidence-dates time").first.get_attribute("datetime") == min(claim["read_on"]
                                                                                       for claim in claims)
    assert page.locator("h1 ~ .evidence-dates").is_visible() and page.locator(".evidence-dates").count() == 1
    assert page.locator(".evidence-dates review-dates").get_attribute("data-due") == min(claim["review_by"]
                                                                                         for claim in claims)
