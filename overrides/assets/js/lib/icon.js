// An icon, of its path: the build puts it in place of a name from the sets that templates draw from.
export function icon(path) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg"), shape = document.createElementNS(drawing.namespaceURI, "path");
  for (const [name, value] of [["class", "icon"], ["viewBox", "0 0 24 24"], ["aria-hidden", true]]) drawing.setAttribute(name, value);
  shape.setAttribute("d", path);
  drawing.append(shape);
  return drawing;
}
