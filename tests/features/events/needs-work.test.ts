import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { adjustmentCounts } from "~/db/tables/events";
import { needTasks } from "~/db/tables/events-needs";
import { messages } from "~/db/tables/platform";
import { arrangeNeed } from "~/features/events/arrange-need.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { cancelRegistration } from "~/features/events/cancel-registration.server";
import { changeRegistration } from "~/features/events/change-registration.server";
import { editEvent } from "~/features/events/edit-event.server";
import { forgetNeeds } from "~/features/events/forget-needs.server";
import { needDue } from "~/features/events/need-due";
import { ownNeed } from "~/features/events/own-need.server";
import type { EventRow } from "~/features/events/read.server";
import { listEventTallies } from "~/features/events/read-attendance.server";
import {
  countNeedsToArrange,
  findNeedForStaff,
  listEventNeeds,
  listNeedNotes,
  listNeedsToArrange,
  measureNeeds,
} from "~/features/events/read-needs.server";
import { recordNeedOutcomes } from "~/features/events/record-need-outcomes.server";
import { rejoinQueue } from "~/features/events/rejoin-queue.server";
import { reopenNeed } from "~/features/events/reopen-need.server";
import { shareNeed } from "~/features/events/share-need.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asStaff,
  at,
  eventTyped,
  HIGHDOWN,
} from "../../support/factories";

let house: Ctx;
let helen: Ctx;
let event: EventRow;

beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
  helen = asStaff(house);
});

beforeEach(async () => {
  event = await anEvent(house, { capacity: "3" });
});

const on = (ctx: Ctx, wall: string): Ctx => ({ ...ctx, now: at(wall) });
const afterwards = () => on(helen, "2026-07-02T10:00");
const needs = () => listEventNeeds(house, event.id);
const oneNeed = async (need = "large_print") => {
  const registration = await aRegistration(house, event, { needs: [need] });
  const [found] = (await needs()).filter((one) => one.registration.id === registration.id);
  return found ?? expect.fail("no work was made");
};
const stateOf = async (id: string) => {
  const [row] = await house.db.select().from(needTasks).where(eq(needTasks.id, id));
  return row ?? null;
};
const told = (registrationId: string) =>
  house.db
    .select()
    .from(messages)
    .where(and(eq(messages.aboutKind, "registration"), eq(messages.aboutId, registrationId)));

describe("what people ask for becomes work", () => {
  test("of who has a place, due before the event; whoever waits is worked for once they have a place", async () => {
    const small = await anEvent(house, { capacity: "1" });
    const first = await aRegistration(house, small, { needs: ["interpreter_bsl", "step_free"] });
    const second = await aRegistration(house, small, { needs: ["easy_read"] });
    const work = () => listEventNeeds(house, small.id);
    expect((await work()).map(({ task }) => [task.need, task.state])).toEqual([
      ["interpreter_bsl", "open"],
      ["step_free", "open"],
    ]);
    for (const { task } of await work()) {
      expect(task.dueAt < small.startsAt).toBe(true);
      expect(task.dueAt > house.now).toBe(true);
    }
    await cancelRegistration(helen, { id: first.id });
    const rows = await work();
    expect(rows.find(({ task }) => task.need === "easy_read")?.registration.id).toBe(second.id);
    expect(rows.filter(({ task }) => task.state === "withdrawn")).toHaveLength(2);
  });

  test("a late request still gives the team a day, and none is due after the start", () => {
    const starts = at("2026-07-01T18:30");
    const event = { startsAt: starts, adjustBy: null };
    expect(needDue("interpreter_bsl", event, at("2026-06-01T10:00"))).toEqual(at("2026-06-21T17:00"));
    expect(needDue("interpreter_bsl", event, at("2026-06-29T10:00"))).toEqual(at("2026-06-30T10:00"));
    expect(needDue("large_print", event, at("2026-07-01T10:00"))).toEqual(starts);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 24 * 60 }), (minutes) => {
        const now = new Date(starts.getTime() - minutes * 60_000);
        const due = needDue("step_free", event, now);
        return due > now && due <= starts;
      }),
    );
  });

  test("where the event names a last day to ask, what is asked by then is due the day after, if that is sooner", () => {
    const startsAt = at("2026-07-01T18:30");
    const asked = at("2026-06-01T10:00");
    const due = (need: string, last: string, now = asked) =>
      needDue(need, { startsAt, adjustBy: at(last) }, now);
    expect(due("large_print", "2026-06-15T12:00")).toEqual(at("2026-06-16T17:00"));
    expect(due("interpreter_bsl", "2026-06-15T12:00")).toEqual(at("2026-06-16T17:00"));
    expect(due("interpreter_bsl", "2026-06-29T12:00")).toEqual(at("2026-06-21T17:00"));
    expect(due("large_print", "2026-06-15T12:00", at("2026-06-20T10:00"))).toEqual(at("2026-06-21T10:00"));
    expect(due("large_print", "2026-06-15T12:00", at("2026-07-01T10:00"))).toEqual(startsAt);
  });

  test("naming a last day moves the day a need is due; another change leaves what is late as late as it is", async () => {
    const { task } = await oneNeed("large_print");
    const edit = async (ctx: Ctx, change: Record<string, string>) => {
      const typed = eventTyped({ capacity: "3", ...change });
      expect(await editEvent(ctx, { slug: event.slug, typed })).toMatchObject({ ok: true });
      return (await stateOf(task.id))?.dueAt;
    };
    const asked = { adjustLocal: "2026-06-15T12:00" };
    const due = at("2026-06-16T17:00");
    expect(await edit(helen, asked)).toEqual(due);
    const late = { ...helen, now: at("2026-06-20T10:00") };
    expect(await edit(late, { ...asked, title: "Tea by the lock" })).toEqual(due);
    expect(await edit(late, {})).toEqual(at("2026-06-28T17:00"));
  });

  test("the confirmation repeats it, without telling the helper", async () => {
    const registration = await aRegistration(house, event, {
      needs: ["quiet_space"],
      needsDetail: "By a window",
      helperName: "Sam",
      helperContact: "sam@example.org",
    });
    const sent = await told(registration.id);
    const own = sent.find((one) => one.recipient !== "sam@example.org");
    expect(own?.text).toContain("A quiet space: we are arranging it.");
    expect(own?.text).toContain("By a window");
    expect(sent.find((one) => one.recipient === "sam@example.org")?.text).not.toContain("quiet");
  });

  test("moving the event moves the day it is due", async () => {
    const { task } = await oneNeed();
    const typed = eventTyped({
      startsLocal: "2026-07-11T18:30",
      endsLocal: "2026-07-11T20:30",
      capacity: "3",
    });
    expect(await editEvent(helen, { slug: event.slug, typed })).toMatchObject({ ok: true });
    expect((await stateOf(task.id))?.dueAt).toEqual(at("2026-07-08T17:00"));
    expect((await listNeedNotes(house, task.id)).map(({ note }) => note.what)).toEqual(["asked", "moved"]);
  });

  test("a change of mind changes the work", async () => {
    const need = await oneNeed("large_print");
    const typed = { party: "1", carers: "0", needs: ["easy_read"], needsDetail: "", language: "" };
    expect(await changeRegistration(helen, { id: need.registration.id }, typed)).toEqual({ ok: true });
    expect((await stateOf(need.task.id))?.state).toBe("withdrawn");
    const back = { ...typed, needs: ["easy_read", "large_print"] };
    await changeRegistration(helen, { id: need.registration.id }, back);
    expect((await stateOf(need.task.id))?.state).toBe("open");
    await cancelRegistration(helen, { id: need.registration.id });
    expect((await stateOf(need.task.id))?.state).toBe("withdrawn");
    await rejoinQueue(helen, { id: need.registration.id });
    expect((await stateOf(need.task.id))?.state).toBe("open");
    await cancelEvent(helen, { slug: event.slug, typed: { reason: "The hall is closed." } });
    expect((await stateOf(need.task.id))?.state).toBe("withdrawn");
  });
});

describe("the team sees to it", () => {
  test("takes, shares and arranges it; the person is told once in the words that were written", async () => {
    const { task, registration } = await oneNeed();
    const me = helen.actor.kind === "account" ? helen.actor.id : "";
    expect(await countNeedsToArrange(helen)).toMatchObject({ mine: 0 });
    expect(await ownNeed(helen, { id: task.id, ownerId: me })).toEqual({ ok: true });
    expect((await countNeedsToArrange(helen)).mine).toBe(1);
    expect((await listNeedsToArrange(helen, { view: "mine" })).needs.map((one) => one.task.id)).toEqual([
      task.id,
    ]);
    expect(await shareNeed(helen, { id: task.id, typed: { shared: "The print shop" } })).toEqual({
      ok: true,
    });
    const typed = { arranged: "Your papers are printed in 24 point." };
    expect(await arrangeNeed(helen, { id: task.id, typed })).toEqual({ ok: true });
    expect(await arrangeNeed(helen, { id: task.id, typed })).toEqual({ ok: true });
    const mail = (await told(registration.id)).filter((one) => one.subject.includes("arranged"));
    expect(mail).toHaveLength(1);
    expect(mail[0]?.text).toContain("Large print papers: arranged. Your papers are printed in 24 point.");
    expect((await listNeedNotes(house, task.id)).map(({ note }) => note.what)).toEqual([
      "asked",
      "owned",
      "shared",
      "arranged",
    ]);
    expect((await countNeedsToArrange(helen)).mine).toBe(0);
  });

  test("what falls through is to be arranged again", async () => {
    const { task } = await oneNeed();
    await arrangeNeed(helen, { id: task.id, typed: { arranged: "Two interpreters" } });
    expect(await reopenNeed(helen, { id: task.id })).toEqual({ ok: true });
    expect(await stateOf(task.id)).toMatchObject({ state: "open", arranged: null });
    expect(await reopenNeed(afterwards(), { id: task.id })).toEqual({ ok: true });
    await recordNeedOutcomes(afterwards(), {
      slug: event.slug,
      typed: { outcomes: [{ id: task.id, outcome: "met" }] },
    });
    expect(await reopenNeed(afterwards(), { id: task.id })).toMatchObject({ reason: "over" });
  });

  test("other neighbourhoods, people who count and the public have no part in it", async () => {
    const { task } = await oneNeed();
    const typed = {
      arranged: "Something else",
      outcomes: [{ id: task.id, outcome: "not_met", reason: "No." }],
    };
    const strangers = [
      asStaff(house, "team_member", HIGHDOWN),
      asStaff(house, "analyst"),
      asStaff(house, "data_protection"),
      { ...house, actor: { kind: "anyone" as const } },
    ];
    for (const ctx of strangers) {
      expect(await findNeedForStaff(ctx, task.id)).toBeNull();
      expect(await arrangeNeed(ctx, { id: task.id, typed })).toMatchObject({ reason: "missing" });
      expect(await ownNeed(ctx, { id: task.id, ownerId: null })).toMatchObject({ reason: "missing" });
      expect(await shareNeed(ctx, { id: task.id, typed: { shared: "Somebody" } })).toMatchObject({
        reason: "missing",
      });
      expect(await recordNeedOutcomes(ctx, { slug: event.slug, typed })).toMatchObject({ reason: "missing" });
      expect((await listNeedsToArrange(ctx, { view: "all" })).needs).toEqual([]);
    }
    expect(
      await ownNeed(helen, { id: task.id, ownerId: "018f0000-0000-7000-8000-0000000000ff" }),
    ).toMatchObject({
      reason: "no_colleague",
    });
  });

  test("the list is in order of the day it is due, and goes on after thirty", async () => {
    const large = await anEvent(house, { capacity: "60" });
    for (let n = 0; n < 32; n += 1) await aRegistration(house, large, { needs: ["quiet_space"] });
    const first = await listNeedsToArrange(helen, { view: "all", eventId: large.id });
    expect(first.needs).toHaveLength(30);
    const rest = await listNeedsToArrange(helen, { view: "all", eventId: large.id, after: first.more });
    expect(rest).toMatchObject({ more: null });
    const ids = [...first.needs, ...rest.needs].map((one) => one.task.id);
    expect(new Set(ids).size).toBe(32);
    expect((await countNeedsToArrange(on(helen, "2026-06-30T10:00"))).late).toBeGreaterThanOrEqual(32);
  });
});

describe("after the event", () => {
  const outcomes = (typed: unknown, ctx = afterwards()) =>
    recordNeedOutcomes(ctx, { slug: event.slug, typed: { outcomes: typed } });

  test("each person is told once what we noted, with the reason where it was not met", async () => {
    const both = await aRegistration(house, event, { needs: ["large_print", "quiet_space"] });
    const fine = await aRegistration(house, event, { needs: ["large_print"] });
    const rows = await needs();
    const result = await outcomes(
      rows.map(({ task }) =>
        task.need === "quiet_space"
          ? { id: task.id, outcome: "not_met", reason: "The room was locked." }
          : { id: task.id, outcome: "met" },
      ),
    );
    expect(result).toEqual({ ok: true, recorded: 3, told: 2 });
    const bad = (await told(both.id)).filter((one) => one.subject === "About what you asked for");
    expect(bad).toHaveLength(1);
    expect(bad[0]?.text).toContain("A quiet space: we could not do it. We are sorry. The room was locked.");
    expect((await told(fine.id)).map((one) => one.subject)).toContain("Did you have what you asked for?");
    expect(
      await outcomes(
        rows.map(({ task }) => ({
          id: task.id,
          outcome: task.need === "quiet_space" ? "not_met" : "met",
          reason: task.need === "quiet_space" ? "The room was locked." : "",
        })),
      ),
    ).toMatchObject({ recorded: 0, told: 0 });
  });

  test("not met needs a reason, met needs the event, and a need of another event is none of this one's", async () => {
    const { task } = await oneNeed();
    expect(await outcomes([{ id: task.id, outcome: "partly" }])).toMatchObject({
      reason: "invalid",
      fields: { outcomes: [`reason-${task.id}`] },
    });
    expect(await outcomes([{ id: task.id, outcome: "met" }], helen)).toMatchObject({ reason: "not_yet" });
    expect(await outcomes([{ id: task.id, outcome: "helicopter" }])).toMatchObject({ reason: "invalid" });
    const other = await anEvent(house, { title: "Another evening" });
    await aRegistration(house, other, { needs: ["large_print"] });
    const [foreign] = await listEventNeeds(house, other.id);
    expect(await outcomes([{ id: foreign?.task.id, outcome: "met" }])).toMatchObject({ reason: "missing" });
    const early = [{ id: task.id, outcome: "not_met", reason: "No interpreter can be found." }];
    expect(await outcomes(early, helen)).toMatchObject({ ok: true, told: 1 });
  });

  test("the numbers are those of the work, and stay when it goes after 14 days", async () => {
    await aRegistration(house, event, { needs: ["large_print", "quiet_space"] });
    await aRegistration(house, event, { needs: ["large_print"] });
    const rows = await needs();
    const [first] = rows.filter(({ task }) => task.need === "large_print");
    await outcomes([{ id: first?.task.id, outcome: "met" }]);
    const span = { from: at("2026-07-01T00:00"), to: at("2026-07-02T00:00") };
    const tally = async () =>
      (await listEventTallies(afterwards(), span)).find((one) => one.event.id === event.id)?.adjustments;
    expect(await tally()).toEqual({ requested: 3, met: 1, partly: 0, notMet: 0 });
    const counted = () =>
      house.db.select().from(adjustmentCounts).where(eq(adjustmentCounts.eventId, event.id));
    await forgetNeeds(on(house, "2026-07-15T20:00"));
    expect(await needs()).toHaveLength(3);
    await forgetNeeds(on(house, "2026-07-16T10:00"));
    expect(await needs()).toEqual([]);
    expect(await tally()).toEqual({ requested: 3, met: 1, partly: 0, notMet: 0 });
    expect(await counted()).toHaveLength(2);
    await forgetNeeds(on(house, "2026-07-17T10:00"));
    expect(await tally()).toEqual({ requested: 3, met: 1, partly: 0, notMet: 0 });
    const measured = await measureNeeds(helen, span);
    const all = (await listEventTallies(afterwards(), span)).reduce(
      (n, one) => n + one.adjustments.requested,
      0,
    );
    expect(measured.reduce((n, one) => n + one.requested, 0)).toBe(all);
    expect(measured.map((one) => one.need)).toContain("quiet_space");
    expect(await measureNeeds(asStaff(house, "team_member", HIGHDOWN), span)).toEqual([]);
  });

  test("with the work go the words of what we told them about it", async () => {
    const { registration } = await oneNeed();
    expect((await told(registration.id))[0]?.text).toContain("Large print");
    await forgetNeeds(on(house, "2026-07-16T10:00"));
    for (const message of await told(registration.id)) {
      expect(message).toMatchObject({ text: "", html: null, recipient: "", recipientName: "" });
    }
  });
});

test("whatever is booked, changed, left and marked: requested is never less than met, in part and not met together", async () => {
  const codes = ["large_print", "easy_read", "step_free"];
  const act = fc.record({
    what: fc.constantFrom("book", "change", "leave", "met", "partly", "not_met"),
    who: fc.nat(5),
    needs: fc.subarray(codes),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      const room = await anEvent(house, { capacity: "3" });
      const booked: string[] = [];
      for (const { what, who, needs: asked } of acts) {
        const id = booked[who % Math.max(1, booked.length)] ?? "";
        if (what === "book") booked.push((await aRegistration(house, room, { needs: asked })).id);
        else if (what === "leave" && id) await cancelRegistration(helen, { id });
        else if (what === "change" && id) {
          await changeRegistration(helen, { id }, { party: "1", carers: "0", needs: asked });
        }
      }
      const work = (await listEventNeeds(house, room.id)).filter(({ task }) => task.state !== "withdrawn");
      const marks = acts.filter(({ what }) => ["met", "partly", "not_met"].includes(what));
      const typed = {
        outcomes: work.slice(0, marks.length).map(({ task }, n) => ({
          id: task.id,
          outcome: marks[n]?.what,
          reason: "Because of the weather",
        })),
      };
      expect(await recordNeedOutcomes(afterwards(), { slug: room.slug, typed })).toMatchObject({ ok: true });
      await forgetNeeds(on(house, "2026-08-01T10:00"));
      const rows = await house.db
        .select()
        .from(adjustmentCounts)
        .where(eq(adjustmentCounts.eventId, room.id));
      const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((n, row) => n + of(row), 0);
      expect(total((row) => row.requested)).toBe(work.length);
      expect(total((row) => row.met + row.partly + row.notMet)).toBe(typed.outcomes.length);
    }),
    { numRuns: 12 },
  );
}, 60_000);
