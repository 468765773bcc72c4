import { announce } from "../lib/announce.js";

// A link to a heading: whoever arrives by one finds it open and focused; whoever wants to pass it on copies it.
function arrive() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target || target.hasAttribute("popover")) return;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  if (!target.matches("a[href], button, input, select, textarea, summary, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

async function copyPlace(event) {
  const link = event.target.closest("a.anchor");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { copied, failed } = document.getElementById("content").dataset;
  try {
    await navigator.clipboard.writeText(link.href);
    announce(copied);
  } catch {
    announce(failed);
  }
}

if (location.hash) arrive();
addEventListener("hashchange", arrive);
document.addEventListener("click", copyPlace);
