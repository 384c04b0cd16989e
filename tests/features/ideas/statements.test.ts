import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "~/db/tables/platform";
import { addStatement } from "~/features/ideas/add-statement.server";
import type { Mark } from "~/features/ideas/agreement";
import { agreementSeen } from "~/features/ideas/agreement-tables";
import { checkStatement } from "~/features/ideas/check-statement.server";
import { markMany, markStatement } from "~/features/ideas/mark-statement.server";
import { findBoardRow } from "~/features/ideas/read.server";
import { findAgreementSeen, getMarking, listMarks } from "~/features/ideas/read-statements.server";
import { refreshAgreement, refreshAgreements } from "~/features/ideas/refresh-agreement.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, later } from "../../support/factories";
import { aBoard } from "../../support/ideas";
import { aPerson } from "../../support/moderation";

let ctx: Ctx;
let someone: Ctx;
let bryn: Ctx;
let helen: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  someone = asAnyone(ctx);
  bryn = await aPerson(ctx, "Bryn Castle");
  helen = await aPerson(ctx, "Helen Pike", "engagement_lead");
});

const VIEWS = ["aaaddd", "aadadd", "aaddaa"];

/** A board with six statements that are shown. */
async function aFinder() {
  const board = await aBoard(ctx, { typed: { findsAgreement: "yes" } });
  const ids: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    const added = await addStatement(helen, { board: board.slug, typed: { text: `Statement number ${n}` } });
    if (!added.ok) throw new Error(added.reason);
    await checkStatement(bryn, { id: added.id, to: "shown" });
    ids.push(added.id);
  }
  return { board, ids };
}

/** From 0 to 99, without any pattern that could be taken for a camp. */
const thrown = (...at: number[]) => {
  let mixed = 17;
  for (const n of at) mixed = Math.imul(mixed ^ (n + 101), 0x5bd1e995) >>> 7;
  return mixed % 100;
};

/** Marks of camps of these sizes: two say the opposite of each other, a third lies between. */
const marksOf = (ids: readonly string[], sizes: readonly number[], salt = "") =>
  sizes.flatMap((size, camp) =>
    Array.from({ length: size }, (_, n) =>
      ids.map((statement, at) => ({
        ...{ statement, device: `${salt}${camp}-${n}` },
        mark: (thrown(camp, n, at) < 24 ? "pass" : VIEWS[camp]?.[at] === "a" ? "agree" : "disagree") as Mark,
      })),
    ).flat(),
  );

describe("a statement", () => {
  test("is shown once somebody else than who wrote it has read it", async () => {
    const board = await aBoard(ctx, { typed: { findsAgreement: "yes" } });
    const typed = { text: "Lamps help more than cameras." };
    const added = await addStatement(bryn, { board: board.slug, typed });
    if (!added.ok) throw new Error(added.reason);
    const mark = {
      board: board.slug,
      statement: added.id,
      typed: { mark: "agree" },
      device: "a",
      limitBy: null,
    };
    expect(await markStatement(someone, mark)).toMatchObject({ reason: "missing" });
    expect(await checkStatement(bryn, { id: added.id, to: "shown" })).toMatchObject({ reason: "own" });
    expect(await checkStatement(helen, { id: added.id, to: "shown" })).toEqual({ ok: true });
    expect(await markStatement(someone, { ...mark, typed: {} })).toMatchObject({ reason: "invalid" });
    expect(await markStatement(someone, mark)).toEqual({ ok: true });
    expect(await addStatement(helen, { board: (await aBoard(ctx)).slug, typed })).toMatchObject({
      reason: "missing",
    });
  });

  test("is marked once by a browser, which can change it; the record does not say what was marked", async () => {
    const { board, ids } = await aFinder();
    const one = { board: board.slug, statement: ids[0] ?? "", device: "mine", limitBy: null };
    for (const mark of ["agree", "agree", "disagree"])
      await markStatement(someone, { ...one, typed: { mark } });
    expect(await listMarks(ctx, board.id)).toMatchObject([{ mark: "disagree" }]);
    const found = await findBoardRow(ctx, { id: board.id });
    if (!found) throw new Error("no board");
    expect(await getMarking(ctx, found, { device: "mine", n: null })).toMatchObject({
      n: 2,
      of: 6,
      mine: null,
    });
    expect(await getMarking(ctx, found, { device: "mine", n: 1 })).toMatchObject({ mine: "disagree" });
    const acts = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, board.id));
    expect(JSON.stringify(acts)).not.toContain("disagree");
    const late = later(someone, 24 * 365);
    expect(await markStatement(late, { ...one, typed: { mark: "pass" } })).toMatchObject({
      reason: "closed",
    });
  });

  test("marks of more than sixty browsers from one place are put aside", async () => {
    const { board, ids } = await aFinder();
    for (let n = 0; n < 70; n += 1) {
      const device = `script ${n}`;
      const typed = { mark: "agree" };
      await markStatement(someone, {
        ...{ board: board.slug, statement: ids[0] ?? "", typed, device, limitBy: "203.0.113.40" },
      });
    }
    expect(await listMarks(ctx, board.id)).toEqual([]);
  });
});

describe("the agreement page", () => {
  test("shows nothing of fewer than eight people, and of groups what they surely agree on", async () => {
    const { board, ids } = await aFinder();
    await markMany(ctx, { boardId: board.id, marks: marksOf(ids, [7]) });
    expect(await refreshAgreement(ctx, { boardId: board.id })).toMatchObject({ outcome: "too_few" });
    expect(await findAgreementSeen(someone, board.id)).toBeNull();
    await markMany(ctx, { boardId: board.id, marks: marksOf(ids, [40, 30, 25], "x") });
    expect(await refreshAgreement(ctx, { boardId: board.id })).toMatchObject({ outcome: "new" });
    const seen = await findAgreementSeen(someone, board.id);
    const shown = agreementSeen(seen?.edition?.tables ?? []);
    expect(seen?.groups).toHaveLength(3);
    const marks = await listMarks(ctx, board.id);
    expect(shown.common.map(({ text }) => text)).toContain("Statement number 0");
    for (const statement of shown.common) {
      // What all groups agree on has a true majority among everybody, and so in what was rounded away.
      const agrees = marks.filter((one) => one.statement === statement.id && one.mark === "agree").length;
      const leaning = statement.groups[0]?.leaning;
      expect(leaning === "agree" ? agrees * 2 > 102 : agrees * 2 < 102).toBe(true);
    }
    const cells =
      seen?.edition?.tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells, row.all])) ?? [];
    for (const { people } of cells) {
      if (people.value !== null) expect(people.value % 5).toBe(0);
    }
  });

  test("does not move with one mark, nor within an hour", async () => {
    const { board, ids } = await aFinder();
    await markMany(ctx, { boardId: board.id, marks: marksOf(ids, [30, 30]) });
    await refreshAgreements(ctx);
    const first = await findAgreementSeen(someone, board.id);
    expect(first?.edition).not.toBeNull();
    const one = { board: board.slug, device: "new", limitBy: null, typed: { mark: "agree" } };
    for (const statement of ids) await markStatement(someone, { ...one, statement });
    await refreshAgreements(later(ctx, 2));
    expect(await findAgreementSeen(someone, board.id)).toEqual(first);
    await markMany(ctx, { boardId: board.id, marks: marksOf(ids, [20, 20], "more") });
    await refreshAgreements(later(ctx, 0.5));
    expect(await findAgreementSeen(someone, board.id)).toEqual(first);
    await refreshAgreements(later(ctx, 3));
    expect((await findAgreementSeen(someone, board.id))?.editionId).not.toBe(first?.editionId);
  });
});
