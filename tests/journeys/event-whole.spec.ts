import type { Page } from "@playwright/test";
import { unique, wallIn, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, press, saveAPlace, signInAs } from "../support/pages";

/** A day so many days from now, as a date field holds it. */
const day = (days: number) => wallTime(days, "").slice(0, 10);

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The London wall time of a moment, as a date field holds it. */
const wallAt = (moment: number) => wallIn((moment - Date.now()) / (60 * MINUTE));

/** Adds an activity to this year's plan, says what is at stake, and opens it. Returns its address. */
async function planActivity(page: Page, title: string): Promise<string> {
  await page.goto("/manage/engagement/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("In one or two sentences").fill("What should happen with the old wash house?");
  await page.getByRole("radio", { name: "Event", exact: true }).check();
  await page.getByLabel("Part of which plan?").selectOption({ label: "Engagement plan for this year" });
  await page.getByLabel("Whom does it mean to involve?").fill("Everyone who lives near it");
  await page.getByRole("radio", { name: "In several ways" }).check();
  await page.getByRole("radio", { name: "5. Engagement" }).check();
  await page.getByLabel("Who leads it?").selectOption("role:engagement_lead");
  await page.getByLabel("First day").fill(day(0));
  await page.getByLabel("Last day").fill(day(30));
  await press(page, "Save the draft");
  const slug = page.url().match(/engagement\/([^/?]+)/)?.[1] ?? "";
  await follow(page, "What is at stake");
  await page.getByLabel("Which decision is at stake?").fill("What the wash house becomes.");
  await page.getByLabel("What can people change?").fill("Who uses it, and when.");
  await page.getByLabel("What cannot change, and why?").fill("The roof has to be mended first.");
  await page.getByLabel("What would change for people?").fill("There would be a room to meet in.");
  await page.getByLabel("What stays the same for people?").fill("The yard stays open.");
  await press(page, "Save");
  await press(page, "Announce it");
  await followInMain(page, "Open it");
  await press(page, "Open it");
  return slug;
}

test("an event goes from the plan through its draft, bookings, the day and the notes to what we heard", async ({
  page,
  another,
}) => {
  test.setTimeout(5 * MINUTE);
  const word = unique();
  const activity = `What becomes of the wash house ${word}`;
  const title = `Marketplace at the wash house ${word}`;
  const [inTime, noShow] = [`Ottoline ${word}`, `Humphrey ${word}`];
  const resident = await another();
  let plan = "";
  let path = "";
  let over = 0;

  await given("the engagement lead has an activity in this year's plan", async () => {
    await signInAs(page, "Helen Pike");
    plan = await planActivity(page, activity);
  });
  await when("she drafts a marketplace for it", async () => {
    await page.goto("/manage/events/new");
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("In one or two sentences").fill("Stalls, soup, and what the wash house could be.");
    await page.getByLabel("Kind of event").selectOption("Marketplace");
    await page.getByRole("radio", { name: "In person", exact: true }).check();
    await page.getByLabel("Starts", { exact: true }).fill(wallTime(12, "11:00"));
    await page.getByLabel("Ends", { exact: true }).fill(wallTime(12, "15:00"));
    await page.getByLabel("Venue").selectOption({ index: 1 });
    await page.getByLabel("Part of which activity?").selectOption({ label: activity });
    await page.getByLabel("Number of places").fill("40");
    await press(page, /^Save/);
    path = page.url().match(/\/events\/[^/?]+/)?.[0] ?? "";
  });
  await andThen(
    "the draft is missing to everybody else, and the activity does not give it away",
    async () => {
      expect((await resident.goto(path))?.status()).toBe(404);
      await resident.goto(`/engagement/${plan}`);
      await expect(resident.getByText(title)).toHaveCount(0);
    },
  );
  await when("she publishes it", async () => void (await press(page, /^Publish/)));
  await andThen("a resident comes to it from what is coming up", async () => {
    await resident.goto(`/engagement/${plan}`);
    await followInMain(resident, title);
    await expect(resident.getByRole("heading", { level: 1 })).toHaveText(title);
  });
  await when("two residents save a place", async () => {
    for (const name of [inTime, noShow]) {
      await saveAPlace(resident, { path }, { name, contact: "Do not tell me, I will check my booking page" });
    }
  });
  await when("she moves it to begin within a minute, and it begins", async () => {
    // Minutes are the smallest times of an event: two seconds to send the form, and a minute for the whole of it.
    const starts = Math.ceil((Date.now() + 2 * SECOND) / MINUTE) * MINUTE;
    over = starts + MINUTE;
    await page.goto(`/manage${path}/edit`);
    await page.getByLabel("Starts", { exact: true }).fill(wallAt(starts));
    await page.getByLabel("Ends", { exact: true }).fill(wallAt(over));
    await press(page, /^Save/);
    await expect(page).toHaveURL(/done=/);
    await page.waitForTimeout(Math.max(0, starts - Date.now()));
  });
  await when("one of them comes, and somebody who had not booked", async () => {
    await page.goto(`/manage${path}/door`);
    await page.getByLabel("Name or reference").fill(inTime);
    await press(page, "Find");
    await press(page, `Check in ${inTime}`);
    await page.getByText("Somebody came without booking", { exact: true }).click();
    await page.getByLabel("How many people").fill("1");
    await press(page, "Note them");
  });
  await when("a table says what is hard", async () => {
    await resident.goto(path);
    await followInMain(resident, "Answer three questions");
    await resident.getByLabel("What is still hard?").fill(`No room to meet in winter ${word}`);
    await resident.getByLabel("How many of you agree?").fill("6");
    await resident.getByRole("checkbox", { name: "You can print my words, without my name" }).check();
    await press(resident, "Send");
  });
  await when("it is over, and she closes the list", async () => {
    await page.waitForTimeout(Math.max(0, over - Date.now()));
    await page.goto(`/manage${path}/close-list`);
    await press(page, "Close the list");
  });
  await andThen(
    "it adds up: two registered, one came, one did not, and one came without booking",
    async () => {
      await page.goto(`/manage${path}`);
      for (const row of ["Registered 2", "Came 1", "Did not come 1"])
        await expect(page.getByRole("row", { name: row })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(
        "2 people came in all: 1 who had registered and 1 who",
      );
    },
  );
  await when("she lets the note through, promises a room and carries the note there", async () => {
    await page.goto(`/manage${path}/notes`);
    await page.getByRole("checkbox").first().check();
    await press(page, "Let them through");
    await page.goto(`/manage${path}/next-steps`);
    await page.getByLabel("What, in one plain sentence").fill(`The library opens its back room ${word}`);
    await page.getByRole("radio", { name: "Something that we will do" }).check();
    await page.getByLabel("By which day?").fill(day(40));
    await page.getByLabel("Who answers for it?").fill("Neighbourhood lead");
    await press(page, "Add it");
    await page.goto(`/manage${path}/notes?view=not_carried`);
    await page.getByRole("checkbox").first().check();
    await page.getByLabel("Next step").selectOption({ index: 1 });
    await press(page, "Carry them there");
  });
  await when("she writes what was heard and publishes it, and says how much say people had", async () => {
    await page.goto(`/manage${path}/heard`);
    await page.getByLabel("In short").fill("People want a room to meet in, most of all in winter.");
    await page.getByRole("checkbox", { name: `No room to meet in winter ${word}` }).check();
    await press(page, "Save, and see how it will look");
    await press(page, "Publish it");
    await page.goto(`/manage/engagement/${plan}/outcome`);
    await page
      .getByLabel("What happened, and what comes of it?")
      .fill("A marketplace, and a room for winter.");
    await page.getByRole("radio", { name: "4. Consultation" }).check();
    await press(page, "Save");
  });
  await andThen(
    "a resident goes from the activity to what was heard, and reads what comes of it",
    async () => {
      await resident.goto(`/engagement/${plan}`);
      await expect(resident.getByRole("main")).toContainText("A marketplace, and a room for winter.");
      await followInMain(resident, title);
      await followInMain(resident, "Read what we heard");
      await expect(resident.locator("blockquote")).toHaveText([`No room to meet in winter ${word}`]);
      await expect(resident.getByText(`The library opens its back room ${word}`)).toBeVisible();
      await expect(resident.getByText("Because of 1 note")).toBeVisible();
    },
  );
});
