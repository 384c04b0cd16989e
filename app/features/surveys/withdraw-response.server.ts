import { forgetParticipants } from "~/features/people/forget-participants.server";
import { audit } from "~/platform/audit.server";
import { asSystem, type Ctx, type Refusal, write } from "~/platform/context.server";
import { idInLink, provesLink, secretLink } from "~/platform/secret-links.server";
import { keepNoLonger } from "./keep-response.server";
import { may } from "./may";
import { withdrawForm } from "./paper-forms";
import { findHeld, type Held } from "./privacy.server";
import { findSurvey, findSurveyRow, type SurveyRow } from "./read.server";
import { fieldsOf } from "./schema";
import { resetSheet } from "./take-out-sheet.server";

const LINK = "survey-answers";

/** Deleted; or why not. */
export type Withdrawn = { ok: true } | Refusal<"invalid" | "missing" | "not_allowed">;

/**
 * Deletes somebody's answers to a linked survey, with who they are: tallies, days and totals in step. Staff say
 * why; the record holds that and nothing of the person.
 */
export async function withdrawResponse(
  ctx: Ctx,
  { slug, id, typed }: { slug: string; id: number; typed: unknown },
): Promise<Withdrawn> {
  const seen = await findSurvey(ctx, slug);
  if (!seen || !may.seeNames(ctx.actor, seen.survey)) return { ok: false, reason: "missing" };
  const parsed = withdrawForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(ctx, { locks: [`survey:${seen.survey.id}`] }, async (ctx): Promise<Withdrawn> => {
    const survey = await findSurveyRow(ctx, { id: seen.survey.id });
    if (!survey || !may.withdraw(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    const held = await findHeld(ctx, survey, { id });
    if (!held) return { ok: false, reason: "missing" };
    await forget(ctx, survey, held);
    const facts = { by: "staff", reason: parsed.data.reason };
    await audit(ctx, "surveys.withdrew", { kind: "survey", id: survey.id }, facts);
    return { ok: true };
  });
}

/** Somebody takes their own answers to a linked survey back, by the link that we mailed to them. */
export async function withdrawOwn(
  ctx: Ctx,
  { slug, link }: { slug: string; link: string },
): Promise<{ ok: true } | Refusal<"missing">> {
  const seen = await findSurvey(ctx, slug);
  const participantId = provenIn(ctx, link);
  if (!seen || !participantId) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`survey:${seen.survey.id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id: seen.survey.id });
    const held = survey && (await findHeld(ctx, survey, { participantId }));
    if (!survey || !held || !may.withdrawOwn(ctx.actor, survey)) return { ok: false, reason: "missing" };
    await forget(ctx, survey, held);
    await audit(
      ctx,
      "surveys.withdrew",
      { kind: "survey", id: survey.id },
      { by: "person", reason: "asked" },
    );
    return { ok: true };
  });
}

/** The secret part of the address at which somebody takes their answers back. */
export const withdrawLink = (ctx: Ctx, participantId: string) =>
  secretLink(ctx.secret, LINK, participantId, 1);

/** The person that a link names, when this site made it. */
export function provenIn(ctx: Ctx, link: string): string | null {
  const id = idInLink(link);
  return id && provesLink(ctx.secret, link, LINK, id, 1) ? id : null;
}

async function forget(ctx: Ctx, survey: SurveyRow, { response, participantId }: Held): Promise<void> {
  await keepNoLonger(ctx, survey, response);
  if (response.sheet) await resetSheet(ctx, survey.id, response.sheet);
  await forgetParticipants(asSystem(ctx, "surveys"), { ids: [participantId] });
}
