import { expect, given, test, when } from "../support/journey";
import { followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

test("staff type a sheet about somebody, from a survey and from an event", async ({ page }) => {
  await given("a sheet that was handed back apart from a survey", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/surveys/getting-to-appointments");
    await followInMain(page, "Type sheets about people");
  });
  await when("a year is misread, nothing that was typed is lost", async () => {
    await page.getByLabel("Which neighbourhood do you live in?").selectOption({ label: "Mosswell" });
    await page.getByLabel("When were you born?").fill("19x8");
    await page.getByLabel("What is your sex?").selectOption({ label: "Female" });
    await expectRefused(page, await press(page, "Keep it, and type the next"), [
      "Enter a year of birth in figures, such as 1958, or leave it empty",
    ]);
    await expect(page.getByLabel("When were you born?")).toHaveValue("19x8");
    await expect(page.getByLabel("Which neighbourhood do you live in?")).toHaveValue("mosswell");
  });
  await when("it is put right, it is kept and the page is empty for the next", async () => {
    await page.getByLabel("When were you born?").fill("1958");
    await press(page, "Keep it, and type the next");
    await expect(page.getByText("Kept. Type the next one, or go back.")).toBeVisible();
    await expect(page.getByLabel("When were you born?")).toHaveValue("");
    await expect(page.getByLabel("Which neighbourhood do you live in?")).toHaveValue("");
  });
  await when("sheets come from an event, its page of sheets leads to the same", async () => {
    await page.goto("/manage/events/larkmere-marketplace-2025/sheets");
    await expect(page.getByRole("link", { name: "Print the questions about people" })).toBeVisible();
    await followInMain(page, "Type sheets about people");
    await page.getByLabel("What is your sex?").selectOption({ label: "Male" });
    await press(page, "Keep it, and type the next");
    await expect(page.getByText("Kept. Type the next one, or go back.")).toBeVisible();
  });
});
