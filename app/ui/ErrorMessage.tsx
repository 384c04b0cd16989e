import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";
import { useWords } from "./words";

/** What is wrong with one field and how to mend it, read out after the word "Error". */
export function ErrorMessage({ className, children, ...rest }: ComponentPropsWithoutRef<"p">) {
  const word = useWords();
  return (
    <p {...rest} className={classes("govuk-error-message", className)}>
      <span className="govuk-visually-hidden">{word("error")}:</span> {children}
    </p>
  );
}
