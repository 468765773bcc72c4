// The words that the feet of a page's steps share.
let stepTexts;

export function stepWords() {
  return (stepTexts ??= JSON.parse(document.getElementById("step-words").dataset.texts));
}
