import type { ReactNode } from "react";
import { Tile } from "./Tile";
import type { TileKind } from "./tile-shapes";

type EmptyStateProps = { title: ReactNode; children?: ReactNode; icon?: TileKind; headingLevel?: 2 | 3 };

/** Stands where a list would be: what is not there, why, and what to do. */
export function EmptyState({ title, children, icon = "leaf", headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="rh-empty">
      <Tile kind={icon} tone="pale" />
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}
