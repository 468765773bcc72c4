"""Every page carries the policy of the site."""


def test_a_page_without_the_policy(guide, built):
    built.write("extra/index.html", "<!doctype html><html lang=en><head><title>x</title></head><body></body></html>")
    (fault,) = guide.built("policy", built.folder)
    assert fault.startswith("site/extra/index.html:1: does not carry the site's policy, once")


def test_a_policy_of_its_own(guide, built):
    built.edit("en/index.html", "default-src 'none'", "default-src *")
    assert "does not carry the site's policy" in guide.built("policy", built.folder)[0]
