import { and, asc, count, desc, eq, gt, inArray, isNull, ne, notExists, type SQL, sum } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { eventNotes, nextSteps, noteThemes } from "~/db/tables/events-notes";
import { themes } from "~/db/tables/places";
import { thingLinks } from "~/db/tables/thing-links";
import { listPlaceNames } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { QUESTIONS, type Question } from "./after";
import { may } from "./may";
import { type EventRow, findEventRow, PUBLIC } from "./read.server";

/** A note's row. */
export type NoteRow = typeof eventNotes.$inferSelect;

/** Which notes a page shows. */
export const NOTE_VIEWS = ["waiting", "no_theme", "not_carried", "all", "set_aside"] as const;
/** One of them. */
export type NoteView = (typeof NOTE_VIEWS)[number];

/** How the list of notes is narrowed; `after` is the last note of the page before. */
export type NoteFilter = { view: NoteView; question?: Question; stall?: string; after?: string };

/** A note as staff see it. */
export type NoteSeen = NoteRow & { themes: string[]; step: string | null };

const PAGE = 25;

/** One page of an event's notes in the order in which they came, and the last of it when there are more. */
export async function listNotes(ctx: Ctx, eventId: string, filter: NoteFilter) {
  const { question, stall, after } = filter;
  const rows = await ctx.db
    .select({ note: eventNotes, step: nextSteps.text })
    .from(eventNotes)
    .leftJoin(nextSteps, eq(nextSteps.id, eventNotes.nextStepId))
    .where(
      and(
        eq(eventNotes.eventId, eventId),
        inView(ctx, filter.view),
        question ? eq(eventNotes.question, question) : undefined,
        stall ? eq(eventNotes.sessionId, stall) : undefined,
        after ? gt(eventNotes.id, after) : undefined,
      ),
    )
    .orderBy(asc(eventNotes.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const about = await themesOf(
    ctx,
    page.map(({ note }) => note.id),
  );
  return {
    notes: page.map(({ note, step }): NoteSeen => ({ ...note, step, themes: about.get(note.id) ?? [] })),
    next: rows.length > PAGE ? (page.at(-1)?.note.id ?? null) : null,
  };
}

/** How many notes each session and stall of an event has, by its id; those that were set aside do not count. */
export async function countByStall(ctx: Ctx, eventId: string): Promise<Record<string, number>> {
  const rows = await ctx.db
    .select({ id: eventNotes.sessionId, n: count() })
    .from(eventNotes)
    .where(and(eq(eventNotes.eventId, eventId), ne(eventNotes.state, "set_aside")))
    .groupBy(eventNotes.sessionId);
  return Object.fromEntries(rows.flatMap(({ id, n }) => (id ? [[id, n]] : [])));
}

function inView(ctx: Ctx, view: NoteView): SQL | undefined {
  const clear = eq(eventNotes.state, "clear");
  if (view === "waiting") return eq(eventNotes.state, "waiting");
  if (view === "set_aside") return eq(eventNotes.state, "set_aside");
  if (view === "not_carried") return and(clear, isNull(eventNotes.nextStepId), notExists(effectsOf(ctx)));
  if (view === "all") return undefined;
  const themed = ctx.db
    .select({ id: noteThemes.noteId })
    .from(noteThemes)
    .where(eq(noteThemes.noteId, eventNotes.id));
  return and(clear, notExists(themed));
}

/** What came of a note elsewhere, such as an idea on a board. */
export function effectsOf(ctx: Ctx) {
  return ctx.db
    .select({ id: thingLinks.effectId })
    .from(thingLinks)
    .where(and(eq(thingLinks.causeKind, "event_note"), eq(thingLinks.causeId, eventNotes.id)));
}

async function themesOf(ctx: Ctx, ids: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({ noteId: noteThemes.noteId, label: themes.plainLabel })
    .from(noteThemes)
    .innerJoin(themes, eq(themes.id, noteThemes.themeId))
    .where(inArray(noteThemes.noteId, ids))
    .orderBy(asc(themes.plainLabel));
  for (const { noteId, label } of rows) found.set(noteId, [...(found.get(noteId) ?? []), label]);
  return found;
}

/** The newest notes that staff typed from sheets, newest first. */
export async function listJustTyped(ctx: Ctx, eventId: string, limit: number): Promise<NoteRow[]> {
  return ctx.db
    .select()
    .from(eventNotes)
    .where(and(eq(eventNotes.eventId, eventId), eq(eventNotes.channel, "sheet")))
    .orderBy(desc(eventNotes.id))
    .limit(limit);
}

/** One note with its event and its themes, for those who may judge it; null for others. */
export async function findNote(ctx: Ctx, id: string) {
  const [note] = await ctx.db.select().from(eventNotes).where(eq(eventNotes.id, id));
  const event = note ? await findEventRow(ctx, { id: note.eventId }) : null;
  if (!note || !event || !may.judgeNotes(ctx.actor, event)) return null;
  const about = await ctx.db
    .select({ slug: themes.slug })
    .from(noteThemes)
    .innerJoin(themes, eq(themes.id, noteThemes.themeId))
    .where(eq(noteThemes.noteId, id));
  return { note, event, themes: about.map((row) => row.slug) };
}

/** The public events at which these notes were left, each once; for pages of what came of a note. */
export async function findNoteEvents(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .selectDistinct({ slug: events.slug, title: events.title, startsAt: events.startsAt })
    .from(eventNotes)
    .innerJoin(events, eq(events.id, eventNotes.eventId))
    .where(and(PUBLIC, inArray(eventNotes.id, [...ids])))
    .orderBy(asc(events.startsAt));
}

/** How many notes that may be counted each theme of an event has, by question; the most first. */
export async function countThemes(ctx: Ctx, eventId: string) {
  const rows = await ctx.db
    .select({
      id: themes.id,
      slug: themes.slug,
      label: themes.label,
      plainLabel: themes.plainLabel,
      question: eventNotes.question,
      agreeing: sum(eventNotes.agreeing),
      n: count(),
    })
    .from(noteThemes)
    .innerJoin(themes, eq(themes.id, noteThemes.themeId))
    .innerJoin(eventNotes, eq(eventNotes.id, noteThemes.noteId))
    .where(and(eq(eventNotes.eventId, eventId), eq(eventNotes.state, "clear")))
    .groupBy(themes.id, themes.slug, themes.label, themes.plainLabel, eventNotes.question);
  const bySlug = new Map<string, ThemeCount>();
  for (const { question, n, agreeing, ...theme } of rows) {
    const before = bySlug.get(theme.slug) ?? { ...theme, by: [0, 0, 0], notes: 0, agreeing: 0 };
    before.by[QUESTIONS.indexOf(question)] = (before.by[QUESTIONS.indexOf(question)] ?? 0) + n;
    bySlug.set(theme.slug, {
      ...before,
      notes: before.notes + n,
      agreeing: before.agreeing + Number(agreeing),
    });
  }
  return [...bySlug.values()].sort((a, b) => b.notes - a.notes || a.plainLabel.localeCompare(b.plainLabel));
}

/** A theme of an event: notes by question (worked, hard, next), in all, and the people who agree. */
export type ThemeCount = {
  id: string;
  slug: string;
  label: string;
  plainLabel: string;
  by: [number, number, number];
  notes: number;
  agreeing: number;
};

/** Names that are no person's, so that they raise no flag: places, organisations, this event. */
export async function listNobodysNames(ctx: Ctx, event: Pick<EventRow, "title">): Promise<string[]> {
  return [event.title, ...(await listPlaceNames(ctx))].sort((a, b) => b.length - a.length);
}
