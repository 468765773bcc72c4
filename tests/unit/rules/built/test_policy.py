"""Every page carries the policy of the site, which lets nothing come from or go to anybody else."""

from guide.publish.policy import HEADERS, META_POLICY


def test_a_page_without_the_policy(guide, built):
    built.write("extra/index.html", "<!doctype html><html lang=en><head><title>x</title></head><body></body></html>")
    (fault,) = guide.built("policy", built.folder)
    assert fault.startswith("site/extra/index.html:1: does not carry the site's policy, once")


def test_a_policy_of_its_own(guide, built):
    built.edit("en/index.html", "default-src 'none'", "default-src *")
    assert "does not carry the site's policy" in guide.built("policy", built.folder)[0]


def test_nobody_else_is_named_in_the_policy():
    """No host, no scheme, nothing inline; what a policy leaves out, it allows."""
    said = [directive.split(" ", 1) for directive in META_POLICY.split("; ")]
    assert {value for _, values in said for value in values.split()} == {
        "'none'", "'self'", "'wasm-unsafe-eval'", "'script'"}
    assert dict(said) | {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'",
                         "require-trusted-types-for": "'script'", "trusted-types": "'none'"} == dict(said)
    assert HEADERS["Content-Security-Policy"] == f"{META_POLICY}; frame-ancestors 'none'"
    assert HEADERS["Referrer-Policy"] == "no-referrer"
