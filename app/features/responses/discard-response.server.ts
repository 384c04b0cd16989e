import { eq } from "drizzle-orm";
import { officialResponses } from "~/db/tables/responses";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { mayAnswer } from "./may";
import { findResponse } from "./read.server";
import { lockOf, thingOf } from "./rules";

/** Throws a draft away. What was published once is withdrawn instead. */
export async function discardResponse(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "published">> {
  const found = await findResponse(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [lockOf(thingOf(found.response))] }, async (ctx) => {
    const seen = await findResponse(ctx, id);
    if (!seen) return { ok: false, reason: "missing" };
    if (!mayAnswer(ctx.actor, seen)) return { ok: false, reason: "not_allowed" };
    if (seen.response.state !== "draft") return { ok: false, reason: "published" };
    await ctx.db.delete(officialResponses).where(eq(officialResponses.id, id));
    await audit(ctx, "responses.discarded", { kind: "official_response", id });
    return { ok: true };
  });
}
