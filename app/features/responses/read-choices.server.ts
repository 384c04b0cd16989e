import { listNeighbourhoods, listOrganisations } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import type { Ctx } from "~/platform/context.server";
import type { ResponseSeen } from "./read.server";
import { listThemesOf } from "./read.server";
import { listOpenCommitments } from "./read-commitments.server";

/** What staff choose from when they answer; what was chosen before is among it. */
export async function getResponseChoices(ctx: Ctx, seen: ResponseSeen | null = null) {
  const keeping = seen?.response ?? null;
  return {
    organisations: (await listOrganisations(ctx, keeping?.organisationId)).map(({ slug, name }) => ({
      slug,
      name,
    })),
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
    commitments: await listOpenCommitments(ctx, keeping?.commitmentId ?? null),
  };
}

/** A response as its form would have it typed. */
export async function asTyped(ctx: Ctx, seen: ResponseSeen): Promise<Record<string, string | string[]>> {
  const { response, organisation, neighbourhood } = seen;
  const themes = (await listThemesOf(ctx, [response.id])).get(response.id) ?? [];
  return {
    said: response.said,
    kind: response.kind,
    text: response.text,
    reason: response.reason ?? "",
    passedTo: response.passedTo ?? "",
    evidence: response.evidence ?? "",
    evidenceDay: response.evidenceDay ?? "",
    evidenceWhere: response.evidenceWhere ?? "",
    dueDay: response.dueDay ?? "",
    duePrecision: response.duePrecision ?? "day",
    condition: response.condition ?? "",
    commitment: response.commitmentId ?? "",
    ownerRole: response.ownerRole,
    organisation: organisation.slug,
    neighbourhood: neighbourhood?.slug ?? "",
    themes: themes.map(({ slug }) => slug),
  };
}
