import { findOrganisation, listNeighbourhoods } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { makeCommitment } from "./make-commitment.server";
import { commitmentForm, fieldsOf } from "./schema";

/** Makes a commitment from the staff form, whose lists hold slugs. Asks `may` and writes through makeCommitment. */
export async function addCommitment(
  ctx: Ctx,
  { typed }: { typed: unknown },
): Promise<{ ok: true; number: number } | Refusal<"invalid">> {
  const parsed = commitmentForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const organisation = form.organisation ? await findOrganisation(ctx, form.organisation) : null;
  const near = (await listNeighbourhoods(ctx)).find((one) => one.slug === form.neighbourhood);
  const themes = (await listThemesInUse(ctx)).filter((one) => form.themes.includes(one.slug));
  const made = await makeCommitment(ctx, {
    text: form.said,
    kind: form.kind,
    source: { words: form.sourceWords, from: form.from, link: form.sourceLink },
    owner: organisation && { organisationId: organisation.id, role: form.role, email: form.email },
    madeDay: form.madeDay,
    due: form.kind === "dated" && form.dueDay ? { day: form.dueDay, precision: form.precision } : null,
    condition: form.condition,
    neighbourhoodId: near?.id ?? null,
    themeIds: themes.map((theme) => theme.id),
  });
  if (made.ok) return made;
  if (made.reason === "not_allowed") {
    return {
      ok: false,
      reason: "invalid",
      fields: { neighbourhood: ["Choose a neighbourhood that you work in"] },
    };
  }
  const { due, ...fields } = made.fields ?? {};
  return { ok: false, reason: "invalid", fields: due ? { ...fields, dueDay: due } : fields };
}
