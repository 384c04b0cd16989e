import { and, count, desc, eq, inArray, isNotNull, lt, or } from "drizzle-orm";
import { events, registrations } from "~/db/tables/events";
import { feedbackForms, feedbackThemes } from "~/db/tables/events-feedback";
import { themes } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { idInLink, provesLink, secretLink } from "~/platform/secret-links.server";
import { findToTell, type Told } from "./read-after.server";
import { findClosing, reckonEvent } from "./read-attendance.server";
import { isClosed } from "./reckon";

/** The secret part of the address under which one party says how it was; ends with its booking's links. */
export function feedbackLink(ctx: Ctx, registration: { id: string; tokenVersion: number }): string {
  return secretLink(ctx.secret, "feedback", registration.id, registration.tokenVersion);
}

/** Who brings this link, and the event they say something about; null for a link that was never made here. */
export async function findAttender(ctx: Ctx, link: string) {
  const id = idInLink(link);
  if (!id) return null;
  const [row] = await ctx.db
    .select({ registration: registrations, slug: events.slug })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(eq(registrations.id, id));
  if (!row || !provesLink(ctx.secret, link, "feedback", id, row.registration.tokenVersion)) return null;
  const told: Told | null = await findToTell(ctx, row.slug);
  if (!told) return null;
  const { registration } = row;
  return { ...told, registration, hadPlace: registration.state === "confirmed" };
}

const SCALE = ["1", "2", "3", "4", "5"];

/** What people answered about an event. True numbers: for staff, and the gate stands before everyone else. */
export async function countFeedback(ctx: Ctx, eventId: string) {
  const rows = await ctx.db
    .select({
      came: feedbackForms.came,
      rating: feedbackForms.rating,
      hadSay: feedbackForms.hadSay,
      feltHeard: feedbackForms.feltHeard,
      accessOk: feedbackForms.accessOk,
      wouldReturn: feedbackForms.wouldReturn,
      channel: feedbackForms.channel,
      n: count(),
    })
    .from(feedbackForms)
    .where(eq(feedbackForms.eventId, eventId))
    .groupBy(
      feedbackForms.came,
      feedbackForms.rating,
      feedbackForms.hadSay,
      feedbackForms.feltHeard,
      feedbackForms.accessOk,
      feedbackForms.wouldReturn,
      feedbackForms.channel,
    );
  const came = rows.filter((row) => row.came);
  const tally = (of: (row: (typeof rows)[number]) => string | number | null, codes: readonly string[]) => {
    const counted = codes.map((code) => ({
      code,
      n: came.filter((row) => String(of(row)) === code).reduce((sum, row) => sum + row.n, 0),
    }));
    return { counts: counted, answered: counted.reduce((sum, one) => sum + one.n, 0) };
  };
  return {
    forms: came.reduce((n, row) => n + row.n, 0),
    absent: rows.filter((row) => !row.came).reduce((n, row) => n + row.n, 0),
    rating: tally((row) => row.rating, SCALE),
    hadSay: tally((row) => row.hadSay, SCALE),
    feltHeard: tally((row) => row.feltHeard, ["yes", "partly", "no"]),
    accessOk: tally((row) => row.accessOk, ["yes", "partly", "no"]),
    wouldReturn: tally((row) => row.wouldReturn, ["yes", "not_sure", "no"]),
    channel: tally((row) => row.channel, ["link", "web", "paper", "phone"]),
  };
}

/** What `countFeedback` comes to. */
export type FeedbackCounts = Awaited<ReturnType<typeof countFeedback>>;

const PAGE = 30;

/** What people wrote about an event, some at a time, and the last of them when there are more. */
export async function listFeedbackWords(ctx: Ctx, eventId: string, before?: string) {
  const rows = await ctx.db
    .select()
    .from(feedbackForms)
    .where(
      and(
        eq(feedbackForms.eventId, eventId),
        or(isNotNull(feedbackForms.good), isNotNull(feedbackForms.better)),
        before ? lt(feedbackForms.id, before) : undefined,
      ),
    )
    .orderBy(desc(feedbackForms.id))
    .limit(PAGE + 1);
  const forms = rows.slice(0, PAGE);
  const about = await listFeedbackThemes(
    ctx,
    forms.map((form) => form.id),
  );
  return {
    forms: forms.map((form) => ({
      ...form,
      themes: about.filter((one) => one.formId === form.id).map((one) => one.plainLabel),
    })),
    next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
  };
}

/** What the words of some forms are about, by residents' own words. */
export async function listFeedbackThemes(ctx: Ctx, formIds: readonly string[]) {
  if (formIds.length === 0) return [];
  return ctx.db
    .select({ formId: feedbackThemes.formId, slug: themes.slug, plainLabel: themes.plainLabel })
    .from(feedbackThemes)
    .innerJoin(themes, eq(themes.id, feedbackThemes.themeId))
    .where(inArray(feedbackThemes.formId, [...formIds]))
    .orderBy(themes.plainLabel);
}

/** People who came to an event, with a place or without, as noted at the door; null while its list is open. True
 * numbers: for staff, and for the gate. */
export async function countWhoCame(ctx: Ctx, eventId: string): Promise<number | null> {
  if (!isClosed(await findClosing(ctx, eventId))) return null;
  const { attended, walkIns } = await reckonEvent(ctx, eventId);
  return attended + walkIns;
}
