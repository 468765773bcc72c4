"""What `dev.py new` leaves to be written is named, line by line, until it is."""


def test_a_template_is_named_by_its_lines(guide):
    line = guide.append("docs/en/index.md", "\nTODO the text of this section")
    guide.only("text", f"docs/en/index.md:{line + 1}", "'TODO the text of this section': still to be written")


def test_a_title_left_in_the_front_matter_is_named(guide):
    guide.edit("docs/fr/index.md", "title: Le titre index.md", "title: TODO")
    guide.only("text", "docs/fr/index.md:2", "write what belongs there")
