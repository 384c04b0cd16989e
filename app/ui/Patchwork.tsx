import { Mosaic } from "./Mosaic";
import type { Cell, TileKind } from "./tile-shapes";

const ink = {
  green: "#0e4a3c",
  night: "#0a332a",
  sun: "#ffb81f",
  mint: "#bfe0c9",
  grass: "#57a773",
  rose: "#f7b5bd",
  poppy: "#ee7550",
  brick: "#a63a1c",
  sky: "#9fd3ee",
  blue: "#14507d",
  lilac: "#cdb5ea",
  plum: "#5b2f73",
  cream: "#fff8ea",
} as const;

type Ink = keyof typeof ink;
type Patch = readonly [kind: TileKind, turn: number, ground: Ink, front: Ink, third?: Ink];

const COLUMNS = 5;

const patches: readonly Patch[] = [
  ["quarter", 2, "sun", "green"],
  ["house", 0, "sky", "blue"],
  ["leaf", 1, "mint", "green"],
  ["quarter", 3, "rose", "brick"],
  ["sun", 0, "blue", "sun"],
  ["people", 0, "cream", "poppy", "green"],
  ["rings", 1, "green", "sun", "green"],
  ["terrace", 0, "rose", "brick", "poppy"],
  ["dot", 0, "sun", "plum"],
  ["leaf", 0, "grass", "night"],
  ["triangle", 1, "lilac", "plum"],
  ["talk", 0, "poppy", "cream"],
  ["wave", 0, "blue", "sky"],
  ["house", 0, "mint", "green"],
  ["half", 1, "rose", "poppy", "brick"],
  ["half", 0, "sky", "blue", "cream"],
  ["leaf", 1, "cream", "grass"],
  ["people", 0, "plum", "lilac", "sun"],
  ["rings", 3, "brick", "sun", "brick"],
  ["quarter", 0, "green", "mint"],
];

const cells: readonly Cell[] = patches.map(([kind, turn, ground, front, third], at) => ({
  column: at % COLUMNS,
  row: Math.floor(at / COLUMNS),
  kind,
  turn,
  ground: ink[ground],
  front: ink[front],
  third: third && ink[third],
}));

const patchwork = (
  <Mosaic
    cells={cells}
    columns={COLUMNS}
    rows={patches.length / COLUMNS}
    className="rh-patchwork"
    fit="slice"
  />
);

/** The borough as a patchwork of twenty tiles, for the top of the first page. */
export function Patchwork() {
  return patchwork;
}
