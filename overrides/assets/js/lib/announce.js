import { element } from "./element.js";

// Says something to screen readers and shows it briefly to everyone else.
let announcer, silence;

export function announce(words) {
  if (!announcer) {
    announcer = element("p", { class: "toast", role: "status" });
    document.body.append(announcer);
  }
  clearTimeout(silence);
  announcer.textContent = "";
  // A live region is heard when its text changes after it stands in the page.
  setTimeout(() => { announcer.textContent = words; }, 60);
  silence = setTimeout(() => { announcer.textContent = ""; }, 6000);
}
