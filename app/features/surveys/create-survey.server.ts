import { surveys } from "~/db/tables/surveys";
import type { Questionnaire } from "~/db/tables/surveys-documents";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { slugOf, untaken } from "~/platform/slugs";
import { may } from "./may";
import { NOT_YOURS, prepareSurvey } from "./prepare-survey.server";
import { isSurveySlug } from "./read.server";
import { templateOf } from "./templates";

/**
 * Makes a draft that only staff see, with the questions of a template, of a file (`questionnaire`) or none. Its
 * slug comes from the title (or from `slug`, where a loader has one) and stays for ever.
 */
export async function createSurvey(
  ctx: Ctx,
  input: { typed: unknown; slug?: string; template?: string; questionnaire?: Questionnaire },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid">> {
  const { slug: wanted, template = "", questionnaire = templateOf(template) } = input;
  const prepared = await prepareSurvey(ctx, input.typed);
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  return write(ctx, { locks: ["survey-slugs"] }, async (ctx) => {
    if (!may.edit(ctx.actor, facts)) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
    }
    const id = newId();
    const slug = await untaken(slugOf(wanted ?? facts.title, "survey"), (one) => isSurveySlug(ctx, one));
    await ctx.db.insert(surveys).values({
      ...facts,
      id,
      slug,
      state: "draft",
      draft: questionnaire,
      liveVersion: null,
      received: 0,
      createdAt: ctx.now,
      publishedAt: null,
    });
    await audit(ctx, "surveys.created", { kind: "survey", id }, { anonymity: facts.anonymity });
    return { ok: true, id, slug };
  });
}
