// Runs in a worker thread of its own, so that a workbook made to fill the memory ends with the thread.
// Handed over as text and started by spreadsheet.server.ts; `workerData` says where packages are found from,
// and brings the file and the limits.
const { createRequire } = require("node:module");
const { parentPort, workerData } = require("node:worker_threads");

const requireFrom = createRequire(workerData.from);
const { strFromU8, unzipSync, zipSync } = requireFrom("fflate");
const { default: readExcel } = requireFrom("read-excel-file/universal");

const { mostUnpacked, mostRow, mostColumns, mostText } = workerData;

/** A cell's place is read before any row is made: one far away would be filled up with empty ones. */
const PLACE = /<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]*)(\d*)["']/g;
const ROW = /<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d*)["']/g;

const columnOf = (letters) => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);

function isFar(text) {
  for (const [, row] of text.matchAll(ROW)) if (Number(row) > mostRow) return true;
  for (const [, column, row] of text.matchAll(PLACE)) {
    if (Number(row) > mostRow || columnOf(column) > mostColumns) return true;
  }
  return false;
}

/** The parts of the file, unpacked into no more room than they said, and that within the limit. */
function unpacked(file) {
  let room = 0;
  return unzipSync(file, {
    filter({ name, originalSize }) {
      if (!/\.(xml|rels)$/.test(name)) return false;
      room += originalSize;
      if (room > mostUnpacked) throw new RangeError("unpacked");
      return true;
    },
  });
}

async function read(file) {
  const parts = unpacked(file);
  const texts = Object.entries(parts)
    .filter(([name]) => name.startsWith("xl/worksheets/"))
    .map(([, bytes]) => strFromU8(bytes));
  if (texts.some(isFar)) return { ok: false, reason: "too_large" };
  // Packed again without squeezing: the reader then unpacks nothing that was not measured.
  const plain = zipSync(parts, { level: 0 });
  const sheets = await readExcel(plain.buffer);
  return {
    ok: true,
    formulas: texts.some((text) => /<(?:\w+:)?f[\s/>]/.test(text)),
    sheets: sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map((cell) => textOf(cell))),
    })),
  };
}

let letters = 0;

/** Cells may share their words, so that a small file has more of them than there is room to hand over. */
function textOf(cell) {
  if (cell === null || cell === undefined) return "";
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  letters += text.length;
  if (letters > mostText) throw new RangeError("text");
  return text;
}

read(workerData.file).then(
  (answer) => parentPort.postMessage(answer),
  (error) =>
    parentPort.postMessage({ ok: false, reason: error instanceof RangeError ? "too_large" : "not_one" }),
);
