import { dayOf, followDay, today } from "../lib/days.js";
import { element } from "../lib/element.js";

// Says so once the day by which a fact is due again has passed. The page itself cannot know on which day it is read.
class ReviewDate extends HTMLElement {
  connectedCallback() {
    if (this.querySelector(".late") || !(today() > dayOf(this.dataset.due))) return;
    this.append(", ", element("b", { class: "late" }, t("not_reread")));
  }
}

customElements.define("review-dates", ReviewDate);
followDay(() => { for (const date of document.querySelectorAll("review-dates")) date.connectedCallback(); });
