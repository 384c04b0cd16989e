import type { AppraisalSeen, CriterionRow, OptionRow, SettledRow } from "./read.server";

/** What pages that anyone may read know of an appraisal: never the code on the wall, and a result once it is published. */
export function shownAppraisal({ appraisal, neighbourhood }: AppraisalSeen) {
  const { roomCode: _code, result, id: _id, decisionId: _decision, ...rest } = appraisal;
  return { ...rest, result: appraisal.state === "published" ? result : null, neighbourhood };
}

/** An appraisal as pages that anyone may read show it. */
export type AppraisalShown = ReturnType<typeof shownAppraisal>;

/** An option as pages show it. */
export type OptionShown = Omit<OptionRow, "appraisalId">;
/** A criterion as pages show it. */
export type CriterionShown = Omit<CriterionRow, "appraisalId">;
/** A decision after an appraisal as pages show it. */
export type SettledShown = Omit<SettledRow, "appraisalId">;

/** Options and criteria without what belongs to the database. */
export function shownParts<T extends { appraisalId: string }>(rows: readonly T[]): Omit<T, "appraisalId">[] {
  return rows.map(({ appraisalId: _appraisal, ...rest }) => rest);
}
