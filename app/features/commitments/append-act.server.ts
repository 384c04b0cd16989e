import { eq } from "drizzle-orm";
import { commitmentActs, commitmentReminders, commitments } from "~/db/tables/commitments";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { withdrawMessages } from "~/platform/outbox.server";
import { indexCommitment } from "./index-commitment.server";
import { may } from "./may";
import { type CommitmentRow, findCommitmentRow } from "./read.server";
import { reminderKey } from "./reminders";
import { type Act, type ActKind, type Hindrance, hindranceOf, standingAfter } from "./state";

/** What an act says to everyone beside its facts. */
export type SaidAct = Act & {
  words?: string | null;
  link?: string | null;
  before?: Record<string, string | null> | null;
};

/** How an act was taken, or why not: what hinders it is said above the form. */
export type Taken = { ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "hindered">;

/** What staff read when an act can't be. */
const HINDRANCE: Readonly<Record<Hindrance, string>> = {
  withdrawn: "It was withdrawn, and that stays. Make a new commitment if it is taken up again.",
  done: "It is done. Open it again first if that was wrong.",
  not_done: "It is not done, so there is nothing to open again.",
  no_owner: "Nobody owns it yet. Say first which role in which organisation did it.",
  standing:
    "A standing commitment holds from now on and is never done. Add this as evidence that it is kept.",
  undated: "Only a dated commitment has a date. An ambition or a standing one has none.",
  no_condition: "It is subject to nothing.",
  same_date: "That is the date it has now. Choose another one.",
};

/** Audit words by act, one each so that the record can be searched. */
const AUDITED: Readonly<Record<ActKind, string>> = {
  made: "commitments.made",
  owned: "commitments.owned",
  dated: "commitments.redated",
  condition: "commitments.condition_settled",
  evidence: "commitments.evidence_added",
  done: "commitments.done",
  reopened: "commitments.reopened",
  corrected: "commitments.corrected",
  withdrawn: "commitments.withdrawn",
};

/** What becomes of the row beside how it stands, from inside the write; or messages for the form. */
export type Prepared = { act: SaidAct; set?: Partial<CommitmentRow> } | { fields: Record<string, string[]> };

/**
 * Adds one act to a commitment's history and brings the row in step with it. `prepare` makes the act inside
 * the write, from the row as it is then. Refuses what the state of it does not allow.
 */
export async function appendAct(
  ctx: Ctx,
  number: number,
  prepare: (ctx: Ctx, row: CommitmentRow) => Promise<Prepared> | Prepared,
): Promise<Taken> {
  return write(ctx, { locks: [`commitment:${number}`] }, async (ctx): Promise<Taken> => {
    const row = await findCommitmentRow(ctx, number);
    if (!row || !may.work(ctx.actor)) return { ok: false, reason: "missing" };
    const prepared = await prepare(ctx, row);
    if ("fields" in prepared) return { ok: false, reason: "invalid", fields: prepared.fields };
    const { act, set = {} } = prepared;
    const allowed = act.act === "withdrawn" ? may.withdraw : may.change;
    if (!allowed(ctx.actor, row)) return { ok: false, reason: "not_allowed" };
    const hindrance = hindranceOf(row, act);
    if (hindrance) return { ok: false, reason: "hindered", fields: { "": [HINDRANCE[hindrance]] } };
    const fields = wrongDay(act.day, row, dayOf(ctx.now));
    if (fields) return { ok: false, reason: "invalid", fields };
    const position = row.acts + 1;
    await ctx.db.insert(commitmentActs).values({ ...act, commitmentId: row.id, position, at: ctx.now });
    const { kind, ...standing } = standingAfter(standingIn(row), act);
    await ctx.db
      .update(commitments)
      .set({ ...standing, ...set, acts: position, changedAt: ctx.now })
      .where(eq(commitments.id, row.id));
    // A reminder of what is no longer so must not go out.
    if (["dated", "done", "withdrawn", "owned"].includes(act.act)) {
      await withdrawMessages(ctx, { kind: "commitment", ids: [row.id] }, reminderKey(row.id));
    }
    // A new owner has heard nothing yet.
    if (act.act === "owned") {
      await ctx.db.delete(commitmentReminders).where(eq(commitmentReminders.commitmentId, row.id));
    }
    await indexCommitment(ctx, row.id);
    await audit(ctx, AUDITED[act.act], { kind: "commitment", id: row.id }, { number, kind });
    return { ok: true };
  });
}

function standingIn(row: CommitmentRow) {
  const { kind, officeId, firstDueDay, firstPrecision, dueDay, precision, redated } = row;
  const { conditionState, doneDay, withdrawnDay } = row;
  return {
    kind,
    officeId,
    firstDueDay,
    firstPrecision,
    dueDay,
    precision,
    redated,
    conditionState,
    doneDay,
    withdrawnDay,
  };
}

function wrongDay(day: string, row: CommitmentRow, today: string): Record<string, string[]> | null {
  if (day > today) return { day: ["That day is still to come: write it down once it is so"] };
  return day < row.madeDay ? { day: ["That was before the commitment was made: check the day"] } : null;
}
