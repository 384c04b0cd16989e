import { asc, count, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { commitments } from "~/db/tables/commitments";
import { messages } from "~/db/tables/platform";
import { loadDemo } from "~/demo/load-demo.server";
import { readResponses } from "~/demo/responses.server";
import { answerFigures } from "~/features/responses/figures.server";
import { listResponses, listStanding } from "~/features/responses/read.server";
import type { Ctx } from "~/platform/context.server";
import { listEffects } from "~/platform/links.server";
import { freshDatabase } from "../support/fresh-database";

let ctx: Ctx;
beforeAll(async () => {
  const store = await freshDatabase();
  const options = {
    now: new Date("2026-06-22T09:00:00Z"),
    origin: "https://roundhere.example.org",
    secret: "only-for-tests-only-for-tests-only-for-tests",
  };
  await loadDemo(store, options);
  ctx = { store, db: store.db, actor: { kind: "anyone" }, ...options };
}, 240_000);

test("139 of the 160 ideas have their answers, 118 of them within 20 working days", async () => {
  const { totals } = readResponses();
  const found = await answerFigures(ctx, { kinds: ["idea"] });
  const { outcomes } = found;
  expect(found).toMatchObject({ things: 160, answered: 139, old: 160, inTime: 118 });
  expect({
    ...{ answered: found.answered, inTime: found.inTime, no: outcomes.cannot + outcomes.not_ours },
    ...{ will: outcomes.will, doing: outcomes.doing, did: outcomes.did, need_info: outcomes.need_info },
  }).toEqual(totals);
  expect(totals).toMatchObject({ will: 22, doing: 31, did: 27, no: 43, need_info: 16 });
});

test("no two answers say the same, and every no has a reason of its own", async () => {
  const { responses } = await listStanding(ctx, {}, 500);
  const texts = responses.map(({ response }) => response.text);
  expect(new Set(texts).size).toBe(texts.length);
  const reasons = responses.flatMap(({ response }) => response.reason ?? []);
  expect(reasons.length).toBeGreaterThanOrEqual(43);
  expect(new Set(reasons).size).toBe(reasons.length);
});

test("an earlier answer stays in the history of the one that followed it", async () => {
  const { responses } = await listStanding(ctx, { kind: "did" }, 100);
  const benches = responses.find(({ response }) => response.said === "Benches along the canal");
  const id = benches?.thing.id ?? "";
  const all = (await listResponses(ctx, "idea", [id])).get(id) ?? [];
  expect(all.map(({ response }) => response.kind)).toEqual(["did", "doing"]);
});

test("what was said of the cancelled interpreter led to a commitment", async () => {
  const { responses } = await listStanding(ctx, { kind: "will" }, 100);
  const answer = responses.find(({ thing }) => thing.kind === "feedback");
  const effects = await listEffects(ctx, "official_response", [answer?.response.id ?? ""]);
  const [promise] = effects.get(answer?.response.id ?? "") ?? [];
  expect(promise?.kind).toBe("commitment");
  const [row] = await ctx.db
    .select()
    .from(commitments)
    .where(eq(commitments.id, promise?.id ?? ""));
  expect(row?.said).toContain("two sign language interpreters");
});

test("authors who left an address were told of the answer to their idea", async () => {
  const told = await ctx.db
    .select({ n: count(), state: messages.state })
    .from(messages)
    .where(eq(messages.aboutKind, "official_response"))
    .groupBy(messages.state)
    .orderBy(asc(messages.state));
  expect(told.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(0);
  expect(told.map(({ state }) => state)).toEqual(["done"]);
});
