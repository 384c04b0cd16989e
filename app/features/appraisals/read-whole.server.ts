import type { Ctx } from "~/platform/context.server";
import {
  type AppraisalSeen,
  findSettled,
  listCorrections,
  listCriteria,
  listKindWeights,
  listOptions,
  listWeightChanges,
} from "./read.server";
import { findDecisionRow } from "./read-decisions.server";
import { shownAppraisal, shownParts } from "./shown";

/** Everything that the page of one appraisal shows; what is not published yet is left out. */
export async function getWhole(ctx: Ctx, seen: AppraisalSeen) {
  const { id, state, decisionId } = seen.appraisal;
  const isOut = state === "published";
  const settled = isOut ? await findSettled(ctx, id) : null;
  const decision = decisionId ? await findDecisionRow(ctx, decisionId) : null;
  return {
    shown: shownAppraisal(seen),
    options: shownParts(await listOptions(ctx, id)),
    criteria: shownParts(await listCriteria(ctx, id)),
    kindWeights: await listKindWeights(ctx, id),
    changes: (await listWeightChanges(ctx, id)).map(({ at, reason, before, after }) => ({
      at,
      reason,
      before,
      after,
    })),
    settled: settled && (shownParts([settled])[0] ?? null),
    corrections: isOut
      ? (await listCorrections(ctx, id)).map(({ at, note, before }) => ({ at, note, before }))
      : [],
    log: decision && { slug: decision.slug, dueDay: decision.dueDay },
  };
}
