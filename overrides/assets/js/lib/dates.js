import { DAY } from "./days.js";

// Calendar days, which are whole numbers (days.js), taken apart and written in words.
export const dayNumber = (year, month, day) => Date.UTC(year, month - 1, day) / DAY;

export function dayParts(number) {
  const date = new Date(number * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export const dayText = (number) => new Date(number * DAY).toISOString().slice(0, 10);

// "lundi 1er mars 2027", "Monday 1 March 2027"; without the weekday where it is "".
export function dayInWords(number, weekday = "long") {
  const style = { weekday: weekday || undefined, day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(t("locale").replace("_", "-"), style).formatToParts(number * DAY)
    .map(({ type, value }) => (type === "day" && value === "1" ? t("day_first") : value.replace(",", ""))).join("");
}
