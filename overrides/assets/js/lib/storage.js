// What a page remembers, in this browser only. Other sites at the same origin share the storage, another copy of this guide among
// them: a name begins with the folder this copy lies in. Where the reader refuses storage, or none is left, a value lives as long
// as the page.
export const PREFIX = `guide:${new URL("..", import.meta.url).pathname}:`;
// What every copy shared once. It is read until this copy keeps something, taken over then, and left to the other copies.
export const SHARED = "guide.";
export const visit = new Map();
const TAKEN = `${PREFIX}taken-over`;

export function recall(name) {
  if (visit.has(name)) return visit.get(name);
  try {
    return localStorage.getItem(PREFIX + name) ?? (localStorage.getItem(TAKEN) ? null : localStorage.getItem(SHARED + name));
  } catch {
    return null;
  }
}

// Writes `value`, or forgets the name when it is null. Says whether the browser keeps it beyond this page.
export function remember(name, value) {
  try {
    takeOver();
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
    visit.delete(name);
    return true;
  } catch {
    visit.set(name, value);
    return false;
  }
}

function takeOver() {
  const shared = localStorage.getItem(TAKEN) ? [] : Object.keys(localStorage).filter((key) => key.startsWith(SHARED));
  for (const key of shared) {
    const own = PREFIX + key.slice(SHARED.length);
    if (localStorage.getItem(own) === null) localStorage.setItem(own, localStorage.getItem(key));
  }
  if (shared.length) localStorage.setItem(TAKEN, "yes");
}
