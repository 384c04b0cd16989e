import { recordParticipant } from "~/features/people/record-participant.server";
import { findNeighbourhood } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { linkThings } from "~/platform/links.server";
import { may } from "./may";
import { tellAuthor } from "./messages";
import { keepIdea } from "./post-idea.server";
import { findBoard } from "./read.server";
import { fieldsOf, ideaForm } from "./schema";

/** Which board, what was typed, and the note of an event that it came of, where it did. */
export type Adding = { board: string; typed: unknown; noteId?: string; locale?: string };

/**
 * Puts an idea onto a published board for somebody who said or wrote it elsewhere, before, during or after its time.
 * Staff have read it, so it is shown at once. An idea that came of a note says so.
 */
export async function addIdea(
  ctx: Ctx,
  input: Adding,
): Promise<{ ok: true; id: string; slug: string } | Refusal<"missing" | "not_allowed" | "invalid">> {
  const parsed = ideaForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const board = await findBoard(ctx, input.board);
  if (!board || !may.read(ctx.actor, board)) return { ok: false, reason: "missing" };
  if (!may.add(ctx.actor, board)) return { ok: false, reason: "not_allowed" };
  const near = form.neighbourhood ? await findNeighbourhood(ctx, form.neighbourhood) : null;
  return write(ctx, { locks: [`ideas:${board.id}`] }, async (ctx) => {
    const locale = input.locale ?? "en";
    const author = form.email
      ? await recordParticipant(ctx, {
          name: form.name ?? "",
          preferredContact: "email",
          email: form.email,
          kind: "resident",
          neighbourhoodId: near?.id ?? null,
          locale,
        })
      : null;
    const idea = await keepIdea(ctx, board, {
      title: form.title,
      text: form.text,
      themes: form.themes,
      locale,
      neighbourhoodId: near?.id ?? null,
      origin: input.noteId ? "event_note" : "staff",
      addedBy: ctx.actor.kind === "account" ? ctx.actor.id : null,
      participantId: author?.id ?? null,
      shownName: form.name,
      flags: [],
      submission: null,
      state: "live",
    });
    const subject = { kind: "idea", id: idea.id };
    if (input.noteId) {
      await linkThings(ctx, { cause: { kind: "event_note", id: input.noteId }, effect: subject });
    }
    if (author) await tellAuthor(ctx, { idea, board, author }, "live");
    await audit(ctx, "ideas.added", subject, { board: board.id, origin: idea.origin });
    return { ok: true, id: idea.id, slug: idea.slug };
  });
}
