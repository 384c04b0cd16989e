import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";

/** Help with one field. Its `id` goes into the field's `aria-describedby`. */
export function Hint({ className, ...rest }: ComponentPropsWithoutRef<"div">) {
  return <div {...rest} className={classes("govuk-hint", className)} />;
}
