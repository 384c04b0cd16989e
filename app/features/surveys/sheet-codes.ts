/** Letters that a code can end on: none that looks like a digit. There are 23, and 23 is prime. */
const LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** Sheets of a batch have three digits, so that a keypad types them. */
const FIRST = 100;
const LAST = 999;

/** A batch in writing: "B3". */
export const batchName = (number: number) => `B${number}`;

/**
 * The letter that a code ends on. Each digit counts with another weight, modulo a prime, so one mistyped digit
 * and two that were swapped always give another letter.
 */
export function checkLetter(batch: number, sheet: number): string {
  const digits = `${String(batch).padStart(3, "0")}${sheet}`;
  const sum = [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at + 2), 0);
  return LETTERS[sum % LETTERS.length] ?? "";
}

/** The code on a sheet: "B3-472-K". */
export const sheetCode = (batch: number, sheet: number) =>
  `${batchName(batch)}-${sheet}-${checkLetter(batch, sheet)}`;

/** Every number that a sheet can have, for `shuffled` to choose from. */
export const SHEET_NUMBERS: readonly number[] = Array.from({ length: LAST - FIRST + 1 }, (_, n) => FIRST + n);

/** A code that was typed; or what is wrong with it. */
export type TypedCode = { ok: true; code: string; batch: number } | { ok: false; why: "shape" | "letter" };

/** Reads a code as somebody types it: in small letters, without hyphens, and without its batch when that is known. */
export function readSheetCode(typed: string, batch: number | null): TypedCode {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const found = /^(?:B(\d{1,3}))?(\d{3})([A-Z])$/.exec(plain);
  const of = found?.[1] === undefined ? batch : Number(found[1]);
  if (!found || of === null || of < 1) return { ok: false, why: "shape" };
  const sheet = Number(found[2]);
  if (sheet < FIRST || found[3] !== checkLetter(of, sheet)) return { ok: false, why: "letter" };
  return { ok: true, code: sheetCode(of, sheet), batch: of };
}
