// Calendar days as whole numbers (0 is 1 January 1970): no hour and no time zone in them, so nothing can drift.
const DAY = 86400000;

export const dayNumber = (year, month, day) => Date.UTC(year, month - 1, day) / DAY;

export function dayParts(number) {
  const date = new Date(number * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export const dayText = (number) => new Date(number * DAY).toISOString().slice(0, 10);

// The number of the day written "2026-01-31"; NaN for anything else, a 31 February included.
export function readDay(text) {
  const parts = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  const number = parts ? dayNumber(parts[1], parts[2], parts[3]) : NaN;
  return parts && dayText(number) === text ? number : NaN;
}

// The day it is where the reader is.
export function dayHere(now = new Date()) {
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

// "lundi 1er mars 2027": `first` is how the language writes the first day of a month.
export function dayInWords(number, locale, first) {
  const style = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, style).formatToParts(number * DAY)
    .map(({ type, value }) => (type === "day" && value === "1" ? first : value)).join("");
}
