import { createHash } from "node:crypto";
import { and, asc, count, desc, eq, gt, inArray, isNull } from "drizzle-orm";
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

/** The end of the chain as `position:hash`, to be kept somewhere else and compared later. */
type Head = { position: number; hash: string };

function readHead(text: string | undefined): Head | null {
  const [position = "", hash = ""] = text?.split(":") ?? [];
  return /^\d+$/.test(position) && hash ? { position: Number(position), hash } : null;
}

/**
 * Walks the whole chain from its beginning, and compares it with the head that was noted before the walk
 * (the site may go on writing) and with one that was kept elsewhere, as `position:hash`. Only the second
 * finds out someone who could write a whole new chain.
 */
export async function verifyAudit(db: Db, keptElsewhere?: string): Promise<AuditCheck> {
  const heads = [await notedHead(db), readHead(keptElsewhere)].filter((head) => head !== null);
  const walked = await walk(db, heads);
  const [open] = await db.select({ n: count() }).from(auditUnsealed);
  const found = {
    sealed: walked.position,
    unsealed: open?.n ?? 0,
    head: `${walked.position}:${walked.hash}`,
  };
  const noted = await notedHead(db);
  if (walked.trouble) return { ...found, trouble: walked.trouble };
  if (walked.position > 0 && !noted) return { ...found, trouble: "The note of the chain's end is missing." };
  const loose = await countLoose(db);
  return { ...found, trouble: loose > 0 ? `Events without a seal that were never waiting: ${loose}.` : null };
}

async function notedHead(db: Db): Promise<Head | null> {
  const [noted] = await db.select().from(facts).where(eq(facts.name, HEAD));
  return readHead(noted?.value);
}

async function walk(db: Db, heads: readonly Head[]): Promise<Head & { trouble: string | null }> {
  let end: Head = { position: 0, hash: START };
  for (;;) {
    const rows = await db
      .select({ seal: auditSeals, event: auditEvents })
      .from(auditSeals)
      .innerJoin(auditEvents, eq(auditEvents.id, auditSeals.eventId))
      .where(gt(auditSeals.position, end.position))
      .orderBy(asc(auditSeals.position))
      .limit(BATCH);
    for (const { seal, event } of rows) {
      const next = { position: end.position + 1, hash: link(end.hash, event) };
      if (seal.position !== next.position || seal.hash !== next.hash) {
        return {
          ...end,
          trouble: `Seal ${seal.position} (event ${event.id}) does not match what was written.`,
        };
      }
      if (heads.some((head) => head.position === next.position && head.hash !== next.hash)) {
        return { ...end, trouble: `Seal ${seal.position} is not the one that was noted at the time.` };
      }
      end = next;
    }
    if (rows.length < BATCH) break;
  }
  const longest = Math.max(0, ...heads.map((head) => head.position));
  const cut = longest > end.position;
  return { ...end, trouble: cut ? `The chain ends at ${end.position}, but went on to ${longest}.` : null };
}

/** Events that no seal holds and none is waiting for. One statement, so that the site may go on writing. */
async function countLoose(db: Db): Promise<number> {
  const [loose] = await db
    .select({ n: count() })
    .from(auditEvents)
    .leftJoin(auditSeals, eq(auditSeals.eventId, auditEvents.id))
    .leftJoin(auditUnsealed, eq(auditUnsealed.eventId, auditEvents.id))
    .where(and(isNull(auditSeals.position), isNull(auditUnsealed.eventId)));
  return loose?.n ?? 0;
}

/** How far the chain has come, cheaply: its length, what is waiting, and whether the end noted is in it. */
export async function auditState(db: Db) {
  const noted = await notedHead(db);
  const end = await lastSeal(db);
  const [open] = await db.select({ n: count() }).from(auditUnsealed);
  const [seal] = await db
    .select({ hash: auditSeals.hash })
    .from(auditSeals)
    .where(eq(auditSeals.position, noted?.position ?? 0));
  const holds = noted ? seal?.hash === noted.hash : end.position === 0;
  return { sealed: end.position, unsealed: open?.n ?? 0, head: `${end.position}:${end.hash}`, holds };
}
