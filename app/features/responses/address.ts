import type { Kind } from "./rules";

/** What the public list is narrowed to, as its address says it. */
export type Chosen = { kind: Kind | ""; neighbourhood: string; theme: string };

/** The address of the public list, narrowed so, and after an entry. */
export function responsesAddress(chosen: Partial<Chosen>, after?: string | null): string {
  const query = new URLSearchParams();
  for (const name of ["kind", "neighbourhood", "theme"] as const) {
    if (chosen[name]) query.set(name, chosen[name]);
  }
  if (after) query.set("after", after);
  const tail = query.toString();
  return `/you-said-we-did${tail && `?${tail}`}`;
}
