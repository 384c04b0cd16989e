import { and, asc, countDistinct, desc, eq, gt, inArray, isNotNull, or, sum } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { claims } from "~/db/tables/events-claims";
import { feedbackForms } from "~/db/tables/events-feedback";
import { heardPages, heardVersions } from "~/db/tables/events-heard";
import { eventNotes, noteThemes } from "~/db/tables/events-notes";
import { neighbourhoods, themes } from "~/db/tables/places";
import { composeFigures, findFigures } from "~/features/figures/read.server";
import type { Ctx } from "~/platform/context.server";
import { tellingAt } from "./after";
import { composeHeard, type Quotable } from "./compose-heard";
import { feedbackFigures } from "./figures.server";
import { type EventRow, findEvent, PUBLIC } from "./read.server";
import { countNotes, findAfter, listSteps } from "./read-after.server";
import { countFeedback, countWhoCame, listFeedbackThemes } from "./read-feedback.server";
import { countThemes } from "./read-notes.server";

/** What staff are writing for an event, or null before anyone has begun. */
export async function findHeardPage(ctx: Ctx, eventId: string) {
  const [row] = await ctx.db.select().from(heardPages).where(eq(heardPages.eventId, eventId));
  return row ?? null;
}

/** Versions of an event's page, the newest first. */
export async function listHeardVersions(ctx: Ctx, eventId: string) {
  return ctx.db
    .select({
      version: heardVersions.version,
      changes: heardVersions.changes,
      publishedAt: heardVersions.publishedAt,
    })
    .from(heardVersions)
    .where(eq(heardVersions.eventId, eventId))
    .orderBy(desc(heardVersions.version));
}

async function findVersion(ctx: Ctx, eventId: string, version: number) {
  const [row] = await ctx.db
    .select()
    .from(heardVersions)
    .where(and(eq(heardVersions.eventId, eventId), eq(heardVersions.version, version)));
  return row ?? null;
}

/** The published page of an event that the actor may see, in its newest version or the one named; else null. */
export async function findHeard(ctx: Ctx, slug: string, version?: number) {
  const seen = await findEvent(ctx, slug);
  if (!seen || seen.event.state === "draft") return null;
  const versions = await listHeardVersions(ctx, seen.event.id);
  const newest = versions[0]?.version ?? 0;
  const row = await findVersion(ctx, seen.event.id, version ?? newest);
  if (!row) return null;
  const { content, changes, publishedAt } = row;
  return { seen, page: { version: row.version, content, changes, publishedAt }, versions, newest };
}

/** True when an event has a published page. */
export async function isHeard(ctx: Ctx, eventId: string): Promise<boolean> {
  return ((await findHeardPage(ctx, eventId))?.version ?? 0) > 0;
}

/** Published pages of events that everyone may see, the newest first. */
export async function listHeard(ctx: Ctx, options: { limit: number; neighbourhoodId?: string }) {
  const { limit, neighbourhoodId } = options;
  return ctx.db
    .select({
      slug: events.slug,
      title: events.title,
      startsAt: events.startsAt,
      summary: heardPages.summary,
      publishedAt: heardPages.publishedAt,
      neighbourhood: { name: neighbourhoods.name, palette: neighbourhoods.palette },
      content: heardVersions.content,
    })
    .from(heardPages)
    .innerJoin(events, eq(events.id, heardPages.eventId))
    .innerJoin(
      heardVersions,
      and(eq(heardVersions.eventId, heardPages.eventId), eq(heardVersions.version, heardPages.version)),
    )
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, events.neighbourhoodId))
    .where(and(PUBLIC, neighbourhoodId ? eq(events.neighbourhoodId, neighbourhoodId) : undefined))
    .orderBy(desc(heardPages.publishedAt), asc(events.id))
    .limit(limit);
}

/** One of them. */
export type HeardListed = Awaited<ReturnType<typeof listHeard>>[number];

/** True when everyone may see what was said of an event, and so the figures of its feedback. */
export async function isFeedbackOut(ctx: Ctx, eventId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: events.id })
    .from(heardPages)
    .innerJoin(events, eq(events.id, heardPages.eventId))
    .where(and(PUBLIC, eq(events.id, eventId), gt(heardPages.version, 0)));
  return row !== undefined;
}

/** Addresses of the events whose pages everyone may see, for the site map. */
export async function listHeardSlugs(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ slug: events.slug })
    .from(heardPages)
    .innerJoin(events, eq(events.id, heardPages.eventId))
    .where(and(PUBLIC, gt(heardPages.version, 0)))
    .orderBy(desc(heardPages.publishedAt))
    .limit(5000);
  return rows.map((row) => row.slug);
}

/** Words that people allowed us to print and that somebody has read, with what they are about. */
export async function listQuotable(ctx: Ctx, eventId: string): Promise<Quotable[]> {
  const notes = await ctx.db
    .select({ note: eventNotes, theme: themes.slug })
    .from(eventNotes)
    .leftJoin(noteThemes, eq(noteThemes.noteId, eventNotes.id))
    .leftJoin(themes, eq(themes.id, noteThemes.themeId))
    .where(and(eq(eventNotes.eventId, eventId), eq(eventNotes.state, "clear"), eq(eventNotes.mayPrint, true)))
    .orderBy(asc(eventNotes.id));
  const found = new Map<string, Quotable>();
  for (const { note, theme } of notes) {
    const source = `note:${note.id}`;
    const one = found.get(source) ?? { source, text: note.publicText ?? note.text, themes: [] };
    found.set(source, { ...one, themes: theme ? [...one.themes, theme] : one.themes });
  }
  const forms = await ctx.db
    .select()
    .from(feedbackForms)
    .where(
      and(
        eq(feedbackForms.eventId, eventId),
        eq(feedbackForms.mayPrint, true),
        or(isNotNull(feedbackForms.good), isNotNull(feedbackForms.better)),
      ),
    )
    .orderBy(asc(feedbackForms.id));
  const about = await listFeedbackThemes(
    ctx,
    forms.map((form) => form.id),
  );
  const themesOf = (id: string) => about.filter((one) => one.formId === id).map((one) => one.slug);
  const said = forms
    .filter((form) => form.flags.length === 0)
    .flatMap((form) => [
      { source: `feedback:${form.id}:good`, text: form.good ?? "", themes: themesOf(form.id) },
      { source: `feedback:${form.id}:better`, text: form.better ?? "", themes: themesOf(form.id) },
    ]);
  return [...found.values(), ...said].filter((one) => one.text !== "");
}

/** The page as it would be published now from what staff wrote; null before anyone has begun. */
export async function composeDraft(ctx: Ctx, event: EventRow) {
  const page = await findHeardPage(ctx, event.id);
  if (!page) return null;
  const { until } = await findAfter(ctx, event);
  const isOver = tellingAt(event, until, ctx.now) === "closed";
  const steps = await listSteps(ctx, event.id);
  return composeHeard({
    summary: page.summary,
    quotes: page.quotes,
    quotable: await listQuotable(ctx, event.id),
    notes: (await countNotes(ctx, event.id)).clear,
    came: await countWhoCame(ctx, event.id),
    themes: await countThemes(ctx, event.id),
    steps: steps.map(({ step, notes }) => {
      const { kind, text, ownerRole, dueDay, outcome, doneDay, reason } = step;
      return { kind, text, ownerRole, dueDay, outcome, doneDay, reason, notes };
    }),
    // Until no form can come in any more, each one could be told from the figures before it.
    feedback: isOver ? await composeFeedback(ctx, event) : null,
    paid: await sumPaid(ctx, [event.id]),
  });
}

/** The figures of its feedback as they are published, or would be now. */
async function composeFeedback(ctx: Ctx, event: EventRow) {
  const input = feedbackFigures(event, await countFeedback(ctx, event.id), ctx.now);
  const composed = await composeFigures(ctx, input);
  if (composed.kind === "new") return { tables: composed.gated.tables, edition: null };
  const newest = await findFigures(ctx, input.subject);
  return newest && { tables: newest.tables, edition: newest.id };
}

/** What was paid at events, and to how many people. True numbers: for staff. */
export async function sumPaid(ctx: Ctx, eventIds: readonly string[]) {
  const [row] = await ctx.db
    .select({ pence: sum(claims.pence), people: countDistinct(claims.registrationId) })
    .from(claims)
    .where(and(eq(claims.state, "paid"), inArray(claims.eventId, [...eventIds])));
  return { pence: Number(row?.pence ?? 0), people: row?.people ?? 0 };
}
