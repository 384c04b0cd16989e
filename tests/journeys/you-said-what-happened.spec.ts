import type { Page } from "@playwright/test";
import { type Desk, type MadeEvent, unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { fact, follow, followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

/** Began the day before yesterday and goes on until tomorrow. */
const ON_NOW = { startsLocal: wallTime(-2, "10:00"), endsLocal: wallTime(1, "12:00") };

/** A board that is open for a long while; returns its address. */
async function openBoard(desk: Desk): Promise<string> {
  const made = await desk.send("/manage/ideas/new", {
    title: `Stops and seats ${unique()}`,
    question: "Where would you sit down, if you could?",
    decides: "The streets team, six weeks after the board closes.",
    canChange: "Stops and benches.",
    cannotChange: "Main roads: somebody else decides on them.",
    houseRules: "Be kind.",
    support: "one",
    points: "",
    moderation: "after",
    neighbourhood: "",
    activity: "",
    opensDay: "2026-01-01",
    opensClock: "09:00",
    closesDay: "2099-01-01",
    closesClock: "17:00",
  });
  const slug = new URL(made, "http://here").pathname.split("/").at(-1) ?? "";
  await desk.send(`/manage/ideas/${slug}/publish`, {});
  return `/ideas/${slug}`;
}

/** Goes to an idea among all that wait for an answer, the newest of which come last. */
async function followWaiting(page: Page, words: RegExp): Promise<void> {
  await page.goto("/manage/responses?kind=idea");
  while ((await page.getByRole("main").getByRole("link", { name: words }).count()) === 0)
    await followInMain(page, "More that waits");
  await followInMain(page, words);
}

/** A letter to somebody, as staff find it among what there is to post. */
const letterTo = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("a note becomes an idea, is supported, promised and done, and its author gets letters", async ({
  page,
  another,
  desk,
}) => {
  const word = unique();
  const name = `Leonard ${word}`;
  const title = `Two seats ${word} by the lock`;
  const resident = await another();
  let event: MadeEvent;
  let board = "";
  let number = "";
  await given("an event that is on, and an idea board", async () => {
    event = await desk.makeEvent(ON_NOW);
    board = await openBoard(desk);
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

  await when("staff let the note through and carry it to the board", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${event.path}/notes`);
    await follow(page, new RegExp(word));
    await page.getByRole("radio", { name: /let/i }).check();
    await press(page, "Save");
    await page.goto(`/manage${event.path}/notes?view=all`);
    await follow(page, new RegExp(word));
    await follow(page, "Carry it to an idea board");
    await page.getByLabel("Board").selectOption(board.split("/").at(-1) ?? "");
    await page.getByLabel("The idea in a few words").fill(title);
    await press(page, "Put it onto the board");
  });
  await when("somebody supports it there", async () => {
    await resident.goto(board);
    await followInMain(resident, title);
    await press(resident, "Support this idea");
  });
  await andThen("it counts", async () => {
    await expect(resident.getByText("1 person supports this")).toBeVisible();
  });
  await when("staff go to what waits for an answer", async () => {
    await followWaiting(page, new RegExp(word));
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
    await expect(resident.getByRole("main").getByRole("link", { name: new RegExp(title) })).toBeVisible();
    await followInMain(resident, /^Commitment \d+/);
    await expect(fact(resident, "Who owns it")).toContainText("Head of Highways");
    number = /(\d+)$/.exec(new URL(resident.url()).pathname)?.[1] ?? "";
  });
  await andThen("a letter to its author waits to be posted, and says how to hear no more", async () => {
    await page.goto("/manage/messages");
    await expect(letterTo(page, name)).toHaveCount(1);
    await letterTo(page, name).getByRole("link").first().click();
    await expect(page.locator("body")).toContainText(`two seats ${word}`);
    await expect(page.locator("body")).toContainText("/unfollow/");
  });

  await when("the seats are there, and staff show what was done for the commitment", async () => {
    await page.goto(`/manage/commitments/${number}`);
    await followInMain(page, "Show what was done");
    await page.getByRole("radio", { name: "Yes, it is done" }).check();
    await expectRefused(page, await press(page, "Save"), [
      "Say what was done, so that somebody could go and see",
    ]);
    await page.getByLabel("What was done").fill(`Two seats ${word} with arms stand at the stop.`);
    await page.getByLabel("Done on").fill(wallTime(0, "12:00").slice(0, 10));
    await page.getByRole("radio", { name: "Yes, it is done" }).check();
    await press(page, "Save");
  });
  await andThen("the commitment is done in time, by its evidence, and the answer says so too", async () => {
    await resident.goto(`/commitments/${number}`);
    await expect(resident.getByText(`Two seats ${word} with arms stand at the stop.`).first()).toBeVisible();
    await resident.goto("/you-said-we-did");
    await followInMain(resident, new RegExp(word));
    await expect(resident.getByText(/^Done on /)).toBeVisible();
  });
  await when("a second answer says that it was done", async () => {
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
