import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { needTasks } from "~/db/tables/events-needs";
import { cancelRegistration, endDuplicate } from "~/features/events/cancel-registration.server";
import { clearDuplicate } from "~/features/events/clear-duplicate.server";
import { leaveNote } from "~/features/events/leave-note.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { listForStaff, type StaffFilter } from "~/features/events/read-staff-list.server";
import { countParties, findPartyForStaff } from "~/features/events/read-staff-parties.server";
import { getWaitingWork } from "~/features/events/read-waiting-work.server";
import { resizeEvent } from "~/features/events/resize-event.server";
import { createAccount } from "~/features/people/create-account.server";
import { asSystem, type Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  CANALSIDE,
  getRegistration,
  HIGHDOWN,
  later,
} from "../../support/factories";

let ctx: Ctx;
beforeEach(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const filter = (change: Partial<StaffFilter> = {}): StaffFilter => ({
  when: "upcoming",
  sort: "when",
  direction: "ascending",
  page: 1,
  ...change,
});
const titles = async (who: Ctx, change: Partial<StaffFilter> = {}) =>
  (await listForStaff(who, filter(change))).events.map((one) => one.event.title);

describe("the staff list", () => {
  test("holds what the actor's roles reach and no more", async () => {
    await anEvent(ctx, { title: "Here" });
    await anEvent(ctx, { title: "Here, draft", traits: ["draft"] });
    await anEvent(ctx, { title: "There", neighbourhood: "highdown", venue: "hill-hall" });
    await anEvent(ctx, { title: "Everywhere", neighbourhood: "" });
    expect(await titles(asStaff(ctx))).toHaveLength(4);
    expect(await titles(asStaff(ctx, "neighbourhood_lead", CANALSIDE))).toEqual(["Here", "Here, draft"]);
    expect(await titles(asStaff(ctx, "team_member", HIGHDOWN))).toEqual(["There"]);
    expect(await titles(asStaff(ctx, "scrutiny_officer"))).toEqual([]);
    expect(await titles(asAnyone(ctx))).toEqual([]);
  });

  test("is narrowed by time, state, neighbourhood and words, and sorted both ways", async () => {
    const soon = await anEvent(ctx, {
      title: "Bread 100%",
      startsLocal: "2026-06-10T10:00",
      endsLocal: "2026-06-10T12:00",
    });
    await anEvent(ctx, { title: "apples", traits: ["cancelled"] });
    await anEvent(ctx, { title: "Cheese", neighbourhood: "highdown" });
    await aRegistration(ctx, soon, { party: "2" });
    const who = asStaff(ctx);
    expect(await titles(who)).toEqual(["Bread 100%", "apples", "Cheese"]);
    expect(await titles(who, { sort: "title" })).toEqual(["apples", "Bread 100%", "Cheese"]);
    expect(await titles(who, { sort: "title", direction: "descending" })).toEqual([
      "Cheese",
      "Bread 100%",
      "apples",
    ]);
    expect((await titles(who, { sort: "taken", direction: "descending" }))[0]).toBe("Bread 100%");
    expect(await titles(who, { state: "cancelled" })).toEqual(["apples"]);
    expect(await titles(who, { neighbourhoodId: HIGHDOWN })).toEqual(["Cheese"]);
    expect(await titles(who, { words: "00%" })).toEqual(["Bread 100%"]);
    expect(await titles(who, { words: "%" })).toEqual(["Bread 100%"]);
    expect(await titles(who, { words: "CHEE" })).toEqual(["Cheese"]);
    expect(await titles(later(who, 24 * 14), { when: "past" })).toEqual(["Bread 100%"]);
  });

  test("comes in pages", async () => {
    for (let n = 0; n < 27; n += 1) await anEvent(ctx, { title: `Number ${n}` });
    const second = await listForStaff(asStaff(ctx), filter({ page: 2 }));
    expect([second.total, second.pages, second.events.length]).toEqual([27, 2, 2]);
    expect((await listForStaff(asStaff(ctx), filter({ page: 99 }))).page).toBe(2);
  });
});

describe("one event", () => {
  test("and its people answer like missing ones to whoever they do not reach", async () => {
    const event = await anEvent(ctx, { traits: ["staff_only"] });
    const one = await aRegistrationByStaff(event.slug);
    const lead = asStaff(ctx, "neighbourhood_lead", HIGHDOWN);
    expect(await findForStaff(lead, event.slug)).toBeNull();
    expect(await findPartyForStaff(lead, one)).toBeNull();
    expect(await findForStaff(asStaff(ctx, "analyst"), event.slug)).not.toBeNull();
    expect(await findPartyForStaff(asStaff(ctx, "analyst"), one)).toBeNull();
    expect(await findPartyForStaff(asStaff(ctx, "team_member", CANALSIDE), one)).not.toBeNull();
    expect(await findPartyForStaff(asStaff(ctx), "nonsense")).toBeNull();
  });

  test("counts parties, people and places by state", async () => {
    const event = await anEvent(ctx, { capacity: "3", traits: ["supporters_free"] });
    await aRegistration(ctx, event, { party: "3", carers: "1" });
    await aRegistration(ctx, event, { party: "2" });
    const left = await aRegistration(ctx, event);
    await cancelRegistration(ctx, { id: left.id });
    const counts = await countParties(ctx, event.id);
    expect(counts).toEqual({
      confirmed: { parties: 1, people: 3, places: 2 },
      offered: { parties: 0, people: 0, places: 0 },
      waiting: { parties: 1, people: 2, places: 2 },
      left: [{ reason: "by_staff", parties: 1 }],
    });
  });
});

async function aRegistrationByStaff(slug: string): Promise<string> {
  const { registerForEvent } = await import("~/features/events/register.server");
  const typed = { name: "Rosa", contact: "none" };
  const saved = await registerForEvent(asStaff(ctx), { slug, typed, locale: "en", channel: "phone" });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.id;
}

describe("what waits", () => {
  test("is empty when nothing waits", async () => {
    await anEvent(ctx);
    expect(await getWaitingWork(asStaff(ctx))).toEqual({
      offers: [],
      tasks: { call: 0, letter: 0, text: 0, by_hand: 0 },
      duplicates: [],
      drafts: [],
      overfull: [],
      today: [],
      needs: [],
      notes: [],
      claims: 0,
    });
  });

  test("is needs that are late or due within a week, of the actor or of nobody, and nobody else's", async () => {
    const event = await anEvent(ctx, {
      title: "Soon",
      startsLocal: "2026-06-11T18:30",
      endsLocal: "2026-06-11T20:30",
    });
    await aRegistration(ctx, event, { needs: ["interpreter_bsl", "large_print"] });
    const helen = await createAccount(asSystem(ctx, "tests"), {
      name: "Helen Pike",
      email: "helen@example.org",
    });
    const other = await createAccount(asSystem(ctx, "tests"), {
      name: "Tomasz Wren",
      email: "tomasz@example.org",
    });
    if (!helen.ok || !other.ok) throw new Error("There are no accounts.");
    const me = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
    const mine = (at: Ctx): Ctx => ({ ...at, actor: { ...me.actor, id: helen.id } as Ctx["actor"] });
    const due = async (at: Ctx) => (await getWaitingWork(mine(at))).needs.map(({ task }) => task.need);
    expect(await due(me)).toEqual(["interpreter_bsl"]);
    // Large print is due on 8 June: within a week from the day after.
    expect(await due(later(me, 24))).toEqual(["interpreter_bsl", "large_print"]);
    expect(await due(later(me, 8 * 24))).toEqual(["interpreter_bsl", "large_print"]);
    const owned = (need: string, ownerId: string) =>
      ctx.store.transact(["needs"], (tx) =>
        tx.update(needTasks).set({ ownerId }).where(eq(needTasks.need, need)),
      );
    await owned("large_print", other.id);
    await owned("interpreter_bsl", helen.id);
    expect(await due(later(me, 24))).toEqual(["interpreter_bsl"]);
    const elsewhere = asStaff(later(ctx, 24), "neighbourhood_lead", HIGHDOWN);
    expect((await getWaitingWork(elsewhere)).needs).toEqual([]);
  });

  test("for who looks after what people write, is the notes that nobody has read, and no names", async () => {
    const event = await anEvent(ctx);
    await aRegistration(ctx, event, { contact: "phone", phone: "020 7946 0111", promote: "ask" });
    const during = later(ctx, 729);
    await leaveNote(asAnyone(during), {
      slug: event.slug,
      typed: { worked: "The tea", hard: "The stairs" },
      limitBy: null,
    });
    const work = await getWaitingWork(asStaff(during, "moderator"));
    expect(work.notes).toEqual([{ slug: event.slug, title: event.title, n: 2 }]);
    const { notes: _notes, ...rest } = work;
    expect(Object.values(rest).flat()).toEqual([{ call: 0, letter: 0, text: 0, by_hand: 0 }, 0]);
    expect((await getWaitingWork(asStaff(during, "analyst"))).notes).toEqual([]);
  });

  test("is offers, calls, letters, duplicates, drafts, full rooms and today, within reach", async () => {
    const event = await anEvent(ctx, { capacity: "1" });
    await aRegistration(ctx, event, { contact: "letter", address: "2 Wharf Road, LK1 4AB" });
    await aRegistration(ctx, event, { promote: "ask", contact: "phone", phone: "020 7946 0111" });
    await aRegistration(ctx, event, { contact: "phone", phone: "02079460111" });
    await resizeEvent(asStaff(ctx), { slug: event.slug, typed: { capacity: "2" } });
    await resizeEvent(asStaff(ctx), { slug: event.slug, typed: { capacity: "1" } });
    await anEvent(ctx, { title: "Draft", traits: ["draft"] });
    await anEvent(ctx, { title: "Today", startsLocal: "2026-06-01T18:30", endsLocal: "2026-06-01T20:30" });
    const work = await getWaitingWork(asStaff(ctx, "neighbourhood_lead", CANALSIDE));
    expect(work.offers).toHaveLength(1);
    expect(work.tasks).toEqual({ call: 1, letter: 1, text: 0, by_hand: 0 });
    expect(work.duplicates).toHaveLength(1);
    expect(work.drafts.map((one) => one.event.title)).toEqual(["Draft"]);
    expect(work.overfull.map((one) => one.event.id)).toEqual([event.id]);
    expect(work.today.map((one) => one.event.title)).toEqual(["Today"]);
    const elsewhere = await getWaitingWork(asStaff(ctx, "neighbourhood_lead", HIGHDOWN));
    expect(Object.values(elsewhere).flat()).toEqual([{ call: 0, letter: 0, text: 0, by_hand: 0 }, 0]);
  });

  test("a possible duplicate is judged once: ended as the same person, or cleared as another", async () => {
    const event = await anEvent(ctx);
    const email = "twice@example.org";
    const first = await aRegistration(ctx, event, { email });
    const second = await aRegistration(ctx, event, { email });
    const third = await aRegistration(ctx, event, { email });
    expect(second.possibleDuplicateOf).toBe(first.id);
    expect(await clearDuplicate(asStaff(ctx, "team_member", HIGHDOWN), third)).toEqual({
      ok: false,
      reason: "missing",
    });
    expect(await clearDuplicate(asStaff(ctx), third)).toEqual({ ok: true });
    expect((await getWaitingWork(asStaff(ctx))).duplicates.map((one) => one.registration.id)).toEqual([
      second.id,
    ]);
    expect(await endDuplicate(asStaff(ctx), second)).toEqual({ ok: true, already: false });
    expect(await getRegistration(ctx, second.id)).toMatchObject({ state: "cancelled", ended: "duplicate" });
    expect((await getWaitingWork(asStaff(ctx))).duplicates).toEqual([]);
  });
});
