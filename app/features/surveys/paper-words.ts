import type { BatchStanding } from "./batch";

/** Where a batch stands, and the colour of its tag. */
export const BATCH_WORDS = {
  printed: { text: "Printed", colour: "grey" },
  coming_in: { text: "Coming in", colour: "yellow" },
  typed: { text: "Typed", colour: "blue" },
  checked: { text: "Checked", colour: "green" },
} as const satisfies Readonly<Record<BatchStanding, { text: string; colour: string }>>;

/** What a sheet's state is called. */
export const SHEET_STATE_WORDS = {
  printed: { text: "Not back yet", colour: "grey" },
  typed: { text: "Typed", colour: "blue" },
  differs: { text: "Two typings differ", colour: "orange" },
  checked: { text: "Typed twice", colour: "green" },
} as const;

/** "1 sheet", "12 sheets". */
export const sheetsWords = (n: number) => `${n.toLocaleString("en-GB")} ${n === 1 ? "sheet" : "sheets"}`;
