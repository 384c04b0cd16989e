import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";

/** The first stop of the keyboard on every page. */
export function SkipLink({ className, children, ...rest }: ComponentPropsWithoutRef<"a">) {
  return (
    <a {...rest} className={classes("govuk-skip-link", className)} data-module="govuk-skip-link">
      {children}
    </a>
  );
}
