import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { clashesOf } from "./elections";
import { missingToDecide, missingToOpen } from "./gate";
import { type ActivitySeen, getPeriods, listElections } from "./read.server";
import { daysOpen } from "./rules";
import { counted } from "./staff-words";

/** What an activity lacks to open and to be decided as it stands now, and what of it falls before an election. */
export async function getChecklist(ctx: Ctx, { activity, consultation }: ActivitySeen) {
  const today = dayOf(ctx.now);
  const isToOpen = activity.state === "draft" || activity.state === "planned";
  const openedOn = activity.openedAt ? dayOf(activity.openedAt) : today;
  const days = { ...activity, decisionDay: consultation?.decisionDay };
  return {
    toOpen: isToOpen ? missingToOpen(activity, consultation, await getPeriods(ctx), today) : [],
    toDecide: consultation ? missingToDecide(activity, consultation, today) : [],
    clashes: clashesOf(days, await listElections(ctx)),
    daysOpen: counted(daysOpen(activity, openedOn), "day", "days"),
  };
}
