import { appraisals } from "~/db/tables/appraisals";
import { findNeighbourhood } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { slugOf, untaken } from "~/platform/slugs";
import { may } from "./may";
import { findAppraisalRow } from "./read.server";
import { appraisalForm, fieldsOf } from "./schema";

/** Words of addresses below /options that no appraisal may have. */
const TAKEN = ["score"];

/** Makes an appraisal as a draft that only staff see. */
export async function createAppraisal(
  ctx: Ctx,
  { typed, slug: wanted }: { typed: unknown; slug?: string },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid" | "not_allowed">> {
  const parsed = appraisalForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood, ...said } = parsed.data;
  const near = neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null;
  if (neighbourhood && !near) {
    return {
      ok: false,
      reason: "invalid",
      fields: { neighbourhood: ["Choose a neighbourhood of the list"] },
    };
  }
  return write(ctx, { locks: ["appraisal-slugs"] }, async (ctx) => {
    const neighbourhoodId = near?.id ?? null;
    if (!may.edit(ctx.actor, { neighbourhoodId })) return { ok: false, reason: "not_allowed" };
    const id = newId();
    const isTaken = async (one: string) =>
      TAKEN.includes(one) || (await findAppraisalRow(ctx, { slug: one })) !== null;
    const slug = await untaken(slugOf(wanted ?? said.question, "options"), isTaken);
    await ctx.db
      .insert(appraisals)
      .values({ id, slug, ...said, neighbourhoodId, state: "draft", createdAt: ctx.now });
    await audit(ctx, "appraisals.created", { kind: "appraisal", id });
    return { ok: true, id, slug };
  });
}
