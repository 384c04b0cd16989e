import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";
import { useWords } from "./words";

/** What happens if something is done, or not done. */
export function WarningText({ className, children, ...rest }: ComponentPropsWithoutRef<"div">) {
  const word = useWords();
  return (
    <div {...rest} className={classes("govuk-warning-text", className)}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{word("warning")}</span> {children}
      </strong>
    </div>
  );
}
