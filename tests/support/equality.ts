import { blocksOf, readEquality } from "~/demo/equality.server";
import type { YearCounted } from "~/features/equality/figures.server";
import type { CollectionTold } from "~/features/equality/rules";
import { talliesOf } from "~/features/equality/tallies";

/** How many responses the four surveys of the demonstration's sheet had. */
export const RESPONSES: Readonly<Record<string, number>> = {
  "experience-2025": 412,
  "names-and-boundaries": 366,
  "neighbourhood-hubs": 291,
  "experience-2026": 215,
};

/** The four surveys as collections; their ids are their addresses. */
export const SURVEYS: CollectionTold[] = Object.entries(RESPONSES).map(([slug, responses]) => {
  return { kind: "survey", id: slug, slug, title: slug, responses };
});

/** The year of the demonstration's sheet as it is counted, without a database. */
export function larkmereYear(): YearCounted {
  const blocks = blocksOf(readEquality());
  const places = ["canalside", "old-market", "st-brannock", "highdown", "mosswell"];
  return {
    year: "2025-26",
    asAt: new Date("2026-04-22T13:30:00Z"),
    collections: SURVEYS,
    tallies: SURVEYS.flatMap(({ id, kind }) =>
      talliesOf(blocks.get(id) ?? []).map((one) => ({ ...one, collectionKind: kind, collectionId: id })),
    ),
    places: places.map((slug) => ({ id: slug, slug, name: slug })),
  };
}
