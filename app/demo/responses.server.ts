import { z } from "zod";
import { findEventRow } from "~/features/events/read.server";
import { listFeedbackWords } from "~/features/events/read-feedback.server";
import { findTheme } from "~/features/places/read-themes.server";
import { publishResponse } from "~/features/responses/publish-response.server";
import { respond } from "~/features/responses/respond.server";
import { KINDS } from "~/features/responses/rules";
import { findSurveyRow } from "~/features/surveys/read.server";
import { questionId } from "~/features/surveys/rules";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";
import { dayOf, startOfDay } from "~/platform/london";
import { addWorkingDays } from "~/platform/working-days";
import { type Chance, chance } from "./chance";
import { readDemo } from "./content.server";
import { type IdeaIds, type IdeasSheet, ideasByTitle } from "./ideas.server";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter, london } from "./timeline";

const words = {
  kind: z.enum(KINDS),
  text: z.string(),
  by: z.string(),
  why: z.string().optional(),
  to: z.string().optional(),
  what: z.string().optional(),
  where: z.string().optional(),
  due: z.iso.date().optional(),
};

const toIdea = z.strictObject({
  ...words,
  idea: z.string(),
  dueInDays: z.number().int().optional(),
  first: z.string().optional(),
  on: z.iso.date().optional(),
  late: z.boolean().default(false),
});

const other = z.strictObject({
  ...words,
  theme: z.string().optional(),
  question: z.strictObject({ survey: z.string(), key: z.string() }).optional(),
  feedback: z.string().optional(),
  said: z.string(),
  saidOn: z.iso.date().optional(),
  day: z.iso.date(),
});

const count = z.number().int();
const sheet = z.strictObject({
  totals: z.strictObject({
    ...{ answered: count, will: count, doing: count, did: count, no: count, need_info: count, inTime: count },
  }),
  owners: z.record(z.string(), z.strictObject({ role: z.string(), org: z.string() })),
  ideas: z.array(toIdea),
  others: z.array(other),
});

/** The answers, and what they must come to. */
export type ResponsesSheet = z.output<typeof sheet>;
type Told = z.output<typeof toIdea>;

/** Reads and checks them. */
export function readResponses(): ResponsesSheet {
  return readDemo("responses.yaml", sheet);
}

/** One answer to be given at a moment: what is typed, to which thing, said on which day. */
type Giving = { thing: Thing; saidOn: string; typed: Record<string, unknown> };

const ANSWERER = "helen-pike";

/** What was answered, each at its own moment. Answers to ideas count from the day on which each comes. */
export function responseActs(
  told: ResponsesSheet,
  { ideas, ids }: { ideas: IdeasSheet; ids: IdeaIds },
  cast: Cast,
  now: Date,
): Act[] {
  const staff = (ctx: Ctx) => {
    const actor = cast.get(ANSWERER);
    return actor ? as(ctx, actor) : ctx;
  };
  const luck = chance("other answers");
  const others = told.others.map((one) => ({
    at: momentOn(one.day, luck),
    run: async (ctx: Ctx) => {
      const { thing, saidOn, themes } = await thingOf(ctx, one);
      const typed = { ...typedOf(told, one), said: one.said, dueDay: one.due, themes };
      await give(staff(ctx), { thing, saidOn: one.saidOn ?? saidOn, typed });
    },
  }));
  return [...toIdeas(told, { ideas, ids }, staff, now), ...others];
}

async function give(ctx: Ctx, { thing, saidOn, typed }: Giving): Promise<void> {
  const { id } = accepted(`the answer to “${typed.said}”`, await respond(ctx, { thing, saidOn, typed }));
  accepted(`publishing the answer to “${typed.said}”`, await publishResponse(ctx, { id }));
}

function toIdeas(
  told: ResponsesSheet,
  { ideas, ids }: { ideas: IdeasSheet; ids: IdeaIds },
  staff: (ctx: Ctx) => Ctx,
  now: Date,
): Act[] {
  const luck = chance("answers to ideas");
  const posted = ideasByTitle(ideas, now);
  return told.ideas.flatMap((one): Act[] => {
    const idea = posted.get(one.idea);
    if (!idea) throw new Error(`content/demo/responses.yaml: there is no idea “${one.idea}”`);
    const saidOn = dayOf(idea.at);
    const answered = addWorkingDays(saidOn, one.late ? 21 + between(luck, 1, 3) : between(luck, 4, 19));
    const { in: near = "", about: themes, title } = idea.told;
    const typed = { ...typedOf(told, one), said: title, neighbourhood: near ?? "", themes };
    const act = (at: Date, typed: Record<string, unknown>): Act => ({
      at,
      run: (ctx) => give(staff(ctx), { thing: { kind: "idea", id: ids.get(title) ?? "" }, saidOn, typed }),
    });
    const at = momentOn(answered, luck);
    if (one.first && one.on) {
      const deed = { ...typed, evidenceDay: one.on };
      const before = { ...typed, kind: "doing", text: one.first };
      return [act(at, before), act(momentOn(addWorkingDays(one.on, 2), luck), deed)];
    }
    const dueDay = one.dueInDays ? dayOf(startOfDay(at, one.dueInDays)) : one.due;
    return [act(at, { ...typed, evidenceDay: answered, dueDay })];
  });
}

function typedOf({ owners }: ResponsesSheet, one: Pick<Told, keyof typeof words>): Record<string, unknown> {
  const owner = owners[one.by];
  if (!owner) throw new Error(`content/demo/responses.yaml: there is no owner ${one.by}`);
  return {
    kind: one.kind,
    text: one.text,
    reason: one.why,
    passedTo: one.to,
    evidence: one.what,
    evidenceWhere: one.where,
    ownerRole: owner.role,
    organisation: owner.org,
  };
}

/** A whole number from one up to and with another. */
const between = (luck: Chance, from: number, to: number) => from + Math.floor(luck.next() * (to - from + 1));

const momentOn = (day: string, luck: Chance) => hoursAfter(london(`${day}T09:00`), between(luck, 0, 7));

async function thingOf(
  ctx: Ctx,
  { theme, question, feedback }: z.output<typeof other>,
): Promise<{ thing: Thing; saidOn: string; themes: string[] }> {
  if (theme) {
    const found = await findTheme(ctx, theme);
    return { thing: { kind: "theme", id: found?.id ?? "" }, saidOn: "", themes: [theme] };
  }
  if (question) {
    const survey = await findSurveyRow(ctx, { slug: question.survey });
    if (!survey?.resultsAt) throw new Error(`content/demo/responses.yaml: no results of ${question.survey}`);
    const id = questionId(survey.id, question.key);
    return { thing: { kind: "survey_question", id }, saidOn: dayOf(survey.resultsAt), themes: [] };
  }
  const event = await findEventRow(ctx, { slug: feedback ?? "" });
  const { forms } = await listFeedbackWords(ctx, event?.id ?? "");
  const [form] = forms;
  if (!event || !form) throw new Error(`content/demo/responses.yaml: no words of ${feedback}`);
  return { thing: { kind: "feedback", id: form.id }, saidOn: dayOf(event.endsAt), themes: [] };
}
