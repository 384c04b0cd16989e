import { z } from "zod";
import { findNeighbourhood } from "~/features/places/read.server";
import { findThemeWhole } from "~/features/places/read-themes.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { listStanding, listThemesOf, type ResponseSeen } from "./read.server";
import { KINDS } from "./rules";

/** Where the open data of official answers begins. */
export const API_RESPONSES = "/api/v1/responses";

const filterShape = z.strictObject({
  kind: z.enum(KINDS, "There is no such kind.").optional(),
  neighbourhood: z.string().max(80).optional(),
  theme: z.string().max(80).optional(),
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/**
 * One page of answers that stand as programs get it, the newest first, from the filters of an address. Refuses filters
 * that there are not, and a place or theme that is not there.
 */
export async function exportResponses(ctx: Ctx, query: URLSearchParams) {
  const parsed = filterShape.safeParse(Object.fromEntries(query));
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

function shapeOf(ctx: Ctx, { response, thing, organisation, neighbourhood }: ResponseSeen, about: object[]) {
  return {
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
  };
}
