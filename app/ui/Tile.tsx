import type { ReactElement } from "react";
import { Mosaic } from "./Mosaic";
import { type Palette, palettes } from "./palettes";
import type { TileKind } from "./tile-shapes";

/** Which of a palette's colours lie behind and before: deep, light, pale or bright ground, or bright on deep. */
export type TileTone = "deep" | "light" | "pale" | "bright" | "vivid";

const CREAM = "#fff8ea";

function inks(palette: Palette, tone: TileTone) {
  const [deep, light, pale, bright] = palettes[palette];
  if (tone === "light") return { ground: light, front: deep, third: pale };
  if (tone === "pale") return { ground: pale, front: deep, third: bright };
  if (tone === "bright") return { ground: bright, front: CREAM, third: deep };
  if (tone === "vivid") return { ground: deep, front: bright, third: CREAM };
  return { ground: deep, front: light, third: pale };
}

type TileProps = { kind: TileKind; palette?: Palette; tone?: TileTone; turn?: 0 | 1 | 2 | 3 };

const drawn = new Map<string, ReactElement>();

/** One tile as a small decorative picture beside words. */
export function Tile({ kind, palette = "green", tone = "deep", turn = 0 }: TileProps) {
  const key = `${kind} ${palette} ${tone} ${turn}`;
  const known = drawn.get(key);
  if (known) return known;
  const cells = [{ column: 0, row: 0, kind, turn, ...inks(palette, tone) }];
  const tile = <Mosaic cells={cells} columns={1} rows={1} className="rh-tile" />;
  drawn.set(key, tile);
  return tile;
}
