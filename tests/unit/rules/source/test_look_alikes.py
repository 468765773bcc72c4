"""No host passes for the subject's or for a known one."""

import pytest

SOURCES = "docs/records/sources/all.yml"


@pytest.fixture
def guide(guide):
    """About a company with a longer name, whose hosts the records have."""
    guide.edit("docs/records/topic.yml", "- Acme\n", "- Acme\n  - LongCompany\n")
    guide.edit("docs/records/addresses.yml", "https://acme.org/setting", "https://www.longcompany.com/setting")
    return guide


@pytest.mark.parametrize("host", [
    "longcornpany.com", "1ongcompany.com", "longconpany.com", "longcompany-login.com", "secure-longcompany.com", "longcompany.com.other.org",
    "longcompany.other.org",
    "longcompany.xyz", "mylongcompany.com", "long-company.com", "longcompamy.com", "lnogcompany.com", "www.iongcompany.com", "xn--lngcompany-x4a.com",
    "l\u043engcompany.com", "acrne.org",
])
def test_a_host_that_passes_for_the_subject(guide, host):
    line = guide.edit(SOURCES, "https://acme.org/notice", f"https://{host}/notice")
    guide.only("look_alikes", f"{SOURCES}:{line}", "a-source: ")


def test_one_that_passes_for_a_known_host(guide):
    line = guide.edit(SOURCES, "https://acme.org/notice", "https://auth0rity.org/notice")
    guide.only("look_alikes", f"{SOURCES}:{line}", "is easily taken for authority.org")


@pytest.mark.parametrize("host", ["authority.net", "authority.org.evil.net", "authority-org.com"])
def test_one_that_has_its_name(guide, host):
    line = guide.edit(SOURCES, "https://acme.org/notice", f"https://{host}/notice")
    guide.only("look_alikes", f"{SOURCES}:{line}", "is easily taken for authority.org")


@pytest.mark.parametrize("host", ["help.longcompany.com", "longcompany.com", "other.org", "longboat.com", "news.example.org"])
def test_hosts_that_pass_for_nobody(guide, host):
    guide.edit(SOURCES, "https://acme.org/notice", f"https://{host}/notice")
    assert guide.faults("look_alikes") == []


def test_two_hosts_of_one_owner(guide):
    """Offices of one state share its domain: neither passes for the other."""
    guide.edit("docs/records/authorities.yml", "https://authority.org/complain", "https://office.admin.ch/complain")
    guide.edit(SOURCES, "https://acme.org/notice", "https://statutes.admin.ch/notice")
    assert guide.faults("look_alikes") == []


def test_a_name_that_only_holds_the_subjects(guide):
    guide.edit("docs/records/topic.yml", "- Acme Rocket", "- Acme Rocket\n  - Stop-LongCompany")
    guide.edit(SOURCES, "https://acme.org/notice", "https://stoplongcompany.net/notice")
    assert guide.faults("look_alikes") == []


def test_a_word_that_passes_for_the_subject(guide):
    line = guide.append("docs/en/index.md", "\nThe site of LongCornpany.") + 1
    guide.only("look_alikes", f"docs/en/index.md:{line}", "looks like longcompany and is spelt otherwise")
