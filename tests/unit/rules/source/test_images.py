"""Pictures have words and files."""

PAGE = "docs/en/index.md"


def test_a_picture_without_words(guide):
    guide.write("docs/assets/map.svg", "<svg/>")
    line = guide.append(PAGE, "\n![](../assets/map.svg)") + 1
    guide.only("images", f"{PAGE}:{line}", "write ![what it shows](../assets/map.svg)")


def test_a_picture_that_does_not_exist(guide):
    line = guide.append(PAGE, "\n![A map](../assets/map.svg)") + 1
    guide.only("images", f"{PAGE}:{line}", "does not exist; correct the name")


def test_an_img_without_alt(guide):
    line = guide.append(PAGE, '\n<img src="../assets/map.svg">') + 1
    guide.only("images", f"{PAGE}:{line}", 'add alt="what it shows"')


def test_sound_pictures(guide):
    guide.write("docs/assets/map.svg", "<svg/>")
    guide.append(PAGE, '\n[![A map](../assets/map.svg)](second.md)\n\n<img src="x.svg" alt="">')
    assert guide.faults("images") == []
