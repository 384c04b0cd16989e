import type { Ctx } from "~/platform/context.server";
import { writeJson } from "./questionnaire-json";
import { listVersions } from "./read.server";
import { findForStaff } from "./read-staff.server";

/** A file for staff: its name and its words. */
export type QuestionsFile = { name: string; text: string };

/**
 * The questions of a survey as a file that can be read in again: the draft, or a published version. Null where
 * there is none, or for who may not read it.
 */
export async function exportQuestionnaire(
  ctx: Ctx,
  { slug, version }: { slug: string; version?: string },
): Promise<QuestionsFile | null> {
  const seen = await findForStaff(ctx, slug);
  if (!seen) return null;
  const { survey } = seen;
  if (version === undefined) return { name: `${slug}-draft.json`, text: writeJson(survey.draft) };
  const found = (await listVersions(ctx, survey.id)).find((one) => String(one.version) === version);
  return found ? { name: `${slug}-version-${version}.json`, text: writeJson(found.questionnaire) } : null;
}
