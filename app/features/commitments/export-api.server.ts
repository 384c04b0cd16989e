import { z } from "zod";
import { findNeighbourhood } from "~/features/places/read.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { type ApiCommitment, apiCommitment, apiCommitments, apiFilter } from "./api-shape";
import { listCommitments, listOwners } from "./read.server";
import { type CommitmentShown, type Due, shownCommitment } from "./shown";

/** Where the open data of commitments begins. */
const API_COMMITMENTS = "/api/v1/commitments";

type Page = { ok: true; page: { commitments: ApiCommitment[]; next: string | null } };

/**
 * One page of the register as programs get it, the newest first, from the filters of an address. Refuses
 * filters that there are not, and an owner or a neighbourhood that is not there.
 */
export async function exportCommitments(
  ctx: Ctx,
  query: URLSearchParams,
): Promise<Page | Refusal<"invalid">> {
  const parsed = apiFilter.safeParse(Object.fromEntries(query));
  if (!parsed.success) return { ok: false, reason: "invalid", fields: problemsOf(parsed.error) };
  const { owner, neighbourhood, ...filter } = parsed.data;
  const near = neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null;
  if (neighbourhood && !near) return invalid("neighbourhood", "There is no such neighbourhood.");
  const owns = owner ? (await listOwners(ctx)).find((one) => one.slug === owner) : null;
  if (owner && !owns) return invalid("owner", "No organisation of this name owns a commitment.");
  const list = await listCommitments(ctx, {
    ...filter,
    organisationId: owns?.id,
    neighbourhoodId: near?.id,
  });
  const today = dayOf(ctx.now);
  const commitments = list.commitments.map((one) => shapeOf(ctx, shownCommitment(one, today)));
  return { ok: true, page: { commitments, next: nextOf(ctx, query, list.next) } };
}

const invalid = (field: string, problem: string): Refusal<"invalid"> => ({
  ok: false,
  reason: "invalid",
  fields: { [field]: [problem] },
});

function problemsOf(error: z.ZodError): Record<string, string[]> {
  if (error.issues.some((issue) => issue.code === "unrecognized_keys")) {
    return { "": ["There is no such filter."] };
  }
  return Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0] ?? ""), [message]]));
}

function nextOf(ctx: Ctx, query: URLSearchParams, before: number | null): string | null {
  if (before === null) return null;
  const next = new URLSearchParams(query);
  next.set("before", String(before));
  return `${ctx.origin}${API_COMMITMENTS}?${next}`;
}

const dueOf = (due: Due | null) => due && { lastDay: due.day, precision: due.precision };

function shapeOf(ctx: Ctx, shown: CommitmentShown): ApiCommitment {
  const { madeDay, doneDay, withdrawnDay, due, first, ...same } = shown;
  return apiCommitment.parse({
    ...same,
    madeOn: madeDay,
    doneOn: doneDay,
    withdrawnOn: withdrawnDay,
    due: dueOf(due),
    firstDue: dueOf(first),
    url: `${ctx.origin}/commitments/${shown.number}`,
  });
}

const answer = (description: string, name: string) => ({
  description,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

/** What the description of the open data says about commitments (OpenAPI 3.1), made from the shapes themselves. */
export function describeCommitments() {
  const registry = z.registry<{ id: string }>();
  for (const shape of [apiCommitment, apiCommitments]) {
    registry.add(shape, { id: shape.meta()?.id ?? "" });
  }
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  const { properties = {} } = z.toJSONSchema(apiFilter, { io: "input" });
  const parameters = Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as { description?: string };
    return { name, in: "query", required: false, description, schema };
  });
  return {
    paths: {
      [API_COMMITMENTS]: {
        get: {
          operationId: "listCommitments",
          summary: "The register of commitments, the newest first.",
          parameters,
          responses: {
            200: answer("One page of commitments.", "CommitmentPage"),
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
