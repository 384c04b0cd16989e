import { decisions } from "~/db/tables/appraisals-decisions";
import { findNeighbourhood } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { dayOf } from "~/platform/london";
import { slugOf, untaken } from "~/platform/slugs";
import { indexDecision } from "./index-decision.server";
import { may } from "./may";
import { findDecision } from "./read-decisions.server";
import { decisionForm, fieldsOf } from "./schema";

/** Puts into the log what has to be decided, by whom and by when. It is public at once. Refuses a day that is over. */
export async function logDecision(
  ctx: Ctx,
  { typed, slug: wanted }: { typed: unknown; slug?: string },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid" | "not_allowed">> {
  const parsed = decisionForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood, ...said } = parsed.data;
  const near = neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null;
  if (neighbourhood && !near) return invalid({ neighbourhood: ["Choose a neighbourhood of the list"] });
  if (said.dueDay < dayOf(ctx.now)) return invalid({ dueDay: ["Choose a day that is still to come"] });
  return write(ctx, { locks: ["decision-slugs"] }, async (ctx) => {
    const neighbourhoodId = near?.id ?? null;
    if (!may.edit(ctx.actor, { neighbourhoodId })) return { ok: false, reason: "not_allowed" };
    return { ok: true, ...(await addDecision(ctx, { ...said, neighbourhoodId }, wanted)) };
  });
}

const invalid = (fields: Record<string, string[]>): Refusal<"invalid"> => ({
  ok: false,
  reason: "invalid",
  fields,
});

type Said = Pick<
  typeof decisions.$inferInsert,
  "question" | "background" | "options" | "decider" | "dueDay" | "neighbourhoodId"
>;

/** Adds a decision to the log, inside a write that locks `decision-slugs`. */
export async function addDecision(ctx: Ctx, said: Said, wanted = said.question) {
  const id = newId();
  const isTaken = async (one: string) => (await findDecision(ctx, one)) !== null;
  const slug = await untaken(slugOf(wanted, "decision"), isTaken);
  await ctx.db.insert(decisions).values({ id, slug, ...said, firstDueDay: said.dueDay, createdAt: ctx.now });
  await indexDecision(ctx, id);
  await audit(ctx, "appraisals.decision_logged", { kind: "decision", id }, { due: said.dueDay });
  return { id, slug };
}
