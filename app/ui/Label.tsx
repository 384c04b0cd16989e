import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";

export type LabelSize = "s" | "m" | "l" | "xl";

type LabelProps = ComponentPropsWithoutRef<"label"> & {
  size?: LabelSize;
  /** The label is the page's only question and so its heading. */
  pageHeading?: boolean;
};

/** The words that name one field. */
export function Label({ size, pageHeading, className, ...rest }: LabelProps) {
  const label = (
    // biome-ignore lint/a11y/noLabelWithoutControl: the caller names the field with htmlFor
    <label {...rest} className={classes("govuk-label", size && `govuk-label--${size}`, className)} />
  );
  return pageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
