import { dropSearchEntry, putSearchEntry } from "~/db/search.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import { findActivityRow } from "./read.server";
import { isForStaff } from "./rules";

/**
 * Brings what can be found by words in step with one activity, inside the write that changed it. Drafts
 * and what is for staff are taken out; a cancelled one stays and says so.
 */
export async function indexActivity(ctx: Ctx, id: string): Promise<void> {
  const activity = await findActivityRow(ctx, { id });
  if (!activity || activity.state === "draft" || isForStaff(activity)) {
    await dropSearchEntry(ctx.db, "activity", id);
    return;
  }
  const cancelled = activity.state === "cancelled" ? "Cancelled. " : "";
  const near = (await listNeighbourhoods(ctx)).find((one) => one.id === activity.neighbourhoodId);
  const text = [
    near?.name,
    ...(near?.aliases ?? []),
    activity.audience,
    activity.decisionAtStake,
    activity.canChange,
    activity.cannotChange,
    activity.whatHappened,
  ];
  await putSearchEntry(ctx.db, {
    kind: "activity",
    subjectId: id,
    title: activity.title,
    summary: `${cancelled}${activity.summary}`,
    path: `/engagement/${activity.slug}`,
    text: text.filter(Boolean).join(" "),
    at: startOfDay(new Date(`${activity.opensDay}T12:00:00Z`)),
  });
}
