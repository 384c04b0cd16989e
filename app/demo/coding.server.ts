import { z } from "zod";
import { checkQuote } from "~/features/surveys/check-quote.server";
import { drawSample } from "~/features/surveys/draw-sample.server";
import { proposeQuote } from "~/features/surveys/propose-quote.server";
import { findSurveyRow } from "~/features/surveys/read.server";
import { getAgreement } from "~/features/surveys/read-agreement.server";
import { findBox, listTexts, type TextSeen } from "~/features/surveys/read-words.server";
import { settleReading } from "~/features/surveys/settle-reading.server";
import { sortWords } from "~/features/surveys/sort-words.server";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import { readDemo } from "./content.server";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter, london } from "./timeline";

const slug = z.string().regex(/^[a-z0-9-]+$/);

const coding = z.strictObject({
  survey: slug,
  question: z.string(),
  daysAgo: z.number().int().min(1).optional(),
  on: z.iso.date().optional(),
  first: slug,
  second: slug,
  lead: slug,
  read: z.number().int().min(1).optional(),
  inAHundred: z.number().int().min(1).max(100).optional(),
  settled: z.number().int().min(0),
  quotes: z.number().int().min(0),
  about: z
    .array(z.strictObject({ says: z.string(), themes: z.array(slug), differs: z.array(slug).optional() }))
    .min(1),
});

const sheet = z.strictObject({ codings: z.array(coding) });

/** What was read in which survey, and by whom. */
export type CodingSheet = z.output<typeof sheet>;
type Told = CodingSheet["codings"][number];

/** Reads and checks it. */
export function readCoding(): CodingSheet {
  return readDemo("coding.yaml", sheet);
}

/** Everything that staff have read so far, a question in one afternoon. */
export function codingActs({ codings }: CodingSheet, cast: Cast, now: Date): Act[] {
  return codings.map((told) => ({
    at: told.on ? london(`${told.on}T14:00`) : hoursAfter(startOfDay(now, -(told.daysAgo ?? 1)), 14),
    run: (ctx) => readAnswers(ctx, told, cast),
  }));
}

const ONCE = 50;

async function readAnswers(ctx: Ctx, told: Told, cast: Cast): Promise<void> {
  const who = (slug: string): Ctx => {
    const actor = cast.get(slug);
    if (!actor) throw new Error(`content/demo/coding.yaml: there is nobody called ${slug}`);
    return as(ctx, actor);
  };
  const [first, second, lead] = [who(told.first), who(told.second), who(told.lead)];
  const name = `${told.question} of ${told.survey}`;
  const at = { slug: told.survey, box: told.question };
  const linesOf = (words: string) => told.about.filter(({ says }) => words.includes(says));
  const themesOf = (words: string) => [...new Set(linesOf(words).flatMap((line) => line.themes))];
  await read(first, told, "first", themesOf);
  await quote(first, lead, told);
  if (!told.inAHundred) return;
  const typed = { inAHundred: String(told.inAHundred) };
  accepted(`a sample of ${name}`, await drawSample(first, { ...at, typed }));
  // Of what can be read in two ways, the second reader takes the other every second time.
  let doubts = 0;
  await read(second, told, "second", (words) => {
    const found = linesOf(words).flatMap(({ themes, differs }) => {
      if (!differs) return themes;
      doubts += 1;
      return doubts % 2 === 1 ? differs : themes;
    });
    return [...new Set(found)];
  });
  const { survey, box } = await boxOf(ctx, told);
  const { differ } = await getAgreement(lead, survey.id, box);
  for (const { id, words } of differ.slice(0, told.settled)) {
    accepted(`settling ${name}`, await settleReading(lead, { id, typed: { themes: themesOf(words) } }));
  }
}

async function boxOf(ctx: Ctx, told: Told) {
  const survey = await findSurveyRow(ctx, { slug: told.survey });
  const box = survey && (await findBox(ctx, survey.id, told.question));
  if (!survey || !box) {
    throw new Error(`content/demo/coding.yaml: ${told.survey} has no words in ${told.question}`);
  }
  return { survey, box };
}

/** Every answer that somebody has to read, or as many as the sheet says. In the order of their words: ids are random. */
async function listAll(ctx: Ctx, told: Told, view: "unread" | "read" | "second"): Promise<TextSeen[]> {
  const { survey, box } = await boxOf(ctx, told);
  const found: TextSeen[] = [];
  for (let after: number | undefined; ; ) {
    const page = await listTexts(ctx, survey.id, box, { view, after, limit: ONCE });
    found.push(...page.texts);
    if (!page.more || page.last === null) break;
    after = page.last;
  }
  // Of the same words those that may be quoted come first, so that every load reads as many of them.
  return found.sort((a, b) =>
    a.words === b.words ? Number(b.mayQuote) - Number(a.mayQuote) : a.words < b.words ? -1 : 1,
  );
}

async function read(ctx: Ctx, told: Told, part: "first" | "second", themesOf: (words: string) => string[]) {
  const texts = await listAll(ctx, told, part === "first" ? "unread" : "second");
  const wanted = part === "first" ? texts.slice(0, told.read) : texts;
  for (let n = 0; n < wanted.length; n += ONCE) {
    const typed: Record<string, string | string[]> = {};
    const page = wanted.slice(n, n + ONCE);
    typed.text = page.map((text) => String(text.id));
    for (const { id, words, danger } of page) {
      const themes = themesOf(words);
      if (themes.length > 0) typed[`themes-${id}`] = themes;
      else typed[`none-${id}`] = "yes";
      if (danger === "waiting") typed[`danger-${id}`] = "passed_on";
    }
    const input = { slug: told.survey, box: told.question, part, typed };
    accepted(`reading ${told.question} of ${told.survey}`, await sortWords(ctx, input));
  }
}

/** Different words of people who allowed it are proposed; all but the last are looked at and published. */
async function quote(ctx: Ctx, lead: Ctx, told: Told): Promise<void> {
  if (told.quotes === 0) return;
  const texts = (await listAll(ctx, told, "read")).filter((text) => text.mayQuote && text.flags.length === 0);
  const different = new Map(texts.map((text) => [text.words, text]));
  const chosen = [...different.values()].slice(0, told.quotes);
  for (const [n, { id, words }] of chosen.entries()) {
    const typed = { words, nobody: "yes" };
    const proposed = accepted(words, await proposeQuote(ctx, { textId: id, typed }));
    if (n === told.quotes - 1) return;
    const agree = { id: proposed.id, typed: { act: "agree", nobody: "yes" } };
    accepted(words, await checkQuote(lead, agree));
  }
}
