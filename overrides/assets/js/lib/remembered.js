import { PREFIX, SHARED, visit } from "./storage.js";

// The name behind a key of ours, or nothing for a key of somebody else's.
export const nameOfKey = (key) => key.slice([PREFIX, SHARED].find((start) => key.startsWith(start))?.length ?? key.length);

// All that the browser keeps for this copy, and what the copies shared: [key, text]. null where it lets no page look.
export function remembered() {
  try {
    return Object.keys(localStorage).filter(nameOfKey).sort().map((key) => [key, localStorage.getItem(key)]);
  } catch {
    return null;
  }
}

// Takes away what `remembered` gave, or puts it back.
export function replaceRemembered(entries, back) {
  visit.clear();
  for (const [key, text] of entries) back ? localStorage.setItem(key, text) : localStorage.removeItem(key);
}
