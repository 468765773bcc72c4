// What a page remembers, in this browser only. A host may serve other sites at the same origin, which share the storage: the
// prefix says which names are ours. Where the reader refuses storage, or none is left, a value lives as long as the page.
export const PREFIX = "guide.";
const visit = new Map();

export function recall(name) {
  if (visit.has(name)) return visit.get(name);
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

// Writes `value`, or forgets the name when it is null. Says whether the browser keeps it beyond this page.
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
    visit.delete(name);
    return true;
  } catch {
    visit.set(name, value);
    return false;
  }
}

// Every name the browser keeps for this site; null where it lets no page look.
export function remembered() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)).sort();
  } catch {
    return null;
  }
}
