import { expect, type Page, test } from "@playwright/test";

/** Paths of the site's own list of pages. */
async function listedPaths(page: Page): Promise<string[]> {
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? "").pathname);
}

/** Of many pages of one kind, so many are opened: the first, the last and those between with the longest addresses. */
const OF_A_KIND = 8;

/** Every page that is alone in its folder, and some of each folder that has many. */
function someOfEach(paths: readonly string[]): string[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return [...folders.values()].flatMap((all) => {
    if (all.length <= OF_A_KIND) return all;
    const long = all.slice(1, -1).sort((a, b) => b.length - a.length);
    return [all.at(0) ?? "", ...long.slice(0, OF_A_KIND - 2), all.at(-1) ?? ""];
  });
}

test("every kind of listed page opens whole: one heading, nothing refused, no scrolling sideways", async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
  const paths = await listedPaths(page);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of someOfEach(paths)) {
    const answer = await page.goto(path);
    expect.soft(answer?.status(), path).toBe(200);
    await expect.soft(page.locator("h1"), path).toHaveCount(1);
    await expect.soft(page.locator("main"), path).toHaveCount(1);
    expect.soft(await page.title(), path).not.toBe("");
    const width = page.viewportSize()?.width ?? 0;
    const { scrollWidth } =
      (await page.locator("html").evaluate((html) => ({ scrollWidth: html.scrollWidth }))) ?? {};
    expect.soft(scrollWidth, path).toBeLessThanOrEqual(width);
  }
  expect(complaints).toEqual([]);
});
