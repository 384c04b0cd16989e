import { dropSearchKinds, putSearchEntry } from "~/db/search.server";
import { audit } from "./audit.server";
import { listContentPages, type Publisher } from "./content.server";
import { type Ctx, write } from "./context.server";
import { findFact, noteFact } from "./facts.server";
import { hashed } from "./secret-links.server";

const INDEXED = "content.indexed";

/** Lets the pages of prose be found by their words, at the start; writes only when they have changed. */
export async function indexContent(ctx: Ctx, publisher: Publisher): Promise<void> {
  const pages = await listContentPages(publisher);
  if ((await findFact(ctx, INDEXED)) !== hashed(JSON.stringify(pages))) {
    await rebuildContentSearch(ctx, publisher);
  }
}

/** Writes the search entry of every page of prose anew, for `npm run search:rebuild`. Returns how many. */
export async function rebuildContentSearch(
  ctx: Ctx,
  publisher: Publisher,
): Promise<{ ok: true; entries: number }> {
  const pages = await listContentPages(publisher);
  return write(ctx, { locks: ["content"] }, async (ctx) => {
    await dropSearchKinds(ctx.db, ["page"]);
    for (const { slug, title, summary, updated, html } of pages) {
      const text = html.replace(/<[^>]*>|&\w+;/g, " ");
      const entry = { kind: "page", subjectId: slug, path: `/${slug}`, at: new Date(updated) };
      await putSearchEntry(ctx.db, { ...entry, title, summary, text });
    }
    await noteFact(ctx, INDEXED, hashed(JSON.stringify(pages)));
    await audit(ctx, "content.indexed", { kind: "search", id: "page" }, { entries: pages.length });
    return { ok: true as const, entries: pages.length };
  });
}
