// Browsers of before 2024 may not know popovers. The menu is a list then, which its button shows and hides; evidence stands at the
// foot of the page, where a mark leads to its note and the browser's own Back leads back.
function replacePopovers(menu, button) {
  const show = (on) => {
    menu.hidden = !on;
    button.setAttribute("aria-expanded", on);
  };
  button.addEventListener("click", () => show(menu.hidden));
  document.addEventListener("click", (event) => {
    const note = event.target.closest?.(".cite button")?.getAttribute("popovertarget");
    if (note) location.hash = note;
  });
  addEventListener("pageshow", ({ persisted }) => persisted && show(false));
  show(false);
}

if (!("popover" in HTMLElement.prototype)) replacePopovers(document.getElementById("menu"), document.querySelector(".menu-open"));
