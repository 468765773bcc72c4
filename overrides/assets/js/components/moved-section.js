// The place of an id that was published and is elsewhere now: whoever arrives by it is led on. Without this script a renamed
// section is found all the same, its old id standing beside its heading, and one that left the page by the link shown there.
class MovedSection extends HTMLElement {
  connectedCallback() {
    addEventListener("hashchange", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  handleEvent() {
    const { to } = this.dataset;
    if (to !== undefined && location.hash.slice(1) === this.id) location.replace(to || this.querySelector("a").href);
  }
}

customElements.define("moved-section", MovedSection);
