import { and, eq, isNotNull } from "drizzle-orm";
import { ideaSupports } from "~/db/tables/ideas-support";
import { recordParticipant } from "~/features/people/record-participant.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { withinLimit } from "~/platform/limits.server";
import type { Locale } from "~/platform/locales";
import { seal, unseal } from "~/platform/sealed.server";
import { giveSupport } from "./give-support.server";
import { personSupporter } from "./know-supporter.server";
import { may } from "./may";
import { mailSupportLink } from "./messages";
import { findIdeaWhole, findStanding, type IdeaSeen } from "./read.server";
import { standingOf } from "./rules";
import { fieldsOf, linkForm } from "./schema";

const PURPOSE = "support-link";
const DAY_MS = 86_400_000;
const FROM_ONE_PLACE = { name: "support-link", most: 30, minutes: 60 };
const TO_ONE_ADDRESS = { name: "support-mail", most: 4, minutes: 60 };

type Asked = { idea: string; email: string; points: number; locale: string; until: number };

/**
 * Mails the link by which somebody supports an idea on a board that asks for one. Nothing is kept before it is
 * opened: the link itself holds what it is for, sealed, for a day.
 */
export async function askForLink(
  ctx: Ctx,
  input: { board: string; idea: string; typed: unknown; locale: Locale; limitBy: string | null },
): Promise<{ ok: true } | Refusal<"missing" | "invalid" | "too_many">> {
  const parsed = linkForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findStanding(ctx, input.board, input.idea);
  if (!found?.board.asksLink || standingOf(found.board, ctx.now) !== "open") {
    return { ok: false, reason: "missing" };
  }
  const { email, points } = parsed.data;
  return write(ctx, { locks: [] }, async (ctx) => {
    if (!may.support(ctx.actor, found.board)) return { ok: false, reason: "missing" };
    const fits = !input.limitBy || (await withinLimit(ctx, FROM_ONE_PLACE, input.limitBy));
    if (!fits || !(await withinLimit(ctx, TO_ONE_ADDRESS, email))) {
      return { ok: false, reason: "too_many", fields: { email: ["ideas.support.tooOften"] } };
    }
    const asked: Asked = {
      idea: found.idea.id,
      email,
      points,
      locale: input.locale,
      until: ctx.now.getTime() + DAY_MS,
    };
    const link = seal(ctx.secret, PURPOSE, JSON.stringify(asked));
    await mailSupportLink(ctx, { email, locale: input.locale, link, ...found });
    await audit(ctx, "ideas.support_link_mailed", { kind: "idea", id: found.idea.id });
    return { ok: true };
  });
}

/** The idea that a link supports, and how; null for one that is too old, or not ours. */
export async function findAskedSupport(
  ctx: Ctx,
  link: string,
): Promise<{ seen: IdeaSeen; asked: Asked } | null> {
  const text = unseal(ctx.secret, PURPOSE, link);
  const asked = text ? (JSON.parse(text) as Asked) : null;
  if (!asked || asked.until < ctx.now.getTime()) return null;
  const found = await findIdeaWhole(ctx, asked.idea);
  const stands = found && (await findStanding(ctx, found.board.slug, found.idea.slug));
  const seen = stands && (await findIdeaWhole(ctx, stands.idea.id));
  return seen && standingOf(seen.board, ctx.now) === "open" ? { seen, asked } : null;
}

/** Supports an idea by a link that was opened, once a person, and says by what the browser is known from now on. */
export async function confirmSupport(
  ctx: Ctx,
  { link, source }: { link: string; source: string | null },
): Promise<
  { ok: true; board: string; slug: string; supporter: string } | Refusal<"missing" | "too_many_points">
> {
  const found = await findAskedSupport(ctx, link);
  if (!found || !may.confirm(ctx.actor, found.seen.board)) return { ok: false, reason: "missing" };
  const { asked, seen } = found;
  return write(ctx, { locks: [`ideas:${seen.board.id}`] }, async (ctx) => {
    const now = await findIdeaWhole(ctx, seen.idea.id);
    if (now?.idea.state !== "live") return { ok: false, reason: "missing" };
    const supporter = personSupporter(ctx, asked.email);
    const given = await giveSupport(ctx, now, {
      supporter,
      participantId: await whoIs(ctx, supporter, asked),
      points: asked.points,
      standing: "counted",
      source,
    });
    if (!given.ok) return given;
    if (given.isNew) await audit(ctx, "ideas.supported", { kind: "idea", id: now.idea.id });
    return { ok: true, board: now.board.slug, slug: now.idea.slug, supporter };
  });
}

/** The record of whoever confirmed this address: one, however many ideas they support. */
async function whoIs(ctx: Ctx, supporter: string, { email, locale }: Asked): Promise<string> {
  const [row] = await ctx.db
    .select({ id: ideaSupports.participantId })
    .from(ideaSupports)
    .where(and(eq(ideaSupports.supporter, supporter), isNotNull(ideaSupports.participantId)))
    .limit(1);
  if (row?.id) return row.id;
  const person = await recordParticipant(ctx, {
    name: "",
    preferredContact: "email",
    email,
    kind: "resident",
    locale,
  });
  return person.id;
}
