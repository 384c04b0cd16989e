import { fieldOf } from "./rules";

type Placed = { position: number };

/** The names of the fields in which options are scored, in the order in which they stand. */
export function scoreOrder(options: readonly Placed[], criteria: readonly Placed[]): string[] {
  const scores = options.flatMap((option) => criteria.map((criterion) => fieldOf(option, criterion)));
  return ["kind", ...scores, "first", "could"];
}
