import type { Page } from "@playwright/test";
import { generateSync } from "otplib";
import type { Colleague } from "./desk";
import { loading, press } from "./pages";

const STEP_SECONDS = 30;

/** Asks for a way in, as the sign-in page offers it. */
export async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Your email address").fill(email);
  await press(page, "Send me a link");
}

/** Where a link in the newest message to someone leads, by a part of its address; old ones are pages away. */
export async function hrefInMail(page: Page, name: string, part: string): Promise<string> {
  await page.goto("/manage/outbox");
  const row = page.getByRole("row", { name }).first();
  while ((await row.count()) === 0)
    await loading(page, () => page.getByRole("link", { name: "Older messages" }).click());
  await loading(page, () => row.getByRole("link").first().click());
  const href = await page.locator(`.rh-message a[href*='${part}']`).first().getAttribute("href");
  return new URL(href ?? "", page.url()).pathname;
}

/** Opens the newest sign-in message to someone in the demonstration's outbox. */
async function openMail(page: Page, name: string): Promise<void> {
  await page.goto("/manage/outbox");
  const row = page
    .getByRole("row", { name })
    .filter({ hasText: /sign in/i })
    .first();
  await loading(page, () => row.getByRole("link").click());
}

/** The link of the newest sign-in message to someone. */
export async function linkInMail(page: Page, name: string): Promise<string> {
  await openMail(page, name);
  const link = page.locator(".rh-message a[href*='/sign-in/']").first();
  return (await link.getAttribute("href")) ?? "";
}

/** The code for another device that stands in the same message. */
export async function codeInMail(page: Page, name: string): Promise<string> {
  await openMail(page, name);
  const text = (await page.locator(".rh-message").first().textContent()) ?? "";
  return text.match(/\b[A-Z0-9]{4} [A-Z0-9]{2}\b/)?.[0] ?? "";
}

/** What an authenticator app with this key shows; `turn` codes later, or earlier when it is below nought. */
export function codeOfApp(key: string, turn = 0): string {
  const epoch = Math.floor(Date.now() / 1000) + turn * STEP_SECONDS;
  return generateSync({ secret: key.replace(/\s/g, ""), epoch });
}

/** The last code is taken beside the present one: waits for the next when the present one is nearly over. */
async function untilFresh(page: Page): Promise<void> {
  const left = STEP_SECONDS - ((Date.now() / 1000) % STEP_SECONDS);
  if (left < STEP_SECONDS / 3) await page.waitForTimeout(left * 1000);
}

/** Sets up the second step in the page that asks for it. Returns the app's key. */
export async function setUpSecondStep(page: Page): Promise<string> {
  await press(page, "Set it up now");
  await untilFresh(page);
  const key = (await page.locator(".rh-key").textContent()) ?? "";
  await page.getByLabel("6-digit code").fill(codeOfApp(key, -1));
  await press(page, "Continue");
  return key;
}

/** Signs somebody in by the link in their mail, second step and all. Returns the key of their app. */
export async function signInByMail(page: Page, person: Colleague): Promise<string> {
  await askForLink(page, person.email);
  await page.goto(await linkInMail(page, person.name));
  await press(page, "Sign in now");
  return setUpSecondStep(page);
}
