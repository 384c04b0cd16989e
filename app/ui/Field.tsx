import type { ReactElement, ReactNode } from "react";
import { ErrorMessage } from "./ErrorMessage";
import { FormGroup } from "./FormGroup";
import { Hint } from "./Hint";
import { Label, type LabelSize } from "./Label";

/** What every field that takes text has in common. */
export type FieldProps = {
  /** Defaults to `name`; the error summary links to it. */
  id?: string;
  name: string;
  label: ReactNode;
  labelSize?: LabelSize;
  labelClassName?: string;
  pageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  /** Id of further text that describes the field. */
  describedBy?: string;
  /** Class and data attributes of the group around the field. */
  group?: { className?: string; [data: `data-${string}`]: string | number };
};

type FieldFrameProps = Omit<FieldProps, "name" | "id"> & {
  id: string;
  children: (describedBy: string | undefined) => ReactElement;
  after?: ReactNode;
};

/** Label, hint and message around one field, which is told the ids that describe it. */
export function Field({
  id,
  label,
  labelSize,
  labelClassName,
  pageHeading,
  hint,
  error,
  describedBy,
  group,
  children,
  after,
}: FieldFrameProps) {
  const ids = [describedBy, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return (
    <FormGroup invalid={Boolean(error)} {...group}>
      <Label htmlFor={id} size={labelSize} className={labelClassName} pageHeading={pageHeading}>
        {label}
      </Label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children(ids.join(" ") || undefined)}
      {after}
    </FormGroup>
  );
}
