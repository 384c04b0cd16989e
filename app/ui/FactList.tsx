import type { ReactNode } from "react";
import type { Palette } from "./palettes";
import { Tile, type TileTone } from "./Tile";
import type { TileKind } from "./tile-shapes";

type Fact = { term: ReactNode; detail: ReactNode; icon: TileKind };

const tones: readonly TileTone[] = ["deep", "light", "pale", "bright"];

/** The few facts that decide whether to come, each with a tile. */
export function FactList({ items, palette = "green" }: { items: readonly Fact[]; palette?: Palette }) {
  return (
    <dl className="rh-facts">
      {items.map(({ term, detail, icon }, at) => (
        <div key={icon}>
          <dt>
            <Tile kind={icon} palette={palette} tone={tones[at % tones.length]} />
            {term}
          </dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
