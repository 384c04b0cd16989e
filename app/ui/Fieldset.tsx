import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";
import type { LabelSize } from "./Label";

type FieldsetProps = ComponentPropsWithoutRef<"fieldset"> & {
  legend?: ReactNode;
  legendSize?: LabelSize;
  /** The legend is the page's only question and so its heading. */
  pageHeading?: boolean;
  /** Ids of the text that describes the whole group. */
  describedBy?: string;
};

/** Several fields that answer one question. */
export function Fieldset({
  legend,
  legendSize,
  pageHeading,
  describedBy,
  className,
  children,
  ...rest
}: FieldsetProps) {
  return (
    <fieldset {...rest} className={classes("govuk-fieldset", className)} aria-describedby={describedBy}>
      {legend && (
        <legend
          className={classes("govuk-fieldset__legend", legendSize && `govuk-fieldset__legend--${legendSize}`)}
        >
          {pageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
