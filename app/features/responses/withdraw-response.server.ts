import { eq } from "drizzle-orm";
import { officialResponses } from "~/db/tables/responses";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { mayAnswer } from "./may";
import { untell } from "./messages";
import { findResponse } from "./read.server";
import { lockOf, thingOf } from "./rules";
import { fieldsOf, withdrawalForm } from "./schema";
import { settleThing } from "./settle-thing.server";

/**
 * Takes a published answer from every public page, with the reason; the one before it stands again, or the thing waits.
 * What was not sent yet is not sent. A commitment that it opened stays: that has its own way to be withdrawn.
 */
export async function withdrawResponse(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "not_published">> {
  const parsed = withdrawalForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findResponse(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [lockOf(thingOf(found.response))] }, async (ctx) => {
    const seen = await findResponse(ctx, id);
    if (!seen) return { ok: false, reason: "missing" };
    if (!mayAnswer(ctx.actor, seen)) return { ok: false, reason: "not_allowed" };
    if (seen.response.state === "withdrawn") return { ok: true };
    if (seen.response.state === "draft") return { ok: false, reason: "not_published" };
    await ctx.db
      .update(officialResponses)
      .set({ state: "withdrawn", withdrawnAt: ctx.now, withdrawnReason: parsed.data.reason })
      .where(eq(officialResponses.id, id));
    await settleThing(ctx, seen.thing);
    await untell(ctx, [id]);
    await audit(ctx, "responses.withdrawn", { kind: "official_response", id });
    return { ok: true };
  });
}
