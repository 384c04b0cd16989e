import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { messages } from "~/db/tables/platform";
import type { Ctx } from "./context.server";

/** One message of the outbox. */
export type Message = typeof messages.$inferSelect;

/** A page of messages; `more` is the id to ask for the next page with, or null at the end. */
export type MessagePage = { messages: Message[]; more: string | null };

const PAGE = 50;
const WEEK_MS = 7 * 86_400_000;

/**
 * Calls and texts to make, letters to post and what is made by hand, after the one with this id: what is about
 * something soon comes first, what does not press last, and of two alike the one that has waited longer.
 */
export async function listTasks(ctx: Ctx, after: string | null): Promise<MessagePage> {
  const last = after ? await findMessage(ctx, after) : null;
  const rows = await ctx.db
    .select()
    .from(messages)
    .where(
      and(eq(messages.state, "waiting"), ne(messages.channel, "email"), last ? isAfter(last) : undefined),
    )
    .orderBy(
      sql`case when ${messages.neededBy} is null then 1 else 0 end`,
      asc(messages.neededBy),
      asc(messages.id),
    )
    .limit(PAGE + 1);
  return page(rows);
}

/** What comes later in that order. */
function isAfter({ id, neededBy }: Message): SQL | undefined {
  const later = gt(messages.id, id);
  if (!neededBy) return and(isNull(messages.neededBy), later);
  const same = and(eq(messages.neededBy, neededBy), later);
  return or(gt(messages.neededBy, neededBy), same, isNull(messages.neededBy));
}

const failedEmail = and(eq(messages.state, "failed"), eq(messages.channel, "email"));

/** How many e-mails nobody is trying any more. */
export async function countFailedEmails(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.select({ n: count() }).from(messages).where(failedEmail);
  return row?.n ?? 0;
}

/** E-mails that nobody is trying any more, oldest first, some at a time: seeing to them makes room. */
export async function listFailedEmails(ctx: Ctx): Promise<Message[]> {
  return ctx.db.select().from(messages).where(failedEmail).orderBy(asc(messages.id)).limit(PAGE);
}

/** What was done of them in the last seven days, newest first. */
export async function listFinishedTasks(ctx: Ctx): Promise<Message[]> {
  const finished = and(
    eq(messages.state, "done"),
    ne(messages.channel, "email"),
    isNotNull(messages.doneBy),
    gte(messages.doneAt, new Date(ctx.now.getTime() - WEEK_MS)),
  );
  return ctx.db.select().from(messages).where(finished).orderBy(desc(messages.doneAt)).limit(PAGE);
}

/** Every message to somebody that has not been forgotten, newest first, before the one with this id. */
export async function listOutbox(ctx: Ctx, before: string | null): Promise<MessagePage> {
  const rows = await ctx.db
    .select()
    .from(messages)
    .where(and(ne(messages.recipient, ""), before ? lt(messages.id, before) : undefined))
    .orderBy(desc(messages.id))
    .limit(PAGE + 1);
  return page(rows);
}

/** The message with this id, or null. */
export async function findMessage(ctx: Ctx, id: string): Promise<Message | null> {
  const [message] = await ctx.db.select().from(messages).where(eq(messages.id, id));
  return message ?? null;
}

function page(rows: Message[]): MessagePage {
  const shown = rows.slice(0, PAGE);
  return { messages: shown, more: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}
