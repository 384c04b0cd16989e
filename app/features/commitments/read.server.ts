import { and, asc, count, desc, eq, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { commitmentActs, commitmentOffices, commitments, commitmentThemes } from "~/db/tables/commitments";
import { neighbourhoods, organisations, themes } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import type { Source, State } from "./rules";

/** A commitment's row. */
export type CommitmentRow = typeof commitments.$inferSelect;
/** One act of its history. */
export type ActRow = typeof commitmentActs.$inferSelect;

const seen = {
  commitment: commitments,
  office: { role: commitmentOffices.role },
  organisation: { slug: organisations.slug, name: organisations.name, shortName: organisations.shortName },
  neighbourhood: { slug: neighbourhoods.slug, name: neighbourhoods.name },
};

/** A commitment with what its pages show beside it; none of it names a person. */
export type CommitmentSeen = {
  commitment: CommitmentRow;
  office: { role: string } | null;
  organisation: { slug: string; name: string; shortName: string } | null;
  neighbourhood: { slug: string; name: string } | null;
};

/** Commitments with their owner and neighbourhood, to be narrowed. */
export function selectSeen(ctx: Ctx) {
  return ctx.db
    .select(seen)
    .from(commitments)
    .leftJoin(commitmentOffices, eq(commitmentOffices.id, commitments.officeId))
    .leftJoin(organisations, eq(organisations.id, commitmentOffices.organisationId))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, commitments.neighbourhoodId));
}

/** The commitment's row alone, for verbs. */
export async function findCommitmentRow(ctx: Ctx, number: number): Promise<CommitmentRow | null> {
  const [row] = await ctx.db.select().from(commitments).where(eq(commitments.number, number));
  return row ?? null;
}

/** The commitment with this number, written as an address has it, or null. */
export async function findCommitment(ctx: Ctx, number: string): Promise<CommitmentSeen | null> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const [row] = await selectSeen(ctx).where(eq(commitments.number, Number(number)));
  return row ?? null;
}

/** Commitments by their ids, for other rooms' pages to link to. */
export async function listCommitmentsOf(ctx: Ctx, ids: readonly string[]): Promise<CommitmentSeen[]> {
  if (ids.length === 0) return [];
  return selectSeen(ctx).where(among(ids)).orderBy(asc(commitments.number));
}

const among = (ids: readonly string[]) => or(...ids.map((id) => eq(commitments.id, id)));

/** An act with the owner that it names. */
export type ActSeen = { act: ActRow; role: string | null; organisation: string | null };

/** Everything that happened to a commitment, the first first. */
export async function listActs(ctx: Ctx, commitmentId: string): Promise<ActSeen[]> {
  return ctx.db
    .select({ act: commitmentActs, role: commitmentOffices.role, organisation: organisations.name })
    .from(commitmentActs)
    .leftJoin(commitmentOffices, eq(commitmentOffices.id, commitmentActs.officeId))
    .leftJoin(organisations, eq(organisations.id, commitmentOffices.organisationId))
    .where(eq(commitmentActs.commitmentId, commitmentId))
    .orderBy(asc(commitmentActs.position));
}

/** What a commitment is about: the themes as they are today. */
export async function listThemesOf(ctx: Ctx, commitmentId: string) {
  return ctx.db
    .select({ slug: themes.slug, label: themes.plainLabel })
    .from(commitmentThemes)
    .innerJoin(themes, eq(themes.id, commitmentThemes.themeId))
    .where(eq(commitmentThemes.commitmentId, commitmentId))
    .orderBy(asc(themes.plainLabel));
}

/** Ids of the themes that a commitment is about. */
export async function listThemeIds(ctx: Ctx, commitmentId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: commitmentThemes.themeId })
    .from(commitmentThemes)
    .where(eq(commitmentThemes.commitmentId, commitmentId));
  return rows.map((row) => row.id);
}

/** The state on a day as a condition; says the same as `stateOf` in state.ts. */
export function isIn(state: State, today: string): SQL | undefined {
  const live = and(isNull(commitments.withdrawnDay), isNull(commitments.doneDay));
  const past = and(isNotNull(commitments.dueDay), lt(commitments.dueDay, today));
  const notPast = or(isNull(commitments.dueDay), gte(commitments.dueDay, today));
  const late = and(isNotNull(commitments.dueDay), sql`${commitments.doneDay} > ${commitments.dueDay}`);
  const inTime = or(isNull(commitments.dueDay), sql`${commitments.doneDay} <= ${commitments.dueDay}`);
  const done = and(isNull(commitments.withdrawnDay), isNotNull(commitments.doneDay));
  switch (state) {
    case "withdrawn":
      return isNotNull(commitments.withdrawnDay);
    case "done":
      return and(done, inTime);
    case "done_late":
      return and(done, late);
    case "overdue":
      return and(live, past);
    case "open":
      return and(live, notPast, isNotNull(commitments.officeId));
    case "needs_owner":
      return and(live, notPast, isNull(commitments.officeId));
  }
}

/** How the register is narrowed, and after which number a page begins. */
export type RegisterFilter = {
  state?: State;
  source?: Source;
  organisationId?: string;
  neighbourhoodId?: string;
  /** Only what is about one of these themes. */
  themeIds?: readonly string[];
  before?: number;
  limit?: number;
};

const PAGE = 20;

function narrowed(filter: RegisterFilter, today: string): SQL | undefined {
  const { state, source, organisationId, neighbourhoodId, themeIds } = filter;
  const about = themeIds?.length
    ? sql`exists (select 1 from ${commitmentThemes} where ${commitmentThemes.commitmentId} = ${commitments.id} and ${or(...themeIds.map((id) => eq(commitmentThemes.themeId, id)))})`
    : undefined;
  return and(
    state ? isIn(state, today) : undefined,
    source ? eq(commitments.source, source) : undefined,
    organisationId ? eq(commitmentOffices.organisationId, organisationId) : undefined,
    neighbourhoodId ? eq(commitments.neighbourhoodId, neighbourhoodId) : undefined,
    about,
  );
}

/** One page of the register, the one written down last first; `next` begins the page after it. */
export async function listCommitments(
  ctx: Ctx,
  filter: RegisterFilter,
): Promise<{ commitments: CommitmentSeen[]; next: number | null }> {
  const limit = filter.limit ?? PAGE;
  const rows = await selectSeen(ctx)
    .where(
      and(
        narrowed(filter, dayOf(ctx.now)),
        filter.before ? lt(commitments.number, filter.before) : undefined,
      ),
    )
    .orderBy(desc(commitments.number))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { commitments: shown, next: last?.commitment.number ?? null };
}

/** How many commitments a filter leaves. */
export async function countCommitments(ctx: Ctx, filter: RegisterFilter): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(commitments)
    .leftJoin(commitmentOffices, eq(commitmentOffices.id, commitments.officeId))
    .where(narrowed(filter, dayOf(ctx.now)));
  return row?.n ?? 0;
}

/** Dated commitments that nobody has done or withdrawn, due in a span of days, the first to fall due first. */
export async function listDue(ctx: Ctx, span: { from: string; to: string }): Promise<CommitmentSeen[]> {
  const { from, to } = span;
  return selectSeen(ctx)
    .where(
      and(
        gte(commitments.dueDay, from),
        lte(commitments.dueDay, to),
        isNull(commitments.doneDay),
        isNull(commitments.withdrawnDay),
      ),
    )
    .orderBy(asc(commitments.dueDay), asc(commitments.number))
    .limit(200);
}

/** The commitments that changed last, for the feed. */
export async function listForFeed(ctx: Ctx): Promise<CommitmentSeen[]> {
  return selectSeen(ctx).orderBy(desc(commitments.changedAt), desc(commitments.number)).limit(40);
}

/** Organisations that own commitments, by name, for the filter. */
export async function listOwners(ctx: Ctx): Promise<{ id: string; slug: string; name: string }[]> {
  return ctx.db
    .selectDistinct({ id: organisations.id, slug: organisations.slug, name: organisations.name })
    .from(commitmentOffices)
    .innerJoin(organisations, eq(organisations.id, commitmentOffices.organisationId))
    .orderBy(asc(organisations.name));
}

/** Every number, for the site map. */
export async function listNumbers(ctx: Ctx): Promise<number[]> {
  const rows = await ctx.db
    .select({ number: commitments.number })
    .from(commitments)
    .orderBy(asc(commitments.number));
  return rows.map((row) => row.number);
}

/** Every id, for the search. */
export async function listIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ id: commitments.id }).from(commitments).orderBy(asc(commitments.number));
  return rows.map((row) => row.id);
}
