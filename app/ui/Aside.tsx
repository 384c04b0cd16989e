import type { ReactNode } from "react";
import type { Palette } from "./palettes";
import { Strip } from "./Strip";

type AsideProps = {
  /** Names the region for those who hear the page. */
  label: string;
  children: ReactNode;
  /** With a seed, draws a strip of tiles on top. */
  palette?: Palette;
  seed?: number;
};

/** What helps beside the main matter. */
export function Aside({ label, children, palette, seed }: AsideProps) {
  return (
    <aside className="rh-aside" aria-label={label}>
      {palette && seed !== undefined && <Strip palette={palette} seed={seed} columns={6} rows={1} />}
      <div className="rh-aside__body">{children}</div>
    </aside>
  );
}
