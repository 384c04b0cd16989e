import type { Passed, Published, Shown } from "~/db/tables/figures";
import { isFew, ORDINARY, rounded, type Terms } from "./rules";

/** Marks what is worked out from published numbers alone as passed. For this room only: a check sees to it. */
export function passed<T extends object>(value: T): T & Passed {
  return value as T & Passed;
}

const count = (text: string, value: number | null, shown: Shown): Published => passed({ text, value, shown });

/** Stands for a number that is too small to show. */
export const FEW = count("*", null, "few");
/** Stands for a larger number without which a star beside it could be worked out. */
export const KEPT = count("**", null, "kept");

/** One number of people as it is shown on these terms when nothing beside it gives it away. */
export function publishCount(people: number, terms: Terms = ORDINARY): Published {
  if (isFew(people, terms)) return FEW;
  return shownAs(rounded(people), "rounded");
}

/** A number as it is shown, exact or already rounded. For files of this room that have made sure of it. */
export function shownAs(value: number, shown: "rounded" | "exact"): Published {
  return count(value.toLocaleString("en-GB"), value, shown);
}
