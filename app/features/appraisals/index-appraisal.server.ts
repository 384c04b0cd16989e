import { dropSearchEntry, putSearchEntry } from "~/db/search.server";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import { findAppraisalRow, findSettled, listOptions } from "./read.server";

/** Brings what can be found by words in step with one appraisal, inside the write that changed it. Drafts are not found. */
export async function indexAppraisal(ctx: Ctx, id: string): Promise<void> {
  const appraisal = await findAppraisalRow(ctx, { id });
  if (!appraisal || appraisal.state === "draft") {
    await dropSearchEntry(ctx.db, "appraisal", id);
    return;
  }
  const options = await listOptions(ctx, id);
  const settled = appraisal.state === "published" ? await findSettled(ctx, id) : null;
  const text = [
    ...options.flatMap((option) => [option.title, option.summary]),
    appraisal.place,
    settled?.decision,
    settled?.reasons,
  ];
  await putSearchEntry(ctx.db, {
    kind: "appraisal",
    subjectId: id,
    title: appraisal.question,
    summary: appraisal.summary,
    path: `/options/${appraisal.slug}`,
    text: text.filter(Boolean).join(" "),
    at: startOfDay(new Date(`${appraisal.heldDay}T12:00:00Z`)),
  });
}
