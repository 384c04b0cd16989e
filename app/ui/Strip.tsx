import type { ReactElement } from "react";
import { Mosaic } from "./Mosaic";
import { type Palette, palettes } from "./palettes";
import { type Cell, dice, type TileKind } from "./tile-shapes";

const kinds: readonly TileKind[] = ["quarter", "leaf", "half", "triangle", "dot", "rings", "quarter", "leaf"];

/** The tiles of a strip: the same palette, seed and size always give the same ones. */
export function stripCells(palette: Palette, seed: number, columns: number, rows: number): Cell[] {
  const [deep, light, pale, bright] = palettes[palette];
  const roll = dice(seed);
  const cells: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const onDeep = (column + row) % 2 === 1;
      const ground = onDeep ? deep : roll(2) === 0 ? light : pale;
      const front = onDeep ? (roll(2) === 0 ? light : bright) : roll(3) === 0 ? bright : deep;
      const before = cells.at(-1)?.kind;
      let kind = kinds[roll(kinds.length)] ?? "quarter";
      if (kind === before) kind = kinds[roll(kinds.length)] ?? "leaf";
      cells.push({ column, row, kind, turn: roll(4), ground, front, third: ground === pale ? light : pale });
    }
  }
  return cells;
}

type StripProps = { palette: Palette; seed: number; columns?: number; rows?: number };

const KEPT = 500;
const drawn = new Map<string, ReactElement>();

/** The pattern of a neighbourhood, drawn from its palette and seed; fills the box it is in, cropped. */
export function Strip({ palette, seed, columns = 8, rows = 2 }: StripProps) {
  const key = `${palette} ${seed} ${columns} ${rows}`;
  const known = drawn.get(key);
  if (known) return known;
  if (drawn.size >= KEPT) drawn.clear();
  const cells = stripCells(palette, seed, columns, rows);
  const strip = <Mosaic cells={cells} columns={columns} rows={rows} className="rh-strip" fit="slice" />;
  drawn.set(key, strip);
  return strip;
}
