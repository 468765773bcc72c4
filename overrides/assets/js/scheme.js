// Runs before the first paint, so that the colours a reader chose never flash. Says too that scripts run: the style sheet
// then keeps room for the buttons that need one. A browser may refuse storage: the page follows the system.
document.documentElement.dataset.js = "";
if (navigator.share) document.documentElement.dataset.share = "";
try {
  const chosen = localStorage.getItem("guide.scheme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
} catch {}
