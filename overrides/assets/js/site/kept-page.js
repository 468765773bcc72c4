// The menu and evidence that are open are closed on a page that the browser kept in its memory and that comes back as it was left, and
// on paper, where they would stand over the first lines.
function closeAll() {
  for (const part of document.querySelectorAll("[popover]")) if (part.popover) part.hidePopover();
}

addEventListener("pageshow", ({ persisted }) => { if (persisted) closeAll(); });
addEventListener("beforeprint", closeAll);
