import { eq } from "drizzle-orm";
import { officialResponses, officialResponseVersions } from "~/db/tables/responses";
import { findOrganisation } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { indexResponses } from "./index-responses.server";
import { mayAnswer } from "./may";
import { wordsOf } from "./prepare-response.server";
import { findResponse, type ResponseRow } from "./read.server";
import { lockOf, thingOf } from "./rules";
import { correctionForm, fieldsOf } from "./schema";

/**
 * Puts other words in place of those of a published answer; the words before stay beside it, with why. It stays an
 * answer of its kind: another answer is a new response. Nobody is told again.
 */
export async function correctResponse(
  ctx: Ctx,
  { id, typed }: { id: string; typed: Record<string, unknown> },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "not_published">> {
  const found = await findResponse(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  const parsed = correctionForm.safeParse({ ...typed, kind: found.response.kind });
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  return write(ctx, { locks: [lockOf(thingOf(found.response))] }, async (ctx) => {
    const seen = await findResponse(ctx, id);
    if (!seen) return { ok: false, reason: "missing" };
    if (!mayAnswer(ctx.actor, seen)) return { ok: false, reason: "not_allowed" };
    if (seen.response.state !== "published") return { ok: false, reason: "not_published" };
    const organisation = await findOrganisation(ctx, form.organisation);
    const fields: Record<string, string[]> = {};
    if (!organisation) fields.organisation = ["Choose the organisation"];
    if ((form.evidenceDay ?? "") > dayOf(ctx.now)) {
      fields.evidenceDay = ["What was done can't be dated in the future"];
    }
    if (!organisation || fields.evidenceDay) return { ok: false, reason: "invalid", fields };
    const { version } = seen.response;
    await ctx.db.insert(officialResponseVersions).values({
      responseId: id,
      version,
      words: wordsBefore(seen.response),
      reason: form.why,
      replacedAt: ctx.now,
    });
    await ctx.db
      .update(officialResponses)
      .set({ ...wordsOf(form), organisationId: organisation.id, version: version + 1 })
      .where(eq(officialResponses.id, id));
    await indexResponses(ctx, thingOf(seen.response));
    await audit(ctx, "responses.corrected", { kind: "official_response", id }, { version: version + 1 });
    return { ok: true };
  });
}

function wordsBefore(row: ResponseRow) {
  const { said, text, reason, passedTo, ownerRole, organisationId } = row;
  const { evidence, evidenceDay, evidenceWhere } = row;
  return { said, text, reason, passedTo, ownerRole, organisationId, evidence, evidenceDay, evidenceWhere };
}
