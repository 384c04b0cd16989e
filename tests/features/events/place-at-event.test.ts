import { and, asc, count, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { allocationNotes, events, registrations } from "~/db/tables/events";
import { messages } from "~/db/tables/platform";
import { acceptOffer } from "~/features/events/accept-offer.server";
import { cancelRegistration, declineOffer, lapseOffer } from "~/features/events/cancel-registration.server";
import { changeRegistration } from "~/features/events/change-registration.server";
import { findEventRow } from "~/features/events/read.server";
import { findParty } from "~/features/events/read-registrations.server";
import { registerForEvent } from "~/features/events/register.server";
import { rejoinQueue } from "~/features/events/rejoin-queue.server";
import { placesLeft } from "~/features/events/rules";
import { asSystem, type Ctx } from "~/platform/context.server";
import { aCtx, aPublishedEvent } from "../../support/town";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aCtx();
});

let people = 0;
/** Someone saves a place; returns what they got. */
async function book(slug: string, typed: Record<string, unknown> = {}, more: { submissionId?: string } = {}) {
  people += 1;
  const form = { name: `Person ${people}`, contact: "email", email: `person${people}@example.org`, ...typed };
  const result = await registerForEvent(ctx, { slug, locale: "en", typed: form, ...more });
  if (!result.ok) throw new Error(`refused: ${result.reason} ${JSON.stringify(result.fields)}`);
  return result;
}

async function stateOf(booking: { link: string }) {
  const party = await findParty(ctx, { link: booking.link });
  return party?.registration.state;
}

async function left(slug: string) {
  const event = await findEventRow(ctx, { slug });
  return event ? placesLeft(event) : -1;
}

const messagesAbout = async (id: string) => {
  const rows = await ctx.db
    .select({ subject: messages.subject })
    .from(messages)
    .where(eq(messages.aboutId, id));
  return rows.map((row) => row.subject);
};

describe("saving a place", () => {
  test("the first who fit are confirmed, the rest wait in order", async () => {
    const { slug } = await aPublishedEvent(ctx, { capacity: 2 });
    const booked = [await book(slug), await book(slug), await book(slug), await book(slug)];
    expect(booked.map((one) => one.state)).toEqual(["confirmed", "confirmed", "waiting", "waiting"]);
    expect(await left(slug)).toBe(0);
  });

  test("the same form sent twice is one registration; other content under the same id is a new one", async () => {
    const { slug, id } = await aPublishedEvent(ctx, { capacity: 10 });
    const form = { name: "Amara Osei", email: "amara@example.org" };
    const first = await book(slug, form, { submissionId: "same" });
    const again = await book(slug, form, { submissionId: "same" });
    const other = await book(slug, { ...form, party: "2" }, { submissionId: "same" });
    expect(again.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
    const [row] = await ctx.db
      .select({ n: count() })
      .from(registrations)
      .where(eq(registrations.eventId, id));
    expect(row?.n).toBe(2);
  });

  test("people coming to support someone take no place where the event says so", async () => {
    const { slug } = await aPublishedEvent(ctx, { capacity: 2, carersTakePlaces: false });
    expect((await book(slug, { party: "3", carers: "1" })).state).toBe("confirmed");
    expect(await left(slug)).toBe(0);
    const strict = await aPublishedEvent(ctx, { capacity: 2, carersTakePlaces: true });
    const refused = await registerForEvent(ctx, {
      slug: strict.slug,
      locale: "en",
      typed: { name: "A", contact: "none", party: "3", carers: "1" },
    });
    expect(refused).toMatchObject({ ok: false, reason: "too_large" });
  });

  test("a second booking under the same contact is noted for staff and told to nobody", async () => {
    const { slug } = await aPublishedEvent(ctx, { capacity: 10 });
    const first = await book(slug, { email: "Same@Example.org" });
    const second = await book(slug, { email: "same@example.org" });
    expect(second.state).toBe("confirmed");
    const party = await findParty(ctx, { id: second.id });
    expect(party?.registration.possibleDuplicateOf).toBe(first.id);
  });

  test("what is missing is said by field, in words that can be translated", async () => {
    const { slug } = await aPublishedEvent(ctx, {});
    const nothing = await registerForEvent(ctx, { slug, locale: "en", typed: {} });
    expect(nothing).toMatchObject({
      ok: false,
      reason: "invalid",
      fields: { name: expect.anything(), contact: ["problems.contact"] },
    });
    const typed = { name: "x".repeat(10_000), contact: "phone", phone: "07700 9009 call me", party: "a few" };
    const odd = await registerForEvent(ctx, { slug, locale: "en", typed });
    expect(odd).toMatchObject({ fields: { name: ["problems.tooLong"], party: ["problems.number"] } });
  });

  test("drafts and staff events answer like missing ones, closed and past ones say so", async () => {
    const draft = await aPublishedEvent(ctx, { state: "draft" });
    const forStaff = await aPublishedEvent(ctx, { audience: "staff" });
    const past = await aPublishedEvent(ctx, {
      startsLocal: "2020-01-01T10:00",
      endsLocal: "2020-01-01T11:00",
    });
    const typed = { name: "A", contact: "none" };
    const reason = async (slug: string) => {
      const result = await registerForEvent(ctx, { slug, locale: "en", typed });
      return result.ok ? "ok" : result.reason;
    };
    expect(await reason(draft.slug)).toBe("missing");
    expect(await reason(forStaff.slug)).toBe("missing");
    expect(await reason("nowhere")).toBe("missing");
    expect(await reason(past.slug)).toBe("past");
  });
});

describe("a place that comes free", () => {
  test("goes at once to the first who waits, who is told once", async () => {
    const { slug } = await aPublishedEvent(ctx, { capacity: 1 });
    const has = await book(slug);
    const waits = await book(slug);
    const later = await book(slug);
    await cancelRegistration(ctx, { link: has.link });
    await cancelRegistration(ctx, { link: has.link });
    expect(await stateOf(waits)).toBe("confirmed");
    expect(await stateOf(later)).toBe("waiting");
    expect((await messagesAbout(waits.id)).filter((subject) => subject === "You have a place")).toHaveLength(
      1,
    );
    expect(await left(slug)).toBe(0);
  });

  test("is offered and held for who asked to be asked; declining passes it on", async () => {
    const { slug } = await aPublishedEvent(ctx, { capacity: 1 });
    const has = await book(slug);
    const asks = await book(slug, { promote: "ask" });
    const next = await book(slug);
    await cancelRegistration(ctx, { link: has.link });
    expect(await stateOf(asks)).toBe("offered");
    expect(await left(slug)).toBe(0);
    await declineOffer(ctx, { link: asks.link });
    expect(await stateOf(asks)).toBe("cancelled");
    expect(await stateOf(next)).toBe("confirmed");
    expect(await acceptOffer(ctx, { link: asks.link })).toEqual({ ok: false, reason: "no_offer" });
  });

  test("an accepted offer is a place; an offer nobody answers lapses, and one click rejoins", async () => {
    const { slug } = await aPublishedEvent(ctx, { capacity: 1 });
    const has = await book(slug);
    const asks = await book(slug, { promote: "ask" });
    await cancelRegistration(ctx, { link: has.link });
    const offered = await findParty(ctx, { id: asks.id });
    const expiry = offered?.registration.offerExpiresAt ?? new Date(0);
    expect(await lapseOffer(ctx, { id: asks.id })).toMatchObject({ already: true });
    const later = { ...ctx, now: expiry };
    expect(await acceptOffer(later, { link: asks.link })).toEqual({ ok: false, reason: "no_offer" });
    await lapseOffer(asSystem(later, "jobs"), { id: asks.id });
    expect(await stateOf(asks)).toBe("cancelled");
    await rejoinQueue(ctx, { link: asks.link });
    expect(await stateOf(asks)).toBe("confirmed");
    const third = await book(slug, { promote: "ask" });
    await cancelRegistration(ctx, { link: asks.link });
    expect(await stateOf(third)).toBe("offered");
    await acceptOffer(ctx, { link: third.link });
    expect(await stateOf(third)).toBe("confirmed");
  });

  test("a large party is passed three times and then protected", async () => {
    const { slug, id } = await aPublishedEvent(ctx, { capacity: 4 });
    const singles = [];
    for (let i = 0; i < 2; i += 1) singles.push(await book(slug));
    const family = await book(slug, { party: "4" });
    expect(family.state).toBe("waiting");
    expect((await book(slug)).state).toBe("confirmed");
    expect((await book(slug)).state).toBe("confirmed");
    const [first] = singles;
    if (first) await cancelRegistration(ctx, { link: first.link });
    expect((await book(slug)).state).toBe("confirmed");
    // Three newcomers went past; the next place is kept.
    const [second] = singles.slice(1);
    if (second) await cancelRegistration(ctx, { link: second.link });
    expect(await left(slug)).toBe(0);
    expect((await book(slug)).state).toBe("waiting");
    const notes = await ctx.db
      .select({ what: allocationNotes.what })
      .from(allocationNotes)
      .where(and(eq(allocationNotes.eventId, id), eq(allocationNotes.registrationId, family.id)))
      .orderBy(asc(allocationNotes.id));
    expect(notes.map((note) => note.what)).toEqual(["joined", "skipped", "skipped", "skipped", "kept"]);
  });
});

describe("changing a booking", () => {
  test("fewer people free places at once; more come in only when all of them fit", async () => {
    const { slug } = await aPublishedEvent(ctx, { capacity: 3 });
    const family = await book(slug, { party: "3" });
    const waits = await book(slug);
    expect(waits.state).toBe("waiting");
    await changeRegistration(ctx, { link: family.link }, { party: "2", carers: "0" });
    expect(await stateOf(waits)).toBe("confirmed");
    const more = await changeRegistration(ctx, { link: family.link }, { party: "3", carers: "0" });
    expect(more).toMatchObject({ ok: false, reason: "not_enough", left: 0 });
    const party = await findParty(ctx, { link: family.link });
    expect(party?.registration).toMatchObject({ state: "confirmed", party: 2 });
  });

  test("a waiting family that takes the fewer places that are left is confirmed", async () => {
    const { slug } = await aPublishedEvent(ctx, { capacity: 3 });
    await book(slug);
    const family = await book(slug, { party: "3" });
    expect(await left(slug)).toBe(2);
    await changeRegistration(ctx, { link: family.link }, { party: "2", carers: "0" });
    expect(await stateOf(family)).toBe("confirmed");
  });

  test("someone else's link, a made-up link and a link of an older version open nothing", async () => {
    const { slug } = await aPublishedEvent(ctx, { capacity: 3 });
    const mine = await book(slug);
    const other = await book(slug);
    const mixed = mine.link.slice(0, 22) + other.link.slice(22);
    for (const link of [mixed, "x", "", "a".repeat(43), `${mine.link}x`]) {
      expect(await findParty(ctx, { link })).toBeNull();
      expect(await cancelRegistration(ctx, { link })).toEqual({ ok: false, reason: "missing" });
    }
    const byId = await cancelRegistration(ctx, { id: mine.id });
    expect(byId).toEqual({ ok: false, reason: "missing" });
    expect(await stateOf(mine)).toBe("confirmed");
  });
});

test("the counts kept on the event equal the rows", async () => {
  const rows = await ctx.db.select().from(events);
  for (const event of rows) {
    const parties = await ctx.db.select().from(registrations).where(eq(registrations.eventId, event.id));
    const sum = (state: string) => parties.filter((p) => p.state === state).reduce((n, p) => n + p.places, 0);
    expect(event.confirmedPlaces).toBe(sum("confirmed"));
    expect(event.heldPlaces).toBe(sum("offered"));
    expect(event.waitingCount).toBe(parties.filter((p) => p.state === "waiting").length);
  }
});
