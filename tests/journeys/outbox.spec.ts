import { expect, test } from "@playwright/test";

test("every message can be read in the demo, and its links followed", async ({ page }) => {
  await page.goto("/manage/outbox");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Outbox");
  await page.getByRole("link", { name: "Older messages" }).click();
  await page.getByRole("link", { name: "Newest messages" }).click();

  const email = page.getByRole("row").filter({ hasText: "Email" }).filter({ hasText: "place" }).first();
  await email.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "As text" })).toBeVisible();
  const address = await page.locator(".rh-message a").first().getAttribute("href");
  expect(address).toContain("/registrations/");

  // The frame takes no script, no form and no style but the letter's own, and opens links over the whole page.
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text());
  });
  const frame = page.frameLocator("iframe");
  const button = frame.locator("a.button").first();
  await expect(button).toHaveCSS("font-weight", "700");
  expect(complaints).toEqual([]);
  // The borough was loaded by a site at another port, so what is there is not looked at.
  const followed = page.waitForRequest(
    (request) => request.url() === address && request.frame() === page.mainFrame(),
  );
  await button.click();
  await followed;
});

test("pages of prose say who runs the site, in English on every language's page", async ({ page }) => {
  for (const path of ["/about", "/privacy", "/accessibility", "/cookies", "/help", "/easy-read", "/bsl"]) {
    await page.goto(path);
    await expect.soft(page.locator("h1"), path).toHaveCount(1);
    await expect.soft(page.locator("main"), path).toContainText("020 7946");
    await expect.soft(page.locator("main"), path).not.toContainText("{{");
  }
  await page.goto("/ar/help");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("main h1")).toHaveAttribute("dir", "ltr");
  await expect(page.locator(".rh-prose")).toHaveAttribute("lang", "en");
});
