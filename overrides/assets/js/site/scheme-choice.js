import { recall, remember } from "../lib/storage.js";

// The three choices of colours. scheme.js applies them to the pages opened afterwards.
function followSchemeChoice(fieldset) {
  const chosen = recall("scheme") ?? "system";
  for (const choice of fieldset.elements) {
    choice.checked = choice.value === chosen;
    choice.addEventListener("change", () => {
      remember("scheme", choice.value === "system" ? null : choice.value);
      if (choice.value === "system") delete document.documentElement.dataset.scheme;
      else document.documentElement.dataset.scheme = choice.value;
    });
  }
}

followSchemeChoice(document.getElementById("scheme") ?? { elements: [] });
