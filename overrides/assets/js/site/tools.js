// The page's tools are fetched once all it shows is there: its words, its colours and its pictures do not wait for them.
// Where they do not come, or take long to, the page is what it is without scripts, as scheme.js says of the other modules.
const { tools } = document.getElementById("content")?.dataset ?? {};

function fetchTools() {
  const page = document.documentElement.dataset, scripts = "js" in page, PATIENCE = 4000; // ms
  const late = setTimeout(() => delete page.js, PATIENCE);
  const done = () => {
    clearTimeout(late);
    if (scripts) page.js = "";
  };
  import(new URL(tools, location)).then(done, () => delete page.js);
}

if (tools) document.readyState === "complete" ? fetchTools() : addEventListener("load", fetchTools, { once: true });
