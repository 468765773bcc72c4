import { dayText } from "./dates.js";
import { dayOf } from "./days.js";
import { recall, remember } from "./storage.js";

// The day an answer is due, which a reader asked to be kept: {day, kind}, `kind` being what sort of date it is; null where none is kept.
const DUE = "answer-due";

export function keptDue() {
  try {
    const { day, kind } = JSON.parse(recall(DUE));
    return isNaN(dayOf(day)) ? null : { day: dayOf(day), kind };
  } catch {
    return null;
  }
}

// Says whether the browser keeps it.
export function keepDue(day, kind) {
  const kept = remember(DUE, day === null ? null : JSON.stringify({ day: dayText(day), kind }));
  document.dispatchEvent(new Event("ticks"));
  return kept;
}
