import { Choices, type ChoicesProps } from "./Choices";
import { classes } from "./classes";

type RadiosProps = ChoicesProps & { value?: string; inline?: boolean };

/** One answer out of a few. `value` is the answer given before; none is chosen beforehand. */
export function Radios({ value, inline, className, ...rest }: RadiosProps) {
  return (
    <Choices
      {...rest}
      className={classes(inline && "govuk-radios--inline", className)}
      kind={{ block: "govuk-radios", type: "radio", isChosen: (item) => item === value }}
    />
  );
}
