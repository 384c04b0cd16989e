import { andThen, expect, given, test, when } from "../support/journey";
import { press, referenceOn, saveAPlace } from "../support/pages";

// Playwright turns off what every browser has: a page that one goes back to is as it was left.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
});

test("going back and sending the form again keeps the one booking", async ({ page, desk }) => {
  const event = await desk.makeEvent();
  await given("someone has saved a place", async () => {
    await saveAPlace(page, event, { name: "Backward Glance", contact: "Phone call", phone: "07700 900 778" });
  });
  const reference = await referenceOn(page);
  await when("they go back, where all is as they left it, and press the button once more", async () => {
    await page.evaluate(() => history.back());
    await page.waitForURL(/\/register$/, { waitUntil: "commit" });
    await press(page, "Save my place");
  });
  await andThen("it is the same booking", async () => {
    expect(await referenceOn(page)).toBe(reference);
    const other = await page.request.get(event.path);
    expect(await other.text()).toContain("9 of 10 left");
  });
});
