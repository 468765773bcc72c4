import { announce } from "../lib/announce.js";
import { withValues } from "../lib/fill.js";

// A link to a heading: whoever arrives by one finds it open and focused; whoever wants to pass it on copies it.
function arrive() {
  const id = location.hash.slice(1), target = id && document.getElementById(id);
  tellLost(target || !id || id === "top" ? "" : id);
  if (!target || target.popover) return;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  if (!target.matches("a[href], button, input, select, textarea, summary, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

// An address with a name the page does not have: said, with the ways on. Without a name, what was said goes away.
function tellLost(id) {
  const notice = document.querySelector(".lost");
  if (!notice) return;
  const words = notice.querySelector("p");
  notice.hidden = !id;
  notice.querySelector("button").onclick = () => {
    notice.hidden = true;
    document.getElementById("content").focus({ preventScroll: true });
  };
  words.textContent = "";
  // A live region is heard when its text changes after it is shown.
  if (id) setTimeout(() => { words.textContent = withValues(words.dataset.words, { id: id.slice(0, 60) }); }, 60);
}

// A link to the place one is at already changes no address: what it names opens all the same.
function again(event) {
  const link = event.target.closest?.("a[href*='#']");
  if (link?.href === location.href) arrive();
}

async function copyPlace(event) {
  const link = event.target.closest?.("a.anchor");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { copied, failed } = document.getElementById("content").dataset;
  try {
    await navigator.clipboard.writeText(link.href);
    announce(copied);
  } catch {
    announce(failed);
  }
}

// A device that points with nothing but a finger has no use for these in the order of Tab.
if (matchMedia("(any-hover: none)").matches) for (const link of document.querySelectorAll("a.anchor")) link.tabIndex = -1;
if (location.hash) arrive();
addEventListener("hashchange", arrive);
document.addEventListener("click", copyPlace);
document.addEventListener("click", again);
