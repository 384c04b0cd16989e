import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";
import { Field, type FieldProps } from "./Field";

type TextInputProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"input">, keyof FieldProps | "width" | "prefix"> & {
    /** Room for about this many letters; left out, the field is as wide as allowed. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
    prefix?: ReactNode;
    suffix?: ReactNode;
  };

/** One line of text with its label. Every other attribute of `<input>` is passed on. */
export function TextInput({
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
  width,
  prefix,
  suffix,
  className,
  ...rest
}: TextInputProps) {
  const own = id ?? name;
  return (
    <Field {...{ label, labelSize, labelClassName, pageHeading, hint, error, describedBy, group }} id={own}>
      {(ids) => {
        const input = (
          <input
            type="text"
            {...rest}
            className={classes(
              "govuk-input",
              width && `govuk-input--width-${width}`,
              className,
              error && "govuk-input--error",
            )}
            id={own}
            name={name}
            aria-describedby={ids}
          />
        );
        return prefix || suffix ? (
          <div className="govuk-input__wrapper">
            {prefix && (
              <div className="govuk-input__prefix" aria-hidden="true">
                {prefix}
              </div>
            )}
            {input}
            {suffix && (
              <div className="govuk-input__suffix" aria-hidden="true">
                {suffix}
              </div>
            )}
          </div>
        ) : (
          input
        );
      }}
    </Field>
  );
}
