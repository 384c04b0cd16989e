import type { GatedTable, Heading, Published, Share } from "~/db/tables/figures";
import { shareOf } from "./share";

type Beside = { heading: Heading | null; people: Published };

/** A table of one dimension in shares: of whom they are (a heading that is a sum, else everybody), and who is beside them. */
export function sharesIn({ rows, down }: GatedTable): {
  shares: { heading: Heading; share: Share }[];
  base: Beside;
  beside: Beside[];
} {
  const people = rows.map(({ heading, all }) => ({ heading, people: all.people }));
  const isBase = ({ heading }: Beside) =>
    down.base === undefined ? heading?.of !== undefined : heading?.code === (down.base ?? undefined);
  const base = people.find(isBase) ?? (people.at(-1) as Beside);
  const isIn = (heading: Heading) => base.heading?.of?.includes(heading.code) ?? !heading.of;
  const everybody = people.at(-1) as Beside;
  const isOpen = down.headings.some(({ apart }) => apart);
  return {
    base,
    shares: people.flatMap(({ heading, people: part }) =>
      heading && isIn(heading) ? [{ heading, share: shareOf(part, base.people) }] : [],
    ),
    beside: [
      ...people.filter(({ heading }) => heading && !heading.of && !isIn(heading)),
      ...(isOpen ? [everybody] : []),
    ],
  };
}
