// Calendar days as whole numbers since 1 January 1970. A day has no hour: nothing here shifts with a time zone unless one is asked for.
export const DAY = 864e5;

// The number of the day written "2025-11-03"; NaN for anything else, a 31 February included.
export function dayOf(text) {
  const number = /^[1-9]\d{3}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / DAY : NaN;
  return !isNaN(number) && new Date(number * DAY).toISOString().startsWith(text) ? number : NaN;
}

// The day it is in `zone`, or where the reader is.
export function today(zone, now = Date.now()) {
  if (!zone) {
    const here = new Date(now);
    return Date.UTC(here.getFullYear(), here.getMonth(), here.getDate()) / DAY;
  }
  const style = { timeZone: zone, year: "numeric", month: "numeric", day: "numeric" };
  const parts = new Intl.DateTimeFormat("en-US", style).formatToParts(now);
  const part = (type) => Number(parts.find((item) => item.type === type).value);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / DAY;
}

// Calls `draw` when a page that stayed open is looked at on another day than the one before, and at midnight.
export function followDay(draw) {
  let day = today(), timer;
  const look = () => {
    clearTimeout(timer);
    if (day !== today()) draw(day = today());
    timer = setTimeout(look, midnight(undefined, day + 1) - Date.now() + 500);
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
  look();
}

// The instant at which `day` begins in `zone`, or where the reader is: found by closing in on the change of day.
export function midnight(zone, day) {
  let before = day * DAY - DAY, after = day * DAY + DAY;
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (today(zone, between) < day) before = between;
    else after = between;
  }
  return after;
}
