import { eq } from "drizzle-orm";
import { officialResponses } from "~/db/tables/responses";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { mayAnswer } from "./may";
import { prepareResponse, putThemes } from "./prepare-response.server";
import { findResponse } from "./read.server";
import { lockOf, thingOf } from "./rules";
import { fieldsOf, responseForm } from "./schema";

/** Changes a draft. What is published is corrected, or followed by another answer. */
export async function editResponse(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "published">> {
  const parsed = responseForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findResponse(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [lockOf(thingOf(found.response))] }, async (ctx) => {
    const seen = await findResponse(ctx, id);
    if (!seen) return { ok: false, reason: "missing" };
    if (seen.response.state !== "draft") return { ok: false, reason: "published" };
    const prepared = await prepareResponse(ctx, parsed.data);
    if (!prepared.ok) return { ok: false, reason: "invalid", fields: prepared.fields };
    if (!mayAnswer(ctx.actor, seen) || !mayAnswer(ctx.actor, { ...seen, response: prepared.values })) {
      return { ok: false, reason: "not_allowed" };
    }
    await ctx.db.update(officialResponses).set(prepared.values).where(eq(officialResponses.id, id));
    await putThemes(ctx, id, prepared.themeIds);
    await audit(ctx, "responses.edited", { kind: "official_response", id }, { kind: prepared.values.kind });
    return { ok: true };
  });
}
