"""What goes into training and what stays out: two lists of labels, and the number of items that are contested."""

from guide.content.records import Records
from guide.content.strings import Strings

from .svg import Shown

CLEAR = "listed", "listed-with-limits", "reported"


def shown(records: Records, strings: Strings) -> Shown:
    """Both lists, and in words."""
    lists: dict[str, list[str]] = {"used": [], "excluded": []}
    for item in records.data_items.values():
        if item["status"] in CLEAR:
            lists[item["table"]].append(item["item"][strings.language]
                                        + ("\u202f*" if item["status"] != "listed" else ""))
    said = [strings("picture_pair", what=strings[title], says=strings["picture_separator"].join(lists[table]) + ".")
            for title, table in (("picture_in", "used"), ("picture_out", "excluded"))]
    said.append(strings["picture_limits"])
    if contested := sum(item["status"] not in CLEAR for item in records.data_items.values()):
        said.append(strings.count("picture_contested", contested))
    return Shown(strings["picture_training"], strings["picture_alt_in_out"], said, lists)
