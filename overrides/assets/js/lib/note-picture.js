// A note as a picture, black on white: the first line small above the others, which are broken where they must be.
const NOTE_WIDTH = 1200, NOTE_MARGIN = 80, NOTE_SIZES = [30, 54, 30];

export function notePicture(lines) {
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
  const font = (size) => { pen.font = `${size > 40 ? 700 : 400} ${size}px ${getComputedStyle(document.body).fontFamily}`; };
  const rows = lines.flatMap((text, index) => {
    const size = NOTE_SIZES[index];
    font(size);
    return brokenText(text, (part) => pen.measureText(part).width <= NOTE_WIDTH - 2 * NOTE_MARGIN).map((row, place) => ({ row, size, first: !place }));
  });
  const step = ({ size, first }) => size * 1.35 + (first ? 36 : 0);
  canvas.width = NOTE_WIDTH;
  canvas.height = rows.reduce((height, row) => height + step(row), 2 * NOTE_MARGIN);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  let y = NOTE_MARGIN - 24;
  for (const row of rows) {
    font(row.size);
    pen.fillText(row.row, NOTE_MARGIN, (y += step(row)));
  }
  pen.lineWidth = 4;
  pen.strokeRect(24, 24, canvas.width - 48, canvas.height - 48);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

// `text` in rows for each of which `fits` says yes: broken at a space, and inside an address that is longer than a row.
function brokenText(text, fits) {
  const rows = [""];
  for (const word of text.split(/(?<= )/)) {
    if (fits(rows.at(-1) + word.trimEnd())) rows[rows.length - 1] += word;
    else {
      rows.push("");
      for (const sign of word) {
        if (!fits(rows.at(-1) + sign)) rows.push("");
        rows[rows.length - 1] += sign;
      }
    }
  }
  return rows.filter(Boolean);
}
