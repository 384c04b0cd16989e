import type { Ctx } from "~/platform/context.server";
import { decimal, findingsOf, letterAt } from "./findings";
import { type AppraisalRow, findAppraisal, findSettled, listKindWeights, listPublished } from "./read.server";

/** Published appraisals as programs get them: the question, the day, and where the whole result is. */
export async function exportResults(ctx: Ctx) {
  const rows = await listPublished(ctx);
  return {
    appraisals: rows.map((row) => ({
      ...headOf(ctx, row),
      people: row.result?.people ?? null,
      result: `${ctx.origin}/api/v1/options/${row.slug}`,
    })),
  };
}

const headOf = (ctx: Ctx, row: AppraisalRow) => ({
  question: row.question,
  page: `${ctx.origin}/options/${row.slug}`,
  heldOn: row.heldDay,
  stage: row.stage,
  publishedAt: row.publishedAt?.toISOString() ?? null,
});

const asNumber = (value: number | null, places: 1 | 2) =>
  value === null ? null : Number(decimal(value, places));

/** One published result as programs get it, or null: everything else answers like a missing one. The same numbers as the page. */
export async function exportResult(ctx: Ctx, slug: string) {
  const seen = await findAppraisal({ ...ctx, actor: { kind: "anyone" } }, slug);
  const result = seen?.appraisal.result;
  if (!seen || !result) return null;
  const { appraisal } = seen;
  const found = findingsOf(result, await listKindWeights(ctx, appraisal.id));
  const settled = await findSettled(ctx, appraisal.id);
  const letters = (places: readonly number[]) => places.map(letterAt);
  return {
    ...headOf(ctx, appraisal),
    method: appraisal.method,
    people: result.people,
    groups: result.groups.map(({ kinds, people, means }) => ({
      kinds,
      people,
      means: means.map((row) => row.map((mean) => asNumber(mean, 1))),
    })),
    criteria: result.criteria.map(({ label, weight }) => ({ label, weight })),
    options: result.options.map(({ title, cells, first, could }, at) => ({
      letter: letterAt(at),
      title,
      means: cells.map(({ mean }) => asNumber(mean, 1)),
      scoredBy: cells.map(({ people }) => people),
      spread: cells.map(({ spread }) => asNumber(spread, 1)),
      total: asNumber(found.agreed.totals[at] ?? null, 2),
      firstChoices: first.text,
      couldLiveWith: could.text,
    })),
    highest: letters(found.agreed.leaders),
    preferred: letters(found.preferred),
    sensitivity: {
      sets: [
        { weights: "agreed", ...weighed(found.agreed) },
        { weights: "equal", ...weighed(found.equal) },
        ...found.byKind.map(({ kind, weighed: one }) => ({ weights: kind, ...weighed(one) })),
      ],
      ranges: found.holds.map(({ label, weight, low, high, below, above }) => ({
        criterion: label,
        weight,
        from: low,
        to: high,
        below: below === null ? null : letterAt(below),
        above: above === null ? null : letterAt(above),
      })),
    },
    decision: settled && {
      decidedOn: settled.decidedDay,
      decision: settled.decision,
      reasons: settled.reasons,
      conditions: settled.conditions,
      dissent: settled.dissent,
      equalityAnalysis: settled.equalityLink,
    },
  };

  function weighed({ totals, leaders }: { totals: readonly (number | null)[]; leaders: readonly number[] }) {
    return { totals: totals.map((total) => asNumber(total, 2)), highest: letters(leaders) };
  }
}

/** What programs can ask for here, as the description of the open data says it. */
export function exportResultPaths() {
  const answer = (description: string) => ({
    description,
    content: { "application/json": { schema: { type: "object" } } },
  });
  const slug = { name: "slug", in: "path", required: true, schema: { type: "string" } };
  return {
    "/api/v1/options": {
      get: {
        operationId: "listOptionsAppraisals",
        summary: "Published options appraisals, the last held first.",
        responses: { 200: answer("All of them, each with the address of its result.") },
      },
    },
    "/api/v1/options/{slug}": {
      get: {
        operationId: "getOptionsAppraisal",
        summary: "One published result: means, totals, preferences, sensitivity and the decision.",
        parameters: [slug],
        responses: {
          200: answer("The same numbers as on its page."),
          404: answer("There is no such result."),
        },
      },
    },
  };
}
