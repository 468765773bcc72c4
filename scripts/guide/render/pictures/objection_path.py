"""The path of an objection: who stands on it, what passes between them and how long it may take.

Time limits come from the field `reply` of docs/records/regions.yml; regions with the same limit share one card. Those
in days are left out: they are for access requests, and the picture is of an objection.
"""

from guide.content.records import Records
from guide.content.strings import Strings

from .svg import Shown


def shown(records: Records, strings: Strings) -> Shown:
    """`cards` are (time limit, what is to be known of it, names of the regions), the regions in the order of the
    file."""
    limited = [region for region in records.regions.values()
               if region.get("authorities") and "months" in region.get("reply", {})]
    cards: dict[tuple[str, str], list[str]] = {}
    for region in limited:
        limit = (strings.count("picture_months", int(region["reply"]["months"])),
                 strings("picture_extended", n=region["reply"]["extended"]))
        cards.setdefault(limit, []).append(region.get("on_map", region["title"])[strings.language])
    you, company, authority = strings["picture_you"], strings["picture_company"], strings["picture_authority"]
    said = [(f"{you} → {company}", strings["picture_objection"]), (f"{company} → {you}", strings["picture_answer"]),
            (f"{you} → {authority}", strings["picture_no_answer"])]
    said += [(region["title"][strings.language],
              region.get("answer_limit", region["reply"].get("rule"))[strings.language]) for region in limited]
    return Shown(strings["picture_limits_title"], strings["picture_alt_path"],
                 [strings("picture_pair", what=what, says=says) for what, says in said],
                 {"cards": [(*limit, ", ".join(names)) for limit, names in cards.items()]})
