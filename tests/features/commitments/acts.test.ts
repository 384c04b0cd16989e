import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { addCommitment } from "~/features/commitments/add-commitment.server";
import { addEvidence } from "~/features/commitments/add-evidence.server";
import { correctCommitment } from "~/features/commitments/correct-commitment.server";
import { promiseFigures } from "~/features/commitments/figures.server";
import { ownCommitment } from "~/features/commitments/own-commitment.server";
import {
  countCommitments,
  isIn,
  listActs,
  listCommitments,
  listDue,
  listThemesOf,
  selectSeen,
} from "~/features/commitments/read.server";
import { listLacking } from "~/features/commitments/read-staff.server";
import { rebuildCommitmentSearch } from "~/features/commitments/rebuild-search.server";
import { redateCommitment } from "~/features/commitments/redate-commitment.server";
import { reopenCommitment } from "~/features/commitments/reopen-commitment.server";
import { STATES } from "~/features/commitments/rules";
import { settleCondition } from "~/features/commitments/settle-condition.server";
import { standingOf, stateOf } from "~/features/commitments/state";
import { withdrawCommitment } from "~/features/commitments/withdraw-commitment.server";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { aCommitment, BRIDGES, getCommitment } from "../../support/commitments";
import { aBorough, aHouse, asAnyone, asStaff, at, CANALSIDE, HIGHDOWN } from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const on = (ctx: Ctx, wall: string): Ctx => ({ ...ctx, now: at(wall) });
const redate = (dueDay: string, day = "2026-06-01", precision = "day") => ({
  dueDay,
  day,
  precision,
  words: "The maker of the bench is late.",
});
const owner = (change = {}) => ({
  organisation: "canal-bridges",
  role: "Head of Benches",
  email: "",
  words: "",
  ...change,
});
const shown = (change = {}) => ({
  words: "The bench stands by the lock.",
  link: "https://example.org/bench",
  day: "2026-06-01",
  done: "yes",
  ...change,
});
const stateNow = async (ctx: Ctx, number: number) =>
  stateOf((await getCommitment(ctx, number)).commitment, dayOf(ctx.now));

describe("the life of a commitment", () => {
  test("without an owner, then with one, re-dated twice, late with evidence; the first date stays", async () => {
    const typed = {
      said: "A bench will stand by the lock by the end of April.",
      kind: "dated",
      from: "meeting",
      sourceWords: "Minutes of 2 March 2026, paragraph 9",
      madeDay: "2026-03-02",
      precision: "month",
      dueDay: "2026-04-10",
    };
    const made = await addCommitment(asStaff(ctx), { typed });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const { number } = made;
    const march = on(asStaff(ctx), "2026-03-03T10:00");
    expect(await stateNow(march, number)).toBe("needs_owner");
    expect((await listLacking(ctx)).map((one) => one.commitment.number)).toContain(number);
    const noOwner = await addEvidence(asStaff(ctx), { number, typed: shown() });
    expect(noOwner).toMatchObject({
      ok: false,
      reason: "hindered",
      fields: { "": [expect.stringContaining("Nobody owns it")] },
    });
    expect(await ownCommitment(asStaff(ctx), { number, typed: owner() })).toEqual({ ok: true });
    expect((await listLacking(ctx)).map((one) => one.commitment.number)).not.toContain(number);
    for (const [dueDay, day] of [
      ["2026-05-10", "2026-04-20"],
      ["2026-05-28", "2026-05-10"],
    ] as const) {
      expect(await redateCommitment(asStaff(ctx), { number, typed: redate(dueDay, day) })).toEqual({
        ok: true,
      });
    }
    expect(await stateNow(ctx, number)).toBe("overdue");
    expect(await addEvidence(asStaff(ctx), { number, typed: shown() })).toEqual({ ok: true });
    const { commitment } = await getCommitment(ctx, number);
    expect(commitment).toMatchObject({
      firstDueDay: "2026-04-30",
      firstPrecision: "month",
      dueDay: "2026-05-28",
      redated: 2,
      doneDay: "2026-06-01",
    });
    expect(await stateNow(ctx, number)).toBe("done_late");
    const acts = (await listActs(ctx, commitment.id)).map(({ act }) => act.act);
    expect(acts).toEqual(["made", "owned", "dated", "dated", "done"]);
  });

  test("is done only with dated evidence that lies between its making and today", async () => {
    const { commitment } = await aCommitment(ctx);
    const { number } = commitment;
    const bad = async (change: object) => addEvidence(asStaff(ctx), { number, typed: shown(change) });
    expect(await bad({ words: "" })).toMatchObject({ fields: { words: [expect.any(String)] } });
    expect(await bad({ day: "" })).toMatchObject({ fields: { day: [expect.any(String)] } });
    expect(await bad({ day: "2026-06-02" })).toMatchObject({ fields: { day: [expect.any(String)] } });
    expect(await bad({ day: "2026-05-19" })).toMatchObject({ fields: { day: [expect.any(String)] } });
    expect(await bad({ link: "javascript:alert(1)" })).toMatchObject({
      fields: { link: [expect.any(String)] },
    });
    expect(await stateNow(ctx, number)).toBe("open");
    // Something shown is not yet the end of it.
    expect(await bad({ done: "no" })).toEqual({ ok: true });
    expect(await stateNow(ctx, number)).toBe("open");
    expect(await bad({})).toEqual({ ok: true });
    expect(await stateNow(ctx, number)).toBe("done");
    const redated = await redateCommitment(asStaff(ctx), { number, typed: redate("2026-09-01") });
    expect(redated).toMatchObject({ reason: "hindered" });
    expect(
      await reopenCommitment(asStaff(ctx), { number, typed: { words: "It was another bench." } }),
    ).toEqual({ ok: true });
    expect(await stateNow(ctx, number)).toBe("open");
  });

  test("is withdrawn for good, with its reason, and leaves the list of what falls due", async () => {
    const { commitment } = await aCommitment(ctx, { due: { day: "2026-06-11", precision: "day" } });
    const { number } = commitment;
    const due = async () => (await listDue(ctx, { from: "2026-06-11", to: "2026-06-11" })).length;
    expect(await due()).toBe(1);
    expect(await withdrawCommitment(asStaff(ctx), { number, typed: { words: " " } })).toMatchObject({
      fields: { words: [expect.any(String)] },
    });
    expect(
      await withdrawCommitment(asStaff(ctx), { number, typed: { words: "The lock is to be closed." } }),
    ).toEqual({ ok: true });
    expect(await due()).toBe(0);
    expect(await stateNow(ctx, number)).toBe("withdrawn");
    for (const again of [
      await addEvidence(asStaff(ctx), { number, typed: shown() }),
      await redateCommitment(asStaff(ctx), { number, typed: redate("2026-09-01") }),
      await ownCommitment(asStaff(ctx), { number, typed: owner() }),
      await reopenCommitment(asStaff(ctx), { number, typed: { words: "No." } }),
      await withdrawCommitment(asStaff(ctx), { number, typed: { words: "Once more." } }),
    ]) {
      expect(again).toMatchObject({ reason: "hindered" });
    }
  });

  test("says how its condition came out, and has none to settle where it was made without", async () => {
    const { commitment } = await aCommitment(ctx, { condition: "Money from the lottery" });
    const typed = { conditionState: "met", day: "2026-06-01", words: "The letter came on 1 June." };
    expect(await settleCondition(asStaff(ctx), { number: commitment.number, typed })).toEqual({ ok: true });
    expect((await getCommitment(ctx, commitment.number)).commitment.conditionState).toBe("met");
    const without = await aCommitment(ctx);
    expect(await settleCondition(asStaff(ctx), { number: without.commitment.number, typed })).toMatchObject({
      reason: "hindered",
    });
  });

  test("without a date gets its first one once, and an ambition never does", async () => {
    const undated = await aCommitment(ctx, { due: null });
    const { number } = undated.commitment;
    expect(
      await redateCommitment(asStaff(ctx), { number, typed: redate("2026-08-20", "2026-06-01", "quarter") }),
    ).toEqual({ ok: true });
    expect((await getCommitment(ctx, number)).commitment).toMatchObject({
      firstDueDay: "2026-09-30",
      redated: 0,
    });
    const same = redate("2026-07-07", "2026-06-01", "quarter");
    expect(await redateCommitment(asStaff(ctx), { number, typed: same })).toMatchObject({
      reason: "hindered",
    });
    const ambition = await aCommitment(ctx, { kind: "ambition", due: null });
    const typed = redate("2026-09-01");
    expect(await redateCommitment(asStaff(ctx), { number: ambition.commitment.number, typed })).toMatchObject(
      { reason: "hindered" },
    );
  });

  test("is corrected in the open; words that name somebody are not kept", async () => {
    const { commitment } = await aCommitment(ctx, { text: "Nurse Ada Lock will ring everyone back." });
    const { number } = commitment;
    const typed = {
      said: "The ward will ring everyone back.",
      sourceWords: commitment.sourceWords,
      neighbourhood: "canalside",
      words: "It named a person.",
    };
    expect(await correctCommitment(asStaff(ctx), { number, typed: { ...typed, hide: "yes" } })).toEqual({
      ok: true,
    });
    const acts = await listActs(ctx, commitment.id);
    expect(JSON.stringify(acts)).not.toContain("Ada");
    expect(JSON.stringify(await findByWords(ctx.db, "ring everyone"))).not.toContain("Ada");
    const again = { ...typed, said: "The ward rings everyone back." };
    expect(await correctCommitment(asStaff(ctx), { number, typed: again })).toEqual({ ok: true });
    expect((await listActs(ctx, commitment.id)).at(-1)?.act.before).toEqual({
      said: "The ward will ring everyone back.",
    });
    expect(await correctCommitment(asStaff(ctx), { number, typed: again })).toMatchObject({
      fields: { said: [expect.any(String)] },
    });
    expect(await listThemesOf(ctx, commitment.id)).toEqual([]);
  });

  test("is changed by those who work there, and answers others as if it were not there", async () => {
    const { commitment } = await aCommitment(ctx, { neighbourhoodId: CANALSIDE });
    const { number } = commitment;
    const typed = redate("2026-09-01");
    expect(await redateCommitment(asAnyone(ctx), { number, typed })).toMatchObject({ reason: "missing" });
    const elsewhere = asStaff(ctx, "neighbourhood_lead", HIGHDOWN);
    expect(await redateCommitment(elsewhere, { number, typed })).toMatchObject({ reason: "not_allowed" });
    const there = asStaff(ctx, "team_member", CANALSIDE);
    expect(await redateCommitment(there, { number, typed })).toEqual({ ok: true });
    expect(await withdrawCommitment(there, { number, typed: { words: "No." } })).toMatchObject({
      reason: "not_allowed",
    });
  });
});

describe("the register", () => {
  test("finds the same states in the database as in the rule, after any history", async () => {
    const own = await aHouse();
    await aBorough(own);
    const day = (n: number) => `2026-0${1 + (n % 5)}-${String(1 + (n % 27)).padStart(2, "0")}`;
    const attempt = fc.record({
      what: fc.constantFrom("own", "date", "done", "withdraw", "reopen"),
      n: fc.nat(200),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(attempt, { maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        async (tried, owned, dated) => {
          const { commitment } = await aCommitment(own, {
            madeDay: "2026-01-01",
            owner: owned ? { organisationId: BRIDGES, role: "Head of Parks" } : null,
            due: dated ? { day: day(tried.length * 37), precision: "day" } : null,
          });
          const { number } = commitment;
          for (const { what, n } of tried) {
            const typed = {
              words: "Because.",
              link: "",
              day: day(n),
              done: "yes",
              dueDay: day(n + 3),
              precision: "month",
            };
            if (what === "own")
              await ownCommitment(asStaff(own), { number, typed: owner({ role: `Head ${n % 3}` }) });
            if (what === "date") await redateCommitment(asStaff(own), { number, typed });
            if (what === "done") await addEvidence(asStaff(own), { number, typed });
            if (what === "withdraw") await withdrawCommitment(asStaff(own), { number, typed });
            if (what === "reopen") await reopenCommitment(asStaff(own), { number, typed });
          }
          const { commitment: now } = await getCommitment(own, number);
          const acts = (await listActs(own, now.id)).map(({ act }) => act);
          const { kind, conditionState, ...standing } = standingOf("dated", null, acts);
          expect(now).toMatchObject(standing);
          expect(now.firstDueDay ?? null).toBe(acts.find((act) => act.dueDay)?.dueDay ?? null);
        },
      ),
      { numRuns: 40 },
    );
    const all = await selectSeen(own);
    for (const today of ["2026-02-01", "2026-03-31", "2026-06-01"]) {
      for (const state of STATES) {
        const found = (await selectSeen(own).where(isIn(state, today))).map((one) => one.commitment.number);
        const wanted = all.filter((one) => stateOf(one.commitment, today) === state);
        expect(found.sort()).toEqual(wanted.map((one) => one.commitment.number).sort());
      }
    }
    const figures = await promiseFigures(own);
    expect(Object.values(figures.states).reduce((sum, n) => sum + n, 0)).toBe(figures.all);
    expect(figures.all).toBe(all.length);
  });

  test("is paged by number, narrowed by state, source, owner and place, and searched by words", async () => {
    const own = await aHouse();
    await aBorough(own);
    for (let n = 0; n < 5; n += 1) {
      await aCommitment(own, {
        text: `Lamp ${["ash", "beech", "cedar", "damson", "elm"][n]} will be lit.`,
        neighbourhoodId: n < 2 ? CANALSIDE : null,
        owner: n === 4 ? null : { organisationId: BRIDGES, role: "Head of Lamps" },
      });
    }
    const first = await listCommitments(own, { limit: 3 });
    expect(first.commitments.map((one) => one.commitment.number)).toEqual([5, 4, 3]);
    const second = await listCommitments(own, { limit: 3, before: first.next ?? 0 });
    expect(second.commitments.map((one) => one.commitment.number)).toEqual([2, 1]);
    expect(second.next).toBeNull();
    expect(await countCommitments(own, { state: "needs_owner" })).toBe(1);
    expect(await countCommitments(own, { organisationId: BRIDGES })).toBe(4);
    expect(await countCommitments(own, { neighbourhoodId: CANALSIDE, source: "meeting" })).toBe(2);
    expect((await findByWords(own.db, "lamp damson lit")).map((one) => one.path)).toEqual(["/commitments/4"]);
    expect(await rebuildCommitmentSearch(own)).toEqual({ ok: true, entries: 5 });
    expect(await findByWords(own.db, "lamp lit")).toHaveLength(5);
  });
});

describe("the figures", () => {
  test("put late and overdue into the rate, withdrawn, ambitions and standing ones apart", async () => {
    const own = await aHouse();
    await aBorough(own);
    const april = { madeDay: "2026-02-01", due: { day: "2026-04-30", precision: "day" as const } };
    const done = async (day: string) => {
      const { commitment } = await aCommitment(own, april);
      await addEvidence(asStaff(own), { number: commitment.number, typed: shown({ day }) });
    };
    await done("2026-04-30");
    await done("2026-03-01");
    await done("2026-05-01");
    const old = await aCommitment(own, april);
    const withdrawn = await aCommitment(own, april);
    await withdrawCommitment(asStaff(own), { number: withdrawn.commitment.number, typed: { words: "No." } });
    const ambition = await aCommitment(own, { kind: "ambition", due: null, madeDay: "2026-02-01" });
    await addEvidence(asStaff(own), { number: ambition.commitment.number, typed: shown() });
    await aCommitment(own, { kind: "standing", due: null });
    await aCommitment(own, { owner: null });
    for (const dueDay of ["2026-05-01", "2026-05-10"]) {
      await redateCommitment(asStaff(own), {
        number: old.commitment.number,
        typed: redate(dueDay, "2026-04-20"),
      });
    }
    expect(await promiseFigures(own)).toEqual({
      asAt: "2026-06-01",
      all: 8,
      states: { overdue: 1, open: 1, needs_owner: 1, done: 3, done_late: 1, withdrawn: 1 },
      fellDue: 4,
      doneOnTime: 2,
      onTimeRate: 50,
      noOwner: 1,
      noDate: 0,
      redatedTwice: 1,
      oldestOverdue: "2026-05-10",
    });
    const may = await promiseFigures(own, { from: "2026-05-01", to: "2026-05-31" });
    expect(may).toMatchObject({ fellDue: 1, doneOnTime: 0, onTimeRate: 0 });
    expect(await promiseFigures(own, { from: "2020-01-01", to: "2020-12-31" })).toMatchObject({
      onTimeRate: null,
    });
  });
});
