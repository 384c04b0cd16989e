import { dropSearchEntry, putSearchEntry } from "~/db/search.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { findSurveyRow } from "./read.server";

/** Brings what can be found by words in step with one survey, inside the write that changed it. */
export async function indexSurvey(ctx: Ctx, id: string): Promise<void> {
  const survey = await findSurveyRow(ctx, { id });
  if (!survey || survey.state === "draft") {
    await dropSearchEntry(ctx.db, "survey", id);
    return;
  }
  const near = (await listNeighbourhoods(ctx)).find((one) => one.id === survey.neighbourhoodId);
  await putSearchEntry(ctx.db, {
    kind: "survey",
    subjectId: id,
    title: survey.title,
    summary: survey.summary,
    path: `/surveys/${survey.slug}`,
    text: [near?.name, ...(near?.aliases ?? []), survey.purpose, survey.whatNext, survey.findings]
      .filter(Boolean)
      .join(" "),
    at: survey.opensAt,
  });
}
