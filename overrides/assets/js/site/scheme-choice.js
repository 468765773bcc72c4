import { recall, remember } from "../lib/storage.js";

// The three choices of colours. scheme.js applies them to the pages opened afterwards; a page the browser kept in its memory,
// or one open in another tab, follows here.
function followSchemeChoice(choices) {
  const draw = () => {
    const chosen = recall("scheme") ?? "system";
    for (const choice of choices) choice.checked = choice.value === chosen;
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
    else delete document.documentElement.dataset.scheme;
  };
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      remember("scheme", choice.value === "system" ? null : choice.value);
      draw();
    });
  }
  addEventListener("pageshow", draw);
  addEventListener("storage", draw);
  draw();
}

// With or without the marks of sources, kept and followed like the colours.
function followSourcesChoice(box) {
  const draw = () => {
    box.checked = recall("sources") !== "off";
    if (box.checked) delete document.documentElement.dataset.sources;
    else document.documentElement.dataset.sources = "off";
  };
  box.addEventListener("change", () => {
    remember("sources", box.checked ? null : "off");
    draw();
  });
  addEventListener("pageshow", draw);
  addEventListener("storage", draw);
  draw();
}

followSchemeChoice(document.querySelectorAll("#scheme [name=scheme]"));
followSourcesChoice(document.querySelector("#scheme [name=sources]"));
