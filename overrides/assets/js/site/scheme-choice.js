import { element } from "../lib/element.js";
import { icon } from "../lib/icon.js";
import { recall, remember } from "../lib/storage.js";

// What the button in the header opens, drawn here: without a script it has no use.
function drawChoices(place) {
  const button = place.querySelector("button"), choice = (type, name, value, words) => element("label", {}, element("input", { type, name, value }), ` ${words}`);
  button.querySelector("i").replaceWith(icon("material-circle-half-full"));
  button.setAttribute("popovertarget", "scheme");
  place.append(element("div", { id: "scheme", popover: "" },
    element("fieldset", {}, element("legend", {}, t("scheme_label")), choice("radio", "scheme", "system", t("scheme_system")),
      choice("radio", "scheme", "light", t("scheme_light")), choice("radio", "scheme", "dark", t("scheme_dark"))),
    choice("checkbox", "sources", "on", t("sources_shown"))));
}

// A choice of how pages look: colours, marks of sources. scheme.js applies it to the pages opened afterwards; a page the browser kept
// in its memory, or one open in another tab, follows here. Nothing is kept of what is `usual`.
function followChoice(name, usual, others) {
  const boxes = document.querySelectorAll(`#scheme [name=${name}]`), page = document.documentElement.dataset;
  const draw = () => {
    const kept = others.find((value) => value === recall(name));
    for (const box of boxes) box.checked = box.value === (kept ?? usual);
    if (kept) page[name] = kept;
    else delete page[name];
  };
  const keep = ({ target: { checked, value } }) => {
    const chosen = checked ? value : "off";
    remember(name, chosen === usual ? null : chosen);
    draw();
  };
  for (const box of boxes) box.addEventListener("change", keep);
  for (const type of ["pageshow", "storage"]) addEventListener(type, draw);
  draw();
}

drawChoices(document.querySelector(".scheme"));
followChoice("scheme", "system", ["light", "dark"]);
followChoice("sources", "on", ["off"]);
