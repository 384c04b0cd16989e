import { beforeAll, describe, expect, test } from "vitest";
import { apiEvent, apiEvents } from "~/features/events/api-shape";
import { exportEvent, exportEvents, exportOpenApi } from "~/features/events/export-api.server";
import type { EventRow } from "~/features/events/read.server";
import type { Ctx } from "~/platform/context.server";
import { ctxFor, openHouse } from "~/platform/house.server";
import * as oneRoute from "~/routes/events/api-event";
import * as listRoute from "~/routes/events/api-events";
import * as openapiRoute from "~/routes/events/openapi";
import { aBorough, aHouse, anEvent, asAnyone, asStaff } from "../../support/factories";

let house: Ctx;
let anyone: Ctx;
let tea: EventRow;
const hidden: EventRow[] = [];

beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
  anyone = asAnyone(house);
  tea = await anEvent(house, { title: "Tea & <cake>" });
  await anEvent(house, { title: "Hill walk", neighbourhood: "highdown", venue: "hill-hall" });
  await anEvent(house, { title: "Called off", traits: ["cancelled"] });
  await anEvent(house, { title: "Winter", startsLocal: "2027-01-12T18:30", endsLocal: "2027-01-12T20:00" });
  hidden.push(await anEvent(house, { title: "Draft", traits: ["draft"] }));
  hidden.push(await anEvent(house, { title: "Colleagues", traits: ["staff_only"] }));
  openHouse(house.store);
});

const ask = async (query = "", ctx = anyone) => {
  const made = await exportEvents(ctx, new URLSearchParams(query));
  return made.ok ? made.page : expect.fail(JSON.stringify(made.fields));
};
const titles = async (query = "", ctx = anyone) => (await ask(query, ctx)).events.map((one) => one.title);

test("public events, the next first, in the shape that is described", async () => {
  const page = await ask();
  expect(apiEvents.parse(page)).toEqual(page);
  expect(page.events.map((one) => one.title).at(-1)).toBe("Winter");
  expect(page.events.find((one) => one.slug === tea.slug)).toMatchObject({
    title: "Tea & <cake>",
    startsAt: "2026-07-01T18:30:00+01:00",
    placesLeft: 10,
    venue: { name: "Wharf Hall" },
    url: `https://roundhere.example.org/events/${tea.slug}`,
  });
  expect(page.events.at(-1)?.startsAt).toBe("2027-01-12T18:30:00+00:00");
  expect(page.events.find((one) => one.title === "Called off")).toMatchObject({
    state: "cancelled",
    placesLeft: 0,
    cancelReason: "The hall has no heating.",
  });
});

test("filters are those of the page; one that is not there is said to be wrong", async () => {
  expect(await titles("neighbourhood=highdown")).toEqual(["Hill walk"]);
  expect(await titles("q=hill")).toEqual(["Hill walk"]);
  expect(await titles("when=past")).toEqual([]);
  for (const query of [
    "when=never",
    "limit=0",
    "limit=1000",
    "colour=red",
    "neighbourhood=atlantis",
    "after=nothing",
  ]) {
    expect(await exportEvents(anyone, new URLSearchParams(query)), query).toMatchObject({
      reason: "invalid",
    });
  }
});

test("pages by key lead through all of it, each event once, also when one comes in between", async () => {
  const seen: string[] = [];
  let query: string | null = "limit=1";
  while (query !== null) {
    const page = await ask(query);
    seen.push(...page.events.map((one) => one.slug));
    if (seen.length === 2)
      await anEvent(house, {
        title: "Newcomer",
        startsLocal: "2026-06-02T18:30",
        endsLocal: "2026-06-02T20:00",
      });
    query = page.next && new URL(page.next).search;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(4);
});

describe("hidden events", () => {
  test("answer like missing ones, for staff too", async () => {
    for (const ctx of [anyone, asStaff(house), house]) {
      for (const event of hidden) {
        expect(await exportEvent(ctx, event.slug)).toBeNull();
        expect(await exportEvents(ctx, new URLSearchParams({ after: event.slug }))).toMatchObject({
          fields: { after: ["There is no such event."] },
        });
      }
      expect(await titles("", ctx)).not.toContain("Draft");
      expect(await titles("", ctx)).not.toContain("Colleagues");
    }
  });

  test("byte for byte, at their address", async () => {
    const answerOf = async (slug: string) => {
      const answer = await oneRoute.loader(argsFor(`/api/v1/events/${slug}`, { slug }));
      return { status: answer.status, body: await answer.text() };
    };
    const missing = await answerOf("never-was");
    expect(missing.status).toBe(404);
    for (const event of hidden) expect(await answerOf(event.slug)).toEqual(missing);
  });
});

const argsFor = (path: string, params: Record<string, string> = {}) =>
  ({
    request: new Request(`http://localhost${path}`),
    params,
    context: { locale: "en" },
  }) as unknown as Parameters<typeof oneRoute.loader>[0];

describe("the description", () => {
  type Schema = { $ref?: string };
  type Tree = Record<string, unknown>;
  const refsIn = (value: unknown): string[] =>
    typeof value !== "object" || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [String(inner)] : refsIn(inner)));

  test("says where each thing is, and every reference leads somewhere", async () => {
    const answer = await openapiRoute.loader(argsFor("/api/openapi.json"));
    const described = await answer.json();
    expect(described).toMatchObject({ openapi: "3.1.0", info: { version: "1" } });
    expect(Object.keys(described.paths).sort()).toEqual([
      "/api/v1/commitments",
      "/api/v1/events",
      "/api/v1/events/{slug}",
      "/api/v1/ideas",
      "/api/v1/ideas/{board}",
      "/api/v1/options",
      "/api/v1/options/{slug}",
      "/api/v1/responses",
    ]);
    const refs = refsIn(described);
    expect(refs.length).toBeGreaterThan(3);
    for (const ref of refs) {
      const found = ref
        .slice(2)
        .split("/")
        .reduce<Tree>((value, part) => value[part] as Tree, described);
      expect(found, ref).toMatchObject({ type: "object" });
    }
    const ids = Object.values<{ get: { operationId: string } }>(described.paths).map(
      (one) => one.get.operationId,
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of Object.values<{ get: { responses: Record<string, { description: string }> } }>(
      described.paths,
    )) {
      expect(Object.keys(one.get.responses)).toContain("200");
      for (const response of Object.values(one.get.responses)) expect(response.description).not.toBe("");
    }
  });

  test("names every field that an event has, and every filter that is taken, and no other", async () => {
    const described = exportOpenApi(ctxFor({ kind: "anyone" }), "Closer to Home");
    const event = described.components.schemas.Event as {
      properties: Record<string, Schema>;
      required: string[];
    };
    const given = await exportEvent(anyone, tea.slug);
    expect(Object.keys(event.properties).sort()).toEqual(Object.keys(given ?? {}).sort());
    expect(event.required.sort()).toEqual(Object.keys(apiEvent.shape).sort());
    const list = described.paths["/api/v1/events"] as { get: { parameters: { name: string }[] } };
    expect(list.get.parameters.map((one) => one.name).sort()).toEqual([
      "after",
      "limit",
      "neighbourhood",
      "q",
      "when",
    ]);
  });

  test("an unknown filter is a 400 with a sentence", async () => {
    const answer = await listRoute.loader(
      argsFor("/api/v1/events?when=never") as Parameters<typeof listRoute.loader>[0],
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining("when") });
    const fine = await listRoute.loader(argsFor("/api/v1/events") as Parameters<typeof listRoute.loader>[0]);
    expect(apiEvents.safeParse(await fine.json()).success).toBe(true);
  });
});
