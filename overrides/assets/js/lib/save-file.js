// Hands the reader a file made in the page, of a text or a picture. Nothing is sent.
export function saveFile(name, type, content) {
  const link = document.createElement("a"), blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
