import { closeScoring } from "~/features/appraisals/close-scoring.server";
import { createAppraisal } from "~/features/appraisals/create-appraisal.server";
import { openScoring } from "~/features/appraisals/open-scoring.server";
import { putOption } from "~/features/appraisals/put-option.server";
import { putScores } from "~/features/appraisals/put-scores.server";
import { setCriteria } from "~/features/appraisals/set-criteria.server";
import { asSystem, type Ctx } from "~/platform/context.server";
import type { Typed } from "~/ui/typed";
import { asAnyone } from "./factories";

/** What staff type to begin an appraisal; names may be replaced. */
export const appraisalTyped = (change: Typed = {}): Typed => ({
  question: "Where should the drop-in be?",
  summary: "The drop-in needs a new home from the spring.",
  stage: "short_list",
  method: "Everybody in the hall scored each place by each criterion.",
  neighbourhood: "",
  place: "Wharf Hall",
  heldDay: "2026-06-01",
  decider: "Programme board",
  decisionDueDay: "2026-07-01",
  nextStep: "The board decides on 1 July.",
  nextStepDay: "2026-07-01",
  ...change,
});

/** What staff type to add an option. */
export const optionTyped = (title: string, change: Typed = {}): Typed => ({
  title,
  summary: `The drop-in would be in the ${title.toLowerCase()}.`,
  pros: "People know it",
  cons: "It is small",
  risks: "The lease ends in two years",
  cost: "known",
  costLow: "12,000",
  costHigh: "15,000",
  costNote: "a year, for rent and heating",
  costExpectedDay: "",
  ...change,
});

/** What staff type to set three criteria. */
export const criteriaTyped = (change: Typed = {}): Typed => ({
  "label-1": "Easy to reach",
  "description-1": "By bus and with a wheelchair",
  "weight-1": "50",
  "label-2": "Welcoming",
  "description-2": "People who do not know us dare to come in",
  "weight-2": "30",
  "label-3": "Costs little",
  "description-3": "Money that is left goes into support",
  "weight-3": "20",
  agreedBy: "Twelve people of the planning group",
  agreedDay: "2026-05-20",
  agreedHow: "Each shared out 100 points; the means were talked about and rounded.",
  ...change,
});

function done<T extends { ok: boolean }>(what: string, answer: T): Extract<T, { ok: true }> {
  if (!answer.ok) throw new Error(`${what}: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { ok: true }>;
}

/** An appraisal with three options and three criteria, as far as wanted. Returns its address and the code on the wall. */
export async function anAppraisal(
  ctx: Ctx,
  { stage = "scoring", ...typed }: Typed & { stage?: "draft" | "scoring" } = {},
): Promise<{ id: string; slug: string; code: string }> {
  const house = asSystem(ctx, "tests");
  const { id, slug } = done("draft", await createAppraisal(house, { typed: appraisalTyped(typed) }));
  for (const title of ["Library", "Church hall", "Old shop"])
    done(title, await putOption(house, { slug, id: null, typed: optionTyped(title) }));
  done("criteria", await setCriteria(house, { slug, typed: criteriaTyped() }));
  if (stage === "draft") return { id, slug, code: "" };
  return { id, slug, code: done("open", await openScoring(house, { slug })).code };
}

/** Nine scores in one word (`"543 210 -55"` leaves one out), as a phone sends them. */
export const scoresTyped = (kind: string, word: string, first = "", could: string[] = []): Typed => {
  const typed: Typed = { kind, first, could };
  const rows = word.split(" ");
  for (const [at, row] of rows.entries())
    for (const [n, score] of [...row].entries()) {
      if (score !== "-") typed[`${"ABC"[at]}-${n + 1}`] = score;
    }
  return typed;
};

let phones = 0;

/** Somebody scores on a phone of their own. */
export async function scored(ctx: Ctx, code: string, typed: Typed): Promise<void> {
  phones += 1;
  const put = { code, typed, token: `phone-${phones}`, limitBy: null };
  done("scores", await putScores(asAnyone(ctx), put));
}

/** An appraisal whose scoring is over. */
export async function aClosedAppraisal(ctx: Ctx, sheets: readonly Typed[], typed: Typed = {}) {
  const made = await anAppraisal(ctx, typed);
  for (const sheet of sheets) await scored(ctx, made.code, sheet);
  done("close", await closeScoring(asSystem(ctx, "tests"), { slug: made.slug }));
  return made;
}
