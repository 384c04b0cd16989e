import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";
import { useWords } from "./words";

/** A link to where the person came from, above the heading; its words default to "Back". */
export function BackLink({ className, children, ...rest }: ComponentPropsWithoutRef<"a">) {
  const word = useWords();
  return (
    <a {...rest} className={classes("govuk-back-link", className)}>
      {children ?? word("back")}
    </a>
  );
}
