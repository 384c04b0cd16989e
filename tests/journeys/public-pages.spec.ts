import { expect, type Page, test } from "@playwright/test";

/** Paths of the site's own list of pages. */
async function listedPaths(page: Page): Promise<string[]> {
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? "").pathname);
}

test("every listed page opens whole: one heading, nothing refused, no scrolling sideways", async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
  const paths = await listedPaths(page);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) {
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
