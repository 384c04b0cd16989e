import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { withinLimit } from "~/platform/limits.server";
import type { Locale } from "~/platform/locales";
import { may } from "./may";
import { tellReturnLink } from "./messages";
import { findSurvey } from "./read.server";
import { findDraft } from "./read-draft.server";
import { fieldsOf, mailForm } from "./schema";

const LIMIT = { name: "survey-return-link", most: 3, minutes: 60 };

/** Mails the link back to answers on the way. For linked surveys alone: an address would tell who answers. */
export async function mailReturnLink(
  ctx: Ctx,
  input: { slug: string; typed: unknown; code: string | null; locale: Locale },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "too_many">> {
  const seen = await findSurvey(ctx, input.slug);
  if (seen?.survey.anonymity !== "linked") return { ok: false, reason: "missing" };
  const parsed = mailForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { survey } = seen;
  const { code, locale } = input;
  const { email } = parsed.data;
  return write(ctx, { locks: [`survey-draft:${code}`] }, async (ctx) => {
    if (!may.answer(ctx.actor, survey)) return { ok: false, reason: "missing" };
    const draft = await findDraft(ctx, survey.id, code);
    if (!draft || !code) return { ok: false, reason: "missing" };
    if (!(await withinLimit(ctx, LIMIT, code))) {
      return { ok: false, reason: "too_many", fields: { email: ["surveys.keep.often"] } };
    }
    const to = { name: draft.who?.name ?? "", email, locale };
    await tellReturnLink(ctx, to, { slug: survey.slug, title: survey.title, code });
    await audit(ctx, "surveys.return_link_mailed", { kind: "survey", id: survey.id });
    return { ok: true };
  });
}
