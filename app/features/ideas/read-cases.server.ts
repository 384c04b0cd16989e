import { and, asc, count, desc, eq, gt, inArray, or, type SQL } from "drizzle-orm";
import { ideaBoards, ideas } from "~/db/tables/ideas";
import { ideaComments, ideaReports } from "~/db/tables/ideas-comments";
import { ideaCases } from "~/db/tables/ideas-moderation";
import { participants } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import { idInLink, provesLink, secretLink } from "~/platform/secret-links.server";
import { may, reachOf } from "./may";
import type { Subject } from "./open-case.server";
import type { BoardRow } from "./read.server";

/** A case's row. */
export type CaseRow = typeof ideaCases.$inferSelect;

/** A case with its board, whoever asks; for verbs. */
export async function findCaseRow(ctx: Ctx, id: string): Promise<{ case: CaseRow; board: BoardRow } | null> {
  const [row] = await ctx.db
    .select({ case: ideaCases, board: ideaBoards })
    .from(ideaCases)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideaCases.boardId))
    .where(eq(ideaCases.id, id));
  return row ?? null;
}

/** Words that somebody wrote, and all that has to be known to judge them. */
export type Words = {
  subject: Subject;
  board: BoardRow;
  ideaId: string;
  idea: { slug: string; title: string; state: string; commentsPaused: boolean };
  state: string;
  text: string;
  shownName: string | null;
  locale: string;
  participantId: string | null;
  createdAt: Date;
  openCase: CaseRow | null;
};

/** An idea or a comment, whatever became of it; for verbs and for those who judge. */
export async function findSubject(ctx: Ctx, subject: Subject): Promise<Words | null> {
  const found = await (subject.kind === "idea"
    ? findIdeaWords(ctx, subject)
    : findCommentWords(ctx, subject));
  if (!found) return null;
  const [openCase] = await ctx.db
    .select()
    .from(ideaCases)
    .where(and(ofSubject(subject), eq(ideaCases.state, "open")));
  return { ...found, openCase: openCase ?? null };
}

const ofSubject = ({ kind, id }: Subject) =>
  and(eq(ideaCases.subjectKind, kind), eq(ideaCases.subjectId, id));

const shortIdea = {
  slug: ideas.slug,
  title: ideas.title,
  state: ideas.state,
  commentsPaused: ideas.commentsPaused,
};

async function findIdeaWords(ctx: Ctx, subject: Subject) {
  const [row] = await ctx.db
    .select({ words: ideas, board: ideaBoards, idea: shortIdea })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(eq(ideas.id, subject.id));
  if (!row) return null;
  const { state, text, shownName, locale, participantId, createdAt } = row.words;
  return {
    ...{ subject, board: row.board, ideaId: row.words.id, idea: row.idea },
    ...{ state, text, shownName, locale, participantId, createdAt },
  };
}

async function findCommentWords(ctx: Ctx, subject: Subject) {
  const [row] = await ctx.db
    .select({ words: ideaComments, board: ideaBoards, idea: shortIdea })
    .from(ideaComments)
    .innerJoin(ideas, eq(ideas.id, ideaComments.ideaId))
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(eq(ideaComments.id, subject.id));
  if (!row) return null;
  const { state, text, shownName, locale, createdAt, ideaId } = row.words;
  return {
    ...{ subject, board: row.board, ideaId, idea: row.idea },
    ...{ state, text, shownName, locale, participantId: null, createdAt },
  };
}

/** The secret part of the address at which somebody sees what became of what they wrote. */
export const ownLink = (ctx: Ctx, subjectId: string) => secretLink(ctx.secret, "own_words", subjectId, 1);

/** What somebody wrote, by their own link, with what was decided about it last; null for any other link. */
export async function findOwnWords(ctx: Ctx, link: string) {
  const id = idInLink(link);
  if (!id || !provesLink(ctx.secret, link, "own_words", id, 1)) return null;
  const words =
    (await findSubject(ctx, { kind: "idea", id })) ?? (await findSubject(ctx, { kind: "comment", id }));
  if (!words) return null;
  const [last] = await ctx.db
    .select()
    .from(ideaCases)
    .where(ofSubject(words.subject))
    .orderBy(desc(ideaCases.openedAt), desc(ideaCases.id))
    .limit(1);
  return { ...words, last: last ?? null };
}

/** What a list of cases shows. */
export const CASE_VIEWS = ["waiting", "appeals", "removed"] as const;
/** One of them. */
export type CaseView = (typeof CASE_VIEWS)[number];

/** So many cases to a page. */
const PAGE = 20;

/** A case in a list: whose words, how they begin, and since when it waits. */
export type ListedCase = {
  id: string;
  case: CaseRow;
  board: string;
  idea: string;
  begins: string;
  reports: number;
};

/** Cases on the boards that the actor judges: what is most urgent first, then the oldest; the newest removals first. */
export async function listCases(ctx: Ctx, view: CaseView, after?: string) {
  const start = after ? await findCaseRow(ctx, after) : null;
  const rows = await ctx.db
    .select({ case: ideaCases, board: ideaBoards.title, idea: ideas.title, ideaText: ideas.text })
    .from(ideaCases)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideaCases.boardId))
    .innerJoin(ideas, eq(ideas.id, ideaCases.ideaId))
    .where(and(inView(view), judged(ctx), start ? behind(view, start.case) : undefined))
    .orderBy(...orderOf(view))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const comments = await textsOf(ctx, page);
  const reports = await reportsOf(ctx, page);
  const cases = page.map(({ case: one, board, idea, ideaText }): ListedCase => {
    const words = one.subjectKind === "idea" ? ideaText : (comments.get(one.subjectId) ?? "");
    return { id: one.id, case: one, board, idea, begins: words, reports: reports.get(one.subjectId) ?? 0 };
  });
  return { cases, more: rows.length > PAGE ? (page.at(-1)?.case.id ?? null) : null };
}

const inView = (view: CaseView) =>
  view === "waiting"
    ? eq(ideaCases.state, "open")
    : view === "appeals"
      ? eq(ideaCases.appealState, "waiting")
      : eq(ideaCases.state, "removed");

/** Worries go first; both engines sort false before true. */
const orderOf = (view: CaseView) =>
  view === "removed"
    ? [desc(ideaCases.openedAt), desc(ideaCases.id)]
    : [desc(ideaCases.isWorrying), asc(ideaCases.openedAt), asc(ideaCases.id)];

function behind(view: CaseView, last: CaseRow): SQL | undefined {
  if (view === "removed") return undefined;
  const later = or(
    gt(ideaCases.openedAt, last.openedAt),
    and(eq(ideaCases.openedAt, last.openedAt), gt(ideaCases.id, last.id)),
  );
  const same = and(eq(ideaCases.isWorrying, last.isWorrying), later);
  return last.isWorrying ? or(eq(ideaCases.isWorrying, false), same) : same;
}

function judged(ctx: Ctx): SQL | undefined {
  const reach = reachOf(ctx.actor, "judge");
  return reach === "all" ? undefined : inArray(ideaBoards.neighbourhoodId, reach);
}

async function textsOf(ctx: Ctx, rows: readonly { case: CaseRow }[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => (row.case.subjectKind === "comment" ? [row.case.subjectId] : []));
  if (ids.length === 0) return new Map();
  const found = await ctx.db
    .select({ id: ideaComments.id, text: ideaComments.text })
    .from(ideaComments)
    .where(inArray(ideaComments.id, ids));
  return new Map(found.map(({ id, text }) => [id, text]));
}

async function reportsOf(ctx: Ctx, rows: readonly { case: CaseRow }[]): Promise<Map<string, number>> {
  const ids = rows.map((row) => row.case.subjectId);
  if (ids.length === 0) return new Map();
  const found = await ctx.db
    .select({ id: ideaReports.subjectId, n: count() })
    .from(ideaReports)
    .where(and(inArray(ideaReports.subjectId, ids), eq(ideaReports.isOpen, true)))
    .groupBy(ideaReports.subjectId);
  return new Map(found.map(({ id, n }) => [id, n]));
}

/** How much waits on the boards that the actor judges. */
export async function countCases(ctx: Ctx): Promise<{ waiting: number; worrying: number; appeals: number }> {
  const rows = await ctx.db
    .select({ state: ideaCases.state, isWorrying: ideaCases.isWorrying, n: count() })
    .from(ideaCases)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideaCases.boardId))
    .where(and(or(eq(ideaCases.state, "open"), eq(ideaCases.appealState, "waiting")), judged(ctx)))
    .groupBy(ideaCases.state, ideaCases.isWorrying);
  const sum = (which: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(which).reduce((all, { n }) => all + n, 0);
  return {
    waiting: sum(({ state }) => state === "open"),
    worrying: sum(({ state, isWorrying }) => state === "open" && isWorrying),
    appeals: sum(({ state }) => state !== "open"),
  };
}

/** One case as a moderator reads it, or null for whom it is not. Words, reports, and what was decided before. */
export async function findCase(ctx: Ctx, id: string) {
  const found = await findCaseRow(ctx, id);
  if (!found || !may.read(ctx.actor, found.board) || !may.judge(ctx.actor, found.board)) return null;
  const subject: Subject = { kind: found.case.subjectKind, id: found.case.subjectId };
  const words = await findSubject(ctx, subject);
  if (!words) return null;
  const reports = await ctx.db
    .select({ reason: ideaReports.reason, n: count() })
    .from(ideaReports)
    .where(and(eq(ideaReports.subjectKind, subject.kind), eq(ideaReports.subjectId, subject.id)))
    .groupBy(ideaReports.reason);
  const before = await ctx.db
    .select()
    .from(ideaCases)
    .where(ofSubject(subject))
    .orderBy(desc(ideaCases.openedAt), desc(ideaCases.id));
  return { ...found, words, reports, before: before.filter((one) => one.id !== id) };
}

/** Who wrote an idea, where they left a way to be reached. */
export async function findAuthor(ctx: Ctx, participantId: string) {
  const [author] = await ctx.db.select().from(participants).where(eq(participants.id, participantId));
  return author ?? null;
}
