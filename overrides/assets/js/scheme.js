// Runs before the first paint, so that the colours a reader chose, and marks of sources out of sight, never flash. Says too that scripts run: the style sheet
// then keeps room for the buttons that need one. A browser may refuse storage: the page follows the system.
{
  const page = document.documentElement.dataset, PATIENCE = 4000; // ms
  page.js = "";
  if (navigator.share) page.share = "";
  try {
    // As lib/storage.js keeps it: for this copy of the guide, or for all of them in times before.
    const own = (name) => localStorage.getItem(`guide:${new URL("..", document.currentScript.src).pathname}:${name}`);
    const chosen = own("scheme") ?? (own("taken-over") ? null : localStorage.getItem("guide.scheme"));
    if (chosen === "light" || chosen === "dark") page.scheme = chosen;
    if (localStorage.getItem("guide.sources") === "off") page.sources = "off";
  } catch {}

  // Where a module does not come, or takes long to, the page is what it is without scripts. This event waits for all of them.
  let missing = false;
  const late = setTimeout(() => delete page.js, PATIENCE);
  addEventListener("error", ({ target }) => {
    if (target.type === "module") missing = delete page.js;
  }, true);
  addEventListener("DOMContentLoaded", () => {
    clearTimeout(late);
    if (!missing) page.js = "";
  });
}
