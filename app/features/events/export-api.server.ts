import { and, asc, desc, eq, gt, lt, or } from "drizzle-orm";
import { z } from "zod";
import { findByWords } from "~/db/search.server";
import { events } from "~/db/tables/events";
import { findNeighbourhood } from "~/features/places/read.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { londonTime } from "~/platform/london";
import { type ApiEvent, type ApiFilter, apiEvent, apiEvents, apiFilter, apiProblem } from "./api-shape";
import { type EventSeen, findEventRow, oneOf, PUBLIC, selectSeen, span } from "./read.server";
import { placesLeft } from "./rules";

/** Where the open data of events begins. */
export const API_EVENTS = "/api/v1/events";

type Page = { ok: true; page: { events: ApiEvent[]; next: string | null } };

/**
 * One page of public events as programs get it, from the filters of an address. Refuses filters that
 * there are not, a neighbourhood that is not there, and a page after an event that nobody may see.
 */
export async function exportEvents(ctx: Ctx, query: URLSearchParams): Promise<Page | Refusal<"invalid">> {
  const parsed = apiFilter.safeParse(Object.fromEntries(query));
  if (!parsed.success) return { ok: false, reason: "invalid", fields: problemsOf(parsed.error) };
  const filter = parsed.data;
  const neighbourhood = filter.neighbourhood ? await findNeighbourhood(ctx, filter.neighbourhood) : null;
  if (filter.neighbourhood && !neighbourhood)
    return invalid("neighbourhood", "There is no such neighbourhood.");
  const last = filter.after ? await findPublicRow(ctx, filter.after) : null;
  if (filter.after && !last) return invalid("after", "There is no such event.");
  const rows = await listAfter(ctx, filter, neighbourhood?.id, last);
  const shown = rows.slice(0, filter.limit);
  const more = rows.length > filter.limit ? shown.at(-1) : undefined;
  return {
    ok: true,
    page: { events: shown.map((seen) => shapeOf(ctx, seen)), next: more ? nextOf(ctx, query, more) : null },
  };
}

/** One public event as programs get it, or null: hidden ones answer like missing ones. */
export async function exportEvent(ctx: Ctx, slug: string): Promise<ApiEvent | null> {
  const [seen] = await selectSeen(ctx).where(and(PUBLIC, eq(events.slug, slug)));
  return seen ? shapeOf(ctx, seen) : null;
}

const invalid = (field: string, problem: string): Refusal<"invalid"> => ({
  ok: false,
  reason: "invalid",
  fields: { [field]: [problem] },
});

function problemsOf(error: z.ZodError): Record<string, string[]> {
  const unknown = error.issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown) return { "": ["There is no such filter."] };
  return Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0] ?? ""), [message]]));
}

async function findPublicRow(ctx: Ctx, slug: string) {
  const row = await findEventRow(ctx, { slug });
  return row && row.state !== "draft" && row.audience === "everyone" ? row : null;
}

type Row = { id: string; startsAt: Date };

async function listAfter(
  ctx: Ctx,
  { when, q, limit }: ApiFilter,
  neighbourhoodId: string | undefined,
  last: Row | null,
): Promise<EventSeen[]> {
  const found = q ? await findByWords(ctx.db, q, { kind: "event", limit: 200 }) : null;
  const past = when === "past";
  const beyond = past ? lt : gt;
  const key = last
    ? or(
        beyond(events.startsAt, last.startsAt),
        and(eq(events.startsAt, last.startsAt), gt(events.id, last.id)),
      )
    : undefined;
  return selectSeen(ctx)
    .where(
      and(
        PUBLIC,
        span(when, ctx.now),
        neighbourhoodId ? eq(events.neighbourhoodId, neighbourhoodId) : undefined,
        found ? oneOf(found.map((entry) => entry.subjectId)) : undefined,
        key,
      ),
    )
    .orderBy(past ? desc(events.startsAt) : asc(events.startsAt), asc(events.id))
    .limit(limit + 1);
}

function nextOf(ctx: Ctx, query: URLSearchParams, last: EventSeen): string {
  const next = new URLSearchParams(query);
  next.set("after", last.event.slug);
  return `${ctx.origin}${API_EVENTS}?${next}`;
}

function shapeOf(ctx: Ctx, { event, venue, neighbourhood, host }: EventSeen): ApiEvent {
  return apiEvent.parse({
    slug: event.slug,
    title: event.title,
    summary: event.summary,
    kind: event.kind,
    mode: event.mode,
    state: event.state,
    cancelReason: event.cancelReason,
    startsAt: londonTime(event.startsAt),
    endsAt: londonTime(event.endsAt),
    neighbourhood: neighbourhood && { slug: neighbourhood.slug, name: neighbourhood.name },
    venue: venue && { name: venue.name, address: venue.address, postcode: venue.postcode },
    host: host?.name ?? null,
    provided: event.provided,
    capacity: event.capacity,
    placesLeft: event.state === "cancelled" ? 0 : placesLeft(event),
    url: `${ctx.origin}/events/${event.slug}`,
  });
}

/** The description of the open data for programs and their authors (OpenAPI 3.1), made from the shapes themselves. */
export function exportOpenApi(ctx: Ctx, programme: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: `${programme}: open data`,
      version: "1",
      description:
        "Public events, ideas, official answers, commitments and options. Read only, no key needed. The page /open-data says how to use it.",
      license: { name: "Open Government Licence v3.0", identifier: "OGL-UK-3.0" },
    },
    servers: [{ url: ctx.origin }],
    paths: {
      [API_EVENTS]: {
        get: {
          operationId: "listEvents",
          summary: "Public events, the next first; past ones the newest first.",
          parameters: parameters(),
          responses: {
            200: answer("One page of events.", "EventPage"),
            400: answer("A filter is wrong.", "Problem"),
          },
        },
      },
      [`${API_EVENTS}/{slug}`]: {
        get: {
          operationId: "getEvent",
          summary: "One public event.",
          parameters: [{ name: "slug", in: "path", required: true, schema: { type: "string" } }],
          responses: {
            200: answer("The event.", "Event"),
            404: answer("There is no such event.", "Problem"),
          },
        },
      },
    },
    components: { schemas: schemas() },
  };
}

const answer = (description: string, name: string) => ({
  description,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

function parameters() {
  const { properties = {} } = z.toJSONSchema(apiFilter, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as { description?: string };
    return { name, in: "query", required: false, description, schema };
  });
}

function schemas() {
  const registry = z.registry<{ id: string }>();
  for (const shape of [apiEvent, apiEvents, apiProblem]) {
    registry.add(shape, { id: shape.meta()?.id ?? "" });
  }
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
}
