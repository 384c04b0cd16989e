import { beforeAll, describe, expect, test } from "vitest";
import { addSession } from "~/features/events/add-session.server";
import { channelIn, problemsFor, reachIn } from "~/features/events/caller";
import { cancelRegistration } from "~/features/events/cancel-registration.server";
import { exportLetter } from "~/features/events/export-letter.server";
import { findParty } from "~/features/events/read-registrations.server";
import { listChoices } from "~/features/events/read-sessions.server";
import { registerForEvent } from "~/features/events/register.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  CANALSIDE,
  getEvent,
  getRegistration,
  HIGHDOWN,
  later,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const booked = (typed: Record<string, string>, slug: string, who = asStaff(ctx, "team_member", CANALSIDE)) =>
  registerForEvent(who, { slug, typed: reachIn(typed), locale: "so", channel: channelIn(typed) });

test("one box says how a caller is told: an email address, a number, or, with an address, a letter", () => {
  expect(reachIn({ reach: " ada@example.org " })).toMatchObject({
    contact: "email",
    email: "ada@example.org",
  });
  expect(reachIn({ reach: "07700 900 111", email: "left@example.org" })).toMatchObject({
    contact: "phone",
    phone: "07700 900 111",
    email: "",
  });
  expect(reachIn({ reach: "", address: "4 Wharf Road" })).toMatchObject({ contact: "letter" });
  expect(reachIn({ reach: " ", address: "" })).toMatchObject({ contact: "none" });
  expect([channelIn({ channel: "paper" }), channelIn({ channel: "pigeon" }), channelIn({})]).toEqual([
    "paper",
    "phone",
    "phone",
  ]);
});

test("a name alone books a place, noted as done for them and by whom", async () => {
  const event = await anEvent(ctx);
  const saved = await booked({ name: "Ada Quill", reach: "", channel: "in_person" }, event.slug);
  if (!saved.ok) throw new Error(saved.reason);
  expect(await getRegistration(ctx, saved.id)).toMatchObject({
    state: "confirmed",
    channel: "in_person",
    bookedBy: expect.any(String),
    party: 1,
  });
});

test("problems stand at the form's own boxes, in words for staff", async () => {
  const event = await anEvent(ctx);
  const refused = await booked({ name: "", reach: "12" }, event.slug);
  if (refused.ok) throw new Error("This should have been refused.");
  const fields = problemsFor(refused.fields ?? {}, (key) => key);
  expect(Object.keys(fields)).toEqual(["name", "reach"]);
  expect(fields.reach?.[0]).toContain("leave this empty");
});

test("a caller is let in after booking has closed, and by the event's own team only", async () => {
  const event = await anEvent(ctx, { closesLocal: "2026-06-02T09:00" });
  const closed = (who: Ctx) => later(who, 48);
  expect((await booked({ name: "Bo" }, event.slug, closed(asStaff(ctx)))).ok).toBe(true);
  for (const who of [asAnyone(ctx), asStaff(ctx, "analyst"), asStaff(ctx, "team_member", HIGHDOWN)]) {
    expect(await booked({ name: "Bo" }, event.slug, closed(who))).toEqual({ ok: false, reason: "missing" });
  }
});

describe("a caller who is late", () => {
  // It begins 728.5 hours from now and lasts two.
  const during = () => later(asStaff(ctx), 729);

  test("has a free place while the event is on, and nobody who waits at home is moved up", async () => {
    const event = await anEvent(ctx, { capacity: "2" });
    const first = await aRegistration(ctx, event);
    const waits = await aRegistration(ctx, event, { party: "2" });
    const saved = await booked({ name: "Late Lou" }, event.slug, during());
    if (!saved.ok) throw new Error(saved.reason);
    expect(saved.state).toBe("confirmed");
    expect(await getRegistration(ctx, saved.id)).toMatchObject({ state: "confirmed" });
    await cancelRegistration(during(), { id: first.id });
    expect((await getRegistration(ctx, waits.id)).state).toBe("waiting");
    expect(await getEvent(ctx, event.id)).toMatchObject({ confirmedPlaces: 1, waitingCount: 1 });
  });

  test("has a place at a session too", async () => {
    const event = await anEvent(ctx);
    const typed = { kind: "talk", title: "A talk", capacity: "2" };
    const talk = await addSession(asStaff(ctx), { slug: event.slug, typed });
    if (!talk.ok) throw new Error(talk.reason);
    const saved = await registerForEvent(during(), {
      slug: event.slug,
      typed: { ...reachIn({ name: "Late Lou" }), sessions: [talk.id] },
      locale: "en",
      channel: "phone",
    });
    if (!saved.ok) throw new Error(saved.reason);
    expect(await listChoices(ctx, saved.id)).toMatchObject([{ state: "confirmed" }]);
  });

  test("is put on no list when there is no room, and staff read what to do", async () => {
    const event = await anEvent(ctx, { capacity: "1" });
    await aRegistration(ctx, event);
    const refused = await booked({ name: "Late Lou" }, event.slug, during());
    if (refused.ok) throw new Error("This should have been refused.");
    expect(refused.reason).toBe("full");
    expect(problemsFor(refused.fields ?? {}, (key) => key).party?.[0]).toContain("at the door");
    expect((await getEvent(ctx, event.id)).waitingCount).toBe(0);
  });

  test("is refused once it is over", async () => {
    const event = await anEvent(ctx);
    const over = later(asStaff(ctx), 731);
    expect(await booked({ name: "Late Lou" }, event.slug, over)).toEqual({ ok: false, reason: "past" });
  });
});

test("the letter says where they stand in their language, with a link to photograph", async () => {
  const event = await anEvent(ctx, { title: "Tea and letters" });
  const typed = { name: "Ed Lark", reach: "", address: "4 Wharf Road, Larkmere, LK1 4AB" };
  const saved = await booked(typed, event.slug);
  if (!saved.ok) throw new Error(saved.reason);
  const party = await findParty(ctx, { id: saved.id });
  if (!party) throw new Error("There is no such party.");
  const letter = await exportLetter(ctx, party);
  expect(letter).toMatchObject({
    lang: "so",
    dir: "ltr",
    to: "Ed Lark\n4 Wharf Road\nLarkmere\nLK1 4AB",
    from: { council: "Larkmere Council" },
  });
  const facts = letter.blocks.flatMap((block) => (block.kind === "facts" ? block.rows : []));
  expect(facts.map(([, value]) => value)).toEqual(
    expect.arrayContaining([
      "Tea and letters",
      "Wharf Hall, 1 Wharf Road, LK1 4AB",
      party.registration.reference,
    ]),
  );
  const [href = ""] = Object.keys(letter.squares);
  expect(href).toBe(`https://roundhere.example.org/so/registrations/${saved.link}`);
  expect(letter.squares[href]?.size).toBeGreaterThan(20);
});
