import { dayNumber, dayParts } from "./dates.js";

// When an answer is due. Days are numbers (days.js); nothing here knows the page.

// `months` later: the same date, or the last day of a month that has no such date (`short`).
export function monthsLater(day, months) {
  const [year, month, date] = dayParts(day);
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const length = dayParts(dayNumber(toYear, toMonth + 1, 1) - 1)[2];
  return { day: dayNumber(toYear, toMonth, Math.min(date, length)), short: date > length };
}

// A period of months from the day the request is received: `last` is the date reached, `due` the working day it runs to.
// Public holidays differ from place to place: they are said in words, not worked out.
export function answerDue(received, months) {
  const { day: last, short } = monthsLater(received, months);
  const weekday = (((last + 4) % 7) + 7) % 7; // 0 is Sunday
  const due = last + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
  return { last, short, weekend: due > last, due };
}
