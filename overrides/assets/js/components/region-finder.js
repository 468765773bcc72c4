import { filledTemplate } from "../lib/template.js";

// What holds in the place the reader chooses. The site never guesses it.
class RegionFinder extends HTMLElement {
  connectedCallback() {
    const [select, facts, links] = ["#finder-place", ".finder-facts", ".finder-links"].map((part) => this.querySelector(part));
    const show = () => {
      const { region, authority, address } = select.selectedOptions[0].dataset;
      const templates = this.querySelectorAll(`template[data-region="${region}"]`);
      const values = { place: select.selectedOptions[0].text, authority, address };
      facts.replaceChildren(...(region ? [filledTemplate(templates[0], values)] : []));
      links.replaceChildren(...(region ? [filledTemplate(templates[1], values)] : []));
    };
    select.addEventListener("change", show);
    if (select.value) show();
  }
}

customElements.define("region-finder", RegionFinder);
