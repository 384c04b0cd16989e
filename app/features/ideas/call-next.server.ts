import { and, eq, gte, inArray, isNull, lte } from "drizzle-orm";
import { ideaCases, safeguardingCalls, safeguardingTurns } from "~/db/tables/ideas-moderation";
import { accounts } from "~/db/tables/people";
import { getBorough } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { schedule } from "~/platform/jobs.server";
import { letter } from "~/platform/letter.server";
import { dayOf } from "~/platform/london";
import { tell } from "~/platform/outbox.server";
import { LOOK_WITHIN_HOURS, onTurn } from "./moderation";

/**
 * Asks the next person of the rota to look at words that may tell of danger, and comes back after the set time.
 * The message names no words and nobody. Inside a write.
 */
export async function callNext(ctx: Ctx, caseId: string): Promise<void> {
  const today = dayOf(ctx.now);
  const turns = await ctx.db
    .select()
    .from(safeguardingTurns)
    .where(
      and(
        lte(safeguardingTurns.fromDay, today),
        gte(safeguardingTurns.toDay, today),
        isNull(safeguardingTurns.endedAt),
      ),
    );
  const called = await ctx.db.select().from(safeguardingCalls).where(eq(safeguardingCalls.caseId, caseId));
  const next = onTurn(turns, today).find(
    ({ accountId }) => !called.some((one) => one.accountId === accountId),
  );
  if (!next) return;
  await ctx.db
    .insert(safeguardingCalls)
    .values({ id: newId(), caseId, accountId: next.accountId, at: ctx.now });
  await tellOnTurn(ctx, next.accountId, caseId);
  const dueAt = new Date(ctx.now.getTime() + LOOK_WITHIN_HOURS * 3_600_000);
  await schedule(ctx, { name: "ideas.escalate", subject: caseId, dueAt });
}

async function tellOnTurn(ctx: Ctx, accountId: string, caseId: string): Promise<void> {
  const [account] = await ctx.db
    .select()
    .from(accounts)
    .where(inArray(accounts.id, [accountId]));
  if (!account) return;
  const borough = await getBorough(ctx);
  const laidOut = letter({
    locale: "en",
    from: { name: borough.name, phone: borough.contacts.phone, programme: borough.programme },
    subject: "Please look now: somebody may be in danger",
    blocks: [
      { kind: "text", text: `Hello ${account.name},` },
      {
        kind: "text",
        text: `Words on an idea board may tell of danger to somebody. It is your turn to look. If nobody has looked in ${LOOK_WITHIN_HOURS} hours, the next person on the rota is asked.`,
      },
      { kind: "link", label: "Read it and decide", href: `${ctx.origin}/manage/moderation/${caseId}` },
      { kind: "text", text: "In danger that cannot wait, ring 999 first." },
    ],
  });
  await tell(
    ctx,
    { channel: "email", recipient: account.email, name: account.name, locale: "en" },
    { ...laidOut, key: `safeguarding:${caseId}:${accountId}`, about: { kind: "idea_case", id: caseId } },
  );
}

/**
 * Asks the next person when nobody has looked at a worry within the set time. system only: the clock asks for
 * it, and it does nothing once somebody has looked.
 */
export async function callAgain(ctx: Ctx, input: { id: string }): Promise<{ ok: true; called: boolean }> {
  return write(ctx, { locks: [`idea-case:${input.id}`] }, async (ctx) => {
    const [found] = await ctx.db.select().from(ideaCases).where(eq(ideaCases.id, input.id));
    if (!found?.isWorrying || found.state !== "open" || found.seenAt) return { ok: true, called: false };
    await audit(ctx, "ideas.nobody_looked", { kind: "idea_case", id: found.id });
    await callNext(ctx, found.id);
    return { ok: true, called: true };
  });
}
