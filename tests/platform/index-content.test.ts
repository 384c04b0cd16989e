import { expect, it } from "vitest";
import { getBorough } from "~/features/places/read.server";
import { indexContent, rebuildContentSearch } from "~/platform/index-content.server";
import { searchFor } from "~/platform/search.server";
import { aBorough, aHouse } from "../support/factories";

it("finds pages of prose by title and words, and writes only when they change", async () => {
  const ctx = await aHouse();
  await aBorough(ctx);
  const borough = await getBorough(ctx);
  await indexContent(ctx, borough);
  expect((await searchFor(ctx, "privacy"))[0]).toMatchObject({ kind: "page", path: "/privacy" });
  const paths = (await searchFor(ctx, "screen reader")).map((found) => found.path);
  expect(paths).toContain("/accessibility");

  const commits = ctx.store.commits();
  await indexContent(ctx, borough);
  expect(ctx.store.commits()).toBe(commits);

  await indexContent(ctx, { ...borough, programme: "Nearer to You" });
  expect((await searchFor(ctx, "nearer to you"))[0]).toMatchObject({ kind: "page" });
  expect(await rebuildContentSearch(ctx, borough)).toEqual({ ok: true, entries: 8 });
});
