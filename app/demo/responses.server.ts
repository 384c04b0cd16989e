import { z } from "zod";
import { findEventRow } from "~/features/events/read.server";
import { listFeedbackWords } from "~/features/events/read-feedback.server";
import { findIdea, type IdeaSeen, listIdeaThemes } from "~/features/ideas/read.server";
import { listIdeaPaths } from "~/features/ideas/read-boards.server";
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
type Giving = { thing: Thing; saidOn: string; at: Date; typed: Record<string, unknown> };

const ANSWERER = "helen-pike";

/**
 * What was answered. Answers to ideas count from the day on which each was posted, so all are given in one go once the
 * boards are there, each at its own moment, the earliest first.
 */
export function responseActs(told: ResponsesSheet, cast: Cast, now: Date): Act[] {
  const staff = (ctx: Ctx) => {
    const actor = cast.get(ANSWERER);
    return actor ? as(ctx, actor) : ctx;
  };
  return [
    {
      at: hoursAfter(now, -25),
      run: async (ctx) => {
        const all = [...(await ideaGivings(ctx, told)), ...(await otherGivings(ctx, told))];
        for (const one of all.sort((a, b) => a.at.getTime() - b.at.getTime())) await give(staff(ctx), one);
      },
    },
  ];
}

async function give(ctx: Ctx, { thing, saidOn, at, typed }: Giving): Promise<void> {
  const then = { ...ctx, now: at };
  const { id } = accepted(`the answer to “${typed.said}”`, await respond(then, { thing, saidOn, typed }));
  accepted(`publishing the answer to “${typed.said}”`, await publishResponse(then, { id }));
}

async function ideaGivings(ctx: Ctx, told: ResponsesSheet): Promise<Giving[]> {
  const luck = chance("answers to ideas");
  const posted = await listPosted(ctx);
  return told.ideas.flatMap((one) => {
    const idea = posted.get(one.idea);
    if (!idea) throw new Error(`content/demo/responses.yaml: there is no idea “${one.idea}”`);
    const days = one.late ? 21 + between(luck, 1, 3) : between(luck, 4, 19);
    const answered = addWorkingDays(idea.saidOn, days);
    const typed = { ...typedOf(told, one), said: idea.title, neighbourhood: idea.near, themes: idea.themes };
    const giving = { thing: { kind: "idea", id: idea.id }, saidOn: idea.saidOn };
    const at = momentOn(answered, luck);
    if (one.first && one.on) {
      const deed = { ...typed, evidenceDay: one.on };
      const before = { ...typed, kind: "doing", text: one.first };
      return [
        { ...giving, at, typed: before },
        { ...giving, at: momentOn(addWorkingDays(one.on, 2), luck), typed: deed },
      ];
    }
    const dueDay = one.dueInDays ? dayOf(startOfDay(at, one.dueInDays)) : one.due;
    return [{ ...giving, at, typed: { ...typed, evidenceDay: answered, dueDay } }];
  });
}

async function otherGivings(ctx: Ctx, told: ResponsesSheet): Promise<Giving[]> {
  const luck = chance("other answers");
  const all: Giving[] = [];
  for (const one of told.others) {
    const { thing, saidOn, themes } = await thingOf(ctx, one);
    const typed = { ...typedOf(told, one), said: one.said, dueDay: one.due, themes };
    all.push({ thing, saidOn: one.saidOn ?? saidOn, at: momentOn(one.day, luck), typed });
  }
  return all;
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

/** An idea that is shown, as its answer needs it. */
type Posted = { id: string; title: string; saidOn: string; near: string; themes: string[] };

/** Every idea that is shown, by its title. */
async function listPosted(ctx: Ctx): Promise<Map<string, Posted>> {
  const shown: IdeaSeen[] = [];
  for (const path of await listIdeaPaths(ctx)) {
    const [, , board = "", slug = ""] = path.split("/");
    const seen = slug ? (await findIdea(ctx, board, slug))?.seen : null;
    if (seen) shown.push(seen);
  }
  const about = await listIdeaThemes(
    ctx,
    shown.map(({ idea }) => idea.id),
  );
  return new Map(
    shown.map(({ idea, neighbourhood }) => [
      idea.title,
      {
        id: idea.id,
        title: idea.title,
        saidOn: dayOf(idea.publishedAt ?? idea.createdAt),
        near: neighbourhood?.slug ?? "",
        themes: (about.get(idea.id) ?? []).map((theme) => theme.slug),
      },
    ]),
  );
}

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
