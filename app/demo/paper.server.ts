import { z } from "zod";
import type { Question, Questionnaire } from "~/db/tables/surveys-documents";
import { type Answers, readAnswer } from "~/features/surveys/answers";
import { orderSheets } from "~/features/surveys/order-sheets.server";
import { asksFor } from "~/features/surveys/questionnaire";
import { findSurveyRow } from "~/features/surveys/read.server";
import { findBatch, findNextSecond, listSheets } from "~/features/surveys/read-paper.server";
import { retypeSheet } from "~/features/surveys/retype-sheet.server";
import { routeOf } from "~/features/surveys/route";
import { typeSheet } from "~/features/surveys/type-sheet.server";
import { fieldOf, MARKS, typedOf } from "~/features/surveys/typing";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { type Chance, chance } from "./chance";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter } from "./timeline";

/** A batch of sheets: how many, where, and how many were typed by whom, once and again. */
export const paperTold = z.strictObject({
  sheets: z.number().int(),
  place: z.string(),
  printedDaysAgo: z.number().int(),
  typed: z.number().int(),
  by: z.string(),
  again: z.number().int(),
  againBy: z.string(),
});

type PaperTold = z.output<typeof paperTold>;

/** How somebody made up answers one question, as the fields of its form. */
type Answering = (question: Question, luck: Chance) => Record<string, string | string[]>;

/** A batch that was printed and comes in: typed, and a sample typed again, in which the last typing differs. */
export function paperActs(
  told: { slug: string; paper: PaperTold; questionnaire: Questionnaire; answering: Answering },
  cast: Cast,
  now: Date,
): Act[] {
  const { slug, paper, questionnaire, answering } = told;
  const luck = chance(`paper ${slug}`);
  const acting = (ctx: Ctx, who: string) => {
    const actor = cast.get(who);
    return actor ? as(ctx, actor) : ctx;
  };
  const printed = hoursAfter(now, -24 * paper.printedDaysAgo);
  const sheets = Array.from({ length: paper.typed }, () => sheetOf(questionnaire, answering, luck));
  const acts: Act[] = [
    {
      at: printed,
      run: async (ctx) => {
        const typed = { sheets: String(paper.sheets), place: paper.place };
        accepted(`sheets of ${slug}`, await orderSheets(acting(ctx, paper.by), { slug, typed }));
      },
    },
  ];
  const typedAt = new Map<string, Record<string, string>>();
  for (const [n, answers] of sheets.entries()) {
    acts.push({
      at: hoursAfter(printed, 48 + n),
      run: async (ctx) => {
        const { batch } = await batchOf(ctx, slug);
        const codes = (await listSheets(ctx, batch.id)).filter(({ state }) => state === "printed");
        const sheet = codes[0]?.code ?? "";
        const typed = { ...answers, sheet, receivedDay: dayOf(ctx.now) };
        accepted(`sheet ${sheet}`, await typeSheet(acting(ctx, paper.by), { slug, batch: null, typed }));
        typedAt.set(sheet, answers);
      },
    });
  }
  for (let n = 0; n < paper.again; n += 1) {
    acts.push({
      at: hoursAfter(printed, 72 + paper.typed + n),
      run: async (ctx) => {
        const own = acting(ctx, paper.againBy);
        const { survey, ...seen } = await batchOf(ctx, slug);
        const code = (await findNextSecond(own, survey, seen)) ?? "";
        const first = typedAt.get(code) ?? {};
        const typed = n === paper.again - 1 ? otherwise(questionnaire, first) : first;
        accepted(`sheet ${code} again`, await retypeSheet(own, { slug, code, typed }));
      },
    });
  }
  return acts;
}

async function batchOf(ctx: Ctx, slug: string) {
  const survey = await findSurveyRow(ctx, { slug });
  const seen = survey && (await findBatch(ctx, survey.id, "B1"));
  if (!survey || !seen) throw new Error(`No batch of ${slug} was printed.`);
  return { ...seen, survey };
}

/** What somebody made up wrote on a sheet, as it is typed; one in six ticks two boxes somewhere. */
function sheetOf(questionnaire: Questionnaire, answering: Answering, luck: Chance): Record<string, string> {
  const answers: Answers = {};
  for (const question of questionnaire.questions.filter(asksFor)) {
    const read = readAnswer({ ...question, required: false }, answering(question, luck));
    if (read.ok) answers[question.key] = read.answer;
  }
  const { on, questions } = routeOf(questionnaire, answers);
  const typed = Object.assign({}, ...questions.map((question) => typedOf(question, on[question.key])));
  const last = questions.filter(({ kind }) => kind === "single").at(-1);
  return last && luck.percent(17) ? { ...typed, [fieldOf(last)]: MARKS.twoTicked } : typed;
}

/** The same sheet with the first box of its last question read otherwise, and a number. */
function otherwise({ questions }: Questionnaire, typed: Record<string, string>): Record<string, string> {
  const changed = { ...typed };
  const number = questions.find(({ kind, key }) => kind === "number" && `q-${key}` in typed);
  const last = questions.filter(({ kind }) => kind === "single").at(-1);
  if (number) changed[fieldOf(number)] = "5";
  if (last) changed[fieldOf(last)] = typed[fieldOf(last)] === "1" ? "2" : "1";
  return changed;
}
