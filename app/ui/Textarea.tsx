import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";
import { Field, type FieldProps } from "./Field";

export type TextareaProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"textarea">, keyof FieldProps> & { after?: ReactNode };

/** Several lines of text with their label. Every other attribute of `<textarea>` is passed on. */
export function Textarea({
  id,
  name,
  label,
  labelSize,
  labelClassName,
  pageHeading,
  hint,
  error,
  describedBy,
  group,
  className,
  after,
  ...rest
}: TextareaProps) {
  const own = id ?? name;
  return (
    <Field
      {...{ label, labelSize, labelClassName, pageHeading, hint, error, describedBy, group, after }}
      id={own}
    >
      {(ids) => (
        <textarea
          rows={5}
          {...rest}
          className={classes("govuk-textarea", error && "govuk-textarea--error", className)}
          id={own}
          name={name}
          aria-describedby={ids}
        />
      )}
    </Field>
  );
}
