"""Hosts stand on the list, addresses in records, and words send nobody elsewhere."""

import pytest

PAGE = "docs/en/index.md"
SOURCES = "docs/records/sources/all.yml"


IN_A_PAGE = [
    ("[x](https://acme.org/setting)", "write [words][setting-page], the record holds the address"),
    ("<https://authority.org/complain>", "write [words][authority-zz]"),
    ("See https://acme.org/a.", "https://acme.org/a is typed by hand; add it to docs/records/addresses.yml"),
    ("[x](mailto:me@acme.org)", "mailto:me@acme.org is typed by hand"),
    ("Go to www.authority.org today.", "authority.org is typed by hand; write [words][authority-zz]"),
    ("Go to other.org today.", "names the host other.org, at which no record has an address"),
    ("Write to someone@other.org.", "names the host other.org"),
    ("At `www.other.thing/login`.", "names the host other.thing"),
    ("```letter\n\nTo: other.org\n```", "names the host other.org"),
    ("[go to other.org][setting-page]", "names the host other.org"), ("Written in ASP.NET.", "names the host asp.net"),
    ("At hxxps://other.org/login.", "names the host other.org"), ("At 192.0.2.1 today.", "names the host 192.0.2.1"),
    ("The site of Acrne.", "looks like acme and is spelt otherwise"),
]


def test_a_host_in_a_page(guide):
    guide.each("hosts", PAGE, IN_A_PAGE)


def test_what_may_be_named(guide):
    guide.edit("docs/records/topic.yml", "- Acme Rocket", "- Acme Rocket\n  - ASP.NET")
    guide.edit(SOURCES, "  access: original",
               "  access: original\n  seen_through: {fr: Sur other.org., en: At other.org.}")
    guide.append(PAGE,
                 "\nThe file `answer.ics`, i.e. data.json, version 2.0, e.g. photo.jpeg or mkdocs.yml; in Node.js "
                 "`console.log`, v1.2, 24/7. "
                 "Sentence.Another. Written in ASP.NET. A [link](second.md), a [setting][setting-page], help at "
                 "`acme.org/a`.")
    assert guide.faults("hosts") == []


@pytest.mark.parametrize(("path", "old", "new"), [
    ("docs/strings/en.yml", '"English"', '"English (other.org)"'),
    ("docs/records/claims/all.yml", "en: Acme says one thing.", "en: Write to a@other.org."),
    ("docs/records/claims/all.yml", "en: Acme says one thing.", "en: 'See https://other.org/a'"),
    (SOURCES, "  access: original", "  access: original\n  seen_through: {fr: Là., en: 'At https://other.org'}"),
])
def test_a_host_named_elsewhere(guide, path, old, new):
    line = guide.edit(path, old, new) + ("seen_through" in new)
    guide.only("hosts", f"{path}:{line}", "names the host other.org")


ADDRESSES = [
    ("http://acme.org/notice", "write https://, or add http_only: true"),
    ("https://[acme/notice", "write https://host/path"),
    ("https://192.168.0.1/notice", "is no host"), ("https://acme.org:8080/notice", "'acme.org:8080' is no host"),
    ("https://ACME.org/", "is no host"), ("https://acme.org/a/../b", "a browser rewrites"),
    ("https://acme.org/notice?UTM_Campaign=x", "tracks its readers"),
    ("https://acme.org/notice?%75tm_source=x", "tracks its readers"),
    ("https://acme.org/notice?a=1;gclid=x", "tracks its readers (gclid)"),
    ("https://acme.org/notice?fbclid=x", "tracks its readers (fbclid)"),
    ("https://acme.org/notice?msclkid=x", "tracks its readers"),
    ("https://acme.org/notice#xtor=RSS-1", "tracks its readers (xtor)"),
    ("https://acme.org/notice?mc_eid=x", "tracks its readers"),
    ("https://acme.org/notice?trackingId=x", "tracks its readers"),
    ("https://acme.org/out?to=%2F%2Fother.org", "forwards to another"),
    ("https://acme.org/out?q=www.other.org", "forwards to another"),
    ("https://acme.org/out/https://other.org", "forwards to another (https://other.org)"),
]


def test_an_address_in_a_record(guide, subtests):
    text = guide.read(SOURCES)
    for address, words in ADDRESSES:
        with subtests.test(address):
            line = guide.edit(SOURCES, "https://acme.org/notice", address)
            guide.only("hosts", f"{SOURCES}:{line}", "a-source: ", words)
        guide.write(SOURCES, text)


@pytest.mark.parametrize("address", [
    "https://acme.org/?p=1373", "https://acme.org/item?id=4&refid=243", "https://acme.org/a?uri=CELEX:62003CJ0171",
    "https://acme.org/#part-2",
    "https://acme.org/a?page=2&year=2025&lang=fr&article=3", "http://acme.org/notice\n  http_only: true",
])
def test_an_address_that_only_leads(guide, address):
    guide.edit(SOURCES, "https://acme.org/notice", address)
    assert guide.faults("hosts") == []


@pytest.fixture
def known(guide):
    """About a company with a longer name, whose hosts the records have."""
    guide.edit("docs/records/topic.yml", "- Acme\n", "- Acme\n  - LongCompany\n")
    guide.edit("docs/records/topic.yml", "- Acme Rocket", "- Acme Rocket\n  - Stop-LongCompany")
    guide.edit("docs/records/addresses.yml", "https://acme.org/setting", "https://www.longcompany.com/setting")
    return guide


LOOK_ALIKES = [
    *((host, "is easily taken for longcompany.com") for host in (
        "longcornpany.com", "1ongcompany.com", "longconpany.com", "longcompany-login.com", "secure-longcompany.com",
        "longcompany.com.other.org",
        "longcompany.other.org", "longcompany.xyz", "mylongcompany.com", "long-company.com", "longcompamy.com",
        "lnogcompany.com",
        "iongcompany.com")),
    ("acrne.org", "is easily taken for acme."), ("auth0rity.org", "is easily taken for authority.org"),
    ("authority.net", "is easily taken for authority.org"),
    ("authority.org.evil.net", "is easily taken for authority.org"),
    ("authority-org.com", "is easily taken for authority.org"),
    ("xn--lngcompany-x4a.com", "is no host"), ("l\u043engcompany.com", "is no host"), ("other.onion", "is no host"),
    ("192.0.2.1", "is no host"), ("bit.ly", "hides where its addresses lead"),
    ("go.bit.ly", "hides where its addresses lead"),
]


def sources_at(guide, hosts) -> list[int]:
    """A source at each host; the lines of their addresses."""
    first = guide.read(SOURCES)
    return [guide.append(SOURCES, first.replace("a-source", f"b-source-{number}")
                         .replace("https://acme.org/notice", f"https://{host}/x").rstrip()) + 4
            for number, host in enumerate(hosts)]


def test_hosts_that_pass_for_others(known):
    lines = sources_at(known, [host for host, _ in LOOK_ALIKES])
    told = {int(fault.split(":")[1]): fault for fault in known.faults("hosts")}
    missed = [row for line, row in zip(lines, LOOK_ALIKES, strict=True) if row[1] not in told.get(line, "")]
    assert missed == [], told


def test_hosts_that_pass_for_nobody(known):
    sources_at(known, ["help.longcompany.com", "longboat.com", "news.authority.org", "stoplongcompany.net"])
    assert known.faults("hosts") == []
