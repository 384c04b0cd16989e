import { eq, inArray } from "drizzle-orm";
import { ideas, ideaThemes } from "~/db/tables/ideas";
import { themes } from "~/db/tables/places";
import { recordParticipant } from "~/features/people/record-participant.server";
import { findNeighbourhood } from "~/features/places/read.server";
import { followThing } from "~/features/responses/follow-thing.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { keyed } from "~/platform/secret-links.server";
import { slugOf, untaken } from "~/platform/slugs";
import { indexIdea } from "./index-idea.server";
import { may } from "./may";
import { tellAuthor } from "./messages";
import { openCaseOfIdea } from "./open-case.server";
import { type BoardRow, findBoard, type IdeaRow, isIdeaSlug } from "./read.server";
import { lotOf } from "./ring";
import { MOST, type Origin, type Standing, standingOf } from "./rules";
import { fieldsOf, type IdeaForm, ideaForm } from "./schema";
import { screenWords } from "./screen-idea.server";

/** What comes with the form: which board, what was typed, and how scripts are slowed down. */
export type Posting = {
  board: string;
  typed: unknown;
  locale: string;
  submissionId?: string;
  /** The visitor's address, for limits; null where limits do not apply. */
  limitBy: string | null;
};

/** The idea and where it stands: shown, waiting for a person, or waiting for its author to open a link. */
export type Posted = { ok: true; id: string; slug: string; state: "live" | "held" | "unconfirmed" };

/** Why not: the form, the board's times, or too many at once. */
export type NotPosted = Refusal<"invalid" | "missing" | "too_many" | Exclude<Standing, "open">>;

/** Ideas from one address: a library's shared computers pass, a script does not. */
const LIMIT: Limit = { name: "idea", most: 30, minutes: 10 };

/**
 * Posts an idea to a board that is open. It is shown at once, unless the board asks for a link to be opened or a
 * person to read it first, or something in its words needs one. Where the board asks for a link and somebody leaves
 * no address, a person reads it. The same form sent twice is one.
 */
export async function postIdea(ctx: Ctx, input: Posting): Promise<Posted | NotPosted> {
  const parsed = ideaForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const board = await findBoard(ctx, input.board);
  if (!board) return { ok: false, reason: "missing" };
  const near = form.neighbourhood ? await findNeighbourhood(ctx, form.neighbourhood) : null;
  const flags = await screenWords(ctx, [form.title, form.text, form.name ?? ""]);
  const submission = submissionOf(ctx, board, input.submissionId, form);

  return write(ctx, { locks: [`ideas:${board.id}`] }, async (ctx): Promise<Posted | NotPosted> => {
    if (!may.post(ctx.actor, board)) return { ok: false, reason: "missing" };
    const before = submission ? await sentBefore(ctx, submission) : null;
    if (before) return before;
    const standing = standingOf(board, ctx.now);
    if (standing !== "open") return { ok: false, reason: standing };
    if (input.limitBy && !(await withinLimit(ctx, LIMIT, input.limitBy))) {
      return { ok: false, reason: "too_many" };
    }
    const author = form.email ? await recordAuthor(ctx, form, near?.id ?? null, input.locale) : null;
    const idea = await keepIdea(ctx, board, {
      ...form,
      locale: input.locale,
      neighbourhoodId: near?.id ?? null,
      origin: "resident",
      participantId: author?.id ?? null,
      shownName: form.name,
      flags,
      submission,
      state: firstState(board, form, flags),
    });
    await openCaseOfIdea(ctx, board, idea);
    await audit(ctx, "ideas.posted", { kind: "idea", id: idea.id }, { board: board.id, state: idea.state });
    if (author) await tellAuthor(ctx, { idea, board, author }, toldOf(idea));
    return { ok: true, id: idea.id, slug: idea.slug, state: stateOf(idea) };
  });
}

/** An idea to be kept, whoever said it. */
export type Keeping = Pick<IdeaForm, "title" | "text" | "themes"> &
  Pick<IdeaRow, "locale" | "neighbourhoodId" | "participantId" | "shownName" | "flags" | "submission"> & {
    origin: Origin;
    addedBy?: string | null;
    state: "live" | "held" | "unconfirmed";
  };

/** Keeps an idea with an address of its own and what it is about, and makes it findable. Inside a write. */
export async function keepIdea(ctx: Ctx, board: BoardRow, from: Keeping): Promise<IdeaRow> {
  const { themes: about, ...facts } = from;
  const id = newId();
  const slug = await untaken(slugOf(from.title, "idea"), (one) => isIdeaSlug(ctx, board.id, one));
  const [idea] = await ctx.db
    .insert(ideas)
    .values({
      ...facts,
      id,
      slug,
      boardId: board.id,
      createdAt: ctx.now,
      publishedAt: from.state === "live" ? ctx.now : null,
      standsInId: id,
      lot: lotOf(id),
    })
    .returning();
  if (!idea) throw new Error("An idea was not kept.");
  await setThemes(ctx, id, about);
  await indexIdea(ctx, id);
  // Whoever leaves an address is told what becomes of their idea: the form says so.
  const { participantId } = facts;
  if (participantId) await followThing(ctx, { thing: { kind: "idea", id }, participantId });
  return idea;
}

/** What an idea is about from now on, by the themes' slugs; unknown ones are left out. Inside a write. */
export async function setThemes(ctx: Ctx, ideaId: string, slugs: readonly string[]): Promise<void> {
  await ctx.db.delete(ideaThemes).where(eq(ideaThemes.ideaId, ideaId));
  if (slugs.length === 0) return;
  const rows = await ctx.db
    .select({ id: themes.id, into: themes.mergedIntoId })
    .from(themes)
    .where(inArray(themes.slug, [...slugs]));
  const ids = new Set(rows.map((one) => one.into ?? one.id));
  if (ids.size === 0) return;
  await ctx.db.insert(ideaThemes).values([...ids].map((themeId) => ({ ideaId, themeId })));
}

function firstState(board: BoardRow, form: IdeaForm, flags: readonly string[]): Keeping["state"] {
  if (board.asksLink && form.email) return "unconfirmed";
  return afterConfirming(board, flags, board.asksLink);
}

/** Where an idea goes once nothing has to be confirmed any more. */
export function afterConfirming(
  board: BoardRow,
  flags: readonly string[],
  withoutLink = false,
): "live" | "held" {
  return board.moderation === "before" || flags.length > 0 || withoutLink ? "held" : "live";
}

const toldOf = (idea: IdeaRow) =>
  idea.state === "live" ? "live" : idea.state === "unconfirmed" ? "confirm" : "held";

const stateOf = ({ state }: IdeaRow): Posted["state"] =>
  state === "unconfirmed" || state === "held" ? state : "live";

/** The first result of the same form, when it was sent before. */
async function sentBefore(ctx: Ctx, submission: string): Promise<Posted | null> {
  const [row] = await ctx.db.select().from(ideas).where(eq(ideas.submission, submission));
  return row ? { ok: true, id: row.id, slug: row.slug, state: stateOf(row) } : null;
}

function submissionOf(ctx: Ctx, board: BoardRow, given: string | undefined, form: IdeaForm): string | null {
  const id = given?.trim().slice(0, MOST.submissionId);
  return id ? keyed(ctx.secret, "idea", board.id, id, JSON.stringify(form)) : null;
}

function recordAuthor(ctx: Ctx, form: IdeaForm, neighbourhoodId: string | null, locale: string) {
  return recordParticipant(ctx, {
    name: form.name ?? "",
    preferredContact: "email",
    email: form.email,
    kind: "resident",
    neighbourhoodId,
    locale,
  });
}
