import type { ReactNode } from "react";
import { classes } from "./classes";

type SectionProps = { children: ReactNode; id?: string; tone?: "mint"; tight?: boolean };

/** A band of the page with the page's width inside it. */
export function Section({ children, id, tone, tight }: SectionProps) {
  return (
    <div
      id={id}
      className={classes("rh-section", tone && `rh-section--${tone}`, tight && "rh-section--tight")}
    >
      <div className="rh-wrap">{children}</div>
    </div>
  );
}
