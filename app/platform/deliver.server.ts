import { and, asc, eq, lte } from "drizzle-orm";
import { messages } from "~/db/tables/platform";
import { type Ctx, write } from "./context.server";
import { MailTrouble, type SendMail } from "./mail.server";

type Message = typeof messages.$inferSelect;

/** Longer than a sending can take (mail.server.ts), so that a lease runs out only when its process has died. */
const LEASE_MS = 120_000;
const HOUR = 60;
/** Minutes to wait after each failure; after the last one the message is for staff to see to. */
const PAUSES = [1, 5, 15, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR];
/** A server that refuses the e-mail itself seldom changes its mind, and someone is waiting to hear. */
const PAUSES_WHEN_REFUSED = PAUSES.slice(0, 3);

/**
 * Sends the e-mails that are due, one after another, until none is left or `goOn` says stop; returns how
 * many went. Several may run at once, in one process or many. A message whose sender died is sent again
 * when its lease is over, with the same Message-ID: none is lost, and one may come twice.
 */
export async function deliver(ctx: Ctx, send: SendMail, goOn: () => boolean = () => true): Promise<number> {
  const began = performance.now();
  const atThisMoment = (): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + performance.now() - began) });
  let sent = 0;
  while (goOn()) {
    // Looking first keeps an idle house from committing every second.
    if (sent === 0 && !(await nextDue(atThisMoment()))) break;
    const message = await claim(atThisMoment());
    if (!message) break;
    // Outside any transaction: a mail server can take its time without holding up anybody's write.
    const trouble = await attempt(send, message);
    await note(atThisMoment(), message, trouble);
    if (!trouble) sent += 1;
  }
  return sent;
}

/** The e-mail to send next: one whose sender died, else the one that has been due longest. */
async function nextDue(ctx: Ctx): Promise<Message | null> {
  const abandoned = and(eq(messages.state, "sending"), lte(messages.leaseUntil, ctx.now));
  const waiting = and(eq(messages.state, "waiting"), lte(messages.dueAt, ctx.now));
  // Two questions that the index answers: as one, with "or", everything that waits would be sorted each time.
  for (const due of [abandoned, waiting]) {
    const [next] = await ctx.db
      .select()
      .from(messages)
      .where(and(eq(messages.channel, "email"), due))
      .orderBy(asc(messages.dueAt))
      .limit(1);
    if (next) return next;
  }
  return null;
}

/** Takes the next e-mail for the length of a lease. */
async function claim(ctx: Ctx): Promise<Message | null> {
  const claimed = await write(ctx, { locks: ["outbox"] }, async (ctx) => {
    const next = await nextDue(ctx);
    if (!next) return { ok: true as const, message: null };
    const taken = {
      state: "sending" as const,
      attempts: next.attempts + 1,
      leaseUntil: new Date(ctx.now.getTime() + LEASE_MS),
    };
    await ctx.db.update(messages).set(taken).where(eq(messages.id, next.id));
    return { ok: true as const, message: { ...next, ...taken } };
  });
  return claimed.message;
}

async function attempt(send: SendMail, message: Message): Promise<MailTrouble | null> {
  try {
    await send(message);
    return null;
  } catch (error) {
    if (error instanceof MailTrouble) return error;
    return new MailTrouble("This message could not be written as an e-mail.", true, error);
  }
}

/** Notes how it went, unless somebody else has taken the message since. */
async function note(ctx: Ctx, message: Message, trouble: MailTrouble | null): Promise<void> {
  const mine = and(eq(messages.id, message.id), eq(messages.attempts, message.attempts));
  await write(ctx, { locks: ["outbox"] }, async (ctx) => {
    if (trouble) {
      // One that was taken back meanwhile stays taken back.
      const stillMine = and(mine, eq(messages.state, "sending"));
      await ctx.db
        .update(messages)
        .set(afterTrouble(ctx.now, message.attempts, trouble))
        .where(stillMine);
    } else {
      const done = { state: "done" as const, doneAt: ctx.now, leaseUntil: null, trouble: null };
      await ctx.db.update(messages).set(done).where(mine);
    }
    return { ok: true as const };
  });
}

function afterTrouble(now: Date, attempts: number, trouble: MailTrouble) {
  const pause = (trouble.refused ? PAUSES_WHEN_REFUSED : PAUSES)[attempts - 1];
  const common = { leaseUntil: null, trouble: trouble.message };
  if (pause === undefined) return { ...common, state: "failed" as const };
  return { ...common, state: "waiting" as const, dueAt: new Date(now.getTime() + pause * 60_000) };
}
