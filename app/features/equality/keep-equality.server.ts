import { and, eq, sql } from "drizzle-orm";
import { equalityAnswers, equalityPools, equalityTallies } from "~/db/tables/equality";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { padded, randomId, shuffled } from "~/platform/pool.server";
import { seal, unseal } from "~/platform/sealed.server";
import { listsOf } from "./code-lists";
import { may } from "./may";
import { listPlaces } from "./read.server";
import { BATCH, type Collection, equalityLock } from "./rules";
import { type Block, blocksForm } from "./schema";
import { talliesOf } from "./tallies";

type Waiting = { place: string | null; answers: Block["answers"] };
type Pool = Collection & { month: string };

/**
 * Takes in what people said about themselves on a sheet of paper or on the phone, one block a person, typed by
 * staff. Refuses codes that are on no list. Call it after the answers of the collection are safe, with the lock
 * `equalityLock(collection)` where it is called inside another write.
 *
 * Daily totals: not even these, so that nothing tells who was asked when.
 */
export async function keepEquality(
  ctx: Ctx,
  collection: Collection,
  blocks: unknown,
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed">> {
  const parsed = blocksForm.safeParse(blocks);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  return write(ctx, { locks: [equalityLock(collection)] }, async (ctx) => {
    if (!may.enter(ctx.actor)) return { ok: false, reason: "not_allowed" };
    return keepBlocks(ctx, collection, parsed.data);
  });
}

/** Puts blocks beside those that wait, inside a write that holds `equalityLock`; ten or more are stored at once. */
export async function keepBlocks(
  ctx: Ctx,
  collection: Collection,
  blocks: readonly Block[],
): Promise<{ ok: true } | Refusal<"invalid">> {
  const places = await listPlaces(ctx);
  const come: Waiting[] = [];
  for (const { place, answers } of blocks) {
    const id = place === "" ? null : places.find(({ slug }) => slug === place)?.id;
    if (id === undefined) return { ok: false, reason: "invalid" };
    come.push({ place: id, answers });
  }
  const pool: Pool = { ...collection, month: dayOf(ctx.now).slice(0, 7) };
  const waiting = shuffled([...(await waitingIn(ctx, pool)), ...come]);
  if (waiting.length < BATCH) {
    const sealed = seal(ctx.secret, purposeOf(pool), padded(JSON.stringify(waiting)));
    const row = { collectionKind: pool.kind, collectionId: pool.id, month: pool.month, sealed };
    const p = equalityPools;
    const target = [p.collectionKind, p.collectionId, p.month];
    await ctx.db.insert(p).values(row).onConflictDoUpdate({ target, set: { sealed } });
    return { ok: true };
  }
  await store(ctx, pool, waiting);
  return { ok: true };
}

/** Stores what waits in a pool whose month is over, however few, inside a write that holds `equalityLock`. */
export async function keepTheRest(ctx: Ctx, pool: Pool): Promise<void> {
  await store(ctx, pool, shuffled(await waitingIn(ctx, pool)));
}

const purposeOf = ({ kind, id, month }: Pool) => `equality-pool\n${kind}\n${id}\n${month}`;

const isOf = ({ kind, id, month }: Pool) =>
  and(
    eq(equalityPools.collectionKind, kind),
    eq(equalityPools.collectionId, id),
    eq(equalityPools.month, month),
  );

async function waitingIn(ctx: Ctx, pool: Pool): Promise<Waiting[]> {
  const [row] = await ctx.db.select().from(equalityPools).where(isOf(pool));
  if (!row) return [];
  const text = unseal(ctx.secret, purposeOf(pool), row.sealed);
  if (text === null) throw new Error("Answers that wait can't be opened: was SECRET changed?");
  return JSON.parse(text) as Waiting[];
}

const CHUNK = 200;

/** The one place where rows come into the table; the tallies are raised with them. */
async function store(ctx: Ctx, pool: Pool, waiting: readonly Waiting[]): Promise<void> {
  const collection = { collectionKind: pool.kind, collectionId: pool.id };
  const rows = waiting.map(({ place, answers }) => ({
    ...collection,
    id: randomId(),
    neighbourhoodId: place,
    month: pool.month,
    lists: listsOf(answers),
    answers: answers as Record<string, string>,
  }));
  for (let n = 0; n < rows.length; n += CHUNK) {
    await ctx.db.insert(equalityAnswers).values(rows.slice(n, n + CHUNK));
  }
  const tallies = talliesOf(waiting).map((tally) => ({ ...collection, ...tally }));
  const t = equalityTallies;
  const target = [t.collectionKind, t.collectionId, t.place, t.question, t.answer];
  const set = { count: sql`${t.count} + excluded.count` };
  for (let n = 0; n < tallies.length; n += CHUNK) {
    await ctx.db
      .insert(t)
      .values(tallies.slice(n, n + CHUNK))
      .onConflictDoUpdate({ target, set });
  }
  await ctx.db.delete(equalityPools).where(isOf(pool));
}
