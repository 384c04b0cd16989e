import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "~/db/client.server";
import { findByWords } from "~/db/search.server";
import type { AppraisalResult } from "~/db/tables/appraisals";
import { readAppraisals } from "~/demo/appraisals.server";
import { appraisersOf } from "~/demo/appraisers";
import { loadDemo } from "~/demo/load-demo.server";
import { exportResult } from "~/features/appraisals/export-results.server";
import { findingsOf, sumOf } from "~/features/appraisals/findings";
import {
  findAppraisal,
  findAppraisalRow,
  findSettled,
  listKindWeights,
} from "~/features/appraisals/read.server";
import { countDecisions, listDecisions } from "~/features/appraisals/read-decisions.server";
import { listLinked } from "~/features/appraisals/read-linked.server";
import { countScores } from "~/features/appraisals/read-scores.server";
import type { Ctx } from "~/platform/context.server";
import { freshDatabase } from "../support/fresh-database";

const NOW = new Date("2026-11-21T20:00:00Z");
const { totals, appraisals } = readAppraisals();

let store: Database;
let ctx: Ctx;
let result: AppraisalResult;
let slugId = "";

beforeAll(async () => {
  store = await freshDatabase();
  const options = { now: NOW, origin: "http://localhost:3000", secret: "only-for-tests".repeat(4) };
  await loadDemo(store, options);
  ctx = { store, db: store.db, actor: { kind: "anyone" }, ...options };
  const row = await findAppraisalRow(ctx, { slug: "neighbourhood-areas" });
  if (!row?.result) throw new Error("The workshop has no result.");
  result = row.result;
  slugId = row.id;
}, 180_000);

/** Worked out here by itself, in hundredths, from the means as they stand on the page. */
const RATES = [
  [2.1, 3.4, 2.0, 3.9, 2.8],
  [4.5, 2.4, 4.7, 2.2, 3.3],
  [3.9, 3.8, 4.1, 3.2, 3.6],
  [1.8, 4.1, 1.7, 4.2, 2.6],
];
const byHand = (weights: readonly number[]) =>
  RATES.map((means) => {
    const thousandths = means.reduce((sum, mean, at) => sum + Math.round(mean * 10) * (weights[at] ?? 0), 0);
    const all = weights.reduce((a, b) => a + b, 0);
    return Math.floor((10 * thousandths) / all + 0.5);
  });

describe("the workshop of March 2025", () => {
  test("46 people, whose whole scores give exactly the means of the sheet", () => {
    expect(result.people).toBe(totals.workshop.people);
    expect(result.groups.map(({ kinds, people }) => [kinds.join(), people])).toEqual([
      ["resident", 21],
      ["voluntary", 13],
      ["staff", 12],
    ]);
    expect(result.options.map(({ cells }) => cells.map(({ mean }) => (mean ?? 0) / 10))).toEqual(RATES);
    expect(result.options.every(({ cells }) => cells.every(({ people }) => people === 46))).toBe(true);
    const [workshop] = appraisals;
    const given = workshop ? appraisersOf(workshop) : [];
    for (const [o, means] of RATES.entries())
      for (const [c, mean] of means.entries()) {
        const sum = given.reduce((all, typed) => all + Number(typed[`${"ABCD"[o]}-${c + 1}`]), 0);
        expect((sum / 46).toFixed(1)).toBe(mean.toFixed(1));
      }
  });

  test("totals, first choices and the flag are those of the sheet", async () => {
    const found = findingsOf(result, await listKindWeights(ctx, slugId));
    expect(found.agreed.totals.map((total) => ((total ?? 0) / 100).toFixed(2))).toEqual(
      totals.workshop.weighted,
    );
    expect(found.agreed.totals).toEqual(byHand([25, 25, 20, 15, 15]));
    expect(result.options.map(({ first }) => first.value)).toEqual(totals.workshop.first);
    expect(found.agreed.leaders).toEqual([2]);
    expect(found.preferred).toEqual([1]);
    expect(found.differ).toBe(true);
    expect(sumOf(result, 2)).toBe(
      "3.9 × 25 + 3.8 × 25 + 4.1 × 20 + 3.2 × 15 + 3.6 × 15 = 376.5; 376.5 ÷ 100 = 3.765",
    );
  });

  test("the order turns with the weights that residents and staff chose, and not with equal ones", async () => {
    const { equal, byKind } = findingsOf(result, await listKindWeights(ctx, slugId));
    expect(equal.totals).toEqual(byHand([1, 1, 1, 1, 1]));
    expect(equal.totals.slice(1, 3)).toEqual([342, 372]);
    const of = (kind: string) => byKind.find((one) => one.kind === kind)?.weighed;
    expect(of("resident")?.totals).toEqual(byHand([45, 10, 25, 8, 12]));
    expect(of("resident")?.totals.slice(1, 3)).toEqual([401, 385]);
    expect(of("resident")?.leaders).toEqual([1]);
    expect(of("staff")?.totals).toEqual([322, 287, 364, 351]);
    expect(of("staff")?.totals).toEqual(byHand([10, 40, 10, 30, 10]));
  });

  test("the ranges that are drawn are those that trying out thousandths of a weight finds", async () => {
    const { holds } = findingsOf(result, []);
    const weights = [25, 25, 20, 15, 15];
    const leads = (criterion: number, weight: number) => {
      const others = 100 - (weights[criterion] ?? 0);
      const moved = weights.map((one, at) => (at === criterion ? weight : (one * (100 - weight)) / others));
      const all = RATES.map((means) => means.reduce((sum, mean, at) => sum + mean * (moved[at] ?? 0), 0));
      return all.indexOf(Math.max(...all));
    };
    const tried = weights.map((own, criterion) => {
      let [low, high] = [own, own];
      while (low > 0 && leads(criterion, low - 0.01) === 2) low -= 0.01;
      while (high < 100 && leads(criterion, high + 0.01) === 2) high += 0.01;
      return { low, high };
    });
    expect(holds).toHaveLength(5);
    for (const [at, { low, high }] of holds.entries()) {
      // Shown to one decimal, moved inwards.
      expect(low - (tried[at]?.low ?? 0)).toBeGreaterThan(-0.011);
      expect(low - (tried[at]?.low ?? 0)).toBeLessThan(0.12);
      expect((tried[at]?.high ?? 0) - high).toBeGreaterThan(-0.011);
      expect((tried[at]?.high ?? 0) - high).toBeLessThan(0.12);
    }
  });

  test("C was decided with two conditions, dissent and the equality analysis that was read", async () => {
    const settled = await findSettled(ctx, slugId);
    expect(settled?.conditions).toHaveLength(2);
    expect(settled?.dissent).toContain("community assets");
    expect(settled?.optionId).toBe(result.options[2]?.id);
    expect(settled?.equalityReadDay && settled.equalityReadDay < settled.decidedDay).toBe(true);
  });

  test("programs get the same numbers as people, and nothing of what is still being scored", async () => {
    const data = await exportResult(ctx, "neighbourhood-areas");
    expect(data?.options.map(({ total }) => total)).toEqual([2.78, 3.49, 3.77, 2.84]);
    expect(data?.highest).toEqual(["C"]);
    expect(data?.preferred).toEqual(["B"]);
    expect(await exportResult(ctx, "canalside-hub-evenings")).toBeNull();
  });
});

test("an appraisal is open for scoring today, with a code that a visitor can try", async () => {
  const row = await findAppraisalRow(ctx, { code: "HB7K3X" });
  expect(row).toMatchObject({ slug: "canalside-hub-evenings", state: "scoring", result: null });
  expect((await countScores(ctx, row?.id ?? "")).all).toBe(14);
  expect(await findAppraisal(ctx, "canalside-hub-evenings")).not.toBeNull();
});

test("the log has eight decisions: one overdue, one decided late, each found by words", async () => {
  expect(await countDecisions(ctx)).toEqual(totals.log);
  const overdue = await listDecisions(ctx, { standing: "overdue" });
  expect(overdue.decisions[0]?.decision.slug).toBe("money-for-the-minibus");
  const [letters] = await findByWords(ctx.db, "easy read letters", { kind: "decision", limit: 3 });
  const { causes } = await listLinked(ctx, letters?.subjectId ?? "");
  expect(causes.map(({ path }) => path)).toEqual(["/events/larkmere-marketplace-2025"]);
});
