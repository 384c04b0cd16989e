import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventNotes } from "~/db/tables/events-notes";
import { auditEvents } from "~/db/tables/platform";
import { addNextStep } from "~/features/events/add-next-step.server";
import { addSession } from "~/features/events/add-session.server";
import { editSession } from "~/features/events/edit-session.server";
import { finishNextStep } from "~/features/events/finish-next-step.server";
import { forgetWords } from "~/features/events/forget-words.server";
import { judgeNote, judgeNotes } from "~/features/events/judge-notes.server";
import { leaveNote } from "~/features/events/leave-note.server";
import type { EventRow } from "~/features/events/read.server";
import { countNotes, listSteps } from "~/features/events/read-after.server";
import { countByStall, countThemes, listNotes } from "~/features/events/read-notes.server";
import { setAfter } from "~/features/events/set-after.server";
import { writeNotes } from "~/features/events/write-notes.server";
import { addTheme } from "~/features/places/add-theme.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  asAnyone,
  asStaff,
  at,
  CANALSIDE,
  HIGHDOWN,
} from "../../support/factories";

let house: Ctx;
let event: EventRow;
const on = (wall: string, ctx = house): Ctx => ({ ...ctx, now: at(wall) });
const during = () => on("2026-07-01T19:00");

beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
  for (const [slug, plainLabel] of [
    ["transport", "Getting there"],
    ["repeating", "Saying it twice"],
  ]) {
    const added = await addTheme(house, {
      typed: { slug, label: `Official ${slug}`, plainLabel, origin: "official" },
    });
    expect(added.ok).toBe(true);
  }
});

beforeEach(async () => {
  event = await anEvent(house);
});

const sheet = (typed: Record<string, unknown> = {}, ctx = asStaff(during()), submissionId?: string) =>
  writeNotes(ctx, {
    slug: event.slug,
    submissionId,
    typed: { place: "Table 3", worked: "The walk x4\nThe minibus", hard: "Two buses", ...typed },
  });
const leave = (typed: Record<string, unknown>, ctx = asAnyone(during()), submissionId?: string) =>
  leaveNote(ctx, { slug: event.slug, typed, submissionId, limitBy: null });
const notes = (ctx = house) => ctx.db.select().from(eventNotes).where(eq(eventNotes.eventId, event.id));

describe("at a stall", () => {
  const stall = async (typed: Record<string, string>) => {
    const added = await addSession(asStaff(house), { slug: event.slug, typed: { kind: "stall", ...typed } });
    if (!added.ok) throw new Error(added.reason);
    return added.id;
  };
  const places = async () => (await notes()).map(({ place, sessionId }) => [place, sessionId]);

  test("a note from its card is its own, and keeps the words of the card when the stall gets another name", async () => {
    const passport = await stall({ title: "The story passport", tableNumber: "3" });
    const other = await stall({ title: "Checks at the market", tableNumber: "16" });
    expect(await leave({ worked: "One sheet of paper", session: passport })).toMatchObject({
      session: passport,
      place: "Stall 3: The story passport",
    });
    await editSession(asStaff(house), {
      id: passport,
      typed: { kind: "stall", title: "Your story in your pocket", tableNumber: "3" },
    });
    await leave({ worked: "It fits in a pocket", session: passport });
    await leave({ worked: "No appointment", session: passport, place: "stall 16" });
    expect(await places()).toEqual([
      ["Stall 3: The story passport", passport],
      ["Stall 3: Your story in your pocket", passport],
      ["stall 16", other],
    ]);
    expect(await countByStall(house, event.id)).toEqual({ [passport]: 2, [other]: 1 });
    const { notes: seen } = await listNotes(house, event.id, { view: "all", stall: passport });
    expect(seen.map(({ text }) => text)).toEqual(["One sheet of paper", "It fits in a pocket"]);
  });

  test("a typed sheet finds its stall by words, and what names none, or another event's, is of none", async () => {
    const kitchen = await stall({ title: "The mosque kitchen", tableNumber: "9" });
    const elsewhere = await anEvent(house);
    const foreign = await addSession(asStaff(house), {
      slug: elsewhere.slug,
      typed: { kind: "stall", title: "Elsewhere" },
    });
    if (!foreign.ok) throw new Error(foreign.reason);
    for (const place of ["Stall 9: The mosque kitchen", "the  mosque kitchen", "Stall 10", ""])
      await writeNotes(asStaff(during()), { slug: event.slug, typed: { place, worked: `At ${place}` } });
    await leave({ worked: "Sly", session: foreign.id });
    expect(await places()).toEqual([
      ["Stall 9: The mosque kitchen", kitchen],
      ["the mosque kitchen", kitchen],
      ["Stall 10", null],
      ["", null],
      ["", null],
    ]);
  });
});

describe("typed from sheets", () => {
  test("a line is a note, with its question, table and the number who agree; it waits to be read", async () => {
    expect(await sheet()).toMatchObject({ ok: true, notes: 3 });
    const rows = await notes();
    expect(rows.map(({ text, question, agreeing }) => [text, question, agreeing])).toEqual([
      ["The walk", "worked_well", 4],
      ["The minibus", "worked_well", 1],
      ["Two buses", "challenge", 1],
    ]);
    for (const row of rows)
      expect(row).toMatchObject({ place: "Table 3", state: "waiting", channel: "sheet" });
    expect((await countNotes(house, event.id)).clear).toBe(0);
  });

  test("the same sheet sent twice is one, and the record of acts has no word of it", async () => {
    await sheet({}, undefined, "once");
    expect(await sheet({}, undefined, "once")).toMatchObject({ ok: true, notes: 0 });
    expect(await notes()).toHaveLength(3);
    const trail = await house.db.select().from(auditEvents).where(eq(auditEvents.subjectId, event.id));
    expect(trail.some((row) => row.act === "events.notes_written")).toBe(true);
    expect(JSON.stringify(trail)).not.toContain("minibus");
  });

  test("by the event's team alone, and not before it has begun", async () => {
    expect(await sheet({}, asStaff(during(), "team_member", HIGHDOWN))).toMatchObject({ reason: "missing" });
    expect(await sheet({}, asAnyone(during()))).toMatchObject({ reason: "missing" });
    expect(await sheet({}, asStaff(on("2026-07-01T18:00")))).toMatchObject({ reason: "not_yet" });
    expect(await sheet({ worked: "", hard: " " })).toMatchObject({
      fields: { worked: [expect.any(String)] },
    });
    expect(await sheet({ worked: "pay me, 12-34-56 12345678" })).toMatchObject({ reason: "invalid" });
    expect(await notes()).toEqual([]);
  });
});

describe("left by those who were there", () => {
  test("one, two or three answers; sent twice they are kept once", async () => {
    const typed = { place: "Stall 4", worked: "The tea", next: "Benches", agreeing: "3", mayPrint: "yes" };
    expect(await leave(typed, undefined, "a")).toMatchObject({ ok: true, notes: 2, place: "Stall 4" });
    await leave(typed, undefined, "a");
    expect(await notes()).toHaveLength(2);
    expect((await notes())[0]).toMatchObject({
      agreeing: 3,
      mayPrint: true,
      state: "waiting",
      channel: "web",
    });
  });

  test("from the start until three weeks after, or until the time that staff set", async () => {
    const say = (wall: string) => leave({ worked: "The tea" }, asAnyone(on(wall)));
    expect(await say("2026-07-01T18:29")).toMatchObject({ reason: "not_yet" });
    expect(await say("2026-07-01T18:30")).toMatchObject({ ok: true });
    expect(await say("2026-07-22T23:59")).toMatchObject({ ok: true });
    expect(await say("2026-07-23T00:01")).toMatchObject({ reason: "closed" });
    const until = (wall: string) => setAfter(asStaff(during()), { slug: event.slug, typed: { until: wall } });
    expect(await until("2026-07-01T20:00")).toMatchObject({ reason: "invalid" });
    expect(await until("2026-07-03T12:00")).toEqual({ ok: true });
    expect(await say("2026-07-03T12:01")).toMatchObject({ reason: "closed" });
  });

  test("nothing at all, bank details and a cancelled or hidden event are refused", async () => {
    expect(await leave({})).toMatchObject({ fields: { worked: ["problems.noteEmpty"] } });
    expect(await leave({ hard: "GB82 WEST 1234 5698 7654 32" })).toMatchObject({
      fields: { hard: ["problems.bankDetails"] },
    });
    event = await anEvent(house, { traits: ["staff_only"] });
    expect(await leave({ worked: "x" })).toMatchObject({ reason: "missing" });
    event = await anEvent(house, { traits: ["cancelled"] });
    expect(await leave({ worked: "x" })).toMatchObject({ reason: "cancelled" });
    event = await anEvent(house, { traits: ["draft"] });
    expect(await leave({ worked: "x" })).toMatchObject({ reason: "missing" });
  });
});

describe("read before anybody else does", () => {
  const judge = (typed: Record<string, unknown>, ctx = asStaff(during(), "moderator")) =>
    judgeNotes(ctx, { slug: event.slug, typed });

  test("many at once, but one with a flag only after a look at it, with other words where needed", async () => {
    await sheet({ hard: "Two buses\nDr Hollis never rings back" });
    const rows = await notes();
    const flagged = rows.find((row) => row.flags.includes("name"));
    const ids = rows.map((row) => row.id);
    expect(await judge({ act: "clear", notes: ids })).toEqual({ ok: true, done: 3, left: 1 });
    expect((await countNotes(house, event.id)).waiting).toBe(1);
    const typed = { state: "clear", publicText: "A doctor never rings back", themes: ["repeating"] };
    expect(await judgeNote(asStaff(during()), { id: flagged?.id ?? "", typed })).toMatchObject({ ok: true });
    const after = (await notes()).find((row) => row.id === flagged?.id);
    expect(after).toMatchObject({ state: "clear", publicText: "A doctor never rings back" });
  });

  test("one that is set aside is neither counted nor printed", async () => {
    await sheet();
    const [first, ...others] = (await notes()).map((row) => row.id);
    await judge({ act: "clear", notes: others });
    const id = first ?? "";
    const aside = (reason: string) =>
      judgeNote(asStaff(during()), { id, typed: { state: "set_aside", reason } });
    expect(await aside("")).toMatchObject({ fields: { reason: [expect.any(String)] } });
    expect(await aside("abuse")).toMatchObject({ ok: true });
    expect(await countNotes(house, event.id)).toMatchObject({ all: 3, clear: 2, setAside: 1, waiting: 0 });
  });

  test("other neighbourhoods' staff, analysts and residents don't get at them", async () => {
    await sheet();
    const ids = (await notes()).map((row) => row.id);
    for (const ctx of [
      asStaff(during(), "team_member", HIGHDOWN),
      asStaff(during(), "analyst"),
      asAnyone(during()),
    ]) {
      expect(await judge({ act: "clear", notes: ids }, ctx)).toMatchObject({ reason: "missing" });
      expect(await judgeNote(ctx, { id: ids[0] ?? "", typed: { state: "clear" } })).toMatchObject({
        reason: "missing",
      });
    }
    const own = asStaff(during(), "team_member", CANALSIDE);
    expect(await judge({ act: "clear", notes: ids }, own)).toMatchObject({ ok: true });
  });

  test("themes are counted by question with those who agree, and one note may have two", async () => {
    await sheet();
    const rows = await notes();
    const ids = rows.map((row) => row.id);
    await judge({ act: "clear", notes: ids });
    await judge({ act: "theme", notes: ids, theme: "transport" });
    await judge({ act: "theme", notes: ids.slice(0, 1), theme: "repeating" });
    expect(await judge({ act: "theme", notes: ids, theme: "no-such" })).toMatchObject({ reason: "invalid" });
    expect(await countThemes(house, event.id)).toMatchObject([
      { slug: "transport", notes: 3, by: [2, 1, 0], agreeing: 6 },
      { slug: "repeating", notes: 1, by: [1, 0, 0], agreeing: 4 },
    ]);
    expect((await listNotes(house, event.id, { view: "no_theme" })).notes).toEqual([]);
  });

  test("a list goes on where the page before ended", async () => {
    await sheet({ worked: Array.from({ length: 30 }, (_, n) => `Thing ${n}`).join("\n"), hard: "" });
    const first = await listNotes(house, event.id, { view: "all" });
    const second = await listNotes(house, event.id, { view: "all", after: first.next ?? "" });
    expect([first.notes.length, second.notes.length, second.next]).toEqual([25, 5, null]);
    expect(new Set([...first.notes, ...second.notes].map((note) => note.id)).size).toBe(30);
  });
});

describe("carried on", () => {
  const add = (typed: Record<string, unknown>, ctx = asStaff(during())) =>
    addNextStep(ctx, { slug: event.slug, typed });
  const bus = { kind: "will", text: "Ask for a stop at the hall", ownerRole: "Lead", dueDay: "2026-09-30" };

  test("a promise has a role and a day, a no has a reason", async () => {
    expect(await add({ kind: "will", text: "Ask for a stop" })).toMatchObject({ reason: "invalid" });
    expect(await add({ kind: "cannot", text: "Open on Sundays" })).toMatchObject({
      fields: { reason: [expect.any(String)] },
    });
    expect(await add(bus, asStaff(during(), "team_member"))).toMatchObject({ reason: "not_allowed" });
    expect(await add(bus)).toMatchObject({ ok: true });
  });

  test("notes lead to it, and when it is done the day it was promised for stays", async () => {
    await sheet();
    const ids = (await notes()).map((row) => row.id);
    const added = await add(bus);
    if (!added.ok) throw new Error(added.reason);
    const carry = { act: "carry", notes: ids, step: added.id };
    await judgeNotes(asStaff(during()), {
      slug: event.slug,
      typed: { act: "clear", notes: ids.slice(0, 2) },
    });
    expect(await judgeNotes(asStaff(during()), { slug: event.slug, typed: carry })).toMatchObject({
      done: 3,
    });
    expect(await listSteps(house, event.id)).toMatchObject([{ notes: 2 }]);
    const done = { id: added.id, typed: { outcome: "The 7 stops there since August" } };
    expect(await finishNextStep(asStaff(on("2026-08-20T10:00")), done)).toMatchObject({ ok: true });
    expect(await finishNextStep(asStaff(on("2026-08-21T10:00")), done)).toMatchObject({ reason: "changed" });
    expect(await listSteps(house, event.id)).toMatchObject([
      { step: { kind: "done", dueDay: "2026-09-30", doneDay: "2026-08-20" } },
    ]);
  });

  test("notes of another event can't be carried to it", async () => {
    await sheet();
    const ids = (await notes()).map((row) => row.id);
    const added = await add(bus);
    event = await anEvent(house, { title: "Another one" });
    const typed = { act: "carry", notes: ids, step: added.ok ? added.id : "" };
    expect(await judgeNotes(asStaff(during()), { slug: event.slug, typed })).toMatchObject({ ok: false });
  });
});

test("after two years the words go, and the counts stay", async () => {
  await sheet();
  const ids = (await notes()).map((row) => row.id);
  await judgeNotes(asStaff(during()), { slug: event.slug, typed: { act: "clear", notes: ids } });
  await forgetWords(on("2028-06-30T10:00"));
  expect((await notes()).map((row) => row.text)).toContain("The minibus");
  expect(await forgetWords(on("2028-07-02T10:00"))).toMatchObject({ ok: true });
  expect((await notes()).map((row) => row.text)).toEqual(["", "", ""]);
  expect((await countNotes(house, event.id)).clear).toBe(3);
  expect(await forgetWords(on("2028-07-03T10:00"))).toEqual({ ok: true, forgotten: 0 });
  await expect(forgetWords(asStaff(house, "admin"))).rejects.toThrow();
});
