import type { Ctx, Refusal } from "~/platform/context.server";
import { type Draft, EMPTY, keptOf, readStep, type Step, stepsOf } from "./answering";
import { groupOf, PREFER_NOT, QUESTIONS } from "./code-lists";
import { keepEquality } from "./keep-equality.server";
import { may } from "./may";
import { listExtras, listPlaces } from "./read.server";
import type { Collection } from "./rules";

type Posted = Readonly<Record<string, string | string[] | undefined>>;

const WRONG = {
  year: "Enter a year of birth in figures, such as 1958, or leave it empty",
  one: "Either a year of birth, or “Prefer not to say”",
  not_offered: "Choose one of the answers",
} as const;

/**
 * Keeps what stands on one sheet about a person, as staff type it from top to bottom. What does not follow from the
 * answer before it is left out (a background of another group). Refuses years that nobody was born in.
 *
 * Daily totals: not even these; see `keepEquality`.
 */
export async function typeBlock(
  ctx: Ctx,
  { collection, posted }: { collection: Collection; posted: Posted },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed">> {
  if (!may.enter(ctx.actor)) return { ok: false, reason: "not_allowed" };
  const extras = await listExtras(ctx);
  const places = (await listPlaces(ctx)).map(({ slug }) => slug);
  const fields: Record<string, string[]> = {};
  let draft: Draft = EMPTY;
  for (const step of ["place", ...QUESTIONS] satisfies Step[]) {
    if (!stepsOf(draft, extras).includes(step)) continue;
    const read = readStep(step, withGroup(posted), { draft, places, now: ctx.now });
    if (read.ok) draft = read.draft;
    else fields[step] = [WRONG[read.problem]];
  }
  if (Object.keys(fields).length > 0) return { ok: false, reason: "invalid", fields };
  return keepEquality(ctx, collection, [{ place: draft.place, answers: keptOf(draft, extras) }]);
}

/** On paper the background alone is ticked: it says the group. */
function withGroup(posted: Posted): Posted {
  const background = String([posted.background ?? ""].flat()[0]);
  if (posted.ethnicity || background === "") return posted;
  return { ...posted, ethnicity: background === PREFER_NOT ? PREFER_NOT : groupOf(background) };
}
