import { z } from "zod";
import type { Answers } from "~/features/equality/code-lists";
import { importPopulation } from "~/features/equality/import-population.server";
import { keepEquality } from "~/features/equality/keep-equality.server";
import { asTemplate } from "~/features/equality/population-file";
import { publishWhoAnswered } from "~/features/equality/publish-who-answered.server";
import { getBorough } from "~/features/places/read.server";
import { findSurveyRow } from "~/features/surveys/read.server";
import type { Ctx } from "~/platform/context.server";
import { type Chance, chance } from "./chance";
import { readDemo } from "./content.server";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter, london } from "./timeline";

const counts = z.record(z.string(), z.number().int().min(0));
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

const sheet = z.strictObject({
  surveys: z.record(z.string(), z.strictObject({ known: z.number().int(), preferNot: z.number().int() })),
  homes: z.record(z.string(), counts),
  preferNot: counts,
  backgrounds: z.record(z.string(), counts),
  age: counts,
  sex: counts,
  carer: counts,
  health: counts,
  population: z.strictObject({
    by: z.string(),
    at: wall,
    source: z.string(),
    sourceDate: z.iso.date(),
    licence: z.string(),
    topics: z.record(z.string(), counts),
  }),
  published: z.strictObject({ year: z.string(), by: z.string(), at: wall }),
});

/** What people said about themselves, and who lives in the borough. */
export type EqualitySheet = z.output<typeof sheet>;

/** Reads and checks it. */
export function readEquality(): EqualitySheet {
  return readDemo("equality.yaml", sheet);
}

type Block = { place: string; answers: Answers };

/** Each answer as often as the sheet says, in no order. */
const dealt = (luck: Chance, list: Readonly<Record<string, number>>): string[] =>
  luck.shuffled(Object.entries(list).flatMap(([answer, n]) => Array.from({ length: n }, () => answer)));

/** Everybody who sent the questions, survey by survey. */
export function blocksOf(told: EqualitySheet): Map<string, Block[]> {
  const luck = chance("equality");
  const backgrounds = Object.fromEntries(
    Object.entries(told.backgrounds).map(([group, list]) => [group, dealt(luck, list)]),
  );
  const known = luck.shuffled(
    Object.entries(told.homes).flatMap(([place, list]) =>
      dealt(luck, list).map((ethnicity): Block => {
        return { place, answers: { ethnicity, background: backgrounds[ethnicity]?.pop() ?? "none" } };
      }),
    ),
  );
  const silent = dealt(luck, told.preferNot).map(
    (place): Block => ({ place, answers: { ethnicity: "prefer_not" } }),
  );
  const [ages, sexes, carers, health] = [told.age, told.sex, told.carer, told.health].map((list) =>
    dealt(luck, list),
  );
  const more = (block: Block): Block => {
    const [condition = "none", effect] = (health?.pop() ?? "none").split(", ");
    const answers: Answers = {
      age: ages?.pop() ?? "none",
      condition,
      ...(effect ? { effect } : {}),
      ...block.answers,
      sex: sexes?.pop() ?? "none",
      carer: carers?.pop() ?? "none",
    };
    return { ...block, answers };
  };
  return new Map(
    Object.entries(told.surveys).map(([slug, { known: n, preferNot }]) => {
      const mine = [...known.splice(0, n), ...silent.splice(0, preferNot)];
      return [slug, mine.map(more)];
    }),
  );
}

/** What people said about themselves as sheets came in, the figures of who lives there, and what was published of both. */
export function equalityActs(told: EqualitySheet, cast: Cast): Act[] {
  const { population, published } = told;
  const publishes = london(published.at);
  const by = (ctx: Ctx, slug: string) => as(ctx, cast.get(slug) ?? ctx.actor);
  return [
    {
      at: london(population.at),
      run: async (ctx) => {
        const template = await templateOf(ctx, told);
        accepted("who lives there", await importPopulation(by(ctx, population.by), { template }));
      },
    },
    // Kept with the month in which each survey closed; nothing else says when.
    { at: hoursAfter(publishes, -1), run: (ctx) => keepBlocks(by(ctx, published.by), told) },
    {
      at: publishes,
      run: async (ctx) => {
        const collections = await listTold(ctx, told);
        const answer = await publishWhoAnswered(by(ctx, published.by), { year: published.year, collections });
        accepted("who answered", answer);
      },
    },
  ];
}

async function keepBlocks(ctx: Ctx, told: EqualitySheet): Promise<void> {
  for (const [slug, blocks] of blocksOf(told)) {
    const survey = await surveyOf(ctx, slug);
    const then = { ...ctx, now: hoursAfter(survey.closesAt, -24) };
    const kept = await keepEquality(then, { kind: "survey", id: survey.id }, blocks);
    accepted(`what people said about themselves after ${slug}`, kept);
  }
}

async function listTold(ctx: Ctx, { surveys }: EqualitySheet) {
  const rows = await Promise.all(Object.keys(surveys).map((slug) => surveyOf(ctx, slug)));
  return rows.map(({ id, slug, title, received }) => {
    return { kind: "survey" as const, id, slug, title, responses: received };
  });
}

async function surveyOf(ctx: Ctx, slug: string) {
  const survey = await findSurveyRow(ctx, { slug });
  if (!survey) throw new Error(`content/demo/equality.yaml: there is no survey ${slug}`);
  return survey;
}

async function templateOf(ctx: Ctx, { population }: EqualitySheet): Promise<string> {
  const { gssCode, name } = await getBorough(ctx);
  const { topics, source, sourceDate, licence } = population;
  const lines = Object.entries(topics).flatMap(([topic, list]) => {
    const base = Object.values(list).reduce((a, b) => a + b, 0);
    return Object.entries(list).map(([code, count]) => ({
      area_code: gssCode,
      area_name: name,
      area_kind: "borough",
      topic,
      category_code: code,
      count,
      base,
      source,
      source_date: sourceDate,
      licence,
    }));
  });
  return asTemplate(lines);
}
