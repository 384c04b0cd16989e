import { z } from "zod";
import { findEventRow } from "~/features/events/read.server";
import { listNotes } from "~/features/events/read-notes.server";
import { addIdea } from "~/features/ideas/add-idea.server";
import { createBoard } from "~/features/ideas/create-board.server";
import { judgeAtOnce } from "~/features/ideas/judge-case.server";
import { loadSupports, type PastSupport } from "~/features/ideas/load-supports.server";
import { mergeIdeas } from "~/features/ideas/merge-ideas.server";
import { REMOVAL_REASONS } from "~/features/ideas/moderation";
import { postIdea } from "~/features/ideas/post-idea.server";
import { publishBoard } from "~/features/ideas/publish-board.server";
import { HOUSE_RULES, SUPPORTS } from "~/features/ideas/rules";
import type { Ctx } from "~/platform/context.server";
import { dayOf, startOfDay } from "~/platform/london";
import { type Chance, chance } from "./chance";
import { readDemo } from "./content.server";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter, london, momentsBetween } from "./timeline";

const idea = z.strictObject({
  title: z.string(),
  text: z.string(),
  in: z.string().optional(),
  about: z.array(z.string()).default([]),
  from: z.string().optional(),
  email: z.string().optional(),
  id: z.string().optional(),
  into: z.string().optional(),
  removed: z.enum(REMOVAL_REASONS).optional(),
  note: z.strictObject({ event: z.string(), begins: z.string() }).optional(),
});

const board = z.strictObject({
  slug: z.string(),
  title: z.string(),
  question: z.string(),
  decides: z.string(),
  canChange: z.string(),
  cannotChange: z.string(),
  support: z.enum(SUPPORTS),
  activity: z.string().nullable(),
  by: z.string(),
  agreement: z.boolean().default(false),
  opens: z.string().optional(),
  closes: z.string().optional(),
  opensDaysAgo: z.number().int().optional(),
  closesInDays: z.number().int().optional(),
  votes: z.number().int(),
  people: z.number().int(),
  ideas: z.array(idea),
});

const sheet = z.strictObject({
  totals: z.strictObject({
    ideas: z.number(),
    live: z.number(),
    merged: z.number(),
    removed: z.number(),
    votes: z.number(),
  }),
  boards: z.array(board),
});

/** The boards, what was posted to them, and what it must come to. */
export type IdeasSheet = z.output<typeof sheet>;
type BoardTold = IdeasSheet["boards"][number];
type IdeaTold = BoardTold["ideas"][number];

/** Reads and checks the boards. */
export function readIdeas(): IdeasSheet {
  return readDemo("ideas.yaml", sheet);
}

const DAY = 24;
/** Of a board that is open now, the last idea came so many days ago: the time in which an answer is due is over. */
const ANSWER_DUE_DAYS = 35;
const ANYONE = { kind: "anyone" } as const;

/** When a board opens, closes and was last written to. */
type Times = { opens: Date; closes: Date; lastIdea: Date; end: Date };

/** When a board of the sheet opens and closes, and until when people took part so far. */
export function timesOf(told: BoardTold, now: Date): Times {
  if (told.opens && told.closes) {
    const closes = london(told.closes);
    return { opens: london(told.opens), closes, lastIdea: hoursAfter(closes, -3 * DAY), end: closes };
  }
  const opens = hoursAfter(startOfDay(now, -(told.opensDaysAgo ?? 0)), 9);
  const closes = hoursAfter(startOfDay(now, told.closesInDays ?? 0), 17);
  return { opens, closes, lastIdea: startOfDay(now, -ANSWER_DUE_DAYS), end: hoursAfter(now, -26) };
}

/** When each idea of a board comes. The same luck as the board's, from its beginning. */
const momentsOf = (told: BoardTold, { opens, lastIdea }: Times, luck = chance(`ideas ${told.slug}`)) =>
  momentsBetween(luck, hoursAfter(opens, 1), lastIdea, told.ideas.length);

/** Every idea by its title, with the moment at which it comes. */
export function ideasByTitle({ boards }: IdeasSheet, now: Date): Map<string, { told: IdeaTold; at: Date }> {
  return new Map(
    boards.flatMap((board) => {
      const times = timesOf(board, now);
      const moments = momentsOf(board, times);
      return board.ideas.map((told, n) => [told.title, { told, at: moments[n] ?? times.lastIdea }] as const);
    }),
  );
}

/** The ids of ideas by their titles, as they come. */
export type IdeaIds = Map<string, string>;

/** Everything that has happened so far on the boards; writes down the id of each idea that comes. */
export function ideaActs({ boards }: IdeasSheet, cast: Cast, now: Date, ids: IdeaIds): Act[] {
  return boards.flatMap((told) => boardActs(told, cast, now, ids));
}

function boardActs(told: BoardTold, cast: Cast, now: Date, ids: IdeaIds): Act[] {
  const times = timesOf(told, now);
  const luck = chance(`ideas ${told.slug}`);
  const staff = (ctx: Ctx) => {
    const actor = cast.get(told.by);
    return actor ? as(ctx, actor) : ctx;
  };
  const made = { id: "" };
  const known = new Map<IdeaTold, { id: string; at: Date }>();
  const idOf = (one: IdeaTold) => known.get(one)?.id ?? "";
  const acts: Act[] = [
    { at: hoursAfter(times.opens, -4 * DAY), run: (ctx) => begin(staff(ctx), told, times, made) },
  ];
  const moments = momentsOf(told, times, luck);
  for (const [n, one] of told.ideas.entries()) {
    const at = moments[n] ?? times.lastIdea;
    acts.push({
      at,
      run: async (ctx) => {
        const id = await post(ctx, staff(ctx), told, one);
        known.set(one, { id, at });
        ids.set(one.title, id);
      },
    });
    const { removed } = one;
    if (removed) {
      acts.push({
        at: hoursAfter(at, 20),
        run: async (ctx) => {
          const subject = { kind: "idea" as const, id: idOf(one) };
          const typed = { decision: "remove", reason: removed };
          accepted(one.title, await judgeAtOnce(staff(ctx), { subject, typed }));
        },
      });
    }
  }
  for (const one of told.ideas.filter(({ into }) => into)) {
    const into = told.ideas.find(({ id }) => id === one.into);
    if (!into) throw new Error(`content/demo/ideas.yaml: there is no idea ${one.into}`);
    acts.push({
      at: hoursAfter(times.lastIdea, 2 * DAY),
      run: async (ctx) => {
        const typed = { into: idOf(into), reason: "Both ask for the same." };
        accepted(one.title, await mergeIdeas(staff(ctx), { id: idOf(one), typed }));
      },
    });
  }
  acts.push({
    at: times.end,
    run: (ctx) => loadSupports(ctx, { boardId: made.id, supports: supportsOf(told, times.end, known, luck) }),
  });
  return acts;
}

async function begin(ctx: Ctx, told: BoardTold, { opens, closes }: Times, made: { id: string }) {
  const { slug, title, question, decides, canChange, cannotChange, support, activity } = told;
  const typed = {
    ...{ title, question, decides, canChange, cannotChange, support },
    houseRules: HOUSE_RULES,
    points: "",
    moderation: "after",
    findsAgreement: told.agreement ? "yes" : "",
    activity: activity ?? "",
    opensDay: dayOf(opens),
    opensClock: "09:00",
    closesDay: dayOf(closes),
    closesClock: "17:00",
  };
  made.id = accepted(`the board ${slug}`, await createBoard(ctx, { typed, slug })).id;
  accepted(`publishing ${slug}`, await publishBoard(ctx, { slug }));
}

/** Somebody posts an idea, or staff carry one here from a note of an event. */
async function post(ctx: Ctx, staff: Ctx, told: BoardTold, one: IdeaTold): Promise<string> {
  const typed = {
    title: one.title,
    text: one.text,
    neighbourhood: one.in ?? "",
    themes: one.about,
    name: one.from ?? "",
    email: one.email ?? "",
  };
  if (one.note) {
    const noteId = await findNoteId(ctx, one.note);
    return accepted(one.title, await addIdea(staff, { board: told.slug, typed, noteId })).id;
  }
  const posting = { board: told.slug, typed, locale: "en", limitBy: null };
  const posted = accepted(one.title, await postIdea(as(ctx, ANYONE), posting));
  if (posted.state !== "live" && !one.removed) {
    throw new Error(`content/demo/ideas.yaml: a person would have to read “${one.title}” first`);
  }
  return posted.id;
}

async function findNoteId(
  ctx: Ctx,
  { event: slug, begins }: { event: string; begins: string },
): Promise<string> {
  const event = await findEventRow(ctx, { slug });
  let after: string | undefined;
  while (event) {
    const page = await listNotes(ctx, event.id, { view: "all", question: "priority", after });
    const found = page.notes.find((note) => note.text.startsWith(begins));
    if (found) return found.id;
    if (!page.next) break;
    after = page.next;
  }
  throw new Error(`content/demo/ideas.yaml: no note of ${slug} begins with “${begins}”`);
}

/**
 * Who supported what: each shown idea has its share of the votes, by different people. Of one that others went into,
 * some gave theirs to those, and some to both: together they are still its share.
 */
function supportsOf(
  told: BoardTold,
  end: Date,
  known: ReadonlyMap<IdeaTold, { id: string; at: Date }>,
  luck: Chance,
): PastSupport[] {
  const people = Array.from({ length: told.people }, (_, n) => `${told.slug} ${n}`);
  const shown = told.ideas.filter((one) => !one.into && !one.removed);
  const shares = sharesOf(told.votes, shown, told.people, luck);
  return shown.flatMap((one) => {
    const crowd = luck.shuffled(people).slice(0, shares.get(one) ?? 0);
    const parts = told.ideas.filter(({ into }) => into && into === one.id);
    return crowd.flatMap((who) => {
      const part = parts.length > 0 && luck.percent(40) ? luck.pick(parts) : null;
      const both = part !== null && luck.percent(30);
      const chosen = part === null ? [one] : both ? [one, part] : [part];
      return chosen.flatMap((each) => {
        const posted = known.get(each);
        if (!posted) return [];
        const span = end.getTime() - posted.at.getTime();
        const at = new Date(posted.at.getTime() + luck.next() ** 2 * span);
        return [{ ideaId: posted.id, who, at }];
      });
    });
  });
}

/** So many votes over so many ideas: few have many, most have some, and together they are exactly as many. */
function sharesOf(
  votes: number,
  shown: readonly IdeaTold[],
  most: number,
  luck: Chance,
): Map<IdeaTold, number> {
  const weights = shown.map(() => 0.25 + 1 / (0.18 + luck.next()));
  const all = weights.reduce((sum, one) => sum + one, 0);
  const shares = weights.map((weight) => Math.min(most, Math.floor((votes * weight) / all)));
  let rest = votes - shares.reduce((sum, one) => sum + one, 0);
  for (let n = 0; rest > 0; n = (n + 1) % shares.length, rest -= 1) shares[n] = (shares[n] ?? 0) + 1;
  return new Map(shown.map((one, n) => [one, shares[n] ?? 0]));
}
