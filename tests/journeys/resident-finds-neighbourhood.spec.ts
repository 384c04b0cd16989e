import { andThen, expect, test, when } from "../support/journey";
import { follow, followInMain, loading, press } from "../support/pages";
import { expectRefused } from "../support/refused";

const TRIES = [
  {
    what: "one from elsewhere",
    typed: "ZZ9 9ZZ",
    said: "We do not know that postcode here. Check it, or choose a neighbourhood below",
  },
  { what: "half of one", typed: "LK1", said: "Enter a full postcode, like LK1 1AA" },
  { what: "nonsense", typed: "<b>🦆</b>", said: "Enter a full postcode, like LK1 1AA" },
  { what: "nothing", typed: "", said: "Enter a full postcode, like LK1 1AA" },
];

test("a resident finds their neighbourhood by postcode", async ({ page }) => {
  await when("she types hers on the home page, as it comes", async () => {
    await page.goto("/");
    await page.getByLabel("Postcode").fill(" lk1-4ya ");
    await press(page, "Find");
  });
  await andThen(
    "she is on her neighbourhood's page, and the postcode is nowhere in its address",
    async () => {
      await expect(page).toHaveURL(/\/neighbourhoods\/old-market$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Old Market");
      await expect(page.getByRole("heading", { name: "Coming up here" })).toBeVisible();
      await expect(page.getByRole("article").first()).toBeVisible();
      await expect(page.getByRole("complementary").getByText(/[\d,\s]+ people/)).toBeVisible();
    },
  );
  await when("she asks for all its events", async () => void (await follow(page, "See all its events")));
  await andThen("the list shows only those", async () => {
    await expect(page.getByRole("link", { name: "Remove this filter: Old Market" })).toBeVisible();
  });

  for (const { what, typed, said } of TRIES) {
    await when(`she types ${what}`, async () => {
      await page.goto("/neighbourhoods/find");
      await page.getByLabel("Postcode").fill(typed);
      await expectRefused(page, await press(page, "Find"), [said]);
    });
    await andThen("what she typed is kept, and the list is there", async () => {
      await expect(page.getByLabel("Postcode")).toHaveValue(typed);
      await expect(page.getByRole("main").getByRole("link", { name: "St Brannock" })).toBeVisible();
    });
  }
});

test("a resident finds their neighbourhood on the map or beside it", async ({ page }) => {
  const map = page.getByRole("navigation", { name: "Map of the neighbourhoods" });
  await when("she opens the neighbourhoods", async () => {
    await page.goto("/");
    await page.getByRole("banner").getByRole("link", { name: "Neighbourhoods" }).click();
  });
  await andThen("the map and the list beside it hold the same five", async () => {
    const places = ["Canalside", "Highdown", "Mosswell", "Old Market", "St Brannock"];
    const drawn = await map
      .getByRole("link")
      .evaluateAll((all) => all.map((a) => a.getAttribute("aria-label")));
    const listed = await page.locator(".rh-map-list a").allTextContents();
    expect(drawn.sort()).toEqual(places);
    expect(listed.sort()).toEqual(places);
  });
  await when("she presses hers on the map", async () => {
    await loading(page, () => map.getByRole("link", { name: "Highdown" }).click());
  });
  await andThen("she is there", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Highdown");
  });
  await when("she looks at its neighbour with the keyboard", async () => {
    await map.getByRole("link", { name: "Mosswell" }).focus();
    await loading(page, () => page.keyboard.press("Enter"));
  });
  await andThen("she is there", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mosswell");
  });
  await when("she goes back to all of them and follows the list", async () => {
    await followInMain(page, "All neighbourhoods");
    await loading(page, () => page.locator(".rh-map-list").getByRole("link", { name: "Canalside" }).click());
  });
  await andThen("she is there, with a calendar of its own", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Canalside");
    const calendar = await page.getByRole("link", { name: "Calendar file" }).getAttribute("href");
    const file = await (await page.request.get(calendar ?? "")).text();
    expect(file).toContain("BEGIN:VEVENT");
    expect(file).toContain("Canalside");
  });
});
