import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { feedbackForms, feedbackThemes } from "~/db/tables/events-feedback";
import { type HeardContent, type HeardTheme, heardPages, heardVersions } from "~/db/tables/events-heard";
import { eventNotes, nextSteps, noteThemes } from "~/db/tables/events-notes";
import { neighbourhoods, themes } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { reachOf } from "./may";
import { PUBLIC } from "./read.server";

type Where = { slug: string; name: string };

/** What the published page of one event says about a theme. */
export type HeardAbout = {
  slug: string;
  title: string;
  startsAt: Date;
  activityId: string | null;
  neighbourhood: Where | null;
  /** Its own, and those that became part of it since. */
  themes: HeardTheme[];
  /** Those to which notes about it were carried. */
  steps: HeardContent["steps"];
};

const MOST = 40;

/**
 * What published pages of events that everyone may see say about a theme, the newest first. `ids` and `slugs`
 * take in what became part of it. Nothing that is not on those pages.
 */
export async function listHeardAbout(
  ctx: Ctx,
  { ids, slugs }: { ids: readonly string[]; slugs: readonly string[] },
): Promise<HeardAbout[]> {
  const about = ctx.db
    .selectDistinct({ id: eventNotes.eventId })
    .from(noteThemes)
    .innerJoin(eventNotes, eq(eventNotes.id, noteThemes.noteId))
    .where(inArray(noteThemes.themeId, [...ids]));
  const rows = await ctx.db
    .select({
      id: events.id,
      slug: events.slug,
      title: events.title,
      startsAt: events.startsAt,
      activityId: events.activityId,
      neighbourhood: { slug: neighbourhoods.slug, name: neighbourhoods.name },
      content: heardVersions.content,
    })
    .from(heardPages)
    .innerJoin(events, eq(events.id, heardPages.eventId))
    .innerJoin(
      heardVersions,
      and(eq(heardVersions.eventId, heardPages.eventId), eq(heardVersions.version, heardPages.version)),
    )
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, events.neighbourhoodId))
    .where(and(PUBLIC, inArray(events.id, about)))
    .orderBy(desc(events.startsAt), asc(events.id))
    .limit(MOST);
  const led = await listStepsAbout(
    ctx,
    ids,
    rows.map((row) => row.id),
  );
  return rows.flatMap(({ id, content, ...event }) => {
    const said = content.themes.filter((theme) => slugs.includes(theme.slug));
    const steps = content.steps.filter((step) => led.has(`${id} ${step.text}`));
    return said.length > 0 ? [{ ...event, themes: said, steps }] : [];
  });
}

/** Which steps notes about a theme led to, as the event's id and the step's words. */
async function listStepsAbout(
  ctx: Ctx,
  ids: readonly string[],
  eventIds: readonly string[],
): Promise<Set<string>> {
  if (eventIds.length === 0) return new Set();
  const rows = await ctx.db
    .selectDistinct({ eventId: nextSteps.eventId, text: nextSteps.text })
    .from(noteThemes)
    .innerJoin(eventNotes, eq(eventNotes.id, noteThemes.noteId))
    .innerJoin(nextSteps, eq(nextSteps.id, eventNotes.nextStepId))
    .where(and(inArray(noteThemes.themeId, [...ids]), inArray(nextSteps.eventId, [...eventIds])));
  return new Set(rows.map(({ eventId, text }) => `${eventId} ${text}`));
}

/** At how many events with a published page each theme was talked about, by its id. Counts events, not people. */
export async function countHeardBy(ctx: Ctx): Promise<{ themeId: string; events: number }[]> {
  return ctx.db
    .select({ themeId: noteThemes.themeId, events: countDistinct(eventNotes.eventId) })
    .from(noteThemes)
    .innerJoin(eventNotes, eq(eventNotes.id, noteThemes.noteId))
    .innerJoin(heardPages, eq(heardPages.eventId, eventNotes.eventId))
    .innerJoin(events, eq(events.id, eventNotes.eventId))
    .where(and(PUBLIC, gt(heardPages.version, 0), eq(eventNotes.state, "clear")))
    .groupBy(noteThemes.themeId);
}

/** What waits about a theme at events that the actor organises or judges: notes that were carried nowhere, by event. */
export async function listWaitingAbout(ctx: Ctx, ids: readonly string[]) {
  const reach = reachOf(ctx.actor, "judge");
  if (reach !== "all" && reach.length === 0) return [];
  return ctx.db
    .select({ slug: events.slug, title: events.title, startsAt: events.startsAt, notes: count() })
    .from(noteThemes)
    .innerJoin(themes, eq(themes.id, noteThemes.themeId))
    .innerJoin(eventNotes, eq(eventNotes.id, noteThemes.noteId))
    .innerJoin(events, eq(events.id, eventNotes.eventId))
    .where(
      and(
        inArray(noteThemes.themeId, [...ids]),
        eq(eventNotes.state, "clear"),
        isNull(eventNotes.nextStepId),
        // What worked well asks for nothing.
        ne(eventNotes.question, "worked_well"),
        reach === "all" ? undefined : inArray(events.neighbourhoodId, reach),
      ),
    )
    .groupBy(events.id, events.slug, events.title, events.startsAt)
    .orderBy(desc(events.startsAt))
    .limit(MOST);
}

/** At which events words of feedback are about a theme, and on how many forms. True numbers: for staff. */
export async function listFeedbackAbout(ctx: Ctx, ids: readonly string[]) {
  const reach = reachOf(ctx.actor, "judge");
  if (reach !== "all" && reach.length === 0) return [];
  return ctx.db
    .select({
      slug: events.slug,
      title: events.title,
      startsAt: events.startsAt,
      forms: countDistinct(feedbackForms.id),
    })
    .from(feedbackThemes)
    .innerJoin(feedbackForms, eq(feedbackForms.id, feedbackThemes.formId))
    .innerJoin(events, eq(events.id, feedbackForms.eventId))
    .where(
      and(
        inArray(feedbackThemes.themeId, [...ids]),
        reach === "all" ? undefined : inArray(events.neighbourhoodId, reach),
      ),
    )
    .groupBy(events.id, events.slug, events.title, events.startsAt)
    .orderBy(desc(events.startsAt))
    .limit(MOST);
}
