"""The public holidays in docs/records/holidays.yml: those of the locked library, and those each day's own rule
gives."""

from __future__ import annotations

import datetime

import holidays

# What was proclaimed after the locked version came out. Scotland: Royal Proclamation of 3 February 2026, for the World
# Cup.
PROCLAIMED = {"scotland": {"2026-06-15"}}
# Twenty days reckoned by hand, with the rule of each, and five that are none.
BY_HAND = """
ireland 2027-02-01 Saint Brigid's Day: the first Monday in February
ireland 2030-02-01 Saint Brigid's Day: 1 February itself where that is a Friday
ireland 2028-03-17 Saint Patrick's Day: 17 March
ireland 2026-05-04 the first Monday in May
ireland 2029-06-04 the first Monday in June
ireland 2028-08-07 the first Monday in August
ireland 2027-10-25 the last Monday in October
ireland 2028-12-26 Saint Stephen's Day: 26 December
england 2028-01-03 New Year's Day on a Saturday: the Monday after
england 2030-05-06 the first Monday in May
wales 2027-05-31 the last Monday in May
england 2026-08-31 the last Monday in August
wales 2026-12-28 Boxing Day on a Saturday: the Monday after
england 2027-12-28 Christmas on a Saturday, Boxing Day on a Sunday: the Monday and the Tuesday after
scotland 2027-01-04 2 January on a Saturday: the Monday after
scotland 2028-01-04 2 January on a Sunday, with New Year's Day on the Saturday: the Tuesday after
scotland 2029-08-06 the first Monday in August
scotland 2024-12-02 Saint Andrew's Day, 30 November, on a Saturday: the Monday after
northern-ireland 2029-03-19 Saint Patrick's Day on a Saturday: the Monday after
northern-ireland 2026-07-13 12 July on a Sunday: the Monday after
"""
NONE = """
ireland 2027-12-27 no other day for a holiday on a weekend
ireland 2030-02-04 Saint Brigid's Day is on Friday the 1st
scotland 2027-08-30 the last Monday in August is kept elsewhere
england 2027-03-17 Saint Patrick's Day is kept in Northern Ireland
wales 2027-11-30 Saint Andrew's Day is kept in Scotland
"""


def listed(project, place: str) -> set[str]:
    return {f"{year}-{day}" for year, days in project.records.holidays[place]["days"].items() for day in days}


def test_the_table_is_that_of_the_locked_library(project, subtests):
    """Each year of each place, weekends left out; a fault shows the line to write. All places know the same years."""
    for place, record in project.records.holidays.items():
        country, _, part = record["code"].partition("-")
        found = holidays.country_holidays(country, subdiv=part or None, years=range(2024, 2050))
        days = sorted({str(day) for day in found if day.weekday() < 5} | PROCLAIMED.get(place, set()))
        with subtests.test(place):
            for year, kept in record["days"].items():
                expected = [day[5:] for day in days if day.startswith(year)]
                assert f"{year}: [{', '.join(kept)}]" == f"{year}: [{', '.join(expected)}]"
            assert list(record["days"]) == [str(year)
                                            for year in range(2024,
                                                              2024 + len(project.records.holidays["ireland"]["days"]))]
    assert project.records.holidays.keys() == {"ireland", "england", "wales", "scotland", "northern-ireland"}


def test_days_reckoned_by_hand(project):
    for line in BY_HAND.split("\n")[1:-1]:
        place, day = line.split()[:2]
        assert day in listed(project, place), line
    for line in NONE.split("\n")[1:-1]:
        place, day = line.split()[:2]
        assert day not in listed(project, place), line


def easter(year: int) -> datetime.date:
    """Easter Sunday by the rule of the Gregorian calendar: the Sunday after the first full moon, as the Church reckons
    it, from 21 March on."""
    century = year // 100
    # days from 21 March to that moon
    age = (15 + century - century // 4 - (8 * century + 13) // 25 + 19 * (year % 19)) % 30
    age -= age == 29 or age == 28 and year % 19 > 10
    moon = datetime.date(year, 3, 21) + datetime.timedelta(age)
    return moon + datetime.timedelta(6 - moon.weekday() or 7)


def test_easter_is_where_the_moon_puts_it(project):
    """Good Friday: the United Kingdom, not Ireland. Easter Monday: everywhere but Scotland."""
    assert [str(easter(year)) for year in (1818, 1943, 2000, 2024, 2038)] == ["1818-03-22", "1943-04-25", "2000-04-23",
                                                                              "2024-03-31", "2038-04-25"]
    for place, record in project.records.holidays.items():
        for year in map(int, record["days"]):
            assert (str(easter(year) - datetime.timedelta(2)) in listed(project, place)) == (place != "ireland")
            assert (str(easter(year) + datetime.timedelta(1)) in listed(project, place)) == (place != "scotland")
