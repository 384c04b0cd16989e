import type { ReactNode } from "react";
import { ErrorMessage } from "./ErrorMessage";
import type { FieldProps } from "./Field";
import { Fieldset } from "./Fieldset";
import { FormGroup } from "./FormGroup";
import { Hint } from "./Hint";
import type { LabelSize } from "./Label";

/** What every question with several controls has in common. */
export type GroupFieldProps = Pick<FieldProps, "hint" | "error" | "describedBy" | "group" | "pageHeading"> & {
  /** Left out only where the page's heading already asks the question. */
  legend?: ReactNode;
  legendSize?: LabelSize;
};

type GroupFrameProps = GroupFieldProps & {
  id: string;
  role?: "group";
  children: (describedBy: string | undefined) => ReactNode;
};

/** Legend, hint and message around several controls. Where there is no legend the controls themselves are told the
 * ids that describe them. */
export function GroupField({
  id,
  legend,
  legendSize,
  pageHeading,
  hint,
  error,
  describedBy,
  group,
  role,
  children,
}: GroupFrameProps) {
  const ids =
    [describedBy, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const inner = (
    <>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children(legend ? undefined : ids)}
    </>
  );
  return (
    <FormGroup invalid={Boolean(error)} {...group}>
      {legend ? (
        <Fieldset {...{ legend, legendSize, pageHeading, role }} describedBy={ids}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}
