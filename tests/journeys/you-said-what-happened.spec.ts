import type { Page } from "@playwright/test";
import { type MadeEvent, unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { fact, follow, followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

/** Began the day before yesterday and goes on until tomorrow. */
const ON_NOW = { startsLocal: wallTime(-2, "10:00"), endsLocal: wallTime(1, "12:00") };

/** A letter to somebody, as staff find it among what there is to post. */
const letterTo = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("a note is answered with a promise, the promise is kept, and its author gets letters", async ({
  page,
  another,
  desk,
}) => {
  const word = unique();
  const name = `Leonard ${word}`;
  const resident = await another();
  let event: MadeEvent;
  await given("an event that is on", async () => {
    event = await desk.makeEvent(ON_NOW);
    await resident.goto(`${event.path}/notes`);
  });
  await when(
    "somebody without email leaves a note and asks to hear, without an address at first",
    async () => {
      await resident.getByLabel("What is still hard?").fill(`No seat ${word} at the stop by the lock`);
      await resident.getByRole("radio", { name: "Letter by post" }).check();
      await expectRefused(resident, await press(resident, "Send"), [
        "Enter the name and address for the letter",
        "Enter your name, or the name you like to be called",
      ]);
      await resident.getByLabel("Name and address, as on an envelope").fill(`${name}\n4 Lock Lane\nLarkmere`);
      await resident.getByLabel("What should we call you?").fill(name);
      await press(resident, "Send");
    },
  );
  await andThen("it is kept", async () => {
    await expect(resident.getByRole("alert")).toContainText("Thank you, we have it");
  });

  await when("staff let the note through and go to what waits for an answer", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${event.path}/notes`);
    await follow(page, new RegExp(word));
    await page.getByRole("radio", { name: /let/i }).check();
    await press(page, "Save");
    await page.goto(`/manage${event.path}/notes?view=all`);
    await follow(page, new RegExp(word));
    await follow(page, "Answer it in public");
  });
  await andThen("one person is seen to wait for it", async () => {
    await expect(fact(page, "Asked to hear what comes of it")).toHaveText("1 person");
  });
  await when("they promise something without a date", async () => {
    await follow(page, "Write an answer");
    await page.getByRole("radio", { name: "We will do this" }).check();
    await page.getByLabel("The answer", { exact: true }).fill(`We will put two seats ${word} at the stop.`);
    await page.getByLabel("Which role answers for it?").fill("Head of Highways");
    await page.getByLabel("In which organisation?").selectOption({ label: "Larkmere Council" });
    await expectRefused(page, await press(page, "Save the draft"), ["Say by when it will be done"]);
  });
  await when("they name the day, and publish it", async () => {
    await page.getByLabel("By which day").fill(wallTime(60, "12:00").slice(0, 10));
    await press(page, "Save the draft");
    await follow(page, "Publish it");
    await expect(page.getByRole("main")).toContainText("1 person is told once");
    await expect(page.getByRole("main")).toContainText("It opens a commitment");
    await press(page, "Publish it");
  });
  await andThen("everyone reads it, with what led to it and the commitment that it opened", async () => {
    await resident.goto("/you-said-we-did");
    await followInMain(resident, new RegExp(word));
    await expect(resident.getByRole("heading", { level: 1 })).toContainText(word);
    await expect(resident.getByRole("main")).toContainText("Head of Highways");
    await expect(resident.getByRole("link", { name: /^A note from/ })).toBeVisible();
    await expect(resident.getByRole("link", { name: /^Commitment \d+/ })).toBeVisible();
  });
  await andThen("a letter to its author waits to be posted, and says how to hear no more", async () => {
    await page.goto("/manage/messages");
    await expect(letterTo(page, name)).toHaveCount(1);
    await letterTo(page, name).getByRole("link").first().click();
    await expect(page.locator("body")).toContainText(`two seats ${word}`);
    await expect(page.locator("body")).toContainText("/unfollow/");
  });

  await when("the seats are there, and a second answer says so", async () => {
    await page.goto("/manage/responses");
    await resident.goto("/you-said-we-did");
    await followInMain(resident, new RegExp(word));
    const id = new URL(resident.url()).pathname.split("/").at(-1);
    await page.goto(`/manage/answers/${id}`);
    await follow(page, "What was said");
    await follow(page, "Write another answer");
    await page.getByRole("radio", { name: "We did this" }).check();
    await page.getByLabel("The answer", { exact: true }).fill(`Two seats ${word} stand at the stop.`);
    await page.getByLabel("What was done").fill("Two seats with arms");
    await page.getByLabel("The day on which it was done").fill(wallTime(0, "12:00").slice(0, 10));
    await page.getByLabel("Where it can be seen").fill("The stop by the lock");
    await page.getByLabel("Which role answers for it?").fill("Head of Highways");
    await page.getByLabel("In which organisation?").selectOption({ label: "Larkmere Council" });
    await press(page, "Save the draft");
    await follow(page, "Publish it");
    await press(page, "Publish it");
  });
  await andThen("it stands, the promise is its history, and a second letter waits", async () => {
    await resident.goto("/you-said-we-did");
    await followInMain(resident, new RegExp(word));
    await expect(fact(resident, "Where to see it")).toHaveText("The stop by the lock");
    await expect(resident.getByRole("heading", { name: "Earlier answers" })).toBeVisible();
    await page.goto("/manage/messages");
    await expect(letterTo(page, name)).toHaveCount(2);
  });
});

test("a refusal is found by what happened, stands as plainly as a deed, and is told in Easy Read", async ({
  page,
}) => {
  await when("somebody asks what could not be done", async () => {
    await page.goto("/you-said-we-did");
    const box = page.locator("details").first();
    if ((await box.getAttribute("open")) === null) await box.locator("summary").click();
    await page.getByRole("radio", { name: /^We cannot do this/ }).check();
    await press(page, "Show");
  });
  await andThen("each answer says why", async () => {
    const entries = page.locator(".rh-steps > li");
    const n = await entries.count();
    expect(n).toBeGreaterThan(5);
    await expect(entries.filter({ hasText: "Why:" })).toHaveCount(n);
  });
  await when("they read it in Easy Read", async () => {
    await page.goto("/you-said-we-did");
    await followInMain(page, "Easy Read");
  });
  await andThen("it is one idea a line", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Easy Read");
    await expect(page.getByRole("heading", { name: "People said:" }).first()).toBeVisible();
  });
});
