import { asc } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "~/db/client.server";
import { findByWords } from "~/db/search.server";
import { auditEvents } from "~/db/tables/platform";
import { addNeighbourhood } from "~/features/places/add-neighbourhood.server";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { freshDatabase } from "../../support/fresh-database";

let store: Database;
beforeAll(async () => {
  store = await freshDatabase();
});

const HOUSE: Actor = { kind: "system", name: "test" };
const as = (actor: Actor): Ctx => ({
  store,
  db: store.db,
  actor,
  now: new Date("2027-01-12T09:00:00Z"),
  origin: "https://roundhere.example.org",
  secret: "s",
});

const riverside = {
  slug: "riverside",
  name: "Riverside",
  externalCode: "X05000009",
  basis: "assets",
  status: "shadow",
  population: "41000",
  populationSource: "Invented",
  populationDay: "2026-06-30",
  palette: "teal",
  seed: 7,
  summary: "Boats and allotments.",
  description: "Along the river.",
  happening: ["A swing band meets in the boathouse."],
  aliases: ["The Wharves"],
  outline: [
    [0, 0],
    [1, 0],
    [1, 1],
  ],
};

test("a neighbourhood is added last, with what was typed tidied, and found by its other names", async () => {
  const first = await addNeighbourhood(as(HOUSE), { typed: riverside });
  const second = await addNeighbourhood(as(HOUSE), {
    typed: { ...riverside, slug: "uplands", name: "  The   Uplands ", aliases: [] },
  });
  expect([first.ok, second.ok]).toEqual([true, true]);

  const list = await listNeighbourhoods(as(HOUSE));
  expect(list.map((one) => one.name)).toEqual(["Riverside", "The Uplands"]);
  expect(list[0]).toMatchObject({ population: 41_000, aliases: ["The Wharves"], outline: riverside.outline });

  const [found] = await findByWords(store.db, "wharf boathouse");
  expect(found).toBeUndefined();
  expect(await findByWords(store.db, "wharves")).toMatchObject([
    { kind: "neighbourhood", title: "Riverside", path: "/neighbourhoods/riverside" },
  ]);
  const trail = await store.db.select().from(auditEvents).orderBy(asc(auditEvents.id));
  expect(trail.map((row) => row.act)).toEqual(["places.neighbourhood_added", "places.neighbourhood_added"]);
});

test("a slug that is in use is refused and nothing is kept", async () => {
  const again = await addNeighbourhood(as(HOUSE), { typed: { ...riverside, name: "Other" } });
  expect(again).toMatchObject({ ok: false, reason: "taken", fields: { slug: [expect.any(String)] } });
  expect((await findNeighbourhood(as(HOUSE), "riverside"))?.name).toBe("Riverside");
});

test("what is missing or wrong is said beside each field", async () => {
  const typed = { ...riverside, slug: "Print", name: " ", population: "", basis: "feeling" };
  const answer = await addNeighbourhood(as(HOUSE), { typed });
  expect(answer).toMatchObject({ ok: false, reason: "invalid" });
  if (answer.ok) return;
  expect(Object.keys(answer.fields ?? {}).sort()).toEqual(["basis", "name", "population", "slug"]);
  const reserved = await addNeighbourhood(as(HOUSE), { typed: { ...riverside, slug: "print" } });
  expect(reserved).toMatchObject({ ok: false, fields: { slug: [expect.stringContaining("kept for")] } });
});

test("only people who set the borough up may add one", async () => {
  const lead: Actor = {
    kind: "account",
    id: "a1",
    name: "Lead",
    grants: [{ role: "neighbourhood_lead", scopeKind: "neighbourhood", scopeId: "n1" }],
  };
  for (const actor of [lead, { kind: "anyone" } as const]) {
    const answer = await addNeighbourhood(as(actor), { typed: { ...riverside, slug: "new-place" } });
    expect(answer).toMatchObject({ ok: false, reason: "not_allowed" });
  }
});
