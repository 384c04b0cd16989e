import { Worker } from "node:worker_threads";
import workerSource from "./spreadsheet-worker.cjs?raw";

/** One sheet of a workbook: its name, and its cells as text, row by row. Empty cells are "". */
export type Sheet = { name: string; rows: string[][] };

/** What a workbook holds, or why it can't be read. `formulas`: some cells were worked out, and count as last shown. */
export type Workbook =
  | { ok: true; sheets: Sheet[]; formulas: boolean }
  | { ok: false; reason: "not_one" | "too_large" };

/** Bytes that a workbook may hold once it is unpacked. */
const MOST_UNPACKED = 16_000_000;
/** No row after this one, and no column, is read. */
const MOST_ROW = 20_000;
const MOST_COLUMNS = 300;
/** Letters of all cells together. */
const MOST_TEXT = 4_000_000;
/** Time for one workbook, with a wide margin for a busy machine. */
const LIMIT_MS = 20_000;

/**
 * Reads a workbook (.xlsx) that staff chose. A thread of its own with little memory does it, so that a file made
 * to unpack into gigabytes, or with one cell a million rows down, ends that thread and nothing else.
 */
export function readWorkbook(file: Uint8Array): Promise<Workbook> {
  const worker = new Worker(workerSource, {
    eval: true,
    workerData: {
      from: import.meta.url,
      file,
      mostUnpacked: MOST_UNPACKED,
      mostRow: MOST_ROW,
      mostColumns: MOST_COLUMNS,
      mostText: MOST_TEXT,
    },
    resourceLimits: { maxOldGenerationSizeMb: 192 },
  });
  return new Promise((resolve) => {
    const finish = (answer: Workbook) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const giveUp = () => finish({ ok: false, reason: "too_large" });
    const timer = setTimeout(giveUp, LIMIT_MS);
    worker.on("message", finish).on("error", giveUp).on("exit", giveUp);
  });
}

/** True when a file begins like a packed one, as workbooks do. */
export const looksPacked = (file: Uint8Array) => file[0] === 0x50 && file[1] === 0x4b;
