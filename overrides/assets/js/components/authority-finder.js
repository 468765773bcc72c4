// The row of the table of authorities that the reader chooses, shown at the top; the table stays whole, in its fold.
class AuthorityFinder extends HTMLElement {
  connectedCallback() {
    const [select, facts] = ["select", "[role=status]"].map((part) => this.querySelector(part));
    const rows = [...document.querySelectorAll(".authorities tbody tr")];
    select.append(...rows.map(({ id, cells: [place] }) => new Option(place.textContent, id)));
    select.addEventListener("change", () => facts.replaceChildren(...rows.filter(({ id }) => id === select.value).map(this.facts)));
  }

  facts({ cells: [, ...cells] }) {
    const list = document.createElement("dl");
    list.className = "facts";
    for (const cell of cells) {
      const name = document.createElement("dt"), value = document.createElement("dd"), pair = document.createElement("div");
      name.textContent = cell.dataset.label;
      value.append(...cell.cloneNode(true).childNodes);
      pair.append(name, value);
      list.append(pair);
    }
    return list;
  }
}

customElements.define("authority-finder", AuthorityFinder);
