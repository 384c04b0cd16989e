import { backgroundsOf } from "~/features/equality/code-lists";
import type { YearCounted } from "~/features/equality/figures.server";
import { type Counted, talliesOf } from "~/features/equality/tallies";

/** Ethnic groups by neighbourhood of those who said it: White, Mixed, Asian, Black, Other. */
export const BY_PLACE: Record<string, number[]> = {
  canalside: [148, 20, 24, 61, 14],
  "old-market": [118, 15, 27, 49, 11],
  "st-brannock": [92, 9, 12, 21, 6],
  highdown: [141, 10, 21, 6, 12],
  mosswell: [103, 11, 12, 47, 5],
  "": [10, 1, 2, 3, 1],
};
const GROUPS = ["white", "mixed", "asian", "black", "other"];

export function larkmereYear(): YearCounted {
  const surveys = [
    ["a", 412, 326, 38],
    ["b", 366, 289, 34],
    ["c", 291, 229, 27],
    ["d", 215, 168, 19],
  ] as const;
  const people: { place: string; ethnicity: string }[] = [];
  for (const [place, row] of Object.entries(BY_PLACE))
    row.forEach((n, g) => {
      for (let i = 0; i < n; i++) people.push({ place, ethnicity: GROUPS[g] as string });
    });
  let seed = 7;
  const rnd = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let n = people.length - 1; n > 0; n--) {
    const o = Math.floor(rnd() * (n + 1));
    [people[n], people[o]] = [people[o]!, people[n]!];
  }
  const ages = ["under_16", "16_24", "25_34", "35_49", "50_64", "65_74", "75_over"];
  const weights = [0.01, 0.07, 0.13, 0.25, 0.27, 0.16, 0.11];
  const pick = (codes: string[], w: number[]) => {
    let r = rnd();
    for (let i = 0; i < codes.length; i++) {
      r -= w[i]!;
      if (r < 0) return codes[i]!;
    }
    return rnd() < 0.7 ? "prefer_not" : "none";
  };
  let at = 0;
  const tallies = surveys.flatMap(([id, , known, prefer]) => {
    const mine = people.slice(at, at + known);
    at += known;
    for (let i = 0; i < prefer; i++)
      mine.push({ place: rnd() < 0.5 ? "" : "canalside", ethnicity: "prefer_not" });
    const blocks = mine.map(({ place, ethnicity }) => ({
      place,
      answers: {
        ethnicity,
        background:
          rnd() < 0.9 && ethnicity !== "prefer_not"
            ? backgroundsOf(ethnicity)[Math.floor(rnd() * rnd() * backgroundsOf(ethnicity).length)]!
            : "none",
        age: pick(
          ages,
          weights.map((w) => w * 0.92),
        ),
        condition: pick(["yes", "no"], [0.26, 0.62]),
        effect: pick(["a_lot", "a_little", "not_at_all"], [0.3, 0.45, 0.2]),
        sex: pick(["female", "male"], [0.6, 0.33]),
        carer: pick(["yes", "no"], [0.15, 0.75]),
      },
    }));
    return talliesOf(blocks).map((t: Counted) => ({
      ...t,
      collectionKind: "survey" as const,
      collectionId: id,
    }));
  });
  return {
    year: "2025-26",
    asAt: new Date(),
    tallies,
    collections: surveys.map(([id, responses]) => ({
      kind: "survey",
      id,
      slug: id,
      title: `Survey ${id}`,
      responses,
    })),
    places: Object.keys(BY_PLACE)
      .filter(Boolean)
      .map((slug) => ({ id: slug, slug, name: slug })),
  };
}
