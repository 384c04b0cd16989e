import { eq } from "drizzle-orm";
import { messages } from "~/db/tables/platform";
import { type Actor, holdsAnywhere, type Role } from "./actor";
import { audit } from "./audit.server";
import { type Ctx, type Refusal, write } from "./context.server";

/** Roles that ring people, post letters and see to e-mails that failed: those who work with residents. */
export const MESSAGE_ROLES: readonly Role[] = [
  "admin",
  "programme_lead",
  "engagement_lead",
  "neighbourhood_lead",
  "team_member",
];

/** Who may do what with messages, one line an act. */
const may = {
  finish: (actor: Actor) => holdsAnywhere(actor, MESSAGE_ROLES),
  reopen: (actor: Actor) => holdsAnywhere(actor, MESSAGE_ROLES),
  retry: (actor: Actor) => holdsAnywhere(actor, MESSAGE_ROLES),
};

type Message = typeof messages.$inferSelect;
type Change = Partial<typeof messages.$inferInsert>;
/** Done, or somebody had done the same before. */
export type Seen = { ok: true; already: boolean };
/** `missing`: no such message for this person. `changed`: it is no longer in a state where this makes sense. */
export type NotSeen = Refusal<"missing" | "changed">;

/** A call or text was made, a letter posted, or what had to be made by hand was made and sent. */
export async function finishMessage(ctx: Ctx, input: { id: string }): Promise<Seen | NotSeen> {
  return change(ctx, input.id, "finish", (message) => {
    if (message.channel === "email") return "changed";
    if (message.state === "done") return "already";
    if (message.state !== "waiting") return "changed";
    const doneBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    const act = {
      call: "outbox.called",
      letter: "outbox.posted",
      text: "outbox.texted",
      by_hand: "outbox.made",
    };
    return { act: act[message.channel], set: { state: "done", doneAt: ctx.now, doneBy } };
  });
}

/** It was marked as done by mistake: it is to be done again. */
export async function reopenMessage(ctx: Ctx, input: { id: string }): Promise<Seen | NotSeen> {
  return change(ctx, input.id, "reopen", (message) => {
    if (message.channel === "email") return "changed";
    if (message.state === "waiting") return "already";
    if (message.state !== "done" || message.recipient === "") return "changed";
    return { act: "outbox.reopened", set: { state: "waiting", doneAt: null, doneBy: null } };
  });
}

/** An e-mail that failed for good is tried once more from the beginning, pauses and all. */
export async function retryMessage(ctx: Ctx, input: { id: string }): Promise<Seen | NotSeen> {
  return change(ctx, input.id, "retry", (message) => {
    if (message.channel !== "email") return "changed";
    if (["waiting", "sending", "done"].includes(message.state)) return "already";
    if (message.state !== "failed") return "changed";
    return { act: "outbox.retried", set: { state: "waiting", attempts: 0, dueAt: ctx.now, trouble: null } };
  });
}

type Decision = "already" | "changed" | { act: string; set: Change };

async function change(
  ctx: Ctx,
  id: string,
  act: keyof typeof may,
  decide: (message: Message) => Decision,
): Promise<Seen | NotSeen> {
  if (!may[act](ctx.actor)) return { ok: false, reason: "missing" };
  return write(ctx, { locks: ["outbox"] }, async (ctx) => {
    const [message] = await ctx.db.select().from(messages).where(eq(messages.id, id));
    if (!message) return { ok: false, reason: "missing" };
    const decision = decide(message);
    if (decision === "already") return { ok: true, already: true };
    if (decision === "changed") return { ok: false, reason: "changed" };
    await ctx.db.update(messages).set(decision.set).where(eq(messages.id, id));
    await audit(ctx, decision.act, { kind: "message", id });
    return { ok: true, already: false };
  });
}
