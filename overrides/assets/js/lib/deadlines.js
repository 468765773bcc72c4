import { dayNumber, dayParts, dayText } from "./dates.js";

// When an answer is due. Days are numbers (days.js); nothing here knows the page.

// `months` later: the same date, or the last day of a month that has no such date (`short`).
export function monthsLater(day, months) {
  const [year, month, date] = dayParts(day);
  const last = dayNumber(year, month + months + 1, 1) - 1, length = dayParts(last)[2];
  return { day: last - Math.max(length - date, 0), short: date > length };
}

// A period of months from the day the request is received: `last` is the date reached, `due` the working day it runs to, `holidays`
// those passed on the way, `known` whether they were known. `tables`: public holidays that are no weekend, {"2026": ["12-25"]}, one
// table for each part of the place; the latest day among the parts counts.
export function answerDue(received, months, tables) {
  const { day: last, short } = monthsLater(received, months);
  return { last, short, ...tables.map((table) => workingDay(last, table)).reduce((one, other) => (other.due > one.due ? other : one)) };
}

function workingDay(due, table) {
  for (const holidays = []; ; due++) {
    const text = dayText(due), year = text.slice(0, 4), weekday = (due + 4) % 7; // 0 is Sunday
    if (table[year]?.includes(text.slice(5))) holidays.push(due);
    else if (weekday % 6) return { due, holidays, known: year in table };
  }
}
