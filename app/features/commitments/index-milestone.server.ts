import { putSearchEntry } from "~/db/search.server";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import { findMilestoneById } from "./read-milestones.server";

/** Brings what can be found by words in step with one milestone. Inside the write that changed it. */
export async function indexMilestone(ctx: Ctx, id: string): Promise<void> {
  const row = await findMilestoneById(ctx, id);
  if (!row) return;
  await putSearchEntry(ctx.db, {
    kind: "milestone",
    subjectId: id,
    title: row.title,
    summary: `Milestone of ${row.plan}, ${row.phase}.`,
    path: `/milestones/${row.slug}`,
    text: [row.title, row.condition, row.learningNeeded, row.effectOnPartners].filter(Boolean).join(" "),
    at: startOfDay(new Date(`${row.baselineFrom}T12:00:00Z`)),
  });
}
