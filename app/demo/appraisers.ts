import { fieldOf, KINDS, type Kind, letterOf, MOST } from "~/features/appraisals/rules";
import type { AppraisalTold } from "./appraisal-sheet";
import { chance } from "./chance";

/** What kinds of people think better or worse of than the mean, by option: residents of what they know, staff of what works. */
const LEANING: Record<Kind, readonly number[]> = {
  resident: [-0.2, 0.4, 0, -0.3],
  voluntary: [0, 0.2, 0, -0.2],
  staff: [0.3, -0.7, 0.1, 0.6],
};

/** A form as it is typed. */
export type Typed = Record<string, string | string[]>;

type Somebody = { kind: Kind; first: number; scores: (number | null)[][] };

/**
 * What everybody in the room gave, as phones send it: whole scores whose means are exactly those of the sheet, and
 * preferences that add up to its numbers. The same in every load.
 */
export function appraisersOf(told: AppraisalTold): Typed[] {
  const luck = chance(`appraisers of ${told.slug}`);
  const people: Somebody[] = KINDS.flatMap((kind) =>
    told.first[kind].flatMap((many, option) =>
      Array.from({ length: many }, () => ({ kind, first: option, scores: told.options.map(() => []) })),
    ),
  );
  for (const [option, { means }] of told.options.entries()) {
    for (const [criterion, mean] of means.entries()) {
      const isLast = option === told.options.length - 1 && criterion === means.length - 1;
      const scoring = isLast ? luck.shuffled(people).slice(told.partial) : people;
      const scores = scoring.map(({ kind, first }) => {
        const leaning = (LEANING[kind][option] ?? 0) + (first === option ? 0.5 : 0);
        return within(mean + leaning + 2.4 * (luck.next() - 0.5));
      });
      settle(scores, Math.round(mean * scores.length), () => Math.floor(luck.next() * scores.length));
      for (const somebody of people) (somebody.scores[option] as (number | null)[])[criterion] = null;
      for (const [at, somebody] of scoring.entries())
        (somebody.scores[option] as (number | null)[])[criterion] = scores[at] ?? null;
    }
  }
  const live = couldLive(told, people);
  return luck
    .shuffled(people.map((_, at) => at))
    .map((at) => typedBy(people[at] as Somebody, at, told, live));
}

const within = (score: number) => Math.min(MOST, Math.max(0, Math.round(score)));

/** Moves scores up or down by one, here and there, until they add up to what the mean needs. */
function settle(scores: number[], sum: number, somewhere: () => number): void {
  let short = sum - scores.reduce((total, score) => total + score, 0);
  while (short !== 0) {
    const at = somewhere();
    const next = (scores[at] ?? 0) + Math.sign(short);
    if (next < 0 || next > MOST) continue;
    scores[at] = next;
    short -= Math.sign(short);
  }
}

/** Who could live with which option: those who chose it first, and those who scored it highest. */
function couldLive(told: AppraisalTold, people: readonly Somebody[]): Set<number>[] {
  return told.could.map((many, option) => {
    const total = (somebody: Somebody) =>
      (somebody.scores[option] ?? []).reduce<number>((sum, score) => sum + (score ?? 0), 0) +
      (somebody.first === option ? 100 : 0);
    const inOrder = people
      .map((somebody, at) => ({ at, total: total(somebody) }))
      .sort((a, b) => b.total - a.total || a.at - b.at);
    return new Set(inOrder.slice(0, many).map(({ at }) => at));
  });
}

function typedBy(somebody: Somebody, at: number, told: AppraisalTold, live: readonly Set<number>[]): Typed {
  const typed: Typed = { kind: somebody.kind, first: letterOf(somebody.first + 1) };
  for (const [option, scores] of somebody.scores.entries()) {
    for (const [criterion, score] of scores.entries()) {
      const name = fieldOf({ position: option + 1 }, { position: criterion + 1 });
      if (score !== null) typed[name] = String(score);
    }
  }
  typed.could = told.options.flatMap((_, option) => (live[option]?.has(at) ? letterOf(option + 1) : []));
  return typed;
}
