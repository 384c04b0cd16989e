import { z } from "zod";
import { findNeighbourhood } from "~/features/places/read.server";
import { findThemeWhole } from "~/features/places/read-themes.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { apiResponse, apiResponseFilter, apiResponses } from "./api-shape";
import { listStanding, listThemesOf, type ResponseSeen } from "./read.server";

/** Where the open data of official answers begins. */
const API_RESPONSES = "/api/v1/responses";

/**
 * One page of answers that stand as programs get it, the newest first, from the filters of an address. Refuses filters
 * that there are not, and a place or theme that is not there.
 */
export async function exportResponses(ctx: Ctx, query: URLSearchParams) {
  const parsed = apiResponseFilter.safeParse(Object.fromEntries(query));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalid(String(issue?.path[0] ?? ""), issue?.message ?? "There is no such filter.");
  }
  const { kind, neighbourhood, theme, after, limit } = parsed.data;
  const near = neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null;
  if (neighbourhood && !near) return invalid("neighbourhood", "There is no such neighbourhood.");
  const whole = theme ? await findThemeWhole(ctx, theme) : null;
  if (theme && !whole) return invalid("theme", "There is no such theme.");
  const filter = { kind, neighbourhoodId: near?.id, themeIds: whole?.ids, after };
  const { responses, next } = await listStanding(ctx, filter, limit);
  const themes = await listThemesOf(
    ctx,
    responses.map(({ response }) => response.id),
  );
  const following = new URLSearchParams(query);
  if (next) following.set("after", next);
  return {
    ok: true as const,
    page: {
      responses: responses.map((seen) => shapeOf(ctx, seen, themes.get(seen.response.id) ?? [])),
      next: next ? `${ctx.origin}${API_RESPONSES}?${following}` : null,
    },
  };
}

const invalid = (field: string, problem: string): Refusal<"invalid"> => ({
  ok: false,
  reason: "invalid",
  fields: { [field]: [problem] },
});

type Theme = { slug: string; plainLabel: string };

function shapeOf(ctx: Ctx, { response, thing, organisation, neighbourhood }: ResponseSeen, about: Theme[]) {
  return apiResponse.parse({
    url: `${ctx.origin}/you-said-we-did/${response.id}`,
    said: response.said,
    saidOn: thing.saidOn,
    kind: response.kind,
    text: response.text,
    reason: response.reason,
    passedTo: response.passedTo,
    dueDay: response.dueDay,
    evidence: response.evidence,
    evidenceDay: response.evidenceDay,
    evidenceWhere: response.evidenceWhere,
    owner: { role: response.ownerRole, organisation: organisation.name },
    neighbourhood: neighbourhood && { slug: neighbourhood.slug, name: neighbourhood.name },
    themes: about,
    publishedAt: response.publishedAt?.toISOString() ?? null,
  });
}

const answer = (description: string, name: string) => ({
  description,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

/** What the description of the open data says about official answers (OpenAPI 3.1), made from the shapes themselves. */
export function describeResponses() {
  const registry = z.registry<{ id: string }>();
  for (const shape of [apiResponse, apiResponses]) {
    registry.add(shape, { id: shape.meta()?.id ?? "" });
  }
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  const { properties = {} } = z.toJSONSchema(apiResponseFilter, { io: "input" });
  const parameters = Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as { description?: string };
    return { name, in: "query", required: false, description, schema };
  });
  return {
    paths: {
      [API_RESPONSES]: {
        get: {
          operationId: "listResponses",
          summary: "Official answers that stand, the newest first.",
          parameters,
          responses: {
            200: answer("One page of answers.", "ResponsePage"),
            400: answer("A filter is wrong.", "Problem"),
          },
        },
      },
    },
    schemas: Object.fromEntries(
      Object.entries(made.schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
    ),
  };
}
