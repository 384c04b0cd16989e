import type { Page } from "@playwright/test";
import { type Desk, unique } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, loading, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

/** A board of the journey's own, published; returns its address. */
async function board(desk: Desk, wishes: Record<string, string> = {}): Promise<string> {
  const made = await desk.send("/manage/ideas/new", {
    title: `Streets to walk in ${unique()}`,
    question: "Where would you walk, if you could?",
    decides: "The streets team, six weeks after the board closes.",
    canChange: "Crossings and benches.",
    cannotChange: "Main roads: somebody else decides on them.",
    houseRules: "Be kind.\nName nobody.",
    support: "one",
    points: "",
    moderation: "after",
    neighbourhood: "",
    activity: "",
    opensDay: "2026-01-01",
    opensClock: "09:00",
    closesDay: "2099-01-01",
    closesClock: "17:00",
    ...wishes,
  });
  const slug = new URL(made, "http://here").pathname.split("/").at(-1) ?? "";
  await desk.send(`/manage/ideas/${slug}/publish`, {});
  return `/ideas/${slug}`;
}

const BENCHES = {
  title: "Benches by the crossing",
  text: "My mother waits there for the light and cannot stand that long.",
};

const put = (desk: Desk, at: string, idea: { title: string; text: string }) =>
  desk.send("/manage/ideas/add", { board: at.split("/").at(-1) ?? "", ...idea, neighbourhood: "canalside" });

const count = (page: Page, n: number) =>
  expect(page.getByText(n === 1 ? "1 person supports this" : `${n} people support this`)).toBeVisible();

test("somebody posts an idea, is shown one like it, keeps what they typed, and posts theirs", async ({
  page,
  desk,
}) => {
  let at = "";
  await given("a board with an idea about benches", async () => {
    at = await board(desk);
    await put(desk, at, BENCHES);
    await page.goto(at);
    await expect(page.getByText("Who decides")).toBeVisible();
    await followInMain(page, "Post an idea");
  });
  await when("they send the form empty", async () => {
    await expectRefused(page, await press(page, "Post the idea"), [
      "Say in a few words what your idea is",
      "Say a little more: a sentence is enough",
    ]);
  });
  await when("they write about benches too", async () => {
    await page.getByLabel("Your idea in a few words").fill("More benches at every crossing");
    await page.getByLabel("Say more about it").fill("Two crossings on the main street have none.");
    await page.getByLabel("Your name (you can leave it out)").fill("Amara");
    await press(page, "Post the idea");
  });
  await andThen("they see the other one first, and nothing that they typed is lost", async () => {
    await expect(page.getByRole("heading", { name: "Is it one of these?" })).toBeVisible();
    await expect(page.getByRole("heading", { name: BENCHES.title })).toBeVisible();
    await expect(page.getByLabel("Your idea in a few words")).toHaveValue("More benches at every crossing");
    await expect(page.getByLabel("Your name (you can leave it out)")).toHaveValue("Amara");
  });
  await when("they post theirs all the same", async () => {
    await press(page, "Mine is different: post it");
  });
  await andThen("it is on the board under their name, and on the list", async () => {
    await expect(page.getByText("Your idea is on the board")).toBeVisible();
    await expect(page.getByText("From Amara")).toBeVisible();
    await page.goto(`${at}?sort=new`);
    await expect(page.getByRole("link", { name: "More benches at every crossing" })).toBeVisible();
    await page.goto(`${at}?q=street`);
    await expect(page.getByRole("heading", { name: "1 idea", exact: true })).toBeVisible();
  });
  await andThen("one that may name somebody waits for a person, and its author is told so", async () => {
    await page.goto(`${at}/new`);
    await page.getByLabel("Your idea in a few words").fill("A kinder crossing guard");
    await page.getByLabel("Say more about it").fill("The guard, Mr Trent Holloway, shouts at my children.");
    await page.waitForTimeout(1100);
    await press(page, "Post the idea");
    await expect(page.getByRole("heading", { name: "A person reads it first" })).toBeVisible();
    await page.goto(`${at}?sort=new`);
    await expect(page.getByText("A kinder crossing guard")).toHaveCount(0);
  });
});

test("somebody supports an idea, takes it back, and nobody counts twice", async ({ page, another, desk }) => {
  let idea = "";
  await given("an idea that nobody has supported", async () => {
    const at = await board(desk);
    await put(desk, at, BENCHES);
    idea = `${at}/benches-by-the-crossing`;
    await page.goto(idea);
    await expect(page.getByText("Nobody has supported this yet")).toBeVisible();
  });
  await when("they support it", async () => {
    await press(page, "Support this idea");
    await expect(page.getByText("Thank you. Your support counts.")).toBeVisible();
    await count(page, 1);
  });
  const other = await another();
  await when("somebody else does so too", async () => {
    await other.goto(idea);
    await press(other, "Support this idea");
    await count(other, 2);
  });
  await andThen("the first still sees that it is theirs, and takes it back", async () => {
    await page.goto(idea);
    await expect(page.getByText("You support this idea")).toBeVisible();
    await press(page, "Take my support back");
    await expect(page.getByText("Your support has been taken back.")).toBeVisible();
    await count(page, 1);
  });
});

test("on a board that asks for it, an idea and its support count when a link is opened", async ({
  page,
  another,
  desk,
}) => {
  const email = `${unique()}@example.org`;
  let at = "";
  const outbox = await another();
  const mailed = async (subject: string) => {
    await outbox.goto("/manage/outbox");
    await loading(outbox, () =>
      outbox.getByRole("row", { name: email }).filter({ hasText: subject }).getByRole("link").first().click(),
    );
    const href = await outbox.locator("main a[href*='/ideas/']").first().getAttribute("href");
    return new URL(href ?? "", "http://here").pathname;
  };
  await given("such a board, and staff who see the outbox", async () => {
    at = await board(desk, { asksLink: "yes" });
    await signInAs(outbox, "Helen Pike");
    await page.goto(`${at}/new`);
  });
  await when("they post an idea with their address", async () => {
    await page.getByLabel("Your idea in a few words").fill(BENCHES.title);
    await page.getByLabel("Say more about it").fill(BENCHES.text);
    await page.getByLabel("Your email (you can leave it out)").fill(email);
    await page.waitForTimeout(1100);
    await press(page, "Post the idea");
    await expect(page.getByRole("heading", { name: "Look at your email" })).toBeVisible();
    await page.goto(at);
    await expect(page.getByText(BENCHES.title)).toHaveCount(0);
  });
  await when("they open the link", async () => {
    await page.goto(await mailed("Put your idea on the board"));
    await press(page, "Yes, this is mine");
    await expect(page.getByText("Your idea is on the board")).toBeVisible();
  });
  const other = await another();
  await when("somebody in another browser wants to support it", async () => {
    await other.goto(`${at}/benches-by-the-crossing`);
    await press(other, "Support this idea");
    await expectRefused(other, await press(other, "Send me the link"), [
      "Enter an email address, like name@example.org",
    ]);
    await other.getByLabel("Your email address").fill(email);
    await press(other, "Send me the link");
    await expect(other.getByRole("heading", { name: "Look at your email" })).toBeVisible();
    await other.goto(`${at}/benches-by-the-crossing`);
    await expect(other.getByText("Nobody has supported this yet")).toBeVisible();
  });
  await andThen("it counts when they open theirs, once", async () => {
    const link = await mailed("Say that you support an idea");
    await other.goto(link);
    await press(other, "Yes, I support it");
    await count(other, 1);
    await other.goto(link);
    await press(other, "Yes, I support it");
    await count(other, 1);
  });
  await when("somebody without email rings, twice, and staff put their support in", async () => {
    const managed = `/manage${at}/benches-by-the-crossing`;
    await outbox.goto(managed);
    await expectRefused(outbox, await press(outbox, "Put their support in"), [
      "Enter a phone number with its area code, like 020 7946 0123",
    ]);
    await outbox.getByLabel("Their phone number").fill("07700 900123");
    await press(outbox, "Put their support in");
    await expect(outbox.getByText("Their support is in.")).toBeVisible();
    await outbox.getByLabel("Their phone number").fill("+44 7700 900123");
    await press(outbox, "Put their support in");
    await expect(outbox.getByText("It counts once.")).toBeVisible();
  });
  await andThen("it counts once, beside the other", async () => {
    await other.reload();
    await count(other, 2);
  });
});

test("staff join two ideas, their old address leads on, and undoing it brings both back", async ({
  page,
  another,
  desk,
}) => {
  let at = "";
  const resident = await another();
  await given("two ideas about the same, each supported by the same person", async () => {
    at = await board(desk);
    await put(desk, at, BENCHES);
    await put(desk, at, { title: "Seats at the crossing", text: "Somewhere to sit while the light is red." });
    for (const slug of ["benches-by-the-crossing", "seats-at-the-crossing"]) {
      await resident.goto(`${at}/${slug}`);
      await press(resident, "Support this idea");
    }
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${at}`);
    await follow(page, "Seats at the crossing");
    await follow(page, "Join it to another");
  });
  await when("they join one to the other, saying why", async () => {
    await page.getByLabel("Find another idea by its words").fill("benches");
    await press(page, "Show");
    await expectRefused(page, await press(page, "Join them"), [
      "Choose the idea that it goes into",
      "Say why: authors and supporters read it",
    ]);
    await page.getByRole("radio", { name: BENCHES.title }).check();
    await page.getByLabel("Why").fill("Both ask for places to sit at the crossing.");
    await press(page, "Join them");
    await expect(page.getByText("The ideas are joined")).toBeVisible();
  });
  await andThen("its address leads to the other, where the person counts once", async () => {
    await resident.goto(`${at}/seats-at-the-crossing`);
    await expect(resident).toHaveURL(new RegExp(`${at}/benches-by-the-crossing$`));
    await count(resident, 1);
    await expect(resident.getByText("Seats at the crossing")).toBeVisible();
  });
  await when("staff take it out again", async () => {
    await press(page, /^Take it out again/);
    await expect(page.getByText("The ideas are apart again")).toBeVisible();
  });
  await andThen("both stand as before", async () => {
    await resident.goto(`${at}/seats-at-the-crossing`);
    await expect(resident.getByRole("heading", { name: "Seats at the crossing", level: 1 })).toBeVisible();
    await count(resident, 1);
  });
});

test("a note of the marketplace becomes an idea that says where it was said", async ({ page, desk }) => {
  let at = "";
  await given("a note that somebody has let through", async () => {
    at = await board(desk);
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/events/larkmere-marketplace-2025/notes?view=all&question=priority");
    await follow(page, "Train the barbers to talk about stress too");
    await follow(page, "Carry it to an idea board");
  });
  await when("they put it onto the board", async () => {
    await page.getByLabel("Board").selectOption(at.split("/").at(-1) ?? "");
    await expect(page.getByLabel("What they said")).toHaveValue("Train the barbers to talk about stress too");
    await page.getByLabel("The idea in a few words").fill("Barbers who can talk about stress");
    await press(page, "Put it onto the board");
    await expect(page.getByText("The idea is on the board.")).toBeVisible();
  });
  await andThen("the idea says at which event, and the note says where it went", async () => {
    await page.goto(`${at}/barbers-who-can-talk-about-stress`);
    await expect(page.getByText("Said at this event:")).toBeVisible();
    await page.goto("/manage/events/larkmere-marketplace-2025/notes?view=all&question=priority");
    await expect(page.getByRole("link", { name: "Barbers who can talk about stress" }).first()).toBeVisible();
  });
});
