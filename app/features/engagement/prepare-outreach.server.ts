import type { outreachEntries } from "~/db/tables/engagement";
import { findNeighbourhood } from "~/features/places/read.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { findActivityChoice } from "./read-staff.server";
import { fieldsOf, outreachForm } from "./schema";

/** What the form says about a visit, with ids in place of what was chosen. */
export type OutreachFacts = Omit<typeof outreachEntries.$inferSelect, "id" | "createdAt">;

/** What a neighbourhood's own staff are told when they choose a place that is not theirs. */
export const NOT_YOURS = "Choose a neighbourhood that you work in";

/** Checks the form of a visit and looks up what it names, before any write begins. */
export async function prepareOutreach(
  ctx: Ctx,
  typed: unknown,
): Promise<{ ok: true; facts: OutreachFacts } | Refusal<"invalid">> {
  const parsed = outreachForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood, activity, ...form } = parsed.data;
  const today = dayOf(ctx.now);
  const found = {
    neighbourhood: neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null,
    activity: activity ? await findActivityChoice(ctx, activity) : null,
  };
  const fields: Record<string, string[]> = {};
  if (form.day > today) fields.day = ["Write a visit down once it has been made"];
  if (neighbourhood && !found.neighbourhood) fields.neighbourhood = ["Choose a neighbourhood from the list"];
  if (activity && !found.activity) fields.activity = ["Choose an activity from the list"];
  if (form.followedUpDay && form.followedUpDay > today) {
    fields.followedUpDay = ["Write it down once it has been done"];
  }
  if (Object.keys(fields).length > 0) return { ok: false, reason: "invalid", fields };
  return {
    ok: true,
    facts: { ...form, neighbourhoodId: found.neighbourhood?.id ?? null, activityId: found.activity },
  };
}
