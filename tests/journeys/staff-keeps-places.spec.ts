import { unique } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { fact, followInMain, followMenu, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

test("staff add a venue and a service, and residents find both on the neighbourhood's page", async ({
  page,
  another,
}) => {
  const [hub, service] = [`Lock House ${unique()}`, `Foot care ${unique()}`];
  const resident = await another();

  await given("the engagement lead is on the list of neighbourhoods", async () => {
    await signInAs(page, "Helen Pike");
    await followMenu(page, "Places");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neighbourhoods");
  });
  await andThen("the one above the band is marked, and nothing is in her way", async () => {
    const row = page.getByRole("row", { name: /Highdown/ });
    await expect(row.getByText("Above the band")).toBeVisible();
    await followInMain(page, "Highdown");
    await expect(page.getByText(/More people than the 30,000 to 50,000 people/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Change it" })).toBeVisible();
  });
  await when("she adds a hub and forgets when it is open", async () => {
    await page.goto("/manage/places/venues");
    await followInMain(page, "Add a venue");
    await page.getByLabel("Name").fill(hub);
    await page.getByLabel("Address").fill("1 Lock Lane");
    await page.getByLabel("Postcode").fill("LK4 1AB");
    await page.getByLabel("Neighbourhood").selectOption("Highdown");
    await page.getByLabel("People that the largest room holds").fill("30");
    await page.getByLabel("How to get there").fill("Bus LM8 stops outside.");
    await page.getByLabel("At the door").fill("Ring the bell. There are no steps.");
    await page.getByRole("checkbox", { name: "Hearing loop" }).check();
    await page.getByRole("radio", { name: "Yes, it is a hub" }).check();
    await expectRefused(page, await press(page, "Add the venue"), [
      "Say when the hub is open, because people may walk in",
    ]);
    await expect(page.getByRole("checkbox", { name: "Hearing loop" })).toBeChecked();
  });
  await when("she says it", async () => {
    await page.getByLabel("When the hub is open").fill("Weekdays, 9am to noon");
    await press(page, "Add the venue");
    await expect(page.getByRole("alert")).toContainText("It is added");
  });
  await when("she adds a service and says where it works", async () => {
    await page.goto("/manage/places/services/new");
    await page.getByLabel("Name").fill(service);
    await page.getByLabel("Who runs it").selectOption("Larkmere Community Health NHS Trust");
    await page.getByLabel("What it does for people").fill("Someone who looks after your feet.");
    await page.getByLabel("How to reach it").fill("Ring 020 7946 0190");
    await press(page, "Add the service");
    await expect(page.getByText("None yet, so it stands on no neighbourhood’s page.")).toBeVisible();
    await followInMain(page, "It covers an area");
    await page.getByLabel("Area").selectOption("Highdown");
    await expectRefused(page, await press(page, "Save"), [
      "Enter the first day on which it covered the area",
    ]);
    await page.getByLabel("First day").fill("2026-02-02");
    await press(page, "Save");
  });
  await andThen("residents see the hub first and the service, with its day", async () => {
    await resident.goto("/neighbourhoods/highdown");
    const main = resident.getByRole("main");
    const there = main.getByRole("listitem").filter({ has: resident.getByRole("heading", { name: hub }) });
    await expect(there).toContainText("Hub: you can walk in");
    await expect(there).toContainText("Weekdays, 9am to noon");
    await expect(there).toContainText("Hearing loop");
    const care = main.getByRole("listitem").filter({ has: resident.getByRole("heading", { name: service }) });
    await expect(care).toContainText("Larkmere Community Health NHS Trust");
    await expect(care).toContainText("2 February 2026");
  });
  await when("she takes the hub out of use", async () => {
    await page.goto("/manage/places/venues");
    await followInMain(page, hub);
    await followInMain(page, "Take it out of use");
    await press(page, "Yes, take it out of use");
  });
  await andThen("residents are not sent there, and staff can bring it back", async () => {
    await resident.goto("/neighbourhoods/highdown");
    await expect(resident.getByRole("heading", { name: hub })).toHaveCount(0);
    await expect(page.getByRole("row", { name: hub })).toContainText("Out of use");
    await followInMain(page, hub);
    await expect(page.getByRole("link", { name: "Bring it back" })).toBeVisible();
  });
});

test("a neighbourhood is cut, retired and followed by another, and residents can read it", async ({
  page,
}) => {
  const name = `Tannery ${unique()}`;
  const slug = name.toLowerCase().replace(" ", "-");

  await given("there is a small neighbourhood", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/places/neighbourhoods/new");
    await page.getByLabel("Name", { exact: true }).fill(name);
    await expectRefused(page, await press(page, "Add the neighbourhood"), [
      "Enter one sentence about it",
      "Describe it in one or two plain sentences",
      "Enter the number of people who live here",
      "Say where the number of people comes from",
      "Enter a day as year-month-day, such as 2026-06-30",
      "Choose how its edges were drawn",
      "Enter the neighbourhood's code",
      "Choose its colours",
    ]);
    await page.getByLabel("In one sentence").fill("Two streets by the old tannery.");
    await page.getByLabel("In one or two plain sentences").fill("A try at something small.");
    await page.getByLabel("Number of people").fill("9000");
    await page.getByLabel("Where this number comes from").fill("Invented");
    await page.getByLabel("On which day it was true").fill("2025-06-30");
    await page.getByRole("radio", { name: "By streets, hills and water" }).check();
    await page.getByLabel("Its code").fill("X05000099");
    await page.getByRole("radio", { name: "Plum" }).check();
    await press(page, "Add the neighbourhood");
  });
  await andThen("staff are warned that it is small, and can go on", async () => {
    await expect(page.getByText(/Fewer people than the 30,000 to 50,000/)).toBeVisible();
    await expect(fact(page, "Counted")).toContainText("Invented, for 30 June 2025");
  });
  await when("she writes down that a part of it has moved", async () => {
    await followInMain(page, "A part has moved");
    await page.getByLabel("What is it part of now?").selectOption("Old Market");
    await page.getByLabel("First day on which it counted").fill("2126-01-01");
    await page
      .getByLabel("What moved, and why")
      .fill("The lower street, because its shops are in Old Market.");
    await page.getByLabel("Who decided it").fill("The programme board");
    await expectRefused(page, await press(page, "Write it down"), [
      "Write it down once it counts: enter a day up to today",
    ]);
    await page.getByLabel("First day on which it counted").fill("2026-03-02");
    await press(page, "Write it down");
    await expect(page.getByRole("alert")).toContainText("The boundary change is written down");
  });
  await when("she retires it", async () => {
    await followInMain(page, "Retire it");
    await page.getByRole("checkbox", { name: "Old Market" }).check();
    await press(page, "Yes, retire it");
  });
  await andThen("its page says so and leads on, and Old Market's tells of both", async () => {
    await page.goto(`/neighbourhoods/${slug}`);
    await expect(page.getByText(/This neighbourhood ended on/)).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Old Market" }).first().click();
    const main = page.getByRole("main");
    await expect(main.getByRole("link", { name })).toBeVisible();
    await expect(
      main.getByRole("heading", { name: `A part of ${name} became part of Old Market` }),
    ).toBeVisible();
    await expect(main).toContainText("The lower street, because its shops are in Old Market.");
    await page.goto("/neighbourhoods");
    await expect(page.getByRole("main").getByRole("link", { name })).toHaveCount(0);
  });
});

test("a lead keeps their own neighbourhood, and the others are closed to them", async ({ page }) => {
  await when("the lead of Canalside opens his own", async () => {
    await signInAs(page, "Tomasz Wren");
    await page.goto("/manage/places/neighbourhoods/canalside");
  });
  await andThen("he can change it, and not its edges", async () => {
    await expect(page.getByRole("link", { name: "Change it" })).toBeVisible();
    await expect(page.getByRole("link", { name: "A part has moved" })).toHaveCount(0);
  });
  await when("he opens another", async () => {
    await page.goto("/manage/places/neighbourhoods/highdown");
    await expect(page.getByRole("link", { name: "Change it" })).toHaveCount(0);
  });
  await andThen("he is told that it is not his to change", async () => {
    for (const path of [
      "neighbourhoods/highdown/edit",
      "neighbourhoods/canalside/boundary",
      "venues/wharf-hall/retire",
    ]) {
      const answer = await page.goto(`/manage/places/${path}`);
      expect([path, answer?.status()]).toEqual([path, path.startsWith("venues") ? 200 : 403]);
    }
    expect((await page.goto("/manage/places/organisations/new"))?.status()).toBe(403);
    expect((await page.goto("/manage/settings"))?.status()).toBe(403);
  });
});

test("an organisation that was renamed is shown by the name of the day", async ({ page }) => {
  await when("a resident looks at last year's marketplace", async () => {
    await page.goto("/events/larkmere-marketplace-2025");
  });
  await andThen("it says who ran it then, and what they are called now", async () => {
    const aside = page.getByRole("complementary");
    await expect(aside.getByText("Larkmere Voluntary Action", { exact: true })).toBeVisible();
    await expect(aside.getByText("Now called Larkmere Voluntary Alliance")).toBeVisible();
  });
  await when(
    "they look at this year's",
    async () => void (await page.goto("/events/spring-marketplace-2026")),
  );
  await andThen("it has today's name alone", async () => {
    await expect(page.getByRole("complementary").getByText("Larkmere Voluntary Alliance")).toBeVisible();
    await expect(page.getByText("Voluntary Action")).toHaveCount(0);
  });
});

test("themes of the same meaning become one that keeps the words of both", async ({ page }) => {
  const [stays, goes] = [`Warm homes ${unique()}`, `Fuel poverty ${unique()}`];
  await given("there are two themes", async () => {
    await signInAs(page, "Helen Pike");
    for (const [label, plain] of [
      [stays, "Heating"],
      [goes, "Heat or eat"],
    ] as const) {
      await page.goto("/manage/places/themes/new");
      await page.getByLabel("Official word").fill(label);
      await page.getByLabel("Residents’ own word").fill(plain);
      await page.getByRole("radio", { name: "Residents" }).check();
      await press(page, "Add the theme");
    }
  });
  await when("she merges one into the other", async () => {
    await followInMain(page, goes);
    await followInMain(page, "Merge it into another");
    await page.getByLabel("The theme that stays").selectOption(`${stays}: Heating`);
    await press(page, "Merge them");
  });
  await andThen("one stays with all words", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(stays);
    await expect(page.getByLabel("Other words for it")).toHaveValue(`${goes}\nHeat or eat`);
    await page.goto("/manage/places/themes");
    await expect(page.getByRole("main").getByRole("link", { name: goes })).toHaveCount(0);
  });
});
