import { withValues } from "./fill.js";

// What a <template> holds, with values in it: {name} in texts, data-href="name" for the address of a link; an element with
// data-if="name" stays only where that value is something.
export function filledTemplate(template, values) {
  const copy = document.importNode(template.content, true);
  for (const part of copy.querySelectorAll("[data-if]")) if (!values[part.dataset.if]) part.remove();
  for (const link of copy.querySelectorAll("[data-href]")) link.href = values[link.dataset.href];
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = withValues(texts.currentNode.data, values);
  return copy;
}
