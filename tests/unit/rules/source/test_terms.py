"""One word for one thing, as the glossary says."""

GLOSSARY = """notice:
  term: {fr: Déclaration, en: Notice}
  instead_of:
    fr: {"l'avis": la déclaration}
    en: {regulator: authority}
"""


def test_a_word_given_up(guide):
    guide.write("docs/records/glossary.yml", GLOSSARY)
    guide.each("terms", "docs/en/index.md", [
        ("The Regulator says.", "'Regulator' is another word for the term notice; write 'authority'"),
        ("- Two [regulators](second.md) say.", "'regulators' is another word"), ("| a | its regulator |", "write 'authority'")])
    guide.edit("docs/records/glossary.yml", "regulator:", "data are:")
    line = guide.append("docs/en/index.md", "\nYour data\nare here.") + 1
    guide.only("terms", f"docs/en/index.md:{line}", "'data are'")


def test_in_strings_and_records(guide):
    guide.write("docs/records/glossary.yml", GLOSSARY)
    line = guide.append("docs/strings/fr.yml", 'a_word: "Selon l\'avis"')
    guide.append("docs/strings/en.yml", 'a_word: "It says"')
    place = guide.edit("docs/records/milestones.yml", "fr: Le début.", "fr: Selon l'avis.")
    assert [fault.partition(": ")[0] for fault in guide.faults("terms")] == [f"docs/records/milestones.yml:{place}",
                                                                            f"docs/strings/fr.yml:{line}"]


def test_what_keeps_its_own_words(guide):
    guide.write("docs/records/glossary.yml", GLOSSARY)
    guide.append("docs/en/index.md", 'It says "the regulator", *a regulator*{lang=fr}, `regulator`, regulatory, [x](regulator.md).')
    guide.edit("docs/records/labels.yml", "Use my data for all of it", "Ask the regulator")
    guide.edit("docs/records/sources/all.yml", "A notice", "The regulator")
    assert guide.faults("terms") == []
