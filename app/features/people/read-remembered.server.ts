import { and, asc, desc, eq, gt, inArray, lt, max, ne, notExists, type SQL, sql } from "drizzle-orm";
import { communicationNeeds, consents, participants } from "~/db/tables/people";
import { needReviews } from "~/db/tables/people-needs";
import { getPeriods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { type Format, isFormat } from "~/platform/formats";
import type { Locale } from "~/platform/locales";
import { idInLink, provesLink } from "~/platform/secret-links.server";
import { localeNamed } from "./language";
import { may } from "./may";
import { listCommunicationNeeds } from "./read-needs.server";
import type { Participant } from "./record-participant.server";

type Person = Pick<Participant, "id" | "contactFolded" | "nameFolded">;
/** One open or closed yearly question. */
export type Review = typeof needReviews.$inferSelect;

/** What somebody asked us to remember, since when it is known to hold, and whether it was left unconfirmed. */
export type Remembered = {
  participantId: string;
  needs: { need: string; detail: string | null }[];
  confirmedAt: Date;
  review: Review | null;
};

/** Each booking makes a record of its own: the same name with the same contact is the same person here. */
function sameAs({ id, contactFolded, nameFolded }: Person): SQL | undefined {
  if (!contactFolded || !nameFolded) return eq(participants.id, id);
  return and(eq(participants.contactFolded, contactFolded), eq(participants.nameFolded, nameFolded));
}

/** Ids of the records that are this person's, as far as name and contact tell. */
export async function listSamePerson(ctx: Ctx, person: Person): Promise<string[]> {
  const rows = await ctx.db.select({ id: participants.id }).from(participants).where(sameAs(person));
  return rows.map((row) => row.id);
}

/**
 * The newest word on remembering: of this record where it has one, else of the person's other records, so
 * that nobody changes by a booking in another's name what holds for that other.
 */
async function findWord(ctx: Ctx, person: Person) {
  const [word] = await ctx.db
    .select({ participantId: consents.participantId, given: consents.given, at: consents.at })
    .from(consents)
    .innerJoin(participants, eq(participants.id, consents.participantId))
    .where(and(eq(consents.purpose, "remember_needs"), sameAs(person)))
    .orderBy(
      asc(sql`case when ${consents.participantId} = ${person.id} then 0 else 1 end`),
      desc(consents.id),
    )
    .limit(1);
  return word?.given ? word : null;
}

/** What this person asked us to remember; null when they asked for nothing, or took it back. */
export async function findRemembered(ctx: Ctx, person: Person): Promise<Remembered | null> {
  const word = await findWord(ctx, person);
  if (!word) return null;
  const needs = await listCommunicationNeeds(ctx, word.participantId);
  const reviews = await ctx.db
    .select()
    .from(needReviews)
    .where(eq(needReviews.participantId, word.participantId))
    .orderBy(desc(needReviews.id))
    .limit(1);
  const review = reviews[0] ?? null;
  const answered = review && ["confirmed", "changed"].includes(review.state) ? review.closedAt : null;
  const confirmedAt = answered && answered > word.at ? answered : word.at;
  return { participantId: word.participantId, needs, confirmedAt, review };
}

/** What decides the form of a message to them: formats, their language among ours, or one that we have no words in. */
export type Way = { formats: Format[]; locale: Locale | null; language: string | null };

/** How messages to this person have to be; nothing special for who asked us to remember nothing. */
export async function findWay(ctx: Ctx, person: Person): Promise<Way> {
  const word = await findWord(ctx, person);
  if (!word) return { formats: [], locale: null, language: null };
  return wayIn(await listCommunicationNeeds(ctx, word.participantId));
}

/** The form of messages that these needs ask for. */
export function wayIn(needs: readonly { need: string; detail: string | null }[]): Way {
  const formats = needs.map((row) => row.need).filter(isFormat);
  const said = needs.find((row) => row.need === "translation")?.detail ?? null;
  const locale = localeNamed(said);
  return { formats: formats.sort(), locale, language: locale ? null : said };
}

/** The person behind a yearly question's own link, or null for a link that was never made here. */
export async function findReviewed(ctx: Ctx, link: string) {
  const id = idInLink(link);
  if (!id || !provesLink(ctx.secret, link, "need_review", id, 1)) return null;
  const [row] = await ctx.db
    .select({ review: needReviews, person: participants })
    .from(needReviews)
    .innerJoin(participants, eq(participants.id, needReviews.participantId))
    .where(eq(needReviews.id, id));
  return row ?? null;
}

/** The person whose needs staff keep, with what is remembered; null for one that they do not reach. */
export async function findRememberedForStaff(ctx: Ctx, participantId: string) {
  const [person] = await ctx.db.select().from(participants).where(eq(participants.id, participantId));
  if (!person || person.name === "" || !may.keepNeeds(ctx.actor, person)) return null;
  return { person, remembered: await findRemembered(ctx, person) };
}

const MOST = 100;

/** People whose yearly answer is still to come, or did not come, the longest asked first. */
export async function listReviews(ctx: Ctx) {
  const rows = await ctx.db
    .select({ review: needReviews, person: participants })
    .from(needReviews)
    .innerJoin(participants, eq(participants.id, needReviews.participantId))
    .where(and(inArray(needReviews.state, ["asked", "unconfirmed"]), ne(participants.name, "")))
    .orderBy(asc(needReviews.state), asc(needReviews.dueAt), asc(needReviews.id))
    .limit(MOST);
  return rows.filter(({ person }) => may.keepNeeds(ctx.actor, person));
}

/** A moment so many months before now. */
function monthsAgo(now: Date, months: number): Date {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date;
}

/** People who asked us to remember, said so long enough ago, and were not asked since; some at a time. */
export async function listDueForReview(ctx: Ctx, limit: number): Promise<Participant[]> {
  const before = monthsAgo(ctx.now, (await getPeriods(ctx)).needsReviewMonths);
  const newest = ctx.db
    .select({ participantId: consents.participantId, id: max(consents.id).as("newest") })
    .from(consents)
    .where(eq(consents.purpose, "remember_needs"))
    .groupBy(consents.participantId)
    .as("word");
  const asked = ctx.db
    .select({ id: needReviews.id })
    .from(needReviews)
    .where(and(eq(needReviews.participantId, participants.id), gt(needReviews.askedAt, before)));
  const rows = await ctx.db
    .select({ person: participants })
    .from(newest)
    .innerJoin(consents, eq(consents.id, newest.id))
    .innerJoin(participants, eq(participants.id, newest.participantId))
    .where(
      and(eq(consents.given, true), lt(consents.at, before), ne(participants.name, ""), notExists(asked)),
    )
    .orderBy(asc(participants.id))
    .limit(limit);
  return rows.map((row) => row.person);
}

/** Questions that nobody answered in time; some at a time. */
export async function listUnanswered(ctx: Ctx, limit: number): Promise<Review[]> {
  return ctx.db
    .select()
    .from(needReviews)
    .where(and(eq(needReviews.state, "asked"), lt(needReviews.dueAt, ctx.now)))
    .orderBy(asc(needReviews.dueAt))
    .limit(limit);
}

/**
 * Which of these people's details stay because of what they asked us to remember: they said so, or
 * confirmed it, within a review's time.
 */
export async function stillRemembered(ctx: Ctx) {
  const { needsReviewMonths } = await getPeriods(ctx);
  const before = monthsAgo(ctx.now, needsReviewMonths + 2);
  const said = ctx.db
    .select({ id: consents.id })
    .from(consents)
    .innerJoin(communicationNeeds, eq(communicationNeeds.participantId, consents.participantId))
    .where(
      and(
        eq(consents.participantId, participants.id),
        eq(consents.purpose, "remember_needs"),
        eq(consents.given, true),
        gt(consents.at, before),
      ),
    );
  const confirmed = ctx.db
    .select({ id: needReviews.id })
    .from(needReviews)
    .where(
      and(
        eq(needReviews.participantId, participants.id),
        inArray(needReviews.state, ["confirmed", "changed"]),
        gt(needReviews.closedAt, before),
      ),
    );
  return { said, confirmed };
}
