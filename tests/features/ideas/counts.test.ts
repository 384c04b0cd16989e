import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ideas } from "~/db/tables/ideas";
import { ideaSupports } from "~/db/tables/ideas-support";
import { holdSupport, releaseSupport } from "~/features/ideas/hold-support.server";
import { judgeAtOnce } from "~/features/ideas/judge-case.server";
import { mergeIdeas, undoMerge } from "~/features/ideas/merge-ideas.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone } from "../../support/factories";
import { aBoard, anIdea, countOf, supports } from "../../support/ideas";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const POINTS = 6;
type Act = { act: string; a: number; b: number; who: number; n: number };
const anAct: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(
    "support",
    "support",
    "support",
    "undo",
    "post",
    "merge",
    "merge",
    "unmerge",
    "hide",
    "show",
    "hold",
    "release",
  ),
  a: fc.nat(30),
  b: fc.nat(30),
  who: fc.nat(5),
  n: fc.integer({ min: 1, max: 5 }),
});

type Row = { who: string; points: number; held: boolean };
type Told = { id: string; slug: string; into: string | null; hidden: boolean; rows: Row[] };

/** The same rules told again, without a database: what an idea's count is by definition. */
class Model {
  ideas: Told[] = [];
  constructor(readonly byPoints: boolean) {}

  find(id: string): Told {
    const found = this.ideas.find((one) => one.id === id);
    if (!found) throw new Error("no such idea");
    return found;
  }
  top(one: Told): Told {
    return one.into === null ? one : this.top(this.find(one.into));
  }
  family(top: Told): Told[] {
    return this.ideas.filter((one) => this.top(one) === top);
  }
  count(top: Told): number {
    const rows = this.family(top)
      .flatMap((one) => one.rows)
      .filter((row) => !row.held);
    if (this.byPoints) return rows.reduce((all, row) => all + row.points, 0);
    return new Set(rows.map((row) => row.who)).size;
  }
  of(who: string, among: Told[]): number {
    return among
      .flatMap((one) => one.rows)
      .filter((row) => row.who === who)
      .reduce((all, row) => all + row.points, 0);
  }
  support(one: Told, who: string, points: number): void {
    const top = this.top(one);
    if (top.hidden) return;
    const family = this.family(top);
    const has = family.some((each) => each.rows.some((row) => row.who === who));
    if (!this.byPoints) {
      if (!has) top.rows.push({ who, points: 1, held: false });
      return;
    }
    const used = this.of(
      who,
      this.ideas.filter((each) => !this.top(each).hidden),
    );
    const given = this.of(who, family);
    if (points > POINTS - used + given) return;
    const held = family.some((each) => each.rows.some((row) => row.who === who && row.held));
    const elsewhere = this.of(
      who,
      family.filter((each) => each !== top),
    );
    const rest = points - elsewhere;
    for (const each of rest > 0 ? [top] : family) each.rows = each.rows.filter((row) => row.who !== who);
    top.rows.push({ who, points: rest > 0 ? rest : points, held });
  }
  undo(one: Told, who: string): void {
    const top = this.top(one);
    if (top.hidden) return;
    for (const each of this.family(top)) each.rows = each.rows.filter((row) => row.who !== who);
  }
}

async function step(board: { slug: string }, model: Model, { act, a, b, who, n }: Act): Promise<void> {
  const anyone = asAnyone(ctx);
  const [one, other] = [model.ideas[a % model.ideas.length], model.ideas[b % model.ideas.length]];
  if (!one || !other || act === "post") {
    const made = await anIdea(anyone, board, { title: `Idea about ${n} benches` });
    model.ideas.push({ ...made, into: null, hidden: false, rows: [] });
    return;
  }
  const name = `person ${who}`;
  const isLive = one.into === null && !one.hidden;
  if (act === "support") {
    await supports(anyone, board, one, name, { points: n });
    model.support(one, name, n);
  } else if (act === "undo") {
    await supports(anyone, board, one, name, { undo: true });
    model.undo(one, name);
  } else if (act === "merge") {
    const done = await mergeIdeas(ctx, { id: one.id, typed: { into: other.id, reason: "The same." } });
    const can = isLive && other.into === null && !other.hidden && one !== other;
    expect(done.ok).toBe(can);
    if (can) one.into = other.id;
  } else if (act === "unmerge") {
    const done = await undoMerge(ctx, { id: one.id });
    expect(done.ok).toBe(one.into !== null);
    one.into = null;
  } else if (act === "hide" || act === "show") {
    const typed = act === "hide" ? { decision: "remove", reason: "advertising" } : { decision: "show" };
    const done = await judgeAtOnce(ctx, { subject: { kind: "idea", id: one.id }, typed });
    expect(done.ok).toBe(one.into === null && one.hidden === (act === "show"));
    if (done.ok) one.hidden = act === "hide";
  } else {
    await (act === "hold" ? holdSupport : releaseSupport)(ctx, { id: one.id });
    for (const row of one.rows) row.held = act === "hold";
  }
}

/** What each idea that stands has by its raw rows, counted here and not by the database. */
async function recounted(boardId: string, byPoints: boolean): Promise<Map<string, number>> {
  const all = await ctx.db.select().from(ideas).where(eq(ideas.boardId, boardId));
  const rows = (await ctx.db.select().from(ideaSupports)).filter((row) => row.standing === "counted");
  const into = new Map(all.map((one) => [one.id, one.mergedIntoId]));
  const topOf = (id: string): string => {
    const next = into.get(id);
    return next ? topOf(next) : id;
  };
  return new Map(
    all
      .filter((one) => one.state !== "merged")
      .map((one) => {
        const mine = rows.filter((row) => into.has(row.ideaId) && topOf(row.ideaId) === one.id);
        const points = mine.reduce((sum, row) => sum + row.points, 0);
        return [one.id, byPoints ? points : new Set(mine.map((row) => row.supporter)).size];
      }),
  );
}

test.each([
  ["one", "each person counts once"],
  ["points", "points add up"],
])(
  "with support by %s, counts after any history equal a recount and the model: %s",
  async (support) => {
    const byPoints = support === "points";
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 10, maxLength: 45 }), async (history) => {
        const board = await aBoard(ctx, { typed: { support, points: byPoints ? String(POINTS) : "" } });
        const model = new Model(byPoints);
        for (let n = 0; n < 4; n += 1) await step(board, model, { act: "post", a: 0, b: 0, who: 0, n });
        for (const act of history) await step(board, model, act);
        const raw = await recounted(board.id, byPoints);
        for (const one of model.ideas.filter((each) => each.into === null)) {
          expect(await countOf(ctx, one.id)).toBe(model.count(one));
          expect(raw.get(one.id)).toBe(model.count(one));
        }
      }),
      { numRuns: 12, seed: 187 },
    );
  },
  120_000,
);

test("fifty supports by one person at the same moment count once", async () => {
  const board = await aBoard(ctx);
  const idea = await anIdea(asAnyone(ctx), board);
  const all = await Promise.all(
    Array.from({ length: 50 }, () => supports(asAnyone(ctx), board, idea, "one person")),
  );
  expect(all.every((one) => one.ok)).toBe(true);
  expect(await countOf(ctx, idea.id)).toBe(1);
  await supports(asAnyone(ctx), board, idea, "one person", { undo: true });
  expect(await countOf(ctx, idea.id)).toBe(0);
});

test("five and four supporters with two in common are seven, and undoing it gives back five and four", async () => {
  const board = await aBoard(ctx);
  const first = await anIdea(asAnyone(ctx), board);
  const second = await anIdea(asAnyone(ctx), board, { title: "Seats on the towpath" });
  for (const who of ["a", "b", "c", "d", "e"]) await supports(asAnyone(ctx), board, first, who);
  for (const who of ["d", "e", "f", "g"]) await supports(asAnyone(ctx), board, second, who);
  const typed = { into: first.id, reason: "Both ask for places to sit." };
  expect(await mergeIdeas(ctx, { id: second.id, typed })).toMatchObject({ ok: true, slug: first.slug });
  expect(await countOf(ctx, first.id)).toBe(7);
  expect(await undoMerge(ctx, { id: second.id })).toMatchObject({ ok: true });
  expect([await countOf(ctx, first.id), await countOf(ctx, second.id)]).toEqual([5, 4]);
});

test("a hundred scripted supports from one place: those past the limit wait, and can be let out together", async () => {
  const board = await aBoard(ctx);
  const idea = await anIdea(asAnyone(ctx), board);
  for (let n = 0; n < 100; n += 1) {
    const answer = await supports(asAnyone(ctx), board, idea, `script ${n}`, { limitBy: "203.0.113.9" });
    expect(answer.ok).toBe(true);
  }
  expect(await countOf(ctx, idea.id)).toBe(40);
  expect(await releaseSupport(ctx, { id: idea.id })).toMatchObject({ ok: true, rows: 100 });
  expect(await countOf(ctx, idea.id)).toBe(100);
});
