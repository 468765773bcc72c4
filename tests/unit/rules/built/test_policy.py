"""Every page carries the policy of the site."""


def test_a_page_without_the_policy(guide, built):
    built.write("extra/index.html", "<!doctype html><html lang=en><head><title>x</title></head><body></body></html>")
    assert guide.built("policy",
                       built.folder) == ["site/extra/index.html:1: does not carry the site's policy, once and as "
                                         "guide/publish/policy.py has it "
                                         "(extra/index.html); "
                                         "take it in from the template, or remove the page"]


def test_a_policy_of_its_own(guide, built):
    built.edit("en/index.html", "default-src 'none'", "default-src *")
    assert "does not carry the site's policy" in guide.built("policy", built.folder)[0]
