import type { Page } from "@playwright/test";
import { type MadeEvent, unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

/** Began the day before yesterday and goes on until tomorrow. */
const ON_NOW = { startsLocal: wallTime(-2, "10:00"), endsLocal: wallTime(1, "12:00") };

const chosenRow = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });

test("somebody who was there answers three questions and says how it was, without saying who they are", async ({
  page,
  desk,
}) => {
  let event: MadeEvent;
  await given("an event that is on", async () => {
    event = await desk.makeEvent(ON_NOW);
    await page.goto(event.path);
    await expect(page.getByRole("heading", { name: "Were you there?" })).toBeVisible();
  });
  await when("they open the three questions and send them empty", async () => {
    await followInMain(page, "Answer three questions");
    await expectRefused(page, await press(page, "Send"), ["Answer at least one of the three questions"]);
  });
  await when("they write bank details by mistake", async () => {
    await page.getByLabel("What is still hard?").fill("Pay me at 12-34-56 12345678");
    await expectRefused(page, await press(page, "Send"), [
      "Take out the bank details. We never keep them: we ring you about how to pay",
    ]);
  });
  await when("they say what was hard, and that three agree", async () => {
    await page.getByLabel("What is still hard?").fill("The bench at the lock is gone");
    await page.getByLabel("Your table or stall (optional)").fill("Table 3");
    await page.getByLabel("How many of you agree?").fill("3");
    await page.getByRole("checkbox", { name: "You can print my words, without my name" }).check();
    await press(page, "Send");
  });
  await andThen("it is kept, and the form is ready for the next one from that table", async () => {
    await expect(page.getByRole("alert")).toContainText("Thank you, we have it");
    await expect(page.getByLabel("Your table or stall (optional)")).toHaveValue("Table 3");
    await expect(page.getByLabel("What is still hard?")).toHaveValue("");
  });
  await when("they say how it was", async () => {
    await page.goto(`${event.path}/feedback`);
    await expectRefused(page, await press(page, "Send my answers"), ["Answer at least one question"]);
    await page.getByRole("radio", { name: "Very good" }).check();
    await page.getByLabel("What was good?").fill("The cake");
    await press(page, "Send my answers");
  });
  await andThen("they are thanked", async () => {
    await expect(page.getByRole("heading", { name: "Thank you for telling us" })).toBeVisible();
  });
});

test("staff type sheets, sort what was said, promise something and publish what they heard", async ({
  page,
  desk,
  another,
}) => {
  const word = unique();
  const resident = await another();
  let event: MadeEvent;
  await given("an event that has taken place", async () => {
    event = await desk.makeEvent(ON_NOW);
    const over = { ...ON_NOW, endsLocal: wallTime(-1, "12:00") };
    await desk.send(`/manage${event.path}/edit`, { ...typedOf(event), ...over });
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${event.path}`);
    await follow(page, "Afterwards");
  });
  await when("she types a table's sheet", async () => {
    await follow(page, "Type notes from sheets");
    await expectRefused(page, await press(page, /^Save/), ["Type at least one line from the sheet"]);
    await page.getByLabel("Table, stall or session").fill("Table 1");
    await page.getByLabel("What worked well").fill(`The tea ${word} x4\nThe walk ${word}`);
    await page.getByLabel("What is still hard").fill(`Dr Hollis ${word} never rings back`);
    await page.getByRole("checkbox", { name: "The sheet says that we may print" }).check();
    await press(page, /^Save/);
  });
  await andThen("the boxes are empty for the next one", async () => {
    await expect(page.getByRole("alert")).toContainText("The sheet is written down");
    await expect(page.getByLabel("What worked well")).toHaveValue("");
    await expect(page.getByRole("listitem").filter({ hasText: "(4 agree)" })).toBeVisible();
  });
  await when("she lets all of them through", async () => {
    await follow(page, "Read and sort them");
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await press(page, "Let them through");
  });
  await andThen("the one that may name somebody is left, to be looked at", async () => {
    await expect(page.getByRole("alert")).toContainText("Done, but for notes with a flag");
    await expect(chosenRow(page, "Hollis")).toContainText("May name someone");
    await expect(chosenRow(page, "The walk")).toHaveCount(0);
  });
  await when("she takes the name out and lets it through", async () => {
    await follow(page, /Hollis/);
    await page.getByLabel("Words that may be printed").fill(`A doctor ${word} never rings back`);
    await page.getByRole("checkbox", { name: "Getting a doctor’s appointment" }).check();
    await page.getByRole("radio", { name: /^Let it through/ }).check();
    await press(page, "Save");
  });
  await when("she promises something", async () => {
    await page.goto(`/manage${event.path}/next-steps`);
    await page.getByLabel("What, in one plain sentence").fill(`Ring back within a day ${word}`);
    await page.getByRole("radio", { name: "Something that we will do" }).check();
    await expectRefused(page, await press(page, "Add it"), [
      "Enter the role that answers for it, such as Neighbourhood lead, Canalside",
      "Enter the day that it is promised for",
    ]);
    await page.getByLabel("By which day?").fill("2027-03-31");
    await page.getByLabel("Who answers for it?").fill("Practice manager");
    await press(page, "Add it");
    await page.goto(`/manage${event.path}/notes?view=not_carried`);
    await chosenRow(page, "A doctor").getByRole("checkbox").check();
    await page.getByLabel("Next step").selectOption({ index: 1 });
    await press(page, "Carry them there");
  });
  await when("she writes the page, chooses a quote and publishes it", async () => {
    await page.goto(`/manage${event.path}/heard`);
    await page.getByLabel("In short").fill("People came for tea and spoke most of waiting for a call.");
    await page.getByRole("checkbox", { name: `A doctor ${word} never rings back` }).check();
    await press(page, "Save, and see how it will look");
    await press(page, "Publish it");
    await expect(page.getByRole("alert")).toContainText("The page is published");
  });
  await andThen("residents read it from the event's page, and the name is nowhere", async () => {
    await resident.goto(event.path);
    await followInMain(resident, "Read what we heard");
    await expect(resident.getByRole("heading", { level: 1 })).toHaveText(/What we heard/);
    await expect(resident.locator("blockquote")).toHaveText([`A doctor ${word} never rings back`]);
    await expect(resident.getByText(`Ring back within a day ${word}`)).toBeVisible();
    await expect(resident.getByText("Because of 1 note")).toBeVisible();
    await expect(resident.getByText("Hollis")).toHaveCount(0);
  });
  await when("somebody takes the quote back", async () => {
    await page.goto(`/manage${event.path}/heard`);
    await follow(page, "Somebody takes a quote back");
    await page.getByRole("radio", { name: /A doctor/ }).check();
    await press(page, "Take it out");
  });
  await andThen("it is gone at once", async () => {
    await resident.goto(`${event.path}/heard`);
    await expect(resident.locator("blockquote")).toHaveCount(0);
  });
});

test("somebody is offered money for their time, reads the advice first, and may say no as well as yes", async ({
  page,
  desk,
  another,
}) => {
  const name = `Ida Sorrel ${unique()}`;
  const resident = await another();
  let event: MadeEvent;
  await given("an event that pays for people's time, and somebody with a place", async () => {
    event = await desk.makeEvent();
    const booking = await desk.book(event, { name });
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${event.path}/payments`);
    await expectRefused(page, await press(page, "Save"), [
      "Choose what the money is for",
      "Enter an amount in pounds, such as 30 or 12.50",
      "Say what it is for and how it is reckoned, such as £30 for each workshop",
    ]);
    await page.getByRole("radio", { name: /^Time/ }).check();
    await page.getByLabel("How much at most, for each person?").fill("30");
    await page.getByLabel("What for exactly, and how it is reckoned").fill("£30 for the evening");
    await press(page, "Save");
    await resident.goto(booking);
  });
  await when("they follow the link on their booking and read the advice", async () => {
    await followInMain(resident, "Money for your part in this");
    await expect(resident.getByText(/can change your benefits/)).toBeVisible();
    await press(resident, "I have read this, go on");
  });
  await andThen("they hear that they can claim once it has begun", async () => {
    await expect(resident.getByText("You can claim once the event has begun.")).toBeVisible();
    await expect(resident.getByLabel("How much, in pounds?")).toHaveCount(0);
  });
  await when("they say no thank you", async () => void (await press(resident, "No thank you")));
  await andThen("that is fine, and staff see it without a reason", async () => {
    await expect(resident.getByText("You said no thank you. That is fine")).toBeVisible();
    await page.reload();
    await expect(chosenRow(page, name)).toContainText("Said no thank you");
  });
  await when("they change their mind", async () => void (await press(resident, "I have changed my mind")));
  await andThen("staff find it on the claim too, and can note what they say on the phone", async () => {
    await page.reload();
    await follow(page, name);
    await expect(page.getByRole("main")).toContainText("Has had the advice");
    await press(page, "They would rather not");
    await expect(page.getByRole("main")).toContainText("Said no thank you");
  });
});

/** The form of an event as the desk filled it in, to be sent again with another day. */
function typedOf(event: MadeEvent): Record<string, string | string[]> {
  return {
    title: event.title,
    summary: "Come for a cup of tea and say what you would change round here.",
    description: "Bring a friend.",
    kind: "social",
    mode: "in_person",
    audience: "everyone",
    neighbourhood: "canalside",
    venue: "bridges-house",
    host: "canal-bridges",
    registration: "open",
    capacity: "10",
    carersTakePlaces: "no",
    offerHours: "24",
  };
}
