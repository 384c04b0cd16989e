import { activities, consultations } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { slugOf, untaken } from "~/platform/slugs";
import { may } from "./may";
import { NOT_YOURS, prepareActivity } from "./prepare-activity.server";
import { isActivitySlug } from "./read-staff.server";
import { isFormal, TAKEN_WORDS } from "./rules";

/**
 * Writes an activity into a plan, as a draft that only staff see. Its slug comes from the title (or from
 * `slug`, where a loader has one) and stays for ever. Refuses a neighbourhood that is not the organiser's.
 */
export async function createActivity(
  ctx: Ctx,
  { typed, slug: wanted }: { typed: unknown; slug?: string },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid">> {
  const prepared = await prepareActivity(ctx, typed);
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  return write(ctx, { locks: ["engagement-slugs"] }, async (ctx) => {
    if (!may.edit(ctx.actor, facts)) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
    }
    const id = newId();
    const slug = await untaken(
      slugOf(wanted ?? facts.title, "activity"),
      async (one) => TAKEN_WORDS.includes(one) || (await isActivitySlug(ctx, one)),
    );
    await ctx.db.insert(activities).values({ ...facts, id, slug, state: "draft", createdAt: ctx.now });
    if (isFormal(facts)) await ctx.db.insert(consultations).values({ activityId: id });
    await audit(ctx, "engagement.activity_created", { kind: "activity", id }, { kind: facts.kind });
    return { ok: true, id, slug };
  });
}
