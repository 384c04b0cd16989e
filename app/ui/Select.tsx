import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";
import { Field, type FieldProps } from "./Field";

type Option = { text: string; value?: string; disabled?: boolean; lang?: string };

type SelectProps = FieldProps &
  Omit<ComponentPropsWithoutRef<"select">, keyof FieldProps | "children"> & { items: readonly Option[] };

/** One choice out of more than about eight; for fewer use Radios. */
export function Select({
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
  items,
  className,
  ...rest
}: SelectProps) {
  const own = id ?? name;
  return (
    <Field {...{ label, labelSize, labelClassName, pageHeading, hint, error, describedBy, group }} id={own}>
      {(ids) => (
        <select
          {...rest}
          className={classes("govuk-select", className, error && "govuk-select--error")}
          id={own}
          name={name}
          aria-describedby={ids}
        >
          {items.map(({ text, ...option }) => (
            <option key={option.value ?? text} {...option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
