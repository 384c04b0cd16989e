import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";

/** A note set apart from the text around it. */
export function InsetText({ className, ...rest }: ComponentPropsWithoutRef<"div">) {
  return <div {...rest} className={classes("govuk-inset-text", className)} />;
}
