// A page that the browser kept in its memory comes back as it was left: the menu by which the reader left, and open evidence, are closed.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) for (const part of document.querySelectorAll("[popover]")) if (part.popover) part.hidePopover();
});
