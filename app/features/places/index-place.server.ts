import { dropSearchEntry, putSearchEntry } from "~/db/search.server";
import type { neighbourhoods, themes, venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { listPredecessors } from "./read-history.server";

/**
 * Lets a neighbourhood be found by its names, those of what came before it, and what goes on there. A
 * retired one is found no more: what came after it is. Inside a write.
 */
export async function indexNeighbourhood(ctx: Ctx, row: typeof neighbourhoods.$inferSelect): Promise<void> {
  if (row.status === "retired") return dropSearchEntry(ctx.db, "neighbourhood", row.id);
  const before = (await listPredecessors(ctx, row.id)).flatMap((one) => [one.name, ...one.aliases]);
  await putSearchEntry(ctx.db, {
    kind: "neighbourhood",
    subjectId: row.id,
    title: row.name,
    summary: row.summary,
    path: `/neighbourhoods/${row.slug}`,
    text: [row.description, ...row.happening, ...row.aliases, ...before].join(" "),
    at: ctx.now,
  });
}

/** Lets a venue be found; it has no page of its own: people want to know what is on there. Inside a write. */
export async function indexVenue(
  ctx: Ctx,
  row: typeof venues.$inferSelect,
  neighbourhood: string | null,
): Promise<void> {
  await putSearchEntry(ctx.db, {
    kind: "venue",
    subjectId: row.id,
    title: row.name,
    summary: `${row.address}, ${row.postcode}`,
    path: `/events?q=${encodeURIComponent(row.name)}`,
    text: [neighbourhood ?? "", row.travel, row.arrival].join(" "),
    at: ctx.now,
  });
}

/** Lets a theme be found by the words of both sides; one that is out of use or became part of another is not. Inside a write. */
export async function indexTheme(ctx: Ctx, row: typeof themes.$inferSelect): Promise<void> {
  if (row.retiredDay || row.mergedIntoId) return dropSearchEntry(ctx.db, "theme", row.id);
  await putSearchEntry(ctx.db, {
    kind: "theme",
    subjectId: row.id,
    title: row.plainLabel,
    summary: row.label,
    path: `/themes/${row.slug}`,
    text: row.aliases.join(" "),
    at: ctx.now,
  });
}
