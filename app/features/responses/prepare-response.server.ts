import { eq } from "drizzle-orm";
import type { z } from "zod";
import { responseThemes } from "~/db/tables/responses";
import { findNeighbourhood, findOrganisation } from "~/features/places/read.server";
import { listThemesInUse } from "~/features/places/read-themes.server";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { findCommitment } from "./read-commitments.server";
import { REFUSALS } from "./rules";
import type { responseForm } from "./schema";

type Form = z.output<typeof responseForm>;

/** A form whose names have become rows; or what to say beside its fields. */
export async function prepareResponse(ctx: Ctx, form: Form) {
  const organisation = await findOrganisation(ctx, form.organisation);
  const near = form.neighbourhood ? await findNeighbourhood(ctx, form.neighbourhood) : null;
  const themes = await listThemesInUse(ctx);
  const today = dayOf(ctx.now);
  const fields: Record<string, string[]> = {};
  if (!organisation) fields.organisation = ["Choose the organisation"];
  if (form.neighbourhood && !near) fields.neighbourhood = ["Choose a neighbourhood, or the whole borough"];
  if (form.kind === "did" && (form.evidenceDay ?? "") > today) {
    fields.evidenceDay = ["What was done can't be dated in the future"];
  }
  if (form.kind === "will" && !form.commitment && (form.dueDay ?? today) < today) {
    fields.dueDay = ["The day by which it will be done is over"];
  }
  if (form.kind === "will" && form.commitment && !(await findCommitment(ctx, form.commitment))) {
    fields.commitment = ["Choose a commitment that is there"];
  }
  if (!organisation || Object.keys(fields).length > 0) return { ok: false as const, fields };
  return {
    ok: true as const,
    values: {
      ...wordsOf(form),
      ...promiseOf(form),
      organisationId: organisation.id,
      kind: form.kind,
      neighbourhoodId: near?.id ?? null,
    },
    themeIds: themes.filter((one) => form.themes.includes(one.slug)).map((one) => one.id),
  };
}

/** The words of an answer; what belongs to other kinds of answers is not kept. */
export function wordsOf(form: Pick<Form, WordField>) {
  const isDeed = form.kind === "did";
  return {
    said: form.said,
    text: form.text,
    reason: REFUSALS.includes(form.kind) ? form.reason : null,
    passedTo: form.kind === "not_ours" ? form.passedTo : null,
    ownerRole: form.ownerRole,
    evidence: isDeed ? form.evidence : null,
    evidenceDay: isDeed ? form.evidenceDay : null,
    evidenceWhere: isDeed ? form.evidenceWhere : null,
  };
}

type WordField =
  | "kind"
  | "said"
  | "text"
  | "reason"
  | "passedTo"
  | "ownerRole"
  | "evidence"
  | "evidenceDay"
  | "evidenceWhere";

/** What a promise has besides: a commitment that is there already, or by when a new one is due. */
function promiseOf(form: Form) {
  const isPromise = form.kind === "will";
  const isNew = isPromise && form.commitment === null;
  return {
    commitmentId: isPromise ? form.commitment : null,
    dueDay: isNew ? form.dueDay : null,
    duePrecision: isNew ? form.duePrecision : null,
    condition: isNew ? form.condition : null,
  };
}

/** Writes down what a response is about. Inside a write. */
export async function putThemes(ctx: Ctx, responseId: string, themeIds: readonly string[]): Promise<void> {
  await ctx.db.delete(responseThemes).where(eq(responseThemes.responseId, responseId));
  if (themeIds.length === 0) return;
  await ctx.db.insert(responseThemes).values(themeIds.map((themeId) => ({ responseId, themeId })));
}
