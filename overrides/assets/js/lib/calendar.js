import { dayText } from "./dates.js";

// One all-day event with an alarm the morning before, as an iCalendar text (RFC 5545).
export function calendarFile({ product, id, day, title, text, address, now = new Date() }) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const date = (number) => dayText(number).replaceAll("-", "");
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${calendarText(product)}//1.0//`, "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT", `UID:${id}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date(day + 1)}`,
    `SUMMARY:${calendarText(title)}`, `DESCRIPTION:${calendarText(text)}`, `URL:${address}`, "TRANSP:TRANSPARENT",
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${calendarText(title)}`, "TRIGGER:-PT15H", "END:VALARM",
    "END:VEVENT", "END:VCALENDAR",
  ];
  return lines.map((line) => foldLine(line) + "\r\n").join("");
}

const calendarText = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

// Lines of at most 75 octets, never cut inside a character; a line that goes on starts with a space.
export function foldLine(line) {
  let folded = "", octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
