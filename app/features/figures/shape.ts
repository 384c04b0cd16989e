import type { Dimension, Heading } from "~/db/tables/figures";

/** Where numbers stand in a table; true and published tables have it alike. */
export type Shape = {
  readonly people: string;
  readonly down: Dimension;
  readonly across: Dimension | null;
};

/** One number that is the sum of others, by id. */
export type Sum = { readonly total: string; readonly parts: readonly string[] };

/** A place in a table: its row and column (null: all of them together). */
export type Place = { id: string; row: Heading | null; column: Heading | null };

const enc = encodeURIComponent;

/** The name of a number: who is counted, and which of them. The same number has the same name in every table. */
export function idOf({ people, down, across }: Shape, row: Heading | null, column: Heading | null): string {
  const said: string[] = [];
  if (row) said.push(`${enc(down.key)}=${enc(row.code)}`);
  if (across && column) said.push(`${enc(across.key)}=${enc(column.code)}`);
  return [enc(people), ...said.sort()].join("&");
}

/** Headings that are no sums of others: together they take in everybody. */
export const plainOf = ({ headings }: Dimension): Heading[] => headings.filter((heading) => !heading.of);

/** Headings that a published table has. */
export const listedOf = ({ headings }: Dimension): Heading[] => headings.filter(({ apart }) => !apart);

/** Every place of a table row by row, the margins last. */
export function placesOf(shape: Shape): Place[] {
  const columns = shape.across ? [...shape.across.headings, null] : [null];
  return [...shape.down.headings, null].flatMap((row) =>
    columns.map((column) => ({ id: idOf(shape, row, column), row, column })),
  );
}

/** Which numbers of a table are sums of which others. */
export function sumsOf(shape: Shape): Sum[] {
  return placesOf(shape).flatMap(({ id, row, column }) => {
    const down = partsOf(shape.down, row)?.map((one) => idOf(shape, one, column));
    const across = shape.across && partsOf(shape.across, column)?.map((one) => idOf(shape, row, one));
    return [down, across].flatMap((parts) => (parts ? [{ total: id, parts }] : []));
  });
}

/** The headings whose numbers add up to this one's (null: everybody), or null for a heading that is no sum. */
function partsOf(dimension: Dimension, heading: Heading | null): Heading[] | null {
  if (!heading) return plainOf(dimension);
  return heading.of ? dimension.headings.filter(({ code }) => heading.of?.includes(code)) : null;
}

/** True when the people of a plain heading are counted under another one too; null takes in all. */
export function takesIn(heading: Heading | null, plain: Heading): boolean {
  return !heading || heading.code === plain.code || (heading.of?.includes(plain.code) ?? false);
}
