import type { Typed } from "~/ui/typed";

const one = (typed: Typed, name: string): string => [typed[name] ?? ""].flat()[0] ?? "";

/** What was ticked and written for each need, as the verb takes it; needs without an answer are left out. */
export function outcomesTyped(typed: Typed, ids: readonly string[]) {
  return {
    outcomes: ids.flatMap((id) => {
      const outcome = one(typed, `outcome-${id}`);
      return outcome ? [{ id, outcome, reason: one(typed, `reason-${id}`) }] : [];
    }),
  };
}

/** The verb's problems beside the field of each need. */
export function outcomeProblems(fields: Record<string, string[]> = {}): Record<string, string[]> {
  const missing = (fields.outcomes ?? []).filter((name) => name.startsWith("reason-"));
  if (missing.length === 0) return fields;
  return Object.fromEntries(missing.map((name) => [name, ["Say why, in words that the person will read"]]));
}
