"""A page over its budget is named with what it weighs and why; the budget itself is read like any file somebody
wrote."""

import random

import pytest


def heavy(kib: float) -> str:
    """A text no host can make smaller than this many KiB."""
    return "".join(random.Random(1).choices("0123456789abcdef", k=int(kib * 2048)))


def test_a_page_over_its_budget_is_named_with_its_heaviest_part(guide, built):
    built.edit("en/second/index.html", "<code>", f"<p>{heavy(40)}</p><code>")
    found = guide.built("weight", built.folder)
    assert len(found) == 2 and all(fault.startswith("docs/en/second.md: weighs too much: ") for fault in found)
    assert all("in budget.yml" in fault and "Heaviest: en/second/index.html 4" in fault for fault in found)


def test_a_shared_file_makes_a_first_visit_heavier_and_no_other(guide, built):
    built.write("assets/style.0123456789.css", heavy(31))
    found = guide.built("weight", built.folder)
    assert len(found) == 4 and all("first_view 3" in fault and "assets/style.0123456789.css" in fault
                                   for fault in found)


def test_requests_are_counted(guide, built):
    built.edit("index.html", "<body>", "<body>" + "".join(f'<img src="{number}.png" alt="">' for number in range(8)))
    assert ["requests 11, over 7 in budget.yml" in fault for fault in guide.built("weight", built.folder)] == [True]


def test_tools_are_weighed_apart(guide, built):
    built.edit("en/second/index.html", "<body>", '<body><main data-tools="../../assets/tools.0123456789.js"></main>')
    built.write("assets/tools.0123456789.js", heavy(7))
    assert guide.built("weight",
                       built.folder) == ["docs/en/second.md: weighs too much: tools 7.4, over 6 in budget.yml. "
                                         "Heaviest: "
                                         "assets/tools.0123456789.js 7.4. Make it lighter, or raise its "
                                         "limit and say why"]


def test_a_first_search_over_its_budget(guide, built):
    built.write("pagefind/index/fr_1.pf_index", "x" * 140_000)
    assert ["a first search in fr fetches 136.7 KiB" in fault
            for fault in guide.built("weight", built.folder)] == [True]


def test_a_page_named_apart_may_weigh_more(guide, built):
    built.edit("second/index.html", "<code>", f"<p>{heavy(14)}</p><code>")
    assert len(guide.built("weight", built.folder)) == 1
    guide.edit("budget.yml", "pages: {}", "pages:\n  second.md:\n    why: It is long.\n    second_page: 20")
    assert guide.built("weight", built.folder) == []


def test_a_limit_no_longer_needed_is_to_be_removed(guide, built):
    guide.edit("budget.yml", "pages: {}", "pages:\n  second.md:\n    why: It was long.\n    second_page: 20")
    assert guide.built("weight",
                       built.folder) == ["budget.yml:8: second.md has a second_page of its own and keeps to that of "
                                         "every page; remove second_page"]


@pytest.mark.parametrize("old, new, fault", [
    ("pages: {}", "pages:\n  third.md: {why: x, first_view: 9}", "budget.yml:8: names third.md, which is no page"),
    ("pages: {}", "pages:\n  second.md: {first_view: 40}", "budget.yml:8: budget: pages.second.md lacks the field why"),
    ("pages: {}", "pages:\n  second.md: {why: x, weight: 40}", "budget.yml:8: budget: pages.second.md.weight is a field nobody reads"),
    ("pages: {}", "pages:\n  second.md: {why: x, requests: many}", "budget.yml:8: budget: pages.second.md.requests is 'many'; write a number above 0"),
    ("first_view: 30", "first_view: 30 KiB", "budget.yml:2: budget: every_page.first_view is "),
    ("first_search: 130\n", "", "budget.yml:1: budget: the record lacks the field first_search"),
    ("pages: {}", "pages: {}\naverage: 20", "budget.yml:8: budget: average is a field nobody reads"),
])
def test_a_mistake_in_the_budget_is_named_with_its_line(guide, built, old, new, fault):
    guide.edit("budget.yml", old, new)
    found = guide.built("weight", built.folder)
    assert len(found) == 1 and found[0].startswith(fault), found
