import { and, eq, inArray } from "drizzle-orm";
import { eventNotes, nextSteps, noteThemes } from "~/db/tables/events-notes";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { askForAnswers } from "~/features/responses/ask-for-answer.server";
import { listFollowed } from "~/features/responses/read-followers.server";
import { setThingHidden } from "~/features/responses/set-thing-hidden.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { judgedNoteForm, judgingForm } from "./after-forms";
import { may } from "./may";
import { type EventRow, findEventRow } from "./read.server";
import { findNote } from "./read-notes.server";
import { fieldsOf } from "./register.server";

/** How many notes it was done to, and how many flagged ones wait to be looked at one by one. */
export type Judged = { ok: true; done: number; left: number } | Refusal<"invalid" | "missing">;

/**
 * Lets several notes of one event through, gives them a theme, or says where they were carried to. Notes
 * with a flag are let through one by one, by `judgeNote`.
 */
export async function judgeNotes(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Judged> {
  const parsed = judgingForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const event = await findEventRow(ctx, { slug: input.slug });
  if (!event) return { ok: false, reason: "missing" };
  const themes = await listThemesInUse(ctx);
  return write(ctx, { locks: [`after:${event.id}`] }, async (ctx): Promise<Judged> => {
    if (!may.judgeNotes(ctx.actor, event)) return { ok: false, reason: "missing" };
    const chosen = await ctx.db
      .select()
      .from(eventNotes)
      .where(and(eq(eventNotes.eventId, event.id), inArray(eventNotes.id, form.notes)));
    let ids = chosen.map((note) => note.id);
    if (form.act === "clear") {
      ids = chosen.filter((note) => note.flags.length === 0 || note.state === "clear").map((note) => note.id);
      await ctx.db
        .update(eventNotes)
        .set({ state: "clear", setAside: null })
        .where(inArray(eventNotes.id, ids));
      await askForNotes(ctx, event, ids);
    }
    if (form.act === "theme" && ids.length > 0) {
      const theme = themes.find((one) => one.slug === form.theme);
      if (!theme)
        return { ok: false, reason: "invalid", fields: { theme: ["Choose a theme from the list"] } };
      const rows = ids.map((noteId) => ({ noteId, themeId: theme.id }));
      await ctx.db.insert(noteThemes).values(rows).onConflictDoNothing();
    }
    if (form.act === "carry") {
      const [step] = await ctx.db
        .select({ id: nextSteps.id })
        .from(nextSteps)
        .where(and(eq(nextSteps.id, form.step), eq(nextSteps.eventId, event.id)));
      if (!step)
        return { ok: false, reason: "invalid", fields: { step: ["Choose a next step from the list"] } };
      await ctx.db.update(eventNotes).set({ nextStepId: step.id }).where(inArray(eventNotes.id, ids));
    }
    const said = { act: form.act, notes: ids.length };
    await audit(ctx, "events.notes_judged", { kind: "event", id: event.id }, said);
    return { ok: true, done: ids.length, left: chosen.length - ids.length };
  });
}

/** Lets one note through, with other words where needed, or sets it aside with a reason. Themes replace those before. */
export async function judgeNote(
  ctx: Ctx,
  input: { id: string; typed: unknown },
): Promise<{ ok: true; slug: string } | Refusal<"invalid" | "missing">> {
  const parsed = judgedNoteForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const found = await findNote(ctx, input.id);
  if (!found) return { ok: false, reason: "missing" };
  const themes = (await listThemesInUse(ctx)).filter((theme) => form.themes.includes(theme.slug));
  return write(ctx, { locks: [`after:${found.event.id}`] }, async (ctx) => {
    if (!may.judgeNotes(ctx.actor, found.event)) return { ok: false, reason: "missing" };
    const aside = form.state === "set_aside";
    await ctx.db
      .update(eventNotes)
      .set({
        state: form.state,
        setAside: aside ? form.reason || null : null,
        publicText: form.publicText === "" || form.publicText === found.note.text ? null : form.publicText,
        agreeing: form.agreeing,
        mayPrint: form.mayPrint,
      })
      .where(eq(eventNotes.id, input.id));
    await ctx.db.delete(noteThemes).where(eq(noteThemes.noteId, input.id));
    const rows = themes.map((theme) => ({ noteId: input.id, themeId: theme.id }));
    if (rows.length > 0) await ctx.db.insert(noteThemes).values(rows);
    if (aside) await setThingHidden(ctx, { kind: "event_note", id: input.id }, true);
    else await askForNotes(ctx, found.event, [input.id]);
    const said = { state: form.state, themes: rows.length };
    await audit(ctx, "events.note_judged", { kind: "note", id: input.id }, said);
    return { ok: true, slug: found.event.slug };
  });
}

/** Notes that were let through, and whose authors asked to hear, wait for an answer. Inside the write that did it. */
async function askForNotes(ctx: Ctx, event: EventRow, ids: readonly string[]): Promise<void> {
  const followed = await listFollowed(ctx, "event_note", ids);
  if (followed.length === 0) return;
  const notes = await ctx.db.select().from(eventNotes).where(inArray(eventNotes.id, followed));
  const about = await ctx.db.select().from(noteThemes).where(inArray(noteThemes.noteId, followed));
  await askForAnswers(
    ctx,
    notes
      .filter((note) => note.state === "clear")
      .map((note) => ({
        thing: { kind: "event_note", id: note.id },
        said: note.publicText ?? note.text,
        saidOn: dayOf(note.createdAt),
        neighbourhoodId: event.neighbourhoodId,
        themeIds: about.filter(({ noteId }) => noteId === note.id).map(({ themeId }) => themeId),
      })),
  );
  for (const id of followed) await setThingHidden(ctx, { kind: "event_note", id }, false);
}
