import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { answerFigures } from "~/features/responses/figures.server";
import { joinThings } from "~/features/responses/join-things.server";
import { countWaiting, listWaiting } from "~/features/responses/read-waiting.server";
import { setThingHidden } from "~/features/responses/set-thing-hidden.server";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { finishMessage } from "~/platform/outbox-tasks.server";
import { listTasks } from "~/platform/read-messages.server";
import { addWorkingDays, workingDaysBetween } from "~/platform/working-days";
import { aBorough, aHouse, asStaff, at, CANALSIDE, HIGHDOWN } from "../../support/factories";
import { aFollower, anAnswer, aThing, inWrite } from "../../support/responses";

let ctx: Ctx;
let staff: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  staff = asStaff(ctx);
});

const on = (day: string): Ctx => ({ ...staff, now: at(`${day}T10:00`) });
const thing = () => ({ kind: "idea", id: newId() });
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** A month of its own for each test, since they share a database. */
const scopeOf = (month: string) => ({ from: `${month}-01`, to: `${month}-31` });

test("the twentieth working day is in time, the next is late, and bank holidays do not count", async () => {
  // Easter lies between: the twentieth working day after 25 March 2026 is 24 April.
  const saidOn = "2026-03-25";
  const last = addWorkingDays(saidOn, 20);
  expect(last).toBe("2026-04-24");
  const [inTime, late] = [await aThing(ctx, thing(), saidOn), await aThing(ctx, thing(), saidOn)];
  await aThing(ctx, thing(), saidOn);
  await anAnswer(on(last), inTime);
  await anAnswer(on("2026-04-27"), late);
  // A second answer changes nothing about when the first came.
  await anAnswer(on("2026-05-20"), inTime, { kind: "cannot" });
  const figures = await answerFigures(on("2026-06-01"), scopeOf("2026-03"));
  expect(figures).toMatchObject({ things: 3, answered: 2, old: 3, inTime: 1, medianDays: 20.5 });
  expect(figures.outcomes).toMatchObject({ cannot: 1, doing: 1, did: 0 });
});

test("what is younger than 20 working days is left out, answered or not, until the day after", async () => {
  const saidOn = "2026-02-02";
  const answered = await aThing(ctx, thing(), saidOn);
  await aThing(ctx, thing(), saidOn);
  await anAnswer(on("2026-02-04"), answered);
  expect(await answerFigures(on("2026-03-02"), scopeOf("2026-02"))).toMatchObject({ old: 0, inTime: 0 });
  expect(await answerFigures(on("2026-03-03"), scopeOf("2026-02"))).toMatchObject({ old: 2, inTime: 1 });
});

test("a loop is closed when everyone who asked has been told, the letter posted too", async () => {
  const asked = await aThing(ctx, thing(), "2026-01-05");
  await aFollower(ctx, asked, "Leonard Tull", { address: "4 Lock Lane\nLarkmere" });
  await anAnswer(on("2026-01-12"), asked);
  const closed = async () => (await answerFigures(staff, scopeOf("2026-01"))).closed;
  expect(await closed()).toBe(0);
  const [letter] = (await listTasks(staff, null)).messages;
  await finishMessage(staff, { id: letter?.id ?? "" });
  expect(await closed()).toBe(1);
});

test("hidden things and those merged into another are in no count", async () => {
  const [hidden, joined, into] = [
    await aThing(ctx, thing(), "2025-11-03"),
    await aThing(ctx, thing(), "2025-11-03"),
    await aThing(ctx, thing(), "2025-11-03"),
  ];
  await anAnswer(on("2025-11-10"), hidden);
  await inWrite(ctx, (ctx) => setThingHidden(ctx, hidden, true));
  await inWrite(ctx, (ctx) => joinThings(ctx, { thing: joined, into }));
  const figures = await answerFigures(staff, scopeOf("2025-11"));
  expect(figures).toMatchObject({ things: 1, answered: 0, old: 1, inTime: 0 });
  expect(Object.values(figures.outcomes).every((n) => n === 0)).toBe(true);
});

test("the figures of any history equal a recount by hand", async () => {
  const day = fc.integer({ min: 0, max: 30 }).map((n) => `2025-07-${String(n + 1).padStart(2, "0")}`);
  const story = fc.array(
    fc.record({ saidOn: day, after: fc.option(fc.integer({ min: 0, max: 45 }), { nil: null }) }),
    { minLength: 1, maxLength: 8 },
  );
  const seen: number[] = [];
  let [total, inTime] = [0, 0];
  await fc.assert(
    fc.asyncProperty(story, async (things) => {
      for (const { saidOn, after } of things) {
        const one = await aThing(ctx, thing(), saidOn, { neighbourhoodId: HIGHDOWN });
        if (after !== null) await anAnswer(on(dayAfter(saidOn, after)), one, { neighbourhood: "highdown" });
      }
      const answered = things.filter(({ after }) => after !== null);
      const days = answered.map(({ saidOn, after }) =>
        workingDaysBetween(saidOn, dayAfter(saidOn, after ?? 0)),
      );
      seen.push(...days);
      const all = await answerFigures(staff, { neighbourhoodId: HIGHDOWN, ...scopeOf("2025-07") });
      total += things.length;
      inTime += days.filter((n) => n <= 20).length;
      expect(all).toMatchObject({ things: total, answered: seen.length, old: total, inTime });
    }),
    { numRuns: 6 },
  );
  const sorted = seen.sort((a, b) => a - b);
  const [low = 0, high = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  const { medianDays } = await answerFigures(staff, { neighbourhoodId: HIGHDOWN, ...scopeOf("2025-07") });
  expect(medianDays).toBe((low + high) / 2);
});

test("what waits stands oldest first, with what is late, where somebody answers", async () => {
  await aThing(ctx, { kind: "event_note", id: "young" }, "2026-05-28", { neighbourhoodId: CANALSIDE });
  await aThing(ctx, { kind: "event_note", id: "old" }, "2026-04-20", { neighbourhoodId: CANALSIDE });
  const lead = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
  const { waiting } = await listWaiting(lead, { kind: "event_note" });
  expect(waiting.map(({ thing, isLate }) => [thing.id, isLate])).toEqual([
    ["old", true],
    ["young", false],
  ]);
  expect((await listWaiting(lead, { kind: "event_note", late: true })).waiting).toHaveLength(1);
  expect(await countWaiting(lead)).toEqual({ waiting: 2, late: 1 });
  expect(
    (await listWaiting(asStaff(ctx, "neighbourhood_lead", HIGHDOWN), {})).waiting.every(
      ({ thing }) => thing.neighbourhoodId === HIGHDOWN,
    ),
  ).toBe(true);
});
