import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";

type FormGroupProps = ComponentPropsWithoutRef<"div"> & { invalid?: boolean };

/** A field with its label, hint and message; `invalid` draws the line beside it. */
export function FormGroup({ invalid, className, ...rest }: FormGroupProps) {
  return (
    <div {...rest} className={classes("govuk-form-group", invalid && "govuk-form-group--error", className)} />
  );
}
