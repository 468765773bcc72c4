// What a page remembers, in this browser only. Reading and writing throw where the reader has refused storage: then a value
// lives as long as the page.
const kept = new Map();

export function recall(key) {
  if (kept.has(key)) return kept.get(key);
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

// Writes `value`, or forgets the key when it is null. Says whether the browser keeps it beyond this page.
export function remember(key, value) {
  kept.set(key, value);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
