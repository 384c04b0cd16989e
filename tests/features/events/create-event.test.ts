import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "~/db/tables/platform";
import { createEvent } from "~/features/events/create-event.server";
import type { Ctx } from "~/platform/context.server";
import { RESERVED_SLUGS } from "~/platform/slugs";
import {
  aBorough,
  aHouse,
  asAnyone,
  asStaff,
  at,
  CANALSIDE,
  eventTyped,
  getEvent,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const create = (change: Record<string, unknown> = {}, who = asStaff(ctx)) =>
  createEvent(who, { typed: eventTyped(change) });

async function refused(change: Record<string, unknown>) {
  const answer = await create(change);
  if (answer.ok) throw new Error("This should have been refused.");
  return answer.fields ?? {};
}

describe("a new event", () => {
  test("is a draft with its instants, its HTML and an audit row", async () => {
    const made = await create({ title: "A walk & talk: what’s next?", startsLocal: "2026-07-01T18:30" });
    if (!made.ok) throw new Error(made.reason);
    const event = await getEvent(ctx, made.id);
    expect(event).toMatchObject({
      slug: "a-walk-talk-whats-next",
      state: "draft",
      publishedAt: null,
      sequence: 0,
    });
    expect(event.startsAt).toEqual(new Date("2026-07-01T17:30:00Z"));
    expect(event.descriptionHtml).toContain("<strong>cake</strong>");
    expect(event.descriptionRenderer).not.toBe("");
    const trail = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, made.id));
    expect(trail.map((row) => row.act)).toEqual(["events.created"]);
  });

  test("has a slug of its own, and never one of the site's own words", async () => {
    const first = await create({ title: "Same title" });
    const second = await create({ title: "Same Title!" });
    expect([first, second].map((made) => made.ok && made.slug)).toEqual(["same-title", "same-title-2"]);
    for (const word of RESERVED_SLUGS) {
      const made = await create({ title: word });
      expect(made.ok && made.slug).toBe(`${word}-event`);
    }
    const arabic = await create({ title: "لقاء الحي" });
    expect(arabic.ok && arabic.slug).toBe("event");
  });

  test("ten at once with one title get ten slugs", async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => create({ title: "At once" })));
    expect(new Set(made.map((one) => one.ok && one.slug)).size).toBe(10);
  });

  test("keeps a venue only where people come, and a link only where they join", async () => {
    const online = await create({
      mode: "online",
      onlineLink: "https://meet.example.org/a",
      dialIn: "020 7946 0777",
    });
    const inPerson = await create({ mode: "in_person", onlineLink: "https://meet.example.org/a" });
    if (!online.ok || !inPerson.ok) throw new Error("refused");
    expect(await getEvent(ctx, online.id)).toMatchObject({
      venueId: null,
      onlineLink: "https://meet.example.org/a",
    });
    expect(await getEvent(ctx, inPerson.id)).toMatchObject({ onlineLink: null, dialIn: null });
  });
});

describe("an event is refused", () => {
  test("at a time that the spring clock change leaves out", async () => {
    const fields = await refused({ startsLocal: "2027-03-28T01:30", endsLocal: "2027-03-28T03:30" });
    expect(fields.startsLocal?.[0]).toContain("clocks go forward");
    const autumn = await create({ startsLocal: "2026-10-25T01:30", endsLocal: "2026-10-25T03:00" });
    if (!autumn.ok) throw new Error(autumn.reason);
    expect((await getEvent(ctx, autumn.id)).startsAt).toEqual(at("2026-10-25T01:30"));
  });

  test("when it ends before it starts, or booking closes before it opens", async () => {
    expect(await refused({ endsLocal: "2026-07-01T18:30" })).toHaveProperty("endsLocal");
    const fields = await refused({ opensLocal: "2026-06-10T09:00", closesLocal: "2026-06-09T09:00" });
    expect(fields).toEqual({ closesLocal: ["Booking must close after it opens"] });
    expect(await refused({ opensLocal: "2026-07-02T09:00" })).toHaveProperty("opensLocal");
  });

  test("without a venue in person, without a link online, with a link that is none", async () => {
    expect(await refused({ venue: "" })).toHaveProperty("venue");
    expect(await refused({ mode: "hybrid" })).toHaveProperty("onlineLink");
    for (const onlineLink of ["javascript:alert(1)", "meet", "data:text/html,hello"]) {
      expect(await refused({ mode: "online", onlineLink })).toHaveProperty("onlineLink");
    }
    expect(await refused({ venue: "nowhere" })).toEqual({ venue: ["Choose a venue from the list"] });
  });

  test("with everything that is wrong said at once", async () => {
    const fields = await refused({
      title: "",
      capacity: "",
      mode: "",
      kind: "",
      endsLocal: "2026-06-30T18:30",
    });
    expect(Object.keys(fields).sort()).toEqual(["capacity", "endsLocal", "kind", "mode", "title"]);
  });

  test("with places that are no whole number", async () => {
    for (const capacity of ["", " ", "-1", "1.5", "1e3", "many"]) {
      expect(await refused({ capacity })).toHaveProperty("capacity");
    }
  });

  test("for a neighbourhood that is not the organiser's, and for anyone who organises nothing", async () => {
    const lead = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
    expect((await create({}, lead)).ok).toBe(true);
    for (const neighbourhood of ["highdown", ""]) {
      expect(await create({ neighbourhood }, lead)).toMatchObject({ ok: false, reason: "invalid" });
    }
    expect((await create({}, asStaff(ctx, "team_member"))).ok).toBe(false);
    expect((await create({}, asAnyone(ctx))).ok).toBe(false);
  });
});
