import type { Page } from "@playwright/test";
import { unique } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

/** A day so many days from now, as a date field holds it. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const LACKING = [
  "Say that the decision has not been taken",
  "Say who will decide",
  "Say when it will be decided",
  "Give the reasons for what is proposed",
  "Say what else could be done instead",
  /^Say why \d+\sdays are enough, or give people 84$/,
  "Say whom it may affect more than others: the equality analysis",
  "Say who made the equality analysis",
  "Say when the equality analysis was made",
];

const BOXES: Record<string, string> = {
  "Say that the decision has not been taken": "Nothing has been decided.",
  "Who will decide?": "Cabinet",
  "On which day?": day(60),
  "Why is it proposed?": "The hall is empty on four days of seven.",
  "What else could be done?": "Leave it as it is.",
  "Why is this enough time?": "Every group meets twice in it.",
  "What does the analysis say?": "Older people use it most.",
  "Who made it?": "Engagement lead",
};

/** Goes where the link of a missing thing leads, and fills in all that is asked there. */
async function mend(page: Page, lacking: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: lacking }).first().click();
  const main = page.getByRole("main");
  for (const [label, words] of Object.entries(BOXES)) {
    const box = main.getByLabel(label, { exact: true });
    if ((await box.count()) === 1 && (await box.inputValue()) === "") await box.fill(words);
  }
  // The analysis was made before it opens, the decision comes after it closes.
  if (lacking.toString().includes("equality")) await main.getByLabel("On which day?").fill(day(-5));
  await press(page, "Save");
}

async function expectLacking(
  page: Page,
  status: number,
  lacking: readonly (string | RegExp)[],
): Promise<void> {
  expect(status).toBe(422);
  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.getByRole("main").locator(".govuk-error-summary");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([...lacking]);
}

test("a consultation that cannot open is mended, opens, closes by its date, and is not decided before it is considered", async ({
  page,
  another,
}) => {
  const title = `The hall on Mondays ${unique()}`;
  const resident = await another();
  let slug = "";

  await given("the engagement lead adds a formal consultation", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/engagement/new");
    await page.getByLabel("Title").fill(title);
    await page
      .getByLabel("In one or two sentences")
      .fill("Should the hall be open on Mondays? Tell us first.");
    await page.getByRole("radio", { name: "Formal consultation" }).check();
    await page.getByLabel("Part of which plan?").selectOption({ label: "Engagement plan for this year" });
    await page.getByLabel("Whom does it mean to involve?").fill("Everyone who uses the hall");
    await page.getByRole("radio", { name: "In several ways" }).check();
    await page.getByRole("radio", { name: "4. Consultation" }).check();
    await page.getByLabel("Who leads it?").selectOption("role:engagement_lead");
    await page.getByLabel("First day").fill(day(0));
    await page.getByLabel("Last day").fill(day(30));
    await press(page, "Save the draft");
    slug = page.url().match(/engagement\/([^/?]+)/)?.[1] ?? "";
  });
  await andThen("nobody else sees the draft", async () => {
    expect((await resident.goto(`/engagement/${slug}`))?.status()).toBe(404);
  });
  await when("she says what is at stake and announces it", async () => {
    await follow(page, "What is at stake");
    await page.getByLabel("Which decision is at stake?").fill("Whether the hall opens on Mondays.");
    await page.getByLabel("What can people change?").fill("The day and the hours.");
    await page.getByLabel("What cannot change, and why?").fill("The hall stays.");
    await page.getByLabel("What would change for people?").fill("Some groups would meet on Mondays.");
    await page.getByLabel("What stays the same for people?").fill("It stays free.");
    await press(page, "Save");
    await press(page, "Announce it");
  });
  await andThen("its page says that it is coming up, and what can change", async () => {
    await resident.goto(`/engagement/${slug}`);
    await expect(resident.getByRole("main")).toContainText("The day and the hours.");
    await expect(resident.getByRole("main")).toContainText("This is a formal consultation");
  });
  await when("she tries to open it", async () => {
    await followInMain(page, "Open it");
    const answer = await press(page, "Open it");
    await expectLacking(page, answer.status(), LACKING);
  });
  await when("she mends one thing after the other, each where its link leads", async () => {
    for (const lacking of [
      "Say who will decide",
      "Give the reasons",
      "Say why",
      "Say who made the equality",
    ]) {
      await page.goto(`/manage/engagement/${slug}/open`);
      await mend(page, new RegExp(`^${lacking}`));
    }
  });
  await andThen("nothing is missing any more, and it opens", async () => {
    await page.goto(`/manage/engagement/${slug}/open`);
    await press(page, "Open it");
    await expect(page.getByRole("alert")).toContainText("It is open");
    await resident.goto(`/engagement/${slug}`);
    await expect(resident.getByRole("main")).toContainText("Open now");
    await expect(resident.getByRole("main")).toContainText("Older people use it most.");
  });
  await when("she tries to write the decision down at once", async () => {
    await page.goto(`/manage/engagement/${slug}/decision`);
    await page.getByLabel("What was decided?").fill("It opens on Mondays.");
    const answer = await press(page, "Write it down");
    await expectLacking(page, answer.status(), [
      "Wait until answers have closed",
      "Say how the answers were considered",
      "Say who read the equality analysis before deciding, and when",
    ]);
  });
  await andThen("what she wrote is kept, and nothing is decided", async () => {
    await expect(page.getByLabel("What was decided?")).toHaveValue("It opens on Mondays.");
    await resident.goto(`/engagement/${slug}`);
    await expect(resident.getByRole("main")).not.toContainText("It opens on Mondays.");
  });
});

/** Closed consultations of the demonstration, and the project that decides each; a decision is written down once. */
const DECIDED_IN: Record<string, string> = {
  "scripts-off-375": "what-to-call-highdown",
  "scripts-on-1280": "help-in-your-language",
};

test("a consultation that has closed is decided only after its answers are considered", async ({
  page,
}, info) => {
  const slug = DECIDED_IN[info.project.name];
  const closed = slug ?? "where-the-hubs-should-be";
  await given("answers closed on their day", async () => {
    await page.goto(`/engagement/${closed}`);
    await expect(page.getByRole("main")).toContainText(
      "This was a formal consultation. It closed at the end of",
    );
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/engagement/late");
    await expect(page.getByRole("table").first()).toContainText("Has not opened");
  });
  if (!slug) return;
  await when("she tries to write the decision down", async () => {
    await page.goto(`/manage/engagement/${slug}/decision`);
    const answer = await press(page, "Write it down");
    await expectLacking(page, answer.status(), [
      "Say how the answers were considered",
      "Say who read the equality analysis before deciding, and when",
    ]);
  });
  await when("she follows the link, and says how they were considered", async () => {
    await followInMain(page, "Say how the answers were considered");
    await page.getByLabel("How many answers came?").fill("140");
    await page
      .getByLabel("How were they considered?")
      .fill("Two officers and six residents read all of them.");
    await page.getByLabel("Who read the equality analysis before deciding?").fill("All members of the board");
    await page.getByLabel("On which day did they read it?").fill(day(-2));
    await press(page, "Save");
  });
  await andThen("the decision can be written down, and everyone reads it", async () => {
    await page.goto(`/manage/engagement/${slug}/decision`);
    await page.getByLabel("What was decided?").fill("It stays as it is, with two more helpers.");
    await page.getByLabel("Why?", { exact: true }).fill("Most people who answered wanted it so.");
    await page.getByLabel("On which day was it decided?").fill(day(-1));
    await press(page, "Write it down");
    await page.goto(`/engagement/${slug}`);
    await expect(page.getByRole("main")).toContainText("It stays as it is, with two more helpers.");
    await expect(page.getByRole("main")).toContainText("All members of the board");
  });
});

test("a staff consultation is there for staff and their union, and for nobody else", async ({
  page,
  another,
}) => {
  const path = "/engagement/working-in-neighbourhood-teams";
  const [stranger, union] = [await another(), await another()];
  await given("somebody who is not signed in looks for it", async () => {
    expect((await stranger.goto(path))?.status()).toBe(404);
  });
  await when("the union’s representative signs in", async () => {
    await signInAs(union, "Marguerite Sloane");
    await union.goto(path);
  });
  await andThen("she reads it, and staff do", async () => {
    await expect(union.getByRole("main")).toContainText("Only staff and their unions can see this page.");
    await signInAs(page, "Yusuf Karim");
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText("Bases, hours and line management");
  });
});

test("somebody who took part says how much say they had", async ({ page }) => {
  await given("an activity that is over", async () => void (await page.goto("/engagement/five-assemblies")));
  await when("she goes to say it and sends the form empty", async () => {
    await follow(page, "Say how much say you had");
    await page.waitForTimeout(1100);
    await expectRefused(page, await press(page, "Send my answer"), ["Choose the answer that fits best"]);
  });
  await when("she chooses an answer", async () => {
    await page.getByRole("radio", { name: "I was asked what I think, and services decided" }).check();
    await press(page, "Send my answer");
  });
  await andThen("she is thanked", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you");
  });
});
