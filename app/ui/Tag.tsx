import type { ComponentPropsWithoutRef } from "react";
import { classes } from "./classes";

export type TagColour = "green" | "yellow" | "orange" | "blue" | "red" | "purple" | "grey";

type TagProps = ComponentPropsWithoutRef<"strong"> & { colour?: TagColour };

/** A state or kind in a word or two. The colour only helps; the word says it. */
export function Tag({ colour, className, ...rest }: TagProps) {
  return <strong {...rest} className={classes("govuk-tag", colour && `govuk-tag--${colour}`, className)} />;
}
