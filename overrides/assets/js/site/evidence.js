import { announce } from "../lib/announce.js";
import { element } from "../lib/element.js";

// The evidence that a mark opens. The style sheet places it below or above the sentence where the browser can; on a narrow screen, and
// where that went wrong, it is a sheet at the foot of the window. The page then moves, so that the end of the sentence stays in sight.
// What the page of a statement says is fetched from there.
const NARROW = matchMedia("(max-width: 39.99rem)"), GAP = 8; // px
let mark;

function lastLine() {
  const words = document.createRange();
  words.selectNodeContents(mark.parentNode.parentNode);
  words.setEndBefore(mark.parentNode);
  const above = [...words.getClientRects()].at(-1), own = mark.getBoundingClientRect();
  return above ? { top: Math.min(above.top, own.top), bottom: Math.max(above.bottom, own.bottom) } : own;
}

function keepInSight(foot) {
  const { top, bottom } = lastLine(), hidden = bottom + GAP - foot;
  if (hidden > 0 || top < GAP) scrollBy({ top: hidden > 0 ? hidden : top - GAP, behavior: "instant" });
}

function misplaced(box) {
  const { top, bottom } = lastLine();
  return box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth || (box.top < bottom && box.bottom > top);
}

const sizes = new ResizeObserver(([{ target }]) => {
  if (!target.matches(":popover-open")) return;
  if (!("sheet" in target.dataset)) {
    keepInSight(innerHeight);
    if (misplaced(target.getBoundingClientRect())) target.dataset.sheet = "";
  }
  if ("sheet" in target.dataset) {
    const { top, height } = target.getBoundingClientRect();
    keepInSight(top);
    const hidden = lastLine().bottom + GAP - top; // where the page ends and scrolls no further
    if (hidden > 0) target.style.maxHeight = `${height - hidden}px`;
  }
});

function bringRecord(note) {
  const link = note.querySelector(".evidence-more"), asked = new XMLHttpRequest(); // it makes a document, which no policy forbids
  note.dataset.asked = "";
  asked.responseType = "document";
  asked.open("GET", link.href);
  asked.onload = () => {
    const said = (name) => asked.response?.querySelector(name);
    if (!said(".fact-citation")) return;
    note.prepend(element("p", { class: "evidence-statement" }, said("h1").textContent));
    const actions = element("p", {}, copyButton(said(".fact-citation").textContent), link);
    const sources = document.importNode(said(".fact-sources"), true);
    for (const link of sources.querySelectorAll(".edit")) link.remove();
    note.append(actions, sources);
  };
  asked.onerror = () => delete note.dataset.asked;
  asked.send();
}

function copyButton(text) {
  const button = element("button", { type: "button", class: "quiet" }, t("evidence_copy"));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = t("evidence_copied");
      announce(t("evidence_copied"));
    } catch {
      // The browser refuses: the text, chosen, so that one key copies it.
      const shown = element("p", {}, text);
      button.replaceWith(shown);
      getSelection().selectAllChildren(shown);
    }
  });
  return button;
}

function follow(event) {
  const panel = event.target;
  if (!mark || !panel.matches?.(".evidence-item")) return;
  const opens = event.newState === "open";
  if (event.type === "beforetoggle" && opens) {
    panel.toggleAttribute("data-sheet", NARROW.matches);
    panel.style.maxHeight = "";
    panel.tabIndex = -1;
    panel.setAttribute("role", "group"); // a dialog would be read out whole
    panel.setAttribute("aria-label", mark.getAttribute("aria-label"));
    panel.querySelectorAll(".evidence-claim:not([data-asked])").forEach(bringRecord);
    sizes.observe(panel);
  } else if (opens) {
    panel.focus({ preventScroll: true }); // its name is heard; Escape leads back to the mark
  } else {
    sizes.unobserve(panel);
  }
  mark.toggleAttribute("data-open", opens);
}

document.addEventListener("click", ({ target }) => {
  const pressed = target.closest?.(".cite button");
  if (!pressed) return;
  mark?.removeAttribute("data-open");
  mark = pressed;
}, true);
for (const name of ["beforetoggle", "toggle"]) document.addEventListener(name, follow, true);
