import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Palette } from "./palettes";
import { Tile } from "./Tile";
import type { TileKind } from "./tile-shapes";

type StatTone = "mint" | "sun" | "blush" | "sky";

const looks: Record<StatTone, { palette: Palette; tone: "deep" | "light" }> = {
  mint: { palette: "green", tone: "deep" },
  sun: { palette: "green", tone: "light" },
  blush: { palette: "brick", tone: "deep" },
  sky: { palette: "blue", tone: "deep" },
};

type StatTileProps = {
  number: ReactNode;
  label: ReactNode;
  /** What to compare it with. */
  note?: ReactNode;
  icon: TileKind;
  tone?: StatTone;
};

/** One number with what it counts and what to compare it with. */
export function StatTile({ number, label, note, icon, tone = "mint" }: StatTileProps) {
  return (
    <div className={classes("rh-stat", tone !== "mint" && `rh-stat--${tone}`)}>
      <Tile kind={icon} palette={looks[tone].palette} tone={looks[tone].tone} turn={1} />
      <span className="rh-stat__number">{number} </span>
      <span className="rh-stat__label">{label}</span>
      {note && <p className="rh-stat__note">{note}</p>}
    </div>
  );
}
