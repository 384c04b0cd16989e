import type { APIRequestContext, Page } from "@playwright/test";
import { openClient, postForm, unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { followInMain, loading, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

/** A day so many days from now. */
const day = (days: number) => wallTime(days, "12:00").slice(0, 10);

const OPTIONS = ["Keep the bench", "Move the bench", "Two small benches"];
const CRITERIA: [label: string, weight: string][] = [
  ["People sit there", "50"],
  ["Safe at night", "30"],
  ["Cheap", "20"],
];

/** 46 people: what those of each kind give, a figure for each option and criterion, and their first choice. */
const RESIDENT = { kind: "resident", scores: ["525", "434", "341"], first: "A" };
const VOLUNTARY = { kind: "voluntary", scores: ["424", "544", "332"], first: "B" };
const STAFF = { kind: "staff", scores: ["213", "554", "443"], first: "B" };
const PEOPLE = [
  ...Array.from({ length: 24 }, () => RESIDENT),
  ...Array.from({ length: 11 }, () => VOLUNTARY),
  ...Array.from({ length: 11 }, () => STAFF),
];

const fieldsOf = ({ kind, scores, first }: typeof RESIDENT): Record<string, string> => ({
  kind,
  first,
  ...Object.fromEntries(
    scores.flatMap((row, option) =>
      [...row].map((score, criterion) => [`${"ABC"[option]}-${criterion + 1}`, score]),
    ),
  ),
});

/** Somebody in the room scores by pressing what is on the screen of their phone. */
async function scoreByHand(page: Page, somebody: typeof RESIDENT): Promise<void> {
  for (const [name, value] of Object.entries(fieldsOf(somebody)))
    await page.locator(`input[name="${name}"][value="${value}"]`).check();
}

/** The same form, as a phone sends it. */
async function scoreByPost(code: string, somebody: typeof RESIDENT): Promise<void> {
  const phone: APIRequestContext = await openClient();
  const fields = { ...fieldsOf(somebody), submissionId: unique() };
  const answer = await postForm(phone, `/options/score/${code}`, fields);
  expect(answer.status()).toBe(303);
  await phone.dispose();
}

/** A sheet of paper, typed without a mouse: the kind with the arrows, then figure by figure. */
async function typeSheet(page: Page, { kind, scores, first }: typeof RESIDENT): Promise<void> {
  await page.locator(`input[name=kind][value=${kind}]`).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  // The table scrolls by keyboard, so it is a stop on the way.
  if (await page.evaluate(() => document.activeElement?.tagName !== "INPUT"))
    await page.keyboard.press("Tab");
  for (const score of scores.join("")) {
    await page.keyboard.type(score);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type(first);
  await page.keyboard.press("Tab");
  await page.keyboard.type("a c");
  await loading(page, () => page.keyboard.press("Enter"));
}

test("forty-six people score options on phones and on paper, it is decided, published and printed", async ({
  page,
  another,
}) => {
  const question = `What becomes of the bench ${unique()}?`;
  const resident = await another();
  let code = "";
  let managed = "";

  await given("a draft without a question", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/options");
    await followInMain(page, "Begin an appraisal");
    await expectRefused(page, await press(page, "Save the draft"), [
      "Enter the question, as people in the room will read it",
      "Enter one or two plain sentences about it",
      "Choose how far the choice has come",
      "Enter the day on which people score",
      "Say where people score, such as a hall",
      "Say who decides: a meeting or a role, not a name",
      "Enter the day by which it is decided",
    ]);
  });
  await when("it is filled in", async () => {
    await page.getByLabel("What is the question?").fill(question);
    await page.getByLabel("What is it about").fill("The bench by the canal needs new wood this year.");
    await page.getByLabel("Short list: a few, in detail").check();
    await page.getByLabel("On which day do people score?").fill(day(0));
    await page.getByLabel("Where?").fill("Canal Bridges House");
    await page.getByLabel("Who decides?").fill("Canalside neighbourhood board");
    await page.getByLabel("By when?", { exact: true }).fill("2099-12-31");
    await press(page, "Save the draft");
    managed = new URL(page.url()).pathname;
  });
  await when("options and criteria are added, with weights that first make 90", async () => {
    for (const title of OPTIONS) {
      await page.goto(`${managed}/options/new`);
      await page.getByLabel("Short name").fill(title);
      await page.getByLabel("What would it be").fill(`${title}, with new wood.`);
      await page.getByLabel("What speaks for it?").fill("People know it");
      await page.getByRole("radio", { name: "It is known" }).check();
      await page.getByLabel("At least, in pounds").fill("1,200");
      await page.getByLabel("At most, in pounds").fill("1,500");
      await press(page, "Save the option");
    }
    await page.goto(`${managed}/criteria`);
    for (const [at, [label, weight]] of CRITERIA.entries()) {
      await page.getByLabel(`Name of criterion ${at + 1}`).fill(label);
      await page.getByLabel(`What criterion ${at + 1} means`).fill(`${label}, as people there say.`);
      await page.getByLabel(`Weight of criterion ${at + 1}`).fill(at === 0 ? "40" : weight);
    }
    await page.getByLabel("Who agreed them?").fill("Nine people of the group");
    await page.getByLabel("On which day?").fill(day(-2));
    await page.getByLabel("How?", { exact: true }).fill("With dots on a wall.");
    await expectRefused(page, await press(page, "Save criteria and weights"), [
      "The weights add up to 90: they have to make 100",
    ]);
    await page.getByLabel("Weight of criterion 1").fill("50");
    await press(page, "Save criteria and weights");
  });
  await andThen("nobody but staff finds it", async () => {
    const answer = await resident.goto(managed.replace("/manage", ""));
    expect(answer?.status()).toBe(404);
  });
  await when("scoring opens, and the sheet with the code goes on the wall", async () => {
    await page.goto(managed);
    await followInMain(page, "Open scoring");
    await press(page, "Open scoring");
    await page.goto(`${managed}/wall`);
    code = ((await page.locator(".rh-reference").textContent()) ?? "").replace(/[\s\u00a0]/g, "");
    expect(code).toMatch(/^[A-Z0-9]{6}$/);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".rh-qr")).toBeVisible();
    await page.emulateMedia({ media: "screen" });
  });
  await when("somebody in the room mistypes the code, and sends nothing", async () => {
    await resident.goto(managed.replace("/manage", ""));
    await followInMain(resident, "Score the options");
    await resident.getByLabel("Code on the wall").fill("AAAAAA");
    await expectRefused(resident, await press(resident, "Continue"), [
      "That code is on no wall just now: look at it again, or ask someone in the room",
    ]);
    await resident.getByLabel("Code on the wall").fill(`${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`);
    await press(resident, "Continue");
    await expectRefused(resident, await press(resident, "Send my scores"), ["Choose who you are here as"]);
  });
  await when("they score on their phone, and change their mind", async () => {
    await scoreByHand(resident, STAFF);
    await press(resident, "Send my scores");
    await expect(resident.getByText("Thank you, your scores are in")).toBeVisible();
    await expect(resident.locator('input[name="A-1"][value="2"]')).toBeChecked();
    await scoreByHand(resident, RESIDENT);
    await press(resident, "Change my scores");
  });
  await when("thirty-nine others do so too, one of them by hand", async () => {
    const other = await another();
    await other.goto(`/options/score/${code}`);
    await scoreByHand(other, STAFF);
    await press(other, "Send my scores");
    for (const somebody of PEOPLE.slice(1, 39)) await scoreByPost(code, somebody);
    await page.goto(`${managed}/room`);
    await expect(page.locator(".rh-stat__number").first()).toHaveText(/^40/);
  });
  await when("six sheets of paper are typed by keyboard, one with a slip", async () => {
    await page.goto(`${managed}/type`);
    await page.getByLabel("Residents").check();
    await page.getByLabel("A, People sit there").fill("7");
    await expectRefused(page, await press(page, "Save the sheet"), [
      "Type a number from 0 to 5, or nothing where the sheet has none",
    ]);
    await page.goto(`${managed}/type`);
    for (const [at, somebody] of PEOPLE.slice(39, 45).entries()) {
      await typeSheet(page, somebody);
      await expect(page.getByText(`Saved: write the number ${at + 1} on the sheet.`)).toBeVisible();
    }
    await expect(page.getByText("46 people so far.")).toBeVisible();
  });
  await when("scoring closes", async () => {
    await page.goto(`${managed}/close`);
    await press(page, "Close scoring");
    const answer = await resident.reload();
    expect(answer?.status()).toBe(404);
    await resident.goto(managed.replace("/manage", ""));
    await expect(resident.getByText("Scoring is over.")).toBeVisible();
  });
  await andThen("staff see the result, and what is missing before it can be published", async () => {
    await page.goto(`${managed}/preview`);
    await expect(page.getByRole("link", { name: "Say how it was done: the method" })).toBeVisible();
    await page.goto(`${managed}/publish`);
    const answer = await press(page, "Publish the result");
    expect(answer.status()).toBe(422);
    await followInMain(page, "Say how it was done: the method");
    await page.getByLabel("How is it done?").fill("Everybody in the hall scored alone.");
    await page.getByLabel("What happens next?").fill("The wood is ordered.");
    await press(page, "Save");
  });
  await when("the board decides, with conditions and the equality analysis that it read", async () => {
    await page.goto(`${managed}/decision`);
    await page.getByLabel("B: Move the bench").check();
    await page.getByLabel("What was decided?").fill("The bench is moved to the lamp.");
    await page.getByLabel("Why?", { exact: true }).fill("It was scored highest, and it is safe there.");
    await page.getByLabel("On which conditions?").fill("The old place gets a tree");
    await page.getByLabel("Who saw it differently").fill("Three people would rather keep it.");
    await page.getByLabel("Which equality analysis").fill("Equality analysis of the bench");
    await page.getByLabel("Where can it be read?").fill("https://papers.example.org/bench");
    await page.getByLabel("Who read it?").fill("The board");
    await page.getByLabel("On which day did they read it?").fill(day(-2));
    await page.getByLabel("On which day was it decided?").fill(day(-1));
    await press(page, "Write it down");
    await page.goto(`${managed}/publish`);
    await press(page, "Publish the result");
    await expect(page.getByText("The result is published")).toBeVisible();
  });
  await andThen(
    "everybody reads the result, works it out again, and finds the decision in the log",
    async () => {
      await resident.reload();
      await expect(resident.getByText("People: 46")).toBeVisible();
      // 24 residents, 11 of the voluntary sector and 11 staff: 24·5 + 11·4 + 11·2 = 186, 186 ÷ 46 = 4.04, shown as 4.0.
      const row = resident.getByRole("row").filter({ hasText: "A: Keep the bench" }).first();
      await expect(row.getByRole("cell").first()).toHaveText("4.0");
      await expect(resident.getByText("B: Move the bench has the highest total")).toBeVisible();
      await expect(
        resident.getByText("The option that most people chose first is not the one with the highest total."),
      ).toBeVisible();
      await expect(resident.getByText("The old place gets a tree")).toBeVisible();
      await resident.emulateMedia({ media: "print" });
      await expect(resident.getByText("Everybody scored everything: 46 people.")).toBeVisible();
      await resident.emulateMedia({ media: "screen" });
      await followInMain(resident, "See it in the decision log");
      await expect(resident.getByText("The bench is moved to the lamp.")).toBeVisible();
    },
  );
});

test("what has to be decided is logged, moved, linked and settled in the open", async ({ page, another }) => {
  const question = `Who mends the clock ${unique()}?`;
  const resident = await another();
  await given("a decision in the log", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/decisions/new");
    await page.getByLabel("What has to be decided?").fill(question);
    await page.getByLabel("Why is it open?").fill("It has stood still since May.");
    await page.getByLabel("Between what?").fill("The council\nThe traders");
    await page.getByLabel("Who decides?").fill("Market committee");
    await page.getByLabel("By which day?").fill("2020-01-01");
    await expectRefused(page, await press(page, "Put it in the log"), ["Choose a day that is still to come"]);
    await page.getByLabel("By which day?").fill("2099-06-30");
    await press(page, "Put it in the log");
  });
  await when("its day is moved, and it is linked to the market", async () => {
    await followInMain(page, "Move the day");
    await page.getByLabel("The new day").fill("2099-09-30");
    await page.getByLabel("Why is it moved?").fill("The clockmaker is away until the autumn.");
    await press(page, "Move the day");
    await followInMain(page, "What it came of and led to");
    await expectRefused(page, await press(page, "Make the link"), [
      "Choose whether it came before or after",
      "Enter the address of a public page of this site, such as /events/a-meeting",
    ]);
    await page.getByLabel("It came of this").check();
    await page.getByLabel("Address of the page").fill("/events/larkmere-marketplace-2025");
    await press(page, "Make the link");
  });
  await when("it is decided", async () => {
    await followInMain(page, "Write down what was decided");
    await page.getByLabel("What was decided?").fill("The traders mend it.");
    await page.getByLabel("Why?", { exact: true }).fill("They offered.");
    await page.getByLabel("On which day was it decided?").fill(day(-2));
    await press(page, "Write it down");
  });
  await andThen("everybody reads it, with the first day, the reason and what it came of", async () => {
    await resident.goto("/decisions?state=decided");
    await followInMain(resident, question);
    await expect(resident.getByText("The traders mend it.")).toBeVisible();
    await expect(resident.getByText("The clockmaker is away until the autumn.")).toBeVisible();
    await expect(resident.getByText("Promised first for 30 June 2099.")).toBeVisible();
    await expect(resident.getByRole("link", { name: "Larkmere Marketplace" }).first()).toBeVisible();
  });
});
