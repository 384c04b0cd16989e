import { and, asc, eq, inArray } from "drizzle-orm";
import { accounts } from "~/db/tables/people";
import { themes } from "~/db/tables/places";
import { surveyResponses } from "~/db/tables/surveys-responses";
import { surveyTexts } from "~/db/tables/surveys-words";
import type { Ctx } from "~/platform/context.server";
import { type Agreement, agreementOf, isAlike } from "./agreement";
import { listReadings } from "./read-words.server";
import { type WordBox, wordsOf } from "./words";

/** A text that two people read differently, with what each found and what stands of it. */
export type Disagreement = {
  id: number;
  words: string;
  first: { by: string; themes: string[] };
  second: { by: string; themes: string[] };
  /** Every theme that either of them chose. */
  chosen: { slug: string; plainLabel: string }[];
  /** Null until somebody has settled it. */
  settled: string[] | null;
};

const MOST_SHOWN = 50;

/** How alike two people read the sample of a box: the measure by theme, and where they differ, the open ones first. */
export async function getAgreement(ctx: Ctx, surveyId: string, box: WordBox) {
  const sample = await ctx.db
    .select({ id: surveyTexts.id })
    .from(surveyTexts)
    .where(
      and(eq(surveyTexts.surveyId, surveyId), eq(surveyTexts.box, box.key), eq(surveyTexts.inSample, true)),
    )
    .orderBy(asc(surveyTexts.id));
  const readings = await listReadings(
    ctx,
    sample.map((text) => text.id),
  );
  const by = new Map(readings.map((one) => [`${one.textId} ${one.part}`, one]));
  const both = sample.flatMap(({ id }) => {
    const [first, second] = [by.get(`${id} first`), by.get(`${id} second`)];
    return first && second ? [{ id, first, second, settled: by.get(`${id} settled`) ?? null }] : [];
  });
  const pairs = both.map(({ first, second }) => ({ first: first.themes, second: second.themes }));
  const differ = both
    .filter(({ first, second }) => !isAlike({ first: first.themes, second: second.themes }))
    .sort((a, b) => Number(a.settled !== null) - Number(b.settled !== null));
  const measured = agreementOf(pairs);
  const shown = differ.slice(0, MOST_SHOWN);
  const used = new Set([
    ...measured.map((one) => one.theme),
    ...differ.flatMap(({ settled }) => settled?.themes ?? []),
  ]);
  const labels =
    used.size > 0
      ? await ctx.db
          .select()
          .from(themes)
          .where(inArray(themes.id, [...used]))
      : [];
  const named = (ids: readonly string[]) => labels.filter((theme) => ids.includes(theme.id));
  const label = (id: string) => labels.find((theme) => theme.id === id)?.plainLabel ?? "";
  const ids = shown.map((one) => one.id);
  const words = await wordsBy(ctx, box, ids);
  const people = await namesBy(ctx, [
    ...new Set(shown.flatMap((one) => [one.first.reader, one.second.reader])),
  ]);
  const side = ({ reader, themes: ids }: { reader: string; themes: string[] }) => ({
    by: people.get(reader) ?? "",
    themes: named(ids).map((theme) => theme.plainLabel),
  });
  return {
    sample: sample.length,
    read: both.length,
    open: differ.filter((one) => one.settled === null).length,
    measured: measured.map((one): Agreement & { label: string } => ({ ...one, label: label(one.theme) })),
    differ: shown.map(
      ({ id, first, second, settled }): Disagreement => ({
        id,
        words: words.get(id) ?? "",
        first: side(first),
        second: side(second),
        chosen: named([...first.themes, ...second.themes]).map(({ slug, plainLabel }) => ({
          slug,
          plainLabel,
        })),
        settled: settled && named(settled.themes).map((theme) => theme.slug),
      }),
    ),
  };
}

async function wordsBy(ctx: Ctx, box: WordBox, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: surveyTexts.id, answers: surveyResponses.answers })
    .from(surveyTexts)
    .innerJoin(surveyResponses, eq(surveyResponses.id, surveyTexts.responseId))
    .where(inArray(surveyTexts.id, [...ids]));
  return new Map(rows.map(({ id, answers }) => [id, wordsOf(box, answers)]));
}

async function namesBy(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
