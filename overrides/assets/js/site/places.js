import { announce } from "../lib/announce.js";
import { element } from "../lib/element.js";
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
  const notice = document.querySelector(".lost") ?? (id ? drawLost() : null);
  if (!notice) return;
  const words = notice.querySelector("p");
  notice.hidden = !id;
  words.textContent = "";
  // A live region is heard when its text changes after it is shown.
  if (id) setTimeout(() => { words.textContent = withValues(t("lost_message"), { id: id.slice(0, 60) }); }, 60);
}

// The notice at the end of the page: it covers nothing and moves nothing.
function drawLost() {
  const close = element("button", { type: "button" }, t("lost_close"));
  const contents = document.getElementById("contents") ? [element("a", { href: "#contents" }, t("lost_contents"))] : [];
  const notice = element("aside", { class: "notice lost", "aria-label": t("lost_label") }, element("p", { role: "status" }), ...contents,
    element("a", { href: new URL("opt-out/", document.querySelector(".brand").href) }, t("main_action")), close);
  close.addEventListener("click", () => {
    notice.hidden = true;
    document.getElementById("content").focus({ preventScroll: true });
  });
  document.body.append(notice);
  return notice;
}

// A link to the place one is at already changes no address: what it names opens all the same.
function again(event) {
  const link = event.target.closest?.("a[href*='#']");
  if (link?.href === location.href) arrive();
}

async function copyPlace(event) {
  const link = event.target.closest?.("a.anchor");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  try {
    await navigator.clipboard.writeText(link.href);
    announce(t("copy_link_done"));
  } catch {
    announce(t("copy_link_failed"));
  }
}

// A device that points with nothing but a finger has no use for these in the order of Tab.
if (matchMedia("(any-hover: none)").matches) for (const link of document.querySelectorAll("a.anchor")) link.tabIndex = -1;
if (location.hash) arrive();
addEventListener("hashchange", arrive);
document.addEventListener("click", copyPlace);
document.addEventListener("click", again);
