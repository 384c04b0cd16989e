import { putSearchEntry } from "~/db/search.server";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import { findDecisionRow } from "./read-decisions.server";

/** Brings what can be found by words in step with one decision, inside the write that changed it. */
export async function indexDecision(ctx: Ctx, id: string): Promise<void> {
  const decision = await findDecisionRow(ctx, id);
  if (!decision) throw new Error("There is no such decision.");
  const { question, background, options, decider, outcome, reasons, slug, dueDay } = decision;
  await putSearchEntry(ctx.db, {
    kind: "decision",
    subjectId: id,
    title: question,
    summary: (outcome ?? background).slice(0, 300),
    path: `/decisions/${slug}`,
    text: [background, ...options, decider, outcome, reasons].filter(Boolean).join(" "),
    at: startOfDay(new Date(`${decision.decidedDay ?? dueDay}T12:00:00Z`)),
  });
}
