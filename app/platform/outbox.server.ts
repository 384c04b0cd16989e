import { and, eq, inArray } from "drizzle-orm";
import { messages } from "~/db/tables/platform";
import type { Ctx } from "./context.server";
import { newId } from "./ids.server";

/** How one person is to be told. `none` is told nothing and looks at their own page. */
export type Reach = {
  channel: "email" | "phone" | "letter" | "none";
  recipient: string;
  name: string;
  locale: string;
};

/** What they are told. The text is the source of truth; the HTML says the same. */
export type Letter = {
  /** Kind, subject and version in one: a second message with the same key is not made. */
  key: string;
  about: { kind: string; id: string };
  subject: string;
  text: string;
  html: string | null;
  /** A calendar file to attach. */
  calendar?: string | null;
};

/**
 * Puts a message in the outbox, in the write that causes it: an e-mail to send, or a call or letter for
 * staff. Does nothing for someone who asked not to be told, or when the key is there already.
 */
export async function tell(ctx: Ctx, reach: Reach, letter: Letter): Promise<void> {
  if (!ctx.held) throw new Error("tell() belongs inside a write.");
  if (reach.channel === "none" || reach.recipient === "") return;
  await ctx.db
    .insert(messages)
    .values({
      id: newId(),
      key: letter.key,
      channel: reach.channel === "phone" ? "call" : reach.channel,
      recipient: reach.recipient,
      recipientName: reach.name,
      locale: reach.locale,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      calendar: letter.calendar ?? null,
      aboutKind: letter.about.kind,
      aboutId: letter.about.id,
      state: "waiting",
      attempts: 0,
      dueAt: ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing();
}

/** A sender that fails finds the message changed and leaves it so (deliver.server.ts). */
const NOT_OUT_YET = ["waiting", "sending", "failed"] as const;

/**
 * Takes back what has not gone out yet about one subject, when it is no longer true. One that is on its
 * way to the mail server at this moment still arrives, and then counts as done.
 */
export async function withdrawMessages(ctx: Ctx, about: { kind: string; id: string }): Promise<void> {
  await ctx.db
    .update(messages)
    .set({ state: "withdrawn" })
    .where(
      and(
        eq(messages.aboutKind, about.kind),
        eq(messages.aboutId, about.id),
        inArray(messages.state, NOT_OUT_YET),
      ),
    );
}

/**
 * Takes what was written out of messages about these subjects, because it held a secret that is over, and
 * calls back those that have not gone out. What was sent to whom and when stays.
 */
export async function forgetLetters(ctx: Ctx, kind: string, ids: readonly string[]): Promise<void> {
  const these = and(eq(messages.aboutKind, kind), inArray(messages.aboutId, [...ids]));
  await ctx.db
    .update(messages)
    .set({ state: "withdrawn" })
    .where(and(these, inArray(messages.state, NOT_OUT_YET)));
  await ctx.db.update(messages).set({ text: "", html: null }).where(these);
}
