import type { Page } from "@playwright/test";
import { unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, headFact, loading, press, saveAPlace, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

/** How fast somebody types while listening on the phone: 40 words a minute. */
const MS_PER_KEY = 300;

/** The rows of the outbox that tell someone something, newest first. */
async function toldTo(page: Page, name: string) {
  await page.goto("/manage/outbox");
  return page.getByRole("row", { name });
}

test("staff make an event, publish it, change its size and cancel it, and everyone is told", async ({
  page,
  another,
}) => {
  const title = `Evening about benches ${unique()}`;
  const [byMail, byPhone, byLetter] = ["Fenella", "Gideon", "Hortense"].map((name) => `${name} ${unique()}`);
  const resident = await another();
  let path = "";

  await given("the engagement lead is on her list of events", async () => {
    await signInAs(page, "Helen Pike");
    await followInMain(page, "All events");
  });
  await when("she sends the form of a new event half empty", async () => {
    await followInMain(page, "Make an event");
    await page.getByLabel("Title").fill(title);
    await page.getByRole("radio", { name: "In person", exact: true }).check();
    await page.getByLabel("Number of places").fill("two");
    await expectRefused(page, await press(page, /^Save/), [
      "Enter one or two plain sentences about the event",
      "Choose a kind of event",
      "Enter the day and time that it starts",
      "Enter the day and time that it ends",
      "Choose a venue, because people come in person",
      "Enter the number of places as a whole number, such as 40",
    ]);
  });
  await andThen("what she wrote is kept", async () => {
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await expect(page.getByRole("radio", { name: "In person", exact: true })).toBeChecked();
    await expect(page.getByLabel("Number of places")).toHaveValue("two");
  });
  await when("she fills in the rest", async () => {
    await page.getByLabel("In one or two sentences").fill("Come and say where a bench would help you.");
    await page.getByLabel("More about it").fill("Tea first, then a **walk** with a map.");
    await page.getByLabel("Kind of event").selectOption("Workshop");
    await page.getByLabel("Starts", { exact: true }).fill(wallTime(21, "18:30"));
    await page.getByLabel("Ends", { exact: true }).fill(wallTime(21, "20:00"));
    await page.getByLabel("Venue").selectOption({ index: 1 });
    await page.getByLabel("Number of places").fill("2");
    await page.getByRole("checkbox", { name: "Hearing loop" }).check();
    await press(page, /^Save/);
  });
  await andThen("it is a draft that nobody else can see", async () => {
    await expect(page.getByRole("alert")).toContainText("The draft is saved");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    path = new URL(page.url()).pathname.replace("/manage", "");
    expect((await resident.goto(path))?.status()).toBe(404);
  });
  await when("she publishes it", async () => void (await press(page, "Publish")));
  await andThen("residents find it as she wrote it", async () => {
    await expect(page.getByRole("alert")).toContainText("The event is published");
    await resident.goto(path);
    await expect(headFact(resident, "Places")).toHaveText("2 of 2 left");
    await expect(resident.getByRole("main").locator("strong", { hasText: "walk" })).toBeVisible();
    await expect(resident.getByRole("complementary").getByText("Hearing loop").first()).toBeVisible();
  });
  await when("three residents save places at it", async () => {
    const event = { path };
    await saveAPlace(resident, event, { name: byMail, contact: "Email", email: "fenella@example.org" });
    await saveAPlace(resident, event, { name: byPhone, contact: "Phone call", phone: "07700 900 411" });
    const address = "Hortense Gale\n4 Corn Row\nLarkmere LK1 2AB";
    await saveAPlace(resident, event, { name: byLetter, contact: "Letter by post", address });
  });
  await andThen("two come and one waits", async () => {
    await page.reload();
    await expect(page.getByRole("table", { name: "Who is coming" }).getByRole("row")).toHaveCount(3);
    await expect(page.getByRole("table", { name: "Waiting list" })).toContainText(byLetter ?? "");
  });
  await when("she finds a bigger room", async () => {
    await followInMain(page, "Places");
    await page.getByLabel("Number of places").fill("3");
    await press(page, "Save");
  });
  await andThen("the one who waited has a place and is written to", async () => {
    await expect(page.getByRole("alert")).toContainText("The number of places is changed");
    await expect(page.getByRole("table", { name: "Who is coming" })).toContainText(byLetter ?? "");
    await expect((await toldTo(resident, byLetter ?? "")).first()).toContainText("You have a place");
  });
  await when("the room turns out smaller than all of them", async () => {
    await page.goto(`/manage${path}/capacity`);
    await page.getByLabel("Number of places").fill("1");
    await press(page, "Save");
  });
  await andThen("nobody loses a place", async () => {
    await expect(page.getByRole("alert")).toContainText("Nobody has lost a place");
    await expect(page.getByRole("table", { name: "Who is coming" }).getByRole("row")).toHaveCount(4);
  });
  await when("she prints the list for the door", async () => void (await follow(page, "List for the door")));
  await andThen(
    "it is a sheet of paper with the three of them, and what they asked for is not beside a name",
    async () => {
      await page.emulateMedia({ media: "print" });
      const list = page.getByRole("table", { name: "People with a place" });
      await expect(list.getByRole("row")).toHaveCount(4);
      for (const name of [byMail, byPhone, byLetter]) await expect(list).toContainText(name ?? "");
      await expect(page.getByRole("link")).toHaveCount(0);
      await expect(page.getByText("07700 900 411")).toHaveCount(0);
      await page.emulateMedia({ media: null });
    },
  );
  await when("she has to cancel it, and forgets to say why", async () => {
    await page.goto(`/manage${path}`);
    await follow(page, "Cancel the event");
    await expectRefused(page, await press(page, "Cancel the event"), [
      "Say why the event is cancelled, in words that people who were coming will read",
    ]);
  });
  await when("she says why", async () => {
    await page.getByLabel("Why is it cancelled?").fill("The boiler in the hall has failed.");
    await press(page, "Cancel the event");
  });
  await andThen("the public page says so", async () => {
    await resident.goto(path);
    await expect(resident.getByRole("main")).toContainText("This event is cancelled");
    await expect(resident.getByRole("main")).toContainText("The boiler in the hall has failed.");
  });
  await andThen("each is told once, in the way they chose", async () => {
    const ways = { [byMail ?? ""]: "Email", [byPhone ?? ""]: "Phone call", [byLetter ?? ""]: "Letter" };
    for (const [name, way] of Object.entries(ways)) {
      const told = (await toldTo(resident, name)).filter({ hasText: "The event is cancelled" });
      await expect(told).toHaveCount(1);
      await expect(told).toContainText(way);
    }
    await loading(resident, () =>
      resident.getByRole("row", { name: byMail }).first().getByRole("link").click(),
    );
    await expect(resident.locator(".rh-message").first()).toContainText("The boiler in the hall has failed.");
  });
  await andThen("the call and the letter are waiting for someone to make them", async () => {
    await page.goto("/manage/messages");
    await expect(page.getByRole("main")).toContainText(byPhone ?? "");
    await expect(page.getByRole("main")).toContainText(byLetter ?? "");
  });
});

test("a caller is booked by keyboard alone in less than thirty seconds", async ({ page, desk }) => {
  const event = await desk.makeEvent({ capacity: "5" });
  const caller = `Gwendolen Ashby ${unique()}`;
  let keys = 0;
  const press1 = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const type = async (text: string) => {
    keys += text.length;
    await page.keyboard.type(text);
  };

  await given("the engagement lead is on the phone with the event before her", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${event.path}`);
  });
  const startedAt = performance.now();
  let answered = 0;
  await when("she opens the form, types what the caller says, and presses Enter", async () => {
    await page.getByRole("link", { name: "Book for a caller" }).focus();
    keys += 8;
    await loading(page, () => press1("Enter"));
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await type(caller);
    await press1("Tab");
    await type("020 7946 0321");
    await press1("Tab");
    await type("2");
    await loading(page, () => press1("Enter"));
    answered = performance.now() - startedAt;
  });
  await andThen("she reads out a reference", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Booked");
    await expect(page.locator(".rh-reference")).toHaveText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    await expect(page.getByRole("link", { name: "Book another" })).toBeFocused();
  });
  await andThen(
    "it took fewer keys than somebody presses in half a minute, and the site hardly any time",
    async () => {
      expect(keys * MS_PER_KEY + answered).toBeLessThan(30_000);
    },
  );
  await andThen("the next caller is one key away", async () => {
    await loading(page, () => page.keyboard.press("Enter"));
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  });
  await andThen("the caller is on the list, booked by phone for two", async () => {
    await page.goto(`/manage${event.path}`);
    const row = page.getByRole("row", { name: caller });
    await expect(row).toContainText("By phone");
    await loading(page, () => row.getByRole("link").first().click());
    await expect(page.getByRole("main")).toContainText("2 people");
    await expect(page.getByRole("main")).toContainText("020 7946 0321");
  });
});

test("staff do for a caller what a resident does online", async ({ page, desk }) => {
  const event = await desk.makeEvent({ capacity: "3" });
  const caller = `Gwendolen Ashby ${unique()}`;
  await given("the engagement lead has the form open", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${event.path}/book`);
  });
  await when("she mishears the number and takes a coach party", async () => {
    await page.getByLabel("Name", { exact: true }).fill(caller);
    await page.getByLabel("Phone number or email").fill("oh two oh");
    await page.getByLabel("People in all").fill("30");
    await expectRefused(page, await press(page, "Book"), [
      "Enter a phone number, like 07700 900 982, or an email address, or leave this empty",
      "Book up to 20 people at once, and the others in a second booking",
    ]);
  });
  await when("she mends it", async () => {
    await page.getByLabel("Phone number or email").fill("020 7946 0321");
    await page.getByLabel("People in all").fill("2");
    await page.getByRole("checkbox", { name: "Large print papers" }).check();
    await press(page, "Book");
    await follow(page, "See the booking");
  });
  await andThen("the booking says all of it, and who is shown it", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(caller);
    await expect(page.getByRole("main")).toContainText("Large print papers");
    await expect(page.getByRole("main")).toHaveAttribute("data-registration-state", "confirmed");
  });
  await when("the caller rings again and brings one person fewer", async () => {
    await followInMain(page, "Change");
    await page.getByLabel(/People in all|How many people/).fill("1");
    await press(page, /^Save/);
  });
  await andThen("the booking is changed", async () => {
    await expect(page.getByRole("alert")).toContainText("The booking is changed");
    await expect(page.getByRole("main")).toContainText("1 person");
  });
  await when("they want it on paper", async () => void (await follow(page, "Print a letter")));
  await andThen(
    "the letter is a sheet of its own with the reference, and nothing to click on paper",
    async () => {
      await page.emulateMedia({ media: "print" });
      await expect(page.locator("body")).toContainText(caller);
      await expect(page.locator("body")).toContainText(/[2-9A-Z]{4}-[2-9A-Z]{4}/);
      await expect(page.getByRole("navigation")).toHaveCount(0);
      await page.emulateMedia({ media: null });
      await page.goBack();
    },
  );
  await when("they cannot come", async () => {
    await follow(page, "Cancel the booking");
    await press(page, /^(Yes|Cancel)/);
  });
  await andThen("the place is free again", async () => {
    await expect(page.getByRole("alert")).toContainText("The booking is cancelled");
    await page.goto(event.path);
    await expect(headFact(page, "Places")).toHaveText("3 of 3 left");
  });
});

test("a neighbourhood lead sees their own neighbourhood, and an analyst no names", async ({
  page,
  desk,
  another,
}) => {
  const elsewhere = await desk.makeEvent({ neighbourhood: "mosswell" });
  const guest = `Araminta Pell ${unique()}`;
  await desk.book(elsewhere, { name: guest });
  const analyst = await another();
  await given("the lead of Canalside has signed in", async () => void (await signInAs(page, "Tomasz Wren")));
  await andThen("an event elsewhere answers like a missing one", async () => {
    expect((await page.goto(`/manage${elsewhere.path}`))?.status()).toBe(404);
    expect((await page.goto(`/manage${elsewhere.path}/book`))?.status()).toBe(404);
    expect((await page.goto(`/manage${elsewhere.path}/print`))?.status()).toBe(404);
    await page.goto(`/manage/events?q=${elsewhere.title.split(" ").at(-1)}`);
    await expect(page.getByRole("main")).toContainText("No event fits");
  });
  await given("an analyst has signed in", async () => void (await signInAs(analyst, "Yusuf Karim")));
  await andThen("she sees how many come, and not who", async () => {
    await analyst.goto(`/manage${elsewhere.path}`);
    await expect(analyst.getByRole("main")).toContainText("Your role shows you how many come, and not who.");
    await expect(analyst.getByText(guest)).toHaveCount(0);
    expect((await analyst.goto(`/manage${elsewhere.path}/print`))?.status()).toBe(404);
  });
});
