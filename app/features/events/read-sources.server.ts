import { and, eq, inArray } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { feedbackForms, feedbackThemes } from "~/db/tables/events-feedback";
import { heardPages } from "~/db/tables/events-heard";
import { eventNotes } from "~/db/tables/events-notes";
import { themes } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { findEventRow, PUBLIC } from "./read.server";
import { findNote } from "./read-notes.server";

/** Where something was said at an event: the event's name and day, and the page that tells of it. */
export type Source = { id: string; title: string; path: string; at: Date };

const place = {
  slug: events.slug,
  title: events.title,
  at: events.startsAt,
  heard: heardPages.version,
};

/** The public events at which these notes were made, by note. Nothing of what they say. */
export async function listNoteSources(ctx: Ctx, ids: readonly string[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({ id: eventNotes.id, ...place })
    .from(eventNotes)
    .innerJoin(events, eq(events.id, eventNotes.eventId))
    .leftJoin(heardPages, eq(heardPages.eventId, events.id))
    .where(and(PUBLIC, inArray(eventNotes.id, [...ids])));
  return rows.map(sourceOf);
}

/** The public events that these feedback forms are about, by form. Nothing of what they say. */
export async function listFeedbackSources(ctx: Ctx, ids: readonly string[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({ id: feedbackForms.id, ...place })
    .from(feedbackForms)
    .innerJoin(events, eq(events.id, feedbackForms.eventId))
    .leftJoin(heardPages, eq(heardPages.eventId, events.id))
    .where(and(PUBLIC, inArray(feedbackForms.id, [...ids])));
  return rows.map(sourceOf);
}

function sourceOf(row: { id: string; slug: string; title: string; at: Date; heard: number | null }): Source {
  const { id, slug, title, at, heard } = row;
  return { id, title, at, path: heard ? `/events/${slug}/heard` : `/events/${slug}` };
}

/** A note that may be answered, for those who may judge it: its words, day, place and themes; else null. */
export async function findNoteToAnswer(ctx: Ctx, id: string) {
  const found = await findNote(ctx, id);
  if (found?.note.state !== "clear") return null;
  const { note, event } = found;
  return {
    words: note.publicText ?? note.text,
    day: dayOf(note.createdAt),
    neighbourhoodId: event.neighbourhoodId,
    themes: found.themes,
    title: event.title,
    path: `/manage/notes/${id}`,
  };
}

/** Words on a feedback form, for those who may read them; else null. */
export async function findFeedbackToAnswer(ctx: Ctx, id: string) {
  const [form] = await ctx.db.select().from(feedbackForms).where(eq(feedbackForms.id, id));
  const event = form ? await findEventRow(ctx, { id: form.eventId }) : null;
  if (!form || !event || !may.judgeNotes(ctx.actor, event)) return null;
  const about = await ctx.db
    .select({ slug: themes.slug })
    .from(feedbackThemes)
    .innerJoin(themes, eq(themes.id, feedbackThemes.themeId))
    .where(eq(feedbackThemes.formId, id));
  return {
    words: form.better ?? form.good ?? "",
    day: form.givenDay,
    neighbourhoodId: event.neighbourhoodId,
    themes: about.map((one) => one.slug),
    title: event.title,
    path: `/manage/events/${event.slug}/feedback`,
  };
}
