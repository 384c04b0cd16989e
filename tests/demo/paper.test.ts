import { beforeAll, expect, test } from "vitest";
import { loadDemo } from "~/demo/load-demo.server";
import { cameIn } from "~/features/surveys/batch";
import { findSurveyRow } from "~/features/surveys/read.server";
import { findBatch, listChannels } from "~/features/surveys/read-paper.server";
import type { Ctx } from "~/platform/context.server";
import { freshDatabase } from "../support/fresh-database";
import { recount } from "../support/paper";

const NOW = new Date("2026-11-21T20:00:00Z");
let ctx: Ctx;

beforeAll(async () => {
  const store = await freshDatabase();
  const options = { now: NOW, origin: "http://localhost:3000", secret: "only-for-tests".repeat(4) };
  await loadDemo(store, options);
  ctx = { ...options, store, db: store.db, actor: { kind: "system", name: "tests" } };
}, 120_000);

test("the open survey has a batch that comes in: twelve sheets typed, four again, and one that differs", async () => {
  const survey = await findSurveyRow(ctx, { slug: "getting-to-appointments" });
  if (!survey) throw new Error("no survey");
  const seen = await findBatch(ctx, survey.id, "B1");
  expect(seen).toMatchObject({ standing: "coming_in", counts: { differs: 1, checked: 3 }, toSecond: 1 });
  expect(seen && cameIn(seen.counts)).toBe(12);
  const channels = await listChannels(ctx, survey.id);
  expect(Object.fromEntries(channels.map(({ channel, count }) => [channel, count]))).toEqual({
    online: 34,
    paper: 12,
    assisted: 0,
    phone: 0,
  });
  const { tallies, counted, received, days } = await recount(ctx, survey.slug);
  expect(tallies).toEqual(counted);
  expect(received).toBe(46);
  expect(days).toBe(46);
});
