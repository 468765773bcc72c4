// A button that prints the page, for those who do not find it in their browser's menu.
class PrintSheet extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", () => window.print());
  }
}

customElements.define("print-sheet", PrintSheet);
