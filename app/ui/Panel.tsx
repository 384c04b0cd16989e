import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";
import type { Palette } from "./palettes";
import { Strip } from "./Strip";

type PanelProps = Omit<ComponentPropsWithoutRef<"div">, "title"> & {
  title: ReactNode;
  headingLevel?: 1 | 2 | 3;
  /** Draws a strip of tiles above. */
  art?: { palette: Palette; seed: number };
};

/** The top of a confirmation page: what was done and, as children, the reference. */
export function Panel({ title, headingLevel = 1, art, className, children, ...rest }: PanelProps) {
  const Heading = `h${headingLevel}` as const;
  const panel = (
    <div {...rest} className={classes("govuk-panel govuk-panel--confirmation", className)}>
      <Heading className="govuk-panel__title">{title}</Heading>
      {children && <div className="govuk-panel__body">{children}</div>}
    </div>
  );
  if (!art) return panel;
  return (
    <div className="rh-panel">
      <Strip {...art} columns={20} rows={1} />
      {panel}
    </div>
  );
}
