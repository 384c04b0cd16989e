import type { Change, Published, Rate, Representation, Share } from "~/db/tables/figures";
import { publishTables } from "./gate";
import { type Interval, newcombe, wilson } from "./intervals";
import { KEPT, passed } from "./published";
import { hiddenSpan, LEAST_FOR_PERCENT, LEAST_TO_COMPARE, ORDINARY, type Terms } from "./rules";

/** A part and the whole that it is of. */
type Pair = readonly [part: number, of: number];

/** Both numbers, where both are shown and the whole is 30 people or more. */
function pairOf({ part, of }: { part: Published; of: Published }): Pair | null {
  if (part.value === null || of.value === null || of.value < LEAST_FOR_PERCENT) return null;
  // Rounded on its own, a part can come out larger than its whole.
  return [Math.min(part.value, of.value), of.value];
}

/** One decimal of a per cent, from a share of 1; never a minus nought. */
const points = (share: number) => Math.round(1000 * share) / 10 + 0;
const whole = ([low, high]: Interval) => [Math.round(100 * low), Math.round(100 * high)] as const;

/**
 * A share of two published numbers: a whole per cent with its interval, worked out from what is shown and so
 * telling no more. None for fewer than 30 people, or where the subject is sensitive and it is (nearly) all of them.
 */
export function shareOf(part: Published, of: Published, terms: Terms = ORDINARY): Share {
  const pair = pairOf({ part, of });
  const isNearlyAll = pair !== null && pair[1] - pair[0] <= hiddenSpan(terms).high;
  if (!pair || (terms.sensitive && isNearlyAll)) return passed({ percent: null, interval: null, part, of });
  const percent = Math.round((100 * pair[0]) / pair[1]);
  return passed({ percent, interval: whole(wilson(...pair)), part, of });
}

/** A share of people about whom nothing else is published. Throws for a part larger than the whole. */
export function publishShare(part: number, of: number, terms: Terms = ORDINARY): Share {
  if (part > of) throw new Error("A part is larger than its whole.");
  const headings = [
    { code: "part", label: "" },
    { code: "rest", label: "" },
  ];
  const down = { key: "share", label: "", headings };
  const alone = { id: "share", title: "", people: "share", down, across: null, isTopline: true };
  const { tables } = publishTables([{ ...alone, counts: [[part], [of - part]] }], terms);
  const [first = KEPT, rest = KEPT, all = KEPT] = tables[0]?.rows.map((row) => row.all.people) ?? [];
  // A star on the other side is a star on this one: the per cent would say it.
  if (rest.value === null) return passed({ percent: null, interval: null, part: first, of: all });
  return shareOf(first, all, terms);
}

/** The change from one published share to a later one, of other people (Newcombe's interval). */
export function changeOf(before: Share, after: Share): Change {
  const [first, second] = [pairOf(before), pairOf(after)];
  if (!first || !second) {
    return passed({ before, after, points: null, interval: null, verdict: "not_enough" });
  }
  const [low, high] = newcombe(first, second);
  return passed({
    before,
    after,
    points: points(second[0] / second[1] - first[0] / first[1]),
    interval: [points(low), points(high)] as const,
    verdict: low > 0 ? "more" : high < 0 ? "less" : "not_clear",
  });
}

/** A published share of those who took part against `population`, the same group's share (0 to 1) of those who live here. */
export function representationOf(part: Published, known: Published, population: number): Representation {
  const share = shareOf(part, known);
  const populationPercent = points(population);
  const pair = pairOf(share);
  if (!pair || pair[1] < LEAST_TO_COMPARE || population <= 0) {
    return { ...share, populationPercent, ratio: null, verdict: "not_enough" };
  }
  const [low, high] = wilson(...pair);
  const ratio = Math.round((100 * pair[0]) / pair[1] / population) / 100;
  const verdict = population > high ? "under" : population < low ? "over" : "not_clear";
  return { ...share, populationPercent, ratio, verdict };
}

/** A published number of people for each 1,000 who live here, to one decimal. */
export function rateOf(people: Published, population: number): Rate {
  const isKnown = people.value !== null && population > 0;
  return passed({
    per1000: isKnown ? Math.round((10_000 * (people.value ?? 0)) / population) / 10 : null,
    people,
  });
}
