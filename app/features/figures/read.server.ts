import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { figureEditions } from "~/db/tables/figures";
import type { Ctx } from "~/platform/context.server";
import { unseal } from "~/platform/sealed.server";
import { type Composed, composeEdition, type FigureInput, type FigureSubject } from "./compose";
import type { Edition } from "./editions";

/** What the sealed counts of a subject are sealed for. */
export const sealedFor = ({ kind, id }: FigureSubject) => `figures\n${kind}\n${id}`;

const shown = {
  id: figureEditions.id,
  subjectKind: figureEditions.subjectKind,
  subjectId: figureEditions.subjectId,
  number: figureEditions.number,
  title: figureEditions.title,
  definition: figureEditions.definition,
  rule: figureEditions.rule,
  sensitive: figureEditions.sensitive,
  tables: figureEditions.tables,
  withheld: figureEditions.withheld,
  hash: figureEditions.hash,
  asAt: figureEditions.asAt,
  publishedAt: figureEditions.publishedAt,
};

const aboutSubject = ({ kind, id }: FigureSubject) =>
  and(eq(figureEditions.subjectKind, kind), eq(figureEditions.subjectId, id));

/** The newest published figures about something, or null before there are any. */
export async function findFigures(ctx: Ctx, subject: FigureSubject) {
  const [row] = await ctx.db
    .select(shown)
    .from(figureEditions)
    .where(aboutSubject(subject))
    .orderBy(desc(figureEditions.number))
    .limit(1);
  return row ?? null;
}

/** The newest published figures about several things of one kind. */
export async function listNewestFigures(ctx: Ctx, kind: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select(shown)
    .from(figureEditions)
    .where(and(eq(figureEditions.subjectKind, kind), inArray(figureEditions.subjectId, [...ids])))
    .orderBy(desc(figureEditions.number));
  return [...new Set(ids)].flatMap((id) => rows.find((row) => row.subjectId === id) ?? []);
}

/** Published figures as everyone may see them. */
export type FiguresSeen = NonNullable<Awaited<ReturnType<typeof findFigures>>>;

/** One edition by its id, or null. */
export async function findEdition(ctx: Ctx, id: string): Promise<FiguresSeen | null> {
  const [row] = await ctx.db.select(shown).from(figureEditions).where(eq(figureEditions.id, id));
  return row ?? null;
}

/** The editions about something, the newest first: their numbers, addresses and days. */
export async function listEditions(ctx: Ctx, subject: FigureSubject) {
  const { id, number, asAt, publishedAt } = shown;
  return ctx.db
    .select({ id, number, asAt, publishedAt })
    .from(figureEditions)
    .where(aboutSubject(subject))
    .orderBy(desc(figureEditions.number));
}

/** Every edition with its true numbers, the oldest first. For the gate alone. */
async function listSealed(ctx: Ctx, subject: FigureSubject): Promise<Edition[]> {
  const rows = await ctx.db
    .select({ tables: figureEditions.tables, sealed: figureEditions.sealedCounts })
    .from(figureEditions)
    .where(aboutSubject(subject))
    .orderBy(asc(figureEditions.number));
  return rows.map(({ tables, sealed }) => {
    const text = unseal(ctx.secret, sealedFor(subject), sealed);
    if (text === null)
      throw new Error("The counts behind published figures can't be read: was SECRET changed?");
    return { tables, counts: JSON.parse(text) as Record<string, number> };
  });
}

/** What would be published of these figures now: a new edition, or the newest one again. */
export async function composeFigures(ctx: Ctx, input: FigureInput): Promise<Composed> {
  return composeEdition(input, await listSealed(ctx, input.subject));
}
