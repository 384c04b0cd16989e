import type { FigureInput, FigureSubject } from "~/features/figures/compose";
import type { TrueTable } from "~/features/figures/linked";
import type { Ctx } from "~/platform/context.server";
import { dayOf, plainDay, startOfDay } from "~/platform/london";
import { countsFrom } from "./answer-counts";
import { listVersions, type SurveyRow } from "./read.server";
import { countAnswers, countDays } from "./read-results.server";
import { answerTables } from "./result-tables";
import { CHANNEL_WORDS, CHANNELS } from "./rules";

/** What the figures of a survey's results are kept under. */
export const resultsSubject = (surveyId: string): FigureSubject => ({ kind: "survey_results", id: surveyId });

/** Who is counted in a survey's results, as the code that its tables share. */
export const peopleOf = (surveyId: string) => `survey:${surveyId}`;

/** The name of the table of how responses came. */
export const CAME = "came";
/** The name of the table of when they came. */
export const TIMELINE = "weeks";

/**
 * The results of a survey that is over, in true counts: the definition of its published figures. Every table goes
 * through the gate together with all others, since they are about the same people.
 */
export async function resultFigures(ctx: Ctx, survey: SurveyRow): Promise<FigureInput> {
  const counts = countsFrom(await countAnswers(ctx, survey.id));
  const versions = (await listVersions(ctx, survey.id)).map(({ questionnaire }) => questionnaire);
  const days = await countDays(ctx, survey.id);
  const people = peopleOf(survey.id);
  const timeline = days.length > 0 ? timelineOf(people, days) : [];
  return {
    subject: resultsSubject(survey.id),
    title: survey.title,
    definition: {
      counts: "Everyone who answered this survey, whichever way they answered",
      source:
        "All responses that were kept: sent online, typed from paper, given with help or on the phone. People chose themselves whether to answer",
      period: `${plainDay(survey.opensAt)} to ${plainDay(survey.closesAt)}`,
    },
    asAt: ctx.now,
    tables: [...timeline, ...answerTables(people, versions, counts)],
  };
}

type Day = Awaited<ReturnType<typeof countDays>>[number];

/** Every way but online together: by the week, each alone would be a few people. */
const OFFLINE = { code: "~offline", label: "In another way", of: CHANNELS.filter((one) => one !== "online") };

/** Responses by channel, and by the week in which they came. */
function timelineOf(people: string, days: readonly Day[]): TrueTable[] {
  const weeks = weeksFrom(days[0]?.day ?? "", days.at(-1)?.day ?? "");
  const count = (channels: readonly string[], week?: string) =>
    days
      .filter((one) => channels.includes(one.channel) && (week === undefined || mondayOf(one.day) === week))
      .reduce((sum, one) => sum + one.count, 0);
  const channel = { key: "channel", label: "How answers came" };
  const channels = CHANNELS.map((code) => ({ code, label: CHANNEL_WORDS[code] }));
  const { of: offline, ...heading } = OFFLINE;
  return [
    {
      id: CAME,
      title: "How answers came",
      people,
      down: { ...channel, headings: [...channels, OFFLINE], base: null },
      across: null,
      counts: CHANNELS.map((one) => [count([one])]),
    },
    {
      id: TIMELINE,
      title: "When answers came",
      people,
      down: {
        key: "week",
        label: "Week from",
        headings: weeks.map((week) => ({ code: week, label: plainDay(new Date(`${week}T12:00:00Z`)) })),
      },
      across: { ...channel, headings: [...channels.slice(0, 1), heading] },
      counts: weeks.map((week) => [count(["online"], week), count(offline, week)]),
    },
  ];
}

function mondayOf(day: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  const since = (noon.getUTCDay() + 6) % 7;
  return dayOf(startOfDay(noon, -since));
}

function weeksFrom(first: string, last: string): string[] {
  const weeks = [mondayOf(first)];
  while ((weeks.at(-1) ?? "") < mondayOf(last)) {
    weeks.push(dayOf(startOfDay(new Date(`${weeks.at(-1)}T12:00:00Z`), 7)));
  }
  return weeks;
}
