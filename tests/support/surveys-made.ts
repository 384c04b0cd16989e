import type { Questionnaire } from "../../app/db/tables/surveys-documents";
import { type Desk, unique } from "./desk";

/** A survey that a journey made for itself. */
export type MadeSurvey = { slug: string; title: string; path: string; managed: string };

/** Makes a survey with these questions from the desk of staff, and publishes it unless told otherwise. */
export async function makeSurvey(
  desk: Desk,
  questionnaire: Questionnaire,
  wishes: Record<string, string> = {},
  publish = true,
): Promise<MadeSurvey> {
  const title = `Round here ${unique()}`;
  const managed = await desk.send("/manage/surveys/import", {
    questionnaire: JSON.stringify(questionnaire),
    title,
    summary: "How things are round here, in a few questions.",
    purpose: "The team plans the next year with it.",
    intro: "Anyone who lives or works round here can answer.",
    minutes: "3",
    whoSees: "The neighbourhood team reads what you write.",
    whatNext: "We publish what people said in spring.",
    anonymity: "anonymous",
    opensDay: "2026-01-05",
    opensClock: "09:00",
    closesDay: "2099-01-05",
    closesClock: "17:00",
    ...wishes,
  });
  const slug = managed.split("?")[0]?.split("/").at(-1) ?? "";
  if (publish) await desk.send(`/manage/surveys/${slug}/publish`, {});
  return { slug, title, path: `/surveys/${slug}`, managed: `/manage/surveys/${slug}` };
}
