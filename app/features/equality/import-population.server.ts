import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { populationFigures, populationImports } from "~/db/tables/equality-population";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { asTemplate, readPopulationFile, textOf } from "./population-file";
import { type Figure, type Plan, planOf } from "./population-plan";
import { listAreas } from "./read-population.server";
import { fieldsOf, sourceForm } from "./schema";

const MOST_BYTES = 4_000_000;
const MOST_REPORTED = 200;

/** What a file would bring, and the same figures as a file in the shape of the template. */
export type PopulationRead = Plan & { template: string; more: number };

const refused = (text: string): Refusal<"invalid"> => ({
  ok: false,
  reason: "invalid",
  fields: { file: [text] },
});

/**
 * Reads a file of population figures in one of the shapes that we know; changes nothing. `typed`: source, day and
 * licence, for files that don't name them. Refuses what has no header that we know, and nothing for our areas.
 */
export async function readPopulation(
  ctx: Ctx,
  { bytes, typed }: { bytes: Uint8Array; typed: unknown },
): Promise<{ ok: true; read: PopulationRead } | Refusal<"invalid">> {
  if (bytes.length > MOST_BYTES)
    return refused("The file is larger than 4 MB: take out areas that are not ours");
  const areas = await listAreas(ctx);
  const file = readPopulationFile(textOf(bytes), areas);
  if (!file) {
    return refused("There is no table in it whose header we know. Save it as CSV, or fill in the template");
  }
  const told = sourceForm.safeParse(file.shape === "template" ? { ...IN_FILE } : typed);
  if (!told.success) return { ok: false, reason: "invalid", fields: fieldsOf(told.error) };
  const { figures, report } = planOf(file, areas, told.data);
  if (figures.length === 0) {
    const [first] = report.filter(({ why }) => why);
    const codes = areas.map(({ code }) => code).join(", ");
    return refused(`Nothing in it can be taken. ${first?.why ?? "It is empty"}. Our areas are ${codes}`);
  }
  const named = new Map(areas.map(({ code, name }) => [code, name]));
  const template = asTemplate(figures.map((figure) => lineOf(figure, named.get(figure.areaCode) ?? "")));
  return {
    ok: true,
    read: {
      figures,
      template,
      report: report.slice(0, MOST_REPORTED),
      more: Math.max(0, report.length - MOST_REPORTED),
    },
  };
}

/** A template names where it is from in each line. */
const IN_FILE = { source: "In the file", sourceDate: "2000-01-01", licence: "In the file" };

const lineOf = (figure: Figure, name: string) => ({
  area_code: figure.areaCode,
  area_name: name,
  area_kind: figure.areaKind,
  topic: figure.topic,
  category_code: figure.categoryCode,
  count: figure.count,
  base: figure.base,
  source: figure.source,
  source_date: figure.sourceDate,
  licence: figure.licence,
});

/** An empty template with one line for each area, to be filled in. */
export async function writeTemplate(ctx: Ctx): Promise<string> {
  const example = { topic: "ethnicity", category_code: "white", count: 0, base: 0 };
  const told = {
    source: "Census 2021, TS021",
    source_date: "2021-03-21",
    licence: "Open Government Licence v3.0",
  };
  const areas = await listAreas(ctx);
  return asTemplate(
    areas.map(({ code, name, kind }) => ({
      area_code: code,
      area_name: name,
      area_kind: kind,
      ...example,
      ...told,
    })),
  );
}

/**
 * Takes figures in, given in the shape of the template. For each area and topic in it, what counted before is
 * replaced; it stays, with the moment. Refuses what `readPopulation` refuses.
 */
export async function importPopulation(
  ctx: Ctx,
  { template }: { template: string },
): Promise<{ ok: true; figures: number } | Refusal<"invalid" | "not_allowed">> {
  const read = await readPopulation(ctx, { bytes: new TextEncoder().encode(template), typed: {} });
  if (!read.ok) return read;
  const { figures } = read.read;
  return write(ctx, { locks: ["equality-population"] }, async (ctx) => {
    if (!may.importPopulation(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const id = newId();
    const importedBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db
      .insert(populationImports)
      .values({ id, importedAt: ctx.now, importedBy, figures: figures.length });
    const topics = new Map<string, Set<string>>();
    for (const { areaCode, topic } of figures) {
      topics.set(topic, (topics.get(topic) ?? new Set()).add(areaCode));
    }
    const f = populationFigures;
    const replaced = [...topics].map(([topic, codes]) =>
      and(eq(f.topic, topic), inArray(f.areaCode, [...codes])),
    );
    await ctx.db
      .update(f)
      .set({ replacedAt: ctx.now })
      .where(and(isNull(f.replacedAt), or(...replaced)));
    const rows = figures.map((figure) => ({ ...figure, id: newId(), importId: id, replacedAt: null }));
    for (let n = 0; n < rows.length; n += CHUNK) await ctx.db.insert(f).values(rows.slice(n, n + CHUNK));
    const subject = { kind: "population", id };
    await audit(ctx, "equality.population_imported", subject, {
      figures: figures.length,
      topics: [...topics.keys()].join(", "),
    });
    return { ok: true, figures: figures.length };
  });
}

const CHUNK = 100;
