import { beforeAll, beforeEach, expect, test } from "vitest";
import { forgetNeeds } from "~/features/events/forget-needs.server";
import type { EventRow } from "~/features/events/read.server";
import { listEventTallies } from "~/features/events/read-attendance.server";
import { recordAdjustments } from "~/features/events/record-adjustments.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, anEvent, aRegistration, asStaff, at, HIGHDOWN } from "../../support/factories";

let before: Ctx;
let after: Ctx;
let event: EventRow;

beforeAll(async () => {
  before = await aHouse();
  after = { ...before, now: at("2026-07-02T10:00") };
  await aBorough(before);
});

/** Two people with a place ask for large print; so does one who waits. */
beforeEach(async () => {
  event = await anEvent(before, { capacity: "2" });
  for (let n = 0; n < 3; n += 1) await aRegistration(before, event, { needs: ["large_print"] });
});

const record = (ctx: Ctx, need: string, met: number, notMet: number) =>
  recordAdjustments(ctx, {
    slug: event.slug,
    typed: { adjustments: [{ need, met, partly: 0, notMet }] },
  });

const tally = async () => {
  const span = { from: at("2026-06-01T00:00"), to: at("2026-08-01T00:00") };
  return (await listEventTallies(after, span)).find((one) => one.event.id === event.id)?.adjustments;
};

test("what people with a place asked for becomes numbers, which stay when the requests have gone", async () => {
  expect(await record(after, "large_print", 1, 1)).toEqual({ ok: true, requested: 2 });
  await forgetNeeds({ ...after, now: at("2026-08-01T10:00") });
  expect(await tally()).toEqual({ requested: 2, met: 1, partly: 0, notMet: 1 });
  expect(await record(after, "large_print", 1, 0)).toMatchObject({ reason: "too_many" });
  expect(await tally()).toEqual({ requested: 2, met: 1, partly: 0, notMet: 1 });
});

test("never more than asked for, nor for something else, nor before the event, nor by other people", async () => {
  expect(await record(after, "large_print", 2, 1)).toMatchObject({ reason: "too_many" });
  expect(await record(after, "easy_read", 1, 0)).toMatchObject({ reason: "too_many" });
  expect(await record(after, "helicopter", 1, 0)).toMatchObject({ reason: "invalid" });
  expect(await record(before, "large_print", 1, 0)).toMatchObject({ reason: "not_yet" });
  expect(await record(asStaff(after, "team_member", HIGHDOWN), "large_print", 1, 0)).toMatchObject({
    reason: "missing",
  });
  expect(await tally()).toEqual({ requested: 0, met: 0, partly: 0, notMet: 0 });
});
