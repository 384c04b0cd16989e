import { createHash } from "node:crypto";
import { asc, count, desc, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "~/db/client.server";
import { auditEvents, auditSeals, auditUnsealed, facts } from "~/db/tables/platform";
import { type Ctx, write } from "./context.server";
import { newId } from "./ids.server";

/** What an act was done to. */
export type Subject = { kind: string; id: string };
type Detail = Record<string, string | number | boolean | null>;

const HEAD = "audit.head";
const BATCH = 500;
const START = "0".repeat(64);

/**
 * Notes who did what, in the write that did it. `act` is `room.did`; `detail` holds codes, counts and
 * ids, never a name, a contact or free text.
 */
export async function audit(ctx: Ctx, act: string, subject: Subject, detail: Detail = {}): Promise<void> {
  if (!ctx.held) throw new Error("audit() belongs inside a write.");
  const id = newId();
  await ctx.db.insert(auditEvents).values({
    id,
    at: ctx.now,
    actorKind: ctx.actor.kind,
    actorId:
      ctx.actor.kind === "account" ? ctx.actor.id : ctx.actor.kind === "system" ? ctx.actor.name : null,
    act,
    subjectKind: subject.kind,
    subjectId: subject.id,
    detail,
  });
  await ctx.db.insert(auditUnsealed).values({ eventId: id });
}

type Row = typeof auditEvents.$inferSelect;

/** The hash that links an event to everything before it. Keys of `detail` are sorted: engines reorder them. */
function link(previous: string, row: Row): string {
  const detail = Object.entries(row.detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const facts = [
    row.id,
    row.at.toISOString(),
    row.actorKind,
    row.actorId,
    row.act,
    row.subjectKind,
    row.subjectId,
  ];
  return createHash("sha256")
    .update(JSON.stringify([previous, ...facts, detail]))
    .digest("hex");
}

/** Links what has been committed since the last round; returns how many events were sealed. */
export async function sealAudit(ctx: Ctx): Promise<number> {
  const waiting = await ctx.db.select({ id: auditUnsealed.eventId }).from(auditUnsealed).limit(1);
  if (waiting.length === 0) return 0;
  const done = await write(ctx, { locks: ["audit"] }, async (ctx) => {
    const rows = await ctx.db
      .select({ event: auditEvents })
      .from(auditUnsealed)
      .innerJoin(auditEvents, eq(auditEvents.id, auditUnsealed.eventId))
      .orderBy(asc(auditEvents.id))
      .limit(BATCH);
    if (rows.length === 0) return { ok: true as const, sealed: 0 };
    const last = await lastSeal(ctx.db);
    let { position, hash } = last;
    const seals = rows.map(({ event }) => {
      position += 1;
      hash = link(hash, event);
      return { position, eventId: event.id, hash };
    });
    await ctx.db.insert(auditSeals).values(seals);
    const sealed = seals.map((seal) => seal.eventId);
    await ctx.db.delete(auditUnsealed).where(inArray(auditUnsealed.eventId, sealed));
    const head = { name: HEAD, value: `${position}:${hash}` };
    await ctx.db.insert(facts).values(head).onConflictDoUpdate({ target: facts.name, set: head });
    return { ok: true as const, sealed: seals.length };
  });
  return done.sealed;
}

async function lastSeal(db: Db): Promise<{ position: number; hash: string }> {
  const [last] = await db.select().from(auditSeals).orderBy(desc(auditSeals.position)).limit(1);
  return last ? { position: last.position, hash: last.hash } : { position: 0, hash: START };
}

/** What `npm run verify-audit` found. `trouble` names the first row that does not hold, or is null. */
export type AuditCheck = { sealed: number; unsealed: number; head: string; trouble: string | null };

/** Walks the whole chain from its beginning and compares its end with the head that was noted. */
export async function verifyAudit(db: Db): Promise<AuditCheck> {
  let position = 0;
  let hash = START;
  let trouble: string | null = null;
  for (;;) {
    const rows = await db
      .select({ seal: auditSeals, event: auditEvents })
      .from(auditSeals)
      .innerJoin(auditEvents, eq(auditEvents.id, auditSeals.eventId))
      .where(gt(auditSeals.position, position))
      .orderBy(asc(auditSeals.position))
      .limit(BATCH);
    for (const { seal, event } of rows) {
      hash = link(hash, event);
      const broken = seal.position !== position + 1 || seal.hash !== hash;
      if (broken) trouble ??= `Seal ${seal.position} (event ${event.id}) does not match what was written.`;
      if (broken) return { sealed: position, unsealed: 0, head: hash, trouble };
      position = seal.position;
    }
    if (rows.length < BATCH) break;
  }
  const [all] = await db.select({ n: count() }).from(auditEvents);
  const [open] = await db.select({ n: count() }).from(auditUnsealed);
  const [noted] = await db.select().from(facts).where(eq(facts.name, HEAD));
  const unsealed = open?.n ?? 0;
  if (position > 0 && noted?.value !== `${position}:${hash}`) {
    trouble = `The chain ends at ${position}, but the head noted is ${noted?.value.split(":")[0] ?? "missing"}.`;
  }
  if ((all?.n ?? 0) !== position + unsealed) {
    trouble ??= `There are ${all?.n} events, but ${position} sealed and ${unsealed} waiting.`;
  }
  return { sealed: position, unsealed, head: hash, trouble };
}
