import { calendarFile } from "./calendar.js";
import { dayText } from "./dates.js";
import { monthsLater } from "./deadlines.js";
import { saveFile } from "./save-file.js";

// The day to look at the setting again, six months after `day`.
export const nextLook = (day) => monthsLater(day, 6).day;

// That day for the reader's calendar; `next` is where the guide says how, as the page writes the address.
export function saveRecheck({ product, event, eventText, file, next }, day) {
  const address = new URL(next, location).href, id = `recheck-${dayText(day)}@${location.hostname}`;
  saveFile(file, "text/calendar", calendarFile({ product, id, day, title: event, text: eventText, address }));
}
