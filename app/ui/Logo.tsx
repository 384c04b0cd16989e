import { Mosaic } from "./Mosaic";
import type { Cell } from "./tile-shapes";

/** The four tiles of the mark; the icons in `public/` are drawn from the same ones. */
export const logoCells: readonly Cell[] = [
  { column: 0, row: 0, kind: "house", ground: "#0e4a3c", front: "#ffb81f" },
  { column: 1, row: 0, kind: "quarter", turn: 3, ground: "#f7b5bd", front: "#a63a1c" },
  { column: 0, row: 1, kind: "leaf", turn: 1, ground: "#ffb81f", front: "#0e4a3c" },
  { column: 1, row: 1, kind: "talk", ground: "#14507d", front: "#fff8ea" },
];

const logo = <Mosaic cells={logoCells} columns={2} rows={2} className="rh-logo__mark" />;

/** The mark without words; the name stands beside it as text. */
export function Logo() {
  return logo;
}
