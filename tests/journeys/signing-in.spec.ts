import { generate } from "otplib";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, press } from "../support/pages";

/** The newest message to someone, as the demo's outbox shows it. */
async function newestLink(page: import("@playwright/test").Page, name: string): Promise<string> {
  await page.goto("/manage/outbox");
  await page.getByRole("row", { name }).first().getByRole("link").first().click();
  const link = page.locator(".rh-message a[href*='/sign-in/']").first();
  return (await link.getAttribute("href")) ?? "";
}

test("staff sign in by a link, set up the second step, and sign out everywhere", async ({
  page,
  another,
}, info) => {
  // Each of the four ways this test is run has a person of its own, so that none finds another's second step.
  const people = [
    ["Yusuf Karim", "yusuf.karim@example.org"],
    ["Bryn Castle", "bryn.castle@example.org"],
    ["Ola Fenwick", "ola.fenwick@example.org"],
    ["Mina Holt", "mina.holt@example.org"],
  ] as const;
  const [name, email] =
    people[
      ["scripts-off-375", "scripts-off-1280", "scripts-on-375", "scripts-on-1280"].indexOf(info.project.name)
    ] ?? people[0];
  let link = "";

  await given("they have asked for a link", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("Your email address").fill(email);
    await press(page, "Send me a link");
  });
  await andThen("they are told to look at their mail, whatever the address", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Check your email/);
    const stranger = await another();
    await stranger.goto("/sign-in");
    await stranger.getByLabel("Your email address").fill("nobody.here@example.org");
    await press(stranger, "Send me a link");
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(/Check your email/);
  });
  await when("they open the link", async () => {
    link = await newestLink(page, name);
    await page.goto(link);
  });
  await andThen("looking signs nobody in: there is a button", async () => {
    await expect(page.getByRole("button", { name: "Sign in now" })).toBeVisible();
    const scanner = await another();
    await scanner.goto(link);
    await scanner.goto("/account");
    await expect(scanner).toHaveURL(/\/sign-in/);
  });
  await when("they press it", async () => void (await press(page, "Sign in now")));
  await andThen("staff must give a second step before anything else", async () => {
    await expect(page).toHaveURL(/\/sign-in\/second-factor/);
    await page.goto("/manage");
    await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  });
  await when("they set it up with the key that is shown", async () => {
    await press(page, "Set it up now");
    const key = ((await page.locator(".rh-key").textContent()) ?? "").replace(/\s/g, "");
    await page.locator("input[name=code]").fill(await generate({ secret: key }));
    await press(page, "Continue");
  });
  await andThen("they are shown codes for a lost phone, once", async () => {
    await expect(page.getByRole("main")).toContainText(/recovery codes/i);
  });
  await andThen("the used link opens nothing any more", async () => {
    const late = await another();
    await late.goto(link);
    await expect(late.getByRole("main")).toContainText(/ended|used|new (link|one)/i);
  });
  await when("they sign out everywhere", async () => {
    await page.goto("/account");
    await press(page, "Sign out everywhere");
  });
  await andThen("this browser is out too", async () => {
    await page.goto("/account");
    await expect(page).toHaveURL(/\/sign-in/);
    await follow(page, "Events");
  });
});
