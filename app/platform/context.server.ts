import { AsyncLocalStorage } from "node:async_hooks";
import type { Database, Db } from "~/db/client.server";
import { env } from "~/db/env.server";
import { inSavepoint } from "~/db/savepoint.server";
import type { Actor } from "./actor";

/** What every verb and reader is given: whose act it is, when, on which database. */
export type Ctx = {
  store: Database;
  /** Reads; inside `write`, the transaction. */
  db: Db;
  actor: Actor;
  now: Date;
  /** Public address of the site, without a final slash. */
  origin: string;
  secret: string;
  /** Locks held by the transaction that this ctx belongs to; absent outside one. */
  held?: ReadonlySet<string>;
  /** True inside a write that is all or nothing: inner calls are no savepoints. */
  whole?: boolean;
};

/** A verb's answer when a person asked for something that can't be: the reason, and what to say beside fields. */
export type Refusal<R extends string> = { ok: false; reason: R; fields?: Record<string, string[]> };

type Answer = { ok: boolean };

/** Carries an `ok: false` answer out of a transaction, undoing it on the way. */
class Undone extends Error {
  constructor(readonly answer: Answer) {
    super("undone");
  }
}

/**
 * Finds a write that began inside a write, which would wait for itself. In tests and development alone:
 * as long as Node follows one value through everything that waits, each page takes a tenth longer.
 */
const insideWrite = env.NODE_ENV === "production" ? null : new AsyncLocalStorage<true>();

/**
 * The one way to change anything. Takes the named locks (the outermost call takes all that its inner
 * calls need; `*` is every lock), runs `work` with a ctx that writes, and undoes it when the answer is
 * `ok: false` or something throws. A call with the inner ctx is a savepoint; with `whole` it is none, and
 * the work must throw at the first refusal, which undoes everything.
 */
export async function write<T extends Answer>(
  ctx: Ctx,
  options: { locks: readonly string[]; whole?: boolean },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  try {
    return ctx.held
      ? await nested(ctx, ctx.held, options.locks, work)
      : await outermost({ ...ctx, whole: options.whole }, options.locks, work);
  } catch (error) {
    if (error instanceof Undone) return error.answer as T;
    throw error;
  }
}

async function outermost<T extends Answer>(
  ctx: Ctx,
  locks: readonly string[],
  work: (ctx: Ctx) => Promise<T>,
) {
  if (insideWrite?.getStore()) throw new Error("A write began inside a write: hand on the inner ctx.");
  const held = new Set(locks);
  return ctx.store.transact(locks, (tx) => {
    const working = () => kept(work({ ...ctx, db: tx, held }));
    return insideWrite ? insideWrite.run(true, working) : working();
  });
}

async function nested<T extends Answer>(
  ctx: Ctx,
  held: ReadonlySet<string>,
  locks: readonly string[],
  work: (ctx: Ctx) => Promise<T>,
) {
  const missing = held.has("*") ? undefined : locks.find((lock) => !held.has(lock));
  if (missing) throw new Error(`The outermost write must take the lock ${missing}.`);
  return ctx.whole ? work(ctx) : inSavepoint(ctx.db, () => kept(work(ctx)));
}

async function kept<T extends Answer>(answer: Promise<T>): Promise<T> {
  const value = await answer;
  if (!value.ok) throw new Undone(value);
  return value;
}

/** The same ctx, acting as the house itself: for timed work and loading. */
export function asSystem(ctx: Ctx, name: string): Ctx {
  return { ...ctx, actor: { kind: "system", name } };
}
