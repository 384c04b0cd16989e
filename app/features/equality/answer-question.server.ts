import { randomBytes } from "node:crypto";
import { equalityDrafts } from "~/db/tables/equality";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { dayOf, startOfDay } from "~/platform/london";
import { seal } from "~/platform/sealed.server";
import { EMPTY, type Problem, readStep, type Step, stepsOf } from "./answering";
import { may } from "./may";
import { listExtras, listPlaces } from "./read.server";
import { draftId, draftKey, findDraft } from "./read-draft.server";
import { type Collection, DRAFT_DAYS } from "./rules";

/** New drafts in one collection, by whomever: a number, and never who people are. */
const LIMIT: Limit = { name: "equality-drafts", most: 3000, minutes: 10 };

/** One page as it was sent. `code`: what the browser brings, or null; `back`: which button was pressed. */
export type PageSent = {
  collection: Collection;
  step: string;
  posted: Readonly<Record<string, string | string[] | undefined>>;
  move: { back: boolean; fromCheck: boolean };
  code: string | null;
};

/** Kept under `code`, and where to go (null: before the first page); or why not. */
export type PageKept =
  | { ok: true; code: string; next: Step | "check" | null }
  | { ok: false; reason: "wrong"; problem: Problem; fields?: undefined }
  | Refusal<"missing" | "too_many">;

/**
 * Keeps what somebody said about themselves on one page, sealed under a code that only their browser has.
 *
 * Daily totals: not even these, since nobody needs to know who was asked when.
 */
export async function answerQuestion(ctx: Ctx, input: PageSent): Promise<PageKept> {
  const { collection, posted, move } = input;
  const code = input.code ?? randomBytes(16).toString("base64url");
  const locks = [`equality-draft:${code}`];
  return write(ctx, { locks }, async (ctx): Promise<PageKept> => {
    if (!may.answer(ctx.actor)) return { ok: false, reason: "missing" };
    const found = await findDraft(ctx, collection, input.code);
    const draft = found ?? EMPTY;
    const extras = await listExtras(ctx);
    const step = stepsOf(draft, extras).find((one) => one === input.step);
    if (!step) return { ok: false, reason: "missing" };
    const places = (await listPlaces(ctx)).map(({ slug }) => slug);
    const read = readStep(step, posted, { draft, places, now: ctx.now });
    if (!read.ok && !move.back) return { ok: false, reason: "wrong", problem: read.problem };
    if (!found && !(await withinLimit(roundly(ctx), LIMIT, `${collection.kind}:${collection.id}`))) {
      return { ok: false, reason: "too_many" };
    }
    const after = read.ok ? read.draft : draft;
    const sealed = seal(draftKey(ctx, code), "equality-draft", JSON.stringify(after));
    const lastDay = dayOf(startOfDay(ctx.now, DRAFT_DAYS));
    await ctx.db
      .insert(equalityDrafts)
      .values({ id: draftId(ctx, collection, code), sealed, lastDay })
      .onConflictDoUpdate({ target: equalityDrafts.id, set: { sealed, lastDay } });
    return { ok: true, code, next: nextOf(stepsOf(after, extras), step, move, after.answers) };
  });
}

/** From the check, somebody comes back to it, by way of a question that the new answer has opened. */
function nextOf(
  steps: readonly Step[],
  step: Step,
  { back, fromCheck }: PageSent["move"],
  answers: Readonly<Record<string, string>>,
): Step | "check" | null {
  const here = steps.indexOf(step);
  if (back) return steps[here - 1] ?? null;
  const next = steps[here + 1] ?? "check";
  const isOpened = (next === "effect" || next === "background") && answers[next] === undefined;
  return fromCheck && !isOpened ? "check" : next;
}

/** The same ctx on the last whole ten minutes: what a limit notes must not be when somebody began. */
function roundly(ctx: Ctx): Ctx {
  const window = LIMIT.minutes * 60_000;
  return { ...ctx, now: new Date(Math.floor(ctx.now.getTime() / window) * window) };
}
