import { eq } from "drizzle-orm";
import { officialResponses } from "~/db/tables/responses";
import { makeCommitment } from "~/features/commitments/make-commitment.server";
import { NUMBERS } from "~/features/commitments/rules";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { linkThings } from "~/platform/links.server";
import { dayOf } from "~/platform/london";
import { mayAnswer } from "./may";
import { tellFollowers } from "./messages";
import { findResponse, listThemeIds, type ResponseSeen } from "./read.server";
import { findCommitment } from "./read-commitments.server";
import { lockOf, thingOf } from "./rules";
import { settleThing } from "./settle-thing.server";

/** Published, and how many people are told; `already` when it was published before. */
export type Published =
  | { ok: true; told: number; already: boolean }
  | Refusal<"missing" | "not_allowed" | "withdrawn" | "hidden" | "over">;

/**
 * Makes an answer public: it stands for its thing from now on, a promise opens its commitment, and everyone who asked
 * to hear is told once. Refuses while the thing is hidden, and a promise whose day is over.
 */
export async function publishResponse(ctx: Ctx, { id }: { id: string }): Promise<Published> {
  const found = await findResponse(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  const locks = [lockOf(thingOf(found.response)), NUMBERS];
  return write(ctx, { locks }, async (ctx): Promise<Published> => {
    const seen = await findResponse(ctx, id);
    if (!seen) return { ok: false, reason: "missing" };
    if (!mayAnswer(ctx.actor, seen)) return { ok: false, reason: "not_allowed" };
    if (seen.response.state === "withdrawn") return { ok: false, reason: "withdrawn" };
    if (seen.response.state === "published") return { ok: true, told: 0, already: true };
    if (seen.thing.hidden) return { ok: false, reason: "hidden" };
    const promised = await promise(ctx, seen);
    if (!promised) return { ok: false, reason: "over" };
    const published = { ...promised, state: "published" as const, publishedAt: ctx.now };
    await ctx.db.update(officialResponses).set(published).where(eq(officialResponses.id, id));
    await linkThings(ctx, {
      cause: thingOf(seen.response),
      effect: { kind: "official_response", id },
    });
    await settleThing(ctx, seen.thing);
    const told = await tellFollowers(ctx, { ...seen, response: { ...seen.response, ...published } });
    const detail = { kind: seen.response.kind, told };
    await audit(ctx, "responses.published", { kind: "official_response", id }, detail);
    return { ok: true, told, already: false };
  });
}

/** The commitment of a promise, a new one or the one it names, and by when that is due. Null when it can't be made. */
async function promise(ctx: Ctx, { response }: ResponseSeen) {
  if (response.kind !== "will") return {};
  const { dueDay, duePrecision } = response;
  if (!response.commitmentId && (!dueDay || !duePrecision || dueDay < dayOf(ctx.now))) return null;
  const commitmentId = response.commitmentId ?? (await opened(ctx, response));
  const commitment = commitmentId ? await findCommitment(ctx, commitmentId) : null;
  if (!commitment) return null;
  const effect = { kind: "commitment", id: commitment.id };
  await linkThings(ctx, { cause: { kind: "official_response", id: response.id }, effect });
  return {
    commitmentId,
    dueDay: commitment.dueDay,
    duePrecision: commitment.precision,
    condition: commitment.condition,
  };
}

async function opened(ctx: Ctx, response: ResponseSeen["response"]): Promise<string | null> {
  const made = await makeCommitment(ctx, {
    text: response.text,
    source: { kind: "official_response", id: response.id },
    owner: { organisationId: response.organisationId, role: response.ownerRole },
    due:
      response.dueDay && response.duePrecision
        ? { day: response.dueDay, precision: response.duePrecision }
        : null,
    condition: response.condition,
    neighbourhoodId: response.neighbourhoodId,
    themeIds: await listThemeIds(ctx, response.id),
  });
  return made.ok ? made.id : null;
}
