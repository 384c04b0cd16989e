import { z } from "zod";
import { addStatement } from "~/features/ideas/add-statement.server";
import { appealJudged, appealRemoval } from "~/features/ideas/appeal-removal.server";
import { arrangeTurn } from "~/features/ideas/arrange-turn.server";
import { checkStatement } from "~/features/ideas/check-statement.server";
import { commentIdea } from "~/features/ideas/comment-idea.server";
import { loadComments, type PastComment } from "~/features/ideas/load-comments.server";
import { markMany } from "~/features/ideas/mark-statement.server";
import { findBoardRow, type IdeaRow, listIdeaThemes, listShownOf } from "~/features/ideas/read.server";
import { listCases, ownLink } from "~/features/ideas/read-cases.server";
import { listComments } from "~/features/ideas/read-comments.server";
import { listStatements } from "~/features/ideas/read-statements.server";
import { refreshAgreement } from "~/features/ideas/refresh-agreement.server";
import { reportWords } from "~/features/ideas/report-words.server";
import { ROLE_FACTS } from "~/features/people/roles";
import type { Ctx } from "~/platform/context.server";
import { dayOf, startOfDay } from "~/platform/london";
import { chance } from "./chance";
import { readDemo } from "./content.server";
import { type IdeasSheet, timesOf } from "./ideas.server";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter } from "./timeline";

const slug = z.string().regex(/^[a-z0-9-]+$/);
const sentences = z.array(z.string().min(1));

const sheet = z.strictObject({
  totals: z.strictObject({
    comments: z.number(),
    statements: z.number(),
    people: z.number(),
    groups: z.number(),
  }),
  comments: z.record(slug, z.number().int()),
  about: z.record(slug, sentences),
  anything: sentences,
  staff: sentences,
  names: sentences,
  rota: z.array(z.strictObject({ account: slug, part: z.enum(["lead", "cover"]), role: z.string() })),
  appeal: z.strictObject({
    board: slug,
    title: z.string(),
    words: z.string(),
    decides: slug,
    decision: z.enum(["kept", "granted"]),
  }),
  report: z.strictObject({ board: slug, reason: z.string() }),
  waiting: z.strictObject({ board: slug, title: z.string(), words: z.string() }),
  camps: z.array(z.number().int()).length(3),
  scattered: z.number().int(),
  statements: z.array(z.strictObject({ text: z.string(), said: z.string().regex(/^[adpm]{3}$/) })),
});

/** What people said about ideas and statements, and what was done about words that should not stand there. */
export type TalkSheet = z.output<typeof sheet>;

/** Reads and checks it. */
export function readTalk(): TalkSheet {
  return readDemo("talk.yaml", sheet);
}

/** Of a hundred comments, so many have a name beside them, and so many say two things. */
const NAMED = 55;
const LONGER = 55;
/** So many ideas of a board are answered by somebody of the team. */
const BY_STAFF = 4;
/** Of a hundred marks, so many are other than their camp's. */
const SLIPS = 22;
const ANYONE = { kind: "anyone" } as const;

/** Everything that was said about the ideas so far. */
export function talkActs(told: TalkSheet, ideas: IdeasSheet, cast: Cast, now: Date): Act[] {
  const by = (account: string) => (ctx: Ctx) => {
    const actor = cast.get(account);
    if (!actor) throw new Error(`content/demo/talk.yaml: there is nobody called ${account}`);
    return as(ctx, actor);
  };
  const boards = ideas.boards.map((board) => ({ board, times: timesOf(board, now) }));
  const first = boards[0]?.times.opens ?? now;
  const open = boards.find(({ board }) => board.slug === told.report.board);
  const lately = hoursAfter(now, -25);
  const ended = (name: string) => boards.find(({ board }) => board.slug === name)?.times.end ?? now;
  return [
    { at: hoursAfter(first, -24), run: (ctx) => putOnRota(ctx, told, cast, by, now) },
    ...boards.map(({ board, times }) => ({
      at: hoursAfter(times.end, 0.5),
      run: (ctx: Ctx) => say(ctx, told, board.slug, cast, times),
    })),
    { at: hoursAfter(ended(told.appeal.board), 2), run: (ctx) => appeal(ctx, told, by) },
    { at: hoursAfter(ended(told.appeal.board), 28), run: (ctx) => lookAgain(ctx, told, by) },
    {
      at: hoursAfter(open?.times.opens ?? now, 30),
      run: (ctx) => writeStatements(by("helen-pike")(ctx), by("bryn-castle")(ctx), told),
    },
    { at: hoursAfter(lately, -1), run: (ctx) => mark(ctx, told) },
    { at: lately, run: (ctx) => agree(ctx, told) },
    { at: hoursAfter(now, -9), run: (ctx) => report(as(ctx, ANYONE), told) },
    { at: hoursAfter(now, -6), run: (ctx) => wait(as(ctx, ANYONE), told) },
  ];
}

type By = (account: string) => (ctx: Ctx) => Ctx;

async function putOnRota(ctx: Ctx, told: TalkSheet, cast: Cast, by: By, now: Date): Promise<void> {
  for (const { account, part, role } of told.rota) {
    const actor = cast.get(account);
    const id = actor?.kind === "account" ? actor.id : "";
    const typed = { account: id, part, role, fromDay: dayOf(ctx.now), toDay: dayOf(startOfDay(now, 120)) };
    accepted(`the turn of ${account}`, await arrangeTurn(by("helen-pike")(ctx), { typed }));
  }
}

async function getBoardId(ctx: Ctx, board: string): Promise<string> {
  const found = await findBoardRow(ctx, { slug: board });
  if (!found) throw new Error(`content/demo/talk.yaml: there is no board ${board}`);
  return found.id;
}

/** So many comments under the ideas of a board: more under some than under others, and none twice under one. */
async function say(
  ctx: Ctx,
  told: TalkSheet,
  board: string,
  cast: Cast,
  { opens, end }: { opens: Date; end: Date },
): Promise<void> {
  const luck = chance(`talk ${board}`);
  const boardId = await getBoardId(ctx, board);
  const shown = await listShownOf(ctx, boardId);
  const about = await listIdeaThemes(
    ctx,
    shown.map(({ id }) => id),
  );
  const helen = cast.get("helen-pike");
  const account = helen?.kind === "account" ? helen : null;
  const said = new Map<string, Set<string>>();
  const comments: PastComment[] = [];
  const weights = shown.map((idea) => ({ idea, weight: 0.15 + luck.next() ** 3 * 3 }));
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0);
  const pick = (): IdeaRow => {
    let left = luck.next() * whole;
    const found = weights.find(({ weight }) => {
      left -= weight;
      return left < 0;
    });
    return (found ?? weights[0])?.idea as IdeaRow;
  };
  const wanted = told.comments[board] ?? 0;
  while (comments.length < wanted) {
    const idea = pick();
    const byStaff = account !== null && comments.length < BY_STAFF;
    const own = (about.get(idea.id) ?? []).flatMap(({ slug: theme }) => told.about[theme] ?? []);
    const sentence = byStaff
      ? (told.staff[comments.length] ?? "")
      : luck.pick(luck.percent(70) && own.length > 0 ? own : told.anything);
    const spent = said.get(idea.id) ?? new Set();
    if (spent.has(sentence)) continue;
    const more = luck.pick(told.anything);
    const isLonger = !byStaff && luck.percent(LONGER) && sentence !== more && !spent.has(more);
    said.set(idea.id, new Set([...spent, sentence, ...(isLonger ? [more] : [])]));
    const from = Math.max(idea.createdAt.getTime(), opens.getTime());
    comments.push({
      ideaId: idea.id,
      text: isLonger ? `${sentence} ${more}` : sentence,
      shownName: byStaff ? account.name : luck.percent(NAMED) ? luck.pick(told.names) : null,
      by: byStaff ? { accountId: account.id, badge: ROLE_FACTS.engagement_lead.label } : null,
      at: new Date(from + (0.05 + 0.9 * luck.next()) * (end.getTime() - from)),
    });
  }
  await loadComments(ctx, { boardId, comments });
}

/** The author of a removed idea asks for a second look, and somebody else decides. */
async function appeal(ctx: Ctx, told: TalkSheet, by: By): Promise<void> {
  const { title, words, decides } = told.appeal;
  const { cases } = await listCases(by(decides)(ctx), "removed");
  const found = cases.find((one) => one.case.subjectKind === "idea" && one.idea === title);
  if (!found) throw new Error(`content/demo/talk.yaml: “${title}” was not removed`);
  const link = ownLink(ctx, found.case.subjectId);
  accepted("the appeal", await appealRemoval(as(ctx, ANYONE), { link, typed: { appeal: words } }));
}

/** Somebody else than who took it out looks again, a day later. */
async function lookAgain(ctx: Ctx, told: TalkSheet, by: By): Promise<void> {
  const { title, decides, decision } = told.appeal;
  const { cases } = await listCases(by(decides)(ctx), "appeals");
  const found = cases.find((one) => one.idea === title);
  if (!found) throw new Error(`content/demo/talk.yaml: nobody appealed about “${title}”`);
  accepted(
    "the second look",
    await appealJudged(by(decides)(ctx), { id: found.case.id, typed: { decision } }),
  );
}

async function writeStatements(helen: Ctx, bryn: Ctx, told: TalkSheet): Promise<void> {
  for (const { text } of told.statements) {
    const added = accepted(text, await addStatement(helen, { board: told.report.board, typed: { text } }));
    accepted(text, await checkStatement(bryn, { id: added.id, to: "shown" }));
  }
}

/** Each camp marks as it sees things, with slips; some people mark a few statements and go. */
async function mark(ctx: Ctx, told: TalkSheet): Promise<void> {
  const luck = chance("marks");
  const boardId = await getBoardId(ctx, told.report.board);
  const ids = new Map((await listStatements(ctx, boardId, "shown")).map(({ id, text }) => [text, id]));
  const marks = ["agree", "disagree", "pass"] as const;
  const seen = { a: "agree", d: "disagree", p: "pass" } as const;
  const people = told.camps.flatMap((size, camp) => Array.from({ length: size }, () => camp));
  const rows = people.flatMap((camp, n) =>
    told.statements.flatMap(({ text, said }) => {
      if (luck.percent(4)) return [];
      const view = said[camp] as keyof typeof seen | "m";
      const mark = view === "m" || luck.percent(SLIPS) ? luck.pick(marks) : seen[view];
      return [{ statement: ids.get(text) ?? "", device: `camp ${n}`, mark }];
    }),
  );
  const few = Array.from({ length: told.scattered }, (_, n) => n).flatMap((n) =>
    told.statements.slice(0, 3).map(({ text }) => ({
      ...{ statement: ids.get(text) ?? "", device: `passer-by ${n}`, mark: luck.pick(marks) },
    })),
  );
  await markMany(ctx, { boardId, marks: [...rows, ...few] });
}

async function agree(ctx: Ctx, told: TalkSheet): Promise<void> {
  const { outcome } = await refreshAgreement(ctx, { boardId: await getBoardId(ctx, told.report.board) });
  if (outcome !== "new") throw new Error(`content/demo/talk.yaml: no agreement is shown (${outcome})`);
}

/** Somebody reports the first comment of the board, and nobody has looked at it yet. */
async function report(ctx: Ctx, told: TalkSheet): Promise<void> {
  const { board, reason } = told.report;
  for (const idea of await listShownOf(ctx, await getBoardId(ctx, board))) {
    const [comment] = (await listComments(ctx, idea.id)).comments;
    if (!comment) continue;
    const reporting = { board, idea: idea.slug, comment: comment.id, typed: { reason } };
    accepted("a report", await reportWords(ctx, { ...reporting, device: "demo", limitBy: null }));
    return;
  }
}

/** Somebody names a person in a comment, which waits to be read. */
async function wait(ctx: Ctx, told: TalkSheet): Promise<void> {
  const { board, title, words } = told.waiting;
  const idea = (await listShownOf(ctx, await getBoardId(ctx, board))).find((one) => one.title === title);
  if (!idea) throw new Error(`content/demo/talk.yaml: there is no idea “${title}”`);
  const saying = { board, idea: idea.slug, typed: { text: words }, locale: "en", limitBy: null };
  const { state } = accepted("a comment", await commentIdea(ctx, saying));
  if (state !== "held") throw new Error("content/demo/talk.yaml: that comment waits for nobody");
}
