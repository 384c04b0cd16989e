import { events } from "~/db/tables/events";
import { boroughs, neighbourhoods } from "~/db/tables/places";
import type { Actor } from "~/platform/actor";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { instantOf } from "~/platform/london";
import { freshDatabase } from "./fresh-database";

/** A fresh database with a small borough in it, seen by someone unknown on 2 March 2026 at ten. */
export async function aCtx(actor: Actor = { kind: "anyone" }): Promise<Ctx> {
  const store = await freshDatabase();
  const ctx: Ctx = {
    store,
    db: store.db,
    actor,
    now: new Date("2026-03-02T10:00:00Z"),
    origin: "http://localhost:3000",
    secret: "only-for-tests-only-for-tests-only-for-tests",
  };
  await write(ctx, { locks: ["*"] }, async (ctx) => {
    await ctx.db.insert(boroughs).values({
      id: newId(),
      name: "Testham",
      council: "Testham Council",
      programme: "Closer to Home Testham",
      tagline: "Health and care in Testham",
      gssCode: "X09000009",
      population: 100_000,
      populationSource: "test",
      populationDay: "2025-06-30",
      contacts: {
        phone: "020 7946 0123",
        textNumber: "07700 900123",
        email: "hello@example.org",
        address: "Town Hall",
        hours: "Monday to Friday, 9am to 5pm",
        safeguardingAdults: "020 7946 0111",
        safeguardingChildren: "020 7946 0112",
      },
    });
    await ctx.db.insert(neighbourhoods).values({
      id: newId(),
      slug: "riverside",
      name: "Riverside",
      externalCode: "X05000001",
      basis: "blended",
      status: "live",
      population: 40_000,
      populationSource: "test",
      populationDay: "2025-06-30",
      palette: "green",
      seed: 7,
      summary: "By the river.",
      description: "By the river.",
      happening: [],
      aliases: [],
      outline: [],
      position: 1,
    });
    return { ok: true };
  });
  return ctx;
}

let made = 0;

/** A published event at Testham, with what a test wants to be different. */
export async function aPublishedEvent(
  ctx: Ctx,
  change: Partial<typeof events.$inferInsert>,
): Promise<typeof events.$inferSelect> {
  made += 1;
  const startsLocal = change.startsLocal ?? "2026-04-14T18:30";
  const endsLocal = change.endsLocal ?? "2026-04-14T20:00";
  const added = await write(ctx, { locks: ["*"] }, async (ctx) => {
    const [row] = await ctx.db
      .insert(events)
      .values({
        id: newId(),
        slug: `event-${made}`,
        title: `Event ${made}`,
        summary: "A meeting about care.",
        description: "",
        descriptionHtml: "",
        descriptionRenderer: "none",
        kind: "workshop",
        mode: "in_person",
        audience: "everyone",
        startsLocal,
        endsLocal,
        startsAt: instantOf(startsLocal) ?? new Date(),
        endsAt: instantOf(endsLocal) ?? new Date(),
        registration: "open",
        capacity: 10,
        carersTakePlaces: false,
        offerHours: 24,
        provided: [],
        state: "published",
        publishedAt: ctx.now,
        sequence: 0,
        confirmedPlaces: 0,
        heldPlaces: 0,
        keptPlaces: 0,
        waitingCount: 0,
        nextInQueue: 1,
        createdAt: ctx.now,
        ...change,
      })
      .returning();
    if (!row) throw new Error("no event");
    return { ok: true as const, row };
  });
  return added.row;
}
