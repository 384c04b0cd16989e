import { and, eq, inArray, like, ne } from "drizzle-orm";
import { messages } from "~/db/tables/platform";
import type { Ctx } from "./context.server";
import { channelFor, type Format } from "./formats";
import { newId } from "./ids.server";

/** How one person is to be told. `none` is told nothing and looks at their own page. */
export type Reach = {
  channel: "email" | "phone" | "letter" | "none";
  recipient: string;
  name: string;
  locale: string;
  /** What they need messages to be; decides how it goes out and what it looks like. */
  formats?: readonly Format[];
  /** A language that they need and that the site has no words in. */
  language?: string | null;
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
  /** When what it is about begins: who has to be rung is rung in that order. */
  neededBy?: Date | null;
};

/** A message and whom it is for. */
export type Addressed = { reach: Reach; letter: Letter };

/**
 * Puts a message in the outbox, in the write that causes it: an e-mail to send, or a call, text, letter
 * or recording for staff, as their formats ask for. Does nothing for someone who asked not to be told, or
 * when the key is there already.
 */
export async function tell(ctx: Ctx, reach: Reach, letter: Letter): Promise<void> {
  await tellAll(ctx, [{ reach, letter }]);
}

/** `tell` for many people at once, so that hundreds do not hold up the write for long. */
export async function tellAll(ctx: Ctx, addressed: readonly Addressed[]): Promise<void> {
  if (!ctx.held) throw new Error("tell() belongs inside a write.");
  const rows = addressed
    .filter(({ reach }) => reach.recipient !== "")
    .flatMap(({ reach, letter }) => rowOf(ctx, reach, letter, "waiting") ?? []);
  for (let done = 0; done < rows.length; done += AT_ONCE) {
    await put(ctx, rows.slice(done, done + AT_ONCE));
  }
}

/**
 * Does the work of telling someone and tells nobody, so that an answer takes as long for an address that
 * nobody has. Inside a write.
 */
export async function tellNobody(ctx: Ctx, letter: Letter): Promise<void> {
  const reach = { channel: "email", recipient: "", name: "", locale: "en" } as const;
  const row = rowOf(ctx, reach, letter, "withdrawn");
  if (row) await put(ctx, [row]);
}

type Row = typeof messages.$inferInsert;

/** Rows of one statement; both engines bind many times as many values. */
const AT_ONCE = 100;

async function put(ctx: Ctx, rows: Row[]): Promise<void> {
  await ctx.db.insert(messages).values(rows).onConflictDoNothing();
}

function rowOf(ctx: Ctx, reach: Reach, letter: Letter, state: "waiting" | "withdrawn"): Row | null {
  if (reach.channel === "none") return null;
  return {
    id: newId(),
    key: letter.key,
    channel: channelFor(reach.channel, reach.formats ?? [], reach.language),
    formats: [...(reach.formats ?? [])],
    language: reach.language ?? null,
    recipient: reach.recipient,
    recipientName: reach.name,
    locale: reach.locale,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    calendar: letter.calendar ?? null,
    neededBy: letter.neededBy ?? null,
    aboutKind: letter.about.kind,
    aboutId: letter.about.id,
    state,
    attempts: 0,
    dueAt: ctx.now,
    createdAt: ctx.now,
  };
}

/** A sender that fails finds the message changed and leaves it so (deliver.server.ts). */
const NOT_OUT_YET = ["waiting", "sending", "failed"] as const;

/**
 * Takes back what has not gone out yet about these subjects, when it is no longer true. One that is on its
 * way to the mail server at this moment still arrives, and then counts as done. With `keyed`, only those
 * whose key begins so; it holds no signs that LIKE reads as its own.
 */
export async function withdrawMessages(
  ctx: Ctx,
  about: { kind: string; ids: readonly string[] },
  keyed?: string,
): Promise<void> {
  await ctx.db
    .update(messages)
    .set({ state: "withdrawn" })
    .where(
      and(
        eq(messages.aboutKind, about.kind),
        inArray(messages.aboutId, [...about.ids]),
        inArray(messages.state, NOT_OUT_YET),
        keyed ? like(messages.key, `${keyed}%`) : undefined,
      ),
    );
}

/**
 * What still waits for somebody goes out as they need it from now on: they said so after it was written.
 * Inside a write. E-mails on their way are not touched.
 */
export async function reshapeMessages(ctx: Ctx, reach: Reach): Promise<void> {
  if (reach.channel === "none" || reach.recipient === "") return;
  const formats = reach.formats ?? [];
  await ctx.db
    .update(messages)
    .set({
      channel: channelFor(reach.channel, formats, reach.language),
      formats: [...formats],
      language: reach.language ?? null,
    })
    .where(
      and(
        eq(messages.state, "waiting"),
        eq(messages.recipient, reach.recipient),
        eq(messages.recipientName, reach.name),
      ),
    );
}

/**
 * Takes the name, the contact and the words out of messages about these subjects, whose details are over;
 * one that still waits is withdrawn. Inside a write. Returns how many.
 */
export async function blankMessages(
  ctx: Ctx,
  about: { kind: string; ids: readonly string[] },
): Promise<number> {
  const these = and(
    eq(messages.aboutKind, about.kind),
    inArray(messages.aboutId, [...about.ids]),
    ne(messages.recipient, ""),
  );
  await ctx.db
    .update(messages)
    .set({ state: "withdrawn" })
    .where(and(these, inArray(messages.state, NOT_OUT_YET)));
  const blanked = await ctx.db
    .update(messages)
    .set({
      recipient: "",
      recipientName: "",
      text: "",
      html: null,
      calendar: null,
      formats: [],
      language: null,
    })
    .where(these)
    .returning({ id: messages.id });
  return blanked.length;
}

/** Deletes messages about these subjects, sent or not: they held a secret that is over. Inside a write. */
export async function dropMessages(ctx: Ctx, about: { kind: string; ids: readonly string[] }): Promise<void> {
  await ctx.db
    .delete(messages)
    .where(and(eq(messages.aboutKind, about.kind), inArray(messages.aboutId, [...about.ids])));
}
