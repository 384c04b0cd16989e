import type { z } from "zod";
import { eventNotes } from "~/db/tables/events-notes";
import { recordConsent } from "~/features/people/record-consent.server";
import { recordParticipant } from "~/features/people/record-participant.server";
import { followThings } from "~/features/responses/follow-thing.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { flagsIn } from "~/platform/flags";
import { newId } from "~/platform/ids.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { keyed } from "~/platform/secret-links.server";
import { placeIn, placeWords, type Telling } from "./after";
import { BOXES, noteForm } from "./after-forms";
import { may } from "./may";
import { findToTell } from "./read-after.server";
import { listNobodysNames } from "./read-notes.server";
import { listSessions } from "./read-sessions.server";
import { fieldsOf } from "./register.server";

/** A whole hall may share one connection, so this only stops scripts. */
const LIMIT: Limit = { name: "note", most: 200, minutes: 10 };

/** Kept; or why not. */
export type Kept =
  | { ok: true; notes: number; place: string; session: string | null }
  | Refusal<"invalid" | "missing" | Exclude<Telling, "open"> | "too_many">;

/** What comes with the form: which event, what was typed, and how scripts are slowed down. */
export type Leaving = {
  slug: string;
  typed: unknown;
  submissionId?: string;
  /** The language they read, in which they are told. */
  locale?: string;
  /** The visitor's address, for limits; null where limits do not apply. */
  limitBy: string | null;
};

/**
 * Keeps what somebody who was there says to the three questions. Nobody else reads it before staff have.
 * The same form sent twice is one. Refuses before the event begins and after the time that staff set.
 */
export async function leaveNote(ctx: Ctx, input: Leaving): Promise<Kept> {
  const parsed = noteForm.safeParse(input.typed);
  if (!parsed.success) {
    return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error, Object.keys(noteForm.shape)) };
  }
  const form = parsed.data;
  const told = await findToTell(ctx, input.slug);
  if (!told) return { ok: false, reason: "missing" };
  const { event } = told.seen;
  const known = await listNobodysNames(ctx, event);
  return write(ctx, { locks: [`after:${event.id}`] }, async (ctx): Promise<Kept> => {
    if (!may.tell(ctx.actor, event)) return { ok: false, reason: "missing" };
    if (told.telling !== "open") return { ok: false, reason: told.telling };
    if (input.limitBy && !(await withinLimit(ctx, LIMIT, input.limitBy)))
      return { ok: false, reason: "too_many" };
    const said = Object.entries(BOXES).map(([box, question]) => ({
      question,
      text: form[box as keyof typeof BOXES],
    }));
    const at = placeIn(await listSessions(ctx, event.id, true), form);
    const place = form.place || (at ? placeWords(at) : "");
    const rows = said
      .filter(({ text }) => text !== "")
      .map(({ question, text }) => ({
        id: newId(),
        eventId: event.id,
        place,
        sessionId: at?.id ?? null,
        question,
        text,
        agreeing: form.agreeing,
        channel: "web" as const,
        mayPrint: form.mayPrint,
        state: "waiting" as const,
        flags: flagsIn(text, known),
        submission: input.submissionId
          ? keyed(ctx.secret, "note", event.id, input.submissionId, question, text)
          : null,
        createdAt: ctx.now,
      }));
    const kept = await ctx.db
      .insert(eventNotes)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: eventNotes.id });
    await followNotes(
      ctx,
      { ...form, locale: input.locale ?? "en" },
      kept.map((note) => note.id),
    );
    await audit(ctx, "events.note_left", { kind: "event", id: event.id }, { notes: rows.length });
    return { ok: true, notes: rows.length, place, session: at?.id ?? null };
  });
}

/** Who asked to hear what comes of their notes is noted for that alone. Inside the write that kept them. */
async function followNotes(
  ctx: Ctx,
  form: z.output<typeof noteForm> & { locale: string },
  noteIds: readonly string[],
): Promise<void> {
  if (form.contact === "none" || noteIds.length === 0) return;
  const person = await recordParticipant(ctx, {
    name: form.name,
    preferredContact: form.contact,
    email: form.email,
    phone: form.phone,
    address: form.address,
    kind: "resident",
    neighbourhoodId: null,
    locale: form.locale,
  });
  await recordConsent(ctx, {
    participantId: person.id,
    purpose: "contact_about_this",
    wording: "note-1",
    given: true,
    channel: "web",
  });
  await followThings(
    ctx,
    noteIds.map((id) => ({ thing: { kind: "event_note", id }, participantId: person.id })),
  );
}
