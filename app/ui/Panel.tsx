import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";

type PanelProps = Omit<ComponentPropsWithoutRef<"div">, "title"> & {
  title: ReactNode;
  headingLevel?: 1 | 2 | 3;
};

/** The top of a confirmation page: what was done and, as children, the reference. */
export function Panel({ title, headingLevel = 1, className, children, ...rest }: PanelProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div {...rest} className={classes("govuk-panel govuk-panel--confirmation", className)}>
      <Heading className="govuk-panel__title">{title}</Heading>
      {children && <div className="govuk-panel__body">{children}</div>}
    </div>
  );
}
