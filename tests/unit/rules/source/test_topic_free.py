"""The machinery does not name the subject of the guide."""


def test_a_template_that_names_it(guide):
    guide.write("overrides/partials/foot.html", "<p>\nabout ACME\n</p>\n")
    guide.only("text", "overrides/partials/foot.html:2", "names ACME; move what is about the subject to docs/")


def test_a_name_that_only_sounds_alike(guide):
    guide.write("scripts/tools.py", 'NAMES = ("acme-rocket", "Acme/Rocket")\n')
    assert guide.faults("text") == []


def test_without_a_list_of_names_nothing_can_be_checked(guide):
    guide.write("docs/records/topic.yml", "# nothing\n")
    guide.only("text", "docs/records/topic.yml:1", "lacks the field names")
