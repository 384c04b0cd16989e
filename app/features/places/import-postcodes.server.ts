import { parse } from "csv-parse/sync";
import type { Ctx, Refusal } from "~/platform/context.server";
import { listNeighbourhoods, sectorOf } from "./read.server";
import { listSectors } from "./read-history.server";
import { setPostcodeSectors } from "./set-postcode-sectors.server";

/** What a file would change, before anything is changed. */
export type PostcodePlan = {
  sectors: Record<string, string>;
  all: number;
  /** Sectors by neighbourhood, as the file has them and as it is now. */
  places: { name: string; before: number; after: number }[];
  added: number;
  moved: number;
  gone: number;
};

const SECTOR = /^[A-Z]{1,2}\d[A-Z\d]? \d$/;
const MOST_PROBLEMS = 5;
const fold = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ");

/** The sector of a typed sector (`lk1 4`) or of a whole postcode (`LK1 4AB`), or null. */
function readSector(typed: string): string | null {
  const tidy = typed.trim().toUpperCase().replace(/\s+/g, " ");
  if (SECTOR.test(tidy)) return tidy;
  const squeezed = tidy.replace(/ /g, "");
  const parts = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)$/.exec(squeezed);
  return sectorOf(tidy) ?? (parts && tidy.includes(" ") ? `${parts[1]} ${parts[2]}` : null);
}

type Line = { record: string[]; info: { lines: number } };

/** Rows of a comma-separated text, with the line each stands in; null when it is no such text. */
function rowsOf(text: string): { cells: string[]; line: number }[] | null {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    const rows = parse(text, options) as unknown as Line[];
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch {
    return null;
  }
}

const refused = (words: string[]): Refusal<"invalid"> => ({
  ok: false,
  reason: "invalid",
  fields: { file: [words.join(". ")] },
});

/**
 * Reads a file of postcodes: two columns with a header, the first a sector or a whole postcode, the second
 * a neighbourhood by name or address. Changes nothing. Refuses, with the lines, what it can't read and
 * a sector that lies in two neighbourhoods.
 */
export async function readPostcodes(
  ctx: Ctx,
  text: string,
): Promise<{ ok: true; plan: PostcodePlan } | Refusal<"invalid">> {
  const rows = rowsOf(text);
  if (!rows)
    return refused(["This is not a file of comma-separated values. Save it as CSV and choose that file"]);
  const list = await listNeighbourhoods(ctx);
  const slugs = new Map(
    list.flatMap((one) => [[fold(one.name), one.slug] as const, [one.slug, one.slug] as const]),
  );
  const sectors: Record<string, string> = {};
  const problems: string[] = [];
  for (const { cells, line } of rows.slice(1)) {
    const [sector, slug] = [readSector(cells[0] ?? ""), slugs.get(fold(cells[1] ?? ""))];
    if (!sector) problems.push(`Line ${line}: “${cells[0] ?? ""}” is no postcode`);
    else if (!slug) problems.push(`Line ${line}: there is no neighbourhood “${cells[1] ?? ""}”`);
    else if (sectors[sector] && sectors[sector] !== slug) {
      problems.push(`Line ${line}: ${sector} lies in two neighbourhoods: decide on one`);
    } else sectors[sector] = slug;
  }
  if (problems.length > MOST_PROBLEMS) {
    const more = problems.length - MOST_PROBLEMS;
    return refused([...problems.slice(0, MOST_PROBLEMS), `And ${more} more like these`]);
  }
  if (problems.length > 0) return refused(problems);
  if (Object.keys(sectors).length === 0) return refused(["There is no postcode in this file"]);
  return { ok: true, plan: await planOf(ctx, sectors) };
}

async function planOf(ctx: Ctx, sectors: Record<string, string>): Promise<PostcodePlan> {
  const list = await listNeighbourhoods(ctx);
  const slugs = new Map(list.map((one) => [one.id, one.slug]));
  const now = new Map(
    (await listSectors(ctx)).map((one) => [one.sector, slugs.get(one.neighbourhoodId) ?? ""]),
  );
  const then = Object.entries(sectors);
  const inPlace = (all: Iterable<string>, slug: string) => [...all].filter((one) => one === slug).length;
  return {
    sectors,
    all: then.length,
    places: list.map(({ name, slug }) => ({
      name,
      before: inPlace(now.values(), slug),
      after: inPlace(Object.values(sectors), slug),
    })),
    added: then.filter(([sector]) => !now.has(sector)).length,
    moved: then.filter(([sector, slug]) => now.has(sector) && now.get(sector) !== slug).length,
    gone: [...now.keys()].filter((sector) => !(sector in sectors)).length,
  };
}

/** Takes a file of postcodes in: what was said before goes. Refuses what `readPostcodes` refuses. */
export async function importPostcodes(ctx: Ctx, text: string) {
  const read = await readPostcodes(ctx, text);
  return read.ok ? setPostcodeSectors(ctx, { typed: read.plan.sectors }) : read;
}
