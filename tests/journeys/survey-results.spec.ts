import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

test("a resident reads what people said, and whether anything has changed in a year", async ({ page }) => {
  await given("a survey that is over, among the others", async () => {
    await page.goto("/surveys");
    await page.getByRole("link", { name: "Help near home: how is it for you now, a year on?" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "What people said" })).toBeVisible();
  });
  await when("they look for a change", async () => {
    const easy = page.getByRole("listitem").filter({ hasText: "How easy is it to get help" }).first();
    await expect(easy).toContainText("No clear change");
    await expect(easy).toContainText("Before: 55% (218 of 398). After: 63% (131 of 209).");
    await expect(easy).toContainText("+7.9 points (between −0.4 and +15.9 points)");
  });
  await when("they want it told apart by where people live", async () => {
    await followInMain(page, "Where do you live?");
    await expect(page.getByRole("link", { name: "Where do you live?" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await expect(page.getByText("Canalside").first()).toBeVisible();
  });
  await when("they ask where the numbers come from", async () => {
    await followInMain(page, "See where these numbers come from");
    await expect(page.getByText("Numbers from 1 to 7 are shown as *.")).toBeVisible();
  });
  await andThen("a survey without results has no such page", async () => {
    const answer = await page.goto("/surveys/getting-to-appointments/results");
    expect(answer?.status()).toBe(404);
  });
});

test("an engagement lead publishes other words beside results that stay as they are", async ({ page }) => {
  await signInAs(page, "Helen Pike");
  await given("the results of a survey that is over, in true numbers", async () => {
    await page.goto("/manage/surveys/names-and-boundaries");
    await followInMain(page, "Results");
    await expect(page.getByText("These are true numbers, for staff alone.")).toBeVisible();
    await follow(page, "In which neighbourhood is your home now?");
    await expect(page.getByRole("columnheader", { name: "Highdown" }).first()).toBeVisible();
  });
  await when("they publish nothing", async () => {
    await followInMain(page, "Publish again");
    await page.getByLabel("What the results say").fill("");
    await expectRefused(page, await press(page, "Publish results"), [
      "Say in plain words what the results tell, and what they don’t",
    ]);
  });
  await when("they say it in other words", async () => {
    await page.getByLabel("What the results say").fill("Most people use the name. Four streets move.");
    await press(page, "Publish results");
    await expect(page.getByText("The numbers have not changed.")).toBeVisible();
  });
  await andThen("everyone reads these words", async () => {
    await page.goto("/surveys/names-and-boundaries/results");
    await expect(page.getByText("Most people use the name. Four streets move.")).toBeVisible();
  });
});
