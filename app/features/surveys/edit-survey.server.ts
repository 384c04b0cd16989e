import { eq } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexSurvey } from "./index-survey.server";
import { may, refusalOf } from "./may";
import { NOT_YOURS, prepareSurvey, type SurveyFacts } from "./prepare-survey.server";
import { findSurveyRow, type SurveyRow } from "./read.server";

/**
 * Changes what a survey says about itself. Once it is published people have been told whether answers stand
 * beside a name, and when it closes: the one stays, the other is moved with `moveClosing`.
 */
export async function editSurvey(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const found = await findSurveyRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found);
  if (!found || refused) return { ok: false, reason: refused ?? "missing" };
  const prepared = await prepareSurvey(ctx, typed);
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  return write(ctx, { locks: [`survey:${found.id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    if (!survey) return { ok: false, reason: "missing" };
    if (!may.edit(ctx.actor, facts)) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
    }
    const fields = wrongNow(survey, facts, ctx.now);
    if (fields) return { ok: false, reason: "invalid", fields };
    await ctx.db.update(surveys).set(facts).where(eq(surveys.id, survey.id));
    await indexSurvey(ctx, survey.id);
    await audit(ctx, "surveys.edited", { kind: "survey", id: survey.id });
    return { ok: true };
  });
}

/** What can't be said of a survey any more, by field; null when all is well. */
function wrongNow(survey: SurveyRow, facts: SurveyFacts, now: Date): Record<string, string[]> | null {
  if (survey.state === "draft") return null;
  if (facts.anonymity !== survey.anonymity) {
    return { anonymity: ["People have been told how their answers are kept, so that has to stay"] };
  }
  if (facts.asksVoucher !== survey.asksVoucher) {
    return { asksVoucher: ["People may be answering, so whether it asks for a voucher has to stay"] };
  }
  if (facts.closesAt.getTime() !== survey.closesAt.getTime()) {
    return { closesDay: ["People have been told when it closes: move that on the page for it"] };
  }
  const begun = survey.opensAt <= now;
  if (begun && facts.opensAt.getTime() !== survey.opensAt.getTime()) {
    return { opensDay: ["It has opened, so this has to stay"] };
  }
  if (facts.most !== null && facts.most < survey.received) {
    return { most: [`${survey.received} people have answered already`] };
  }
  return null;
}
