import type { ReactNode } from "react";
import type { Palette } from "./palettes";
import { Tile, type TileTone } from "./Tile";
import type { TileKind } from "./tile-shapes";

type IconLink = {
  href: string;
  text: string;
  note?: ReactNode;
  icon: TileKind;
  palette?: Palette;
  tone?: TileTone;
};

/** A few main ways on, each with a tile. `title` names the list for those who hear the page. */
export function IconLinks({ title, items }: { title: string; items: readonly IconLink[] }) {
  return (
    <div className="rh-wrap">
      <h2 className="govuk-visually-hidden">{title}</h2>
      <ul className="rh-icon-links">
        {items.map(({ href, text, note, icon, palette, tone }) => (
          <li key={href}>
            <Tile kind={icon} palette={palette} tone={tone} />
            <div>
              <a href={href}>{text}</a>
              {note && <span>{note}</span>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
