import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";

type DetailsProps = ComponentPropsWithoutRef<"details"> & { summary: ReactNode };

/** More for those who want it, opened without JavaScript and always open on paper. */
export function Details({ summary, className, children, ...rest }: DetailsProps) {
  return (
    <details {...rest} className={classes("govuk-details", className)}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
