import { unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { fact, follow, followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

const day = (days: number) => wallTime(days, "12:00").slice(0, 10);

test("a commitment finds an owner, is re-dated twice, done late with evidence; another is withdrawn", async ({
  page,
  another,
}) => {
  const word = unique();
  const resident = await another();
  const said = `The lamp ${word} by the lock will burn again.`;
  let number = "";
  await given("a member of staff who writes a commitment down", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/commitments");
    await follow(page, "Write a commitment down");
    await page.getByLabel("The words as they were said").fill(said);
    await page.getByLabel("Said on").fill(day(-100));
    await expectRefused(page, await press(page, "Put it into the register"), [
      "Say where it was said, such as a meeting and a paragraph of its minutes",
    ]);
    await expect(page.getByLabel("The words as they were said")).toHaveValue(said);
  });
  await when("they say where it was said and by when", async () => {
    await page.getByLabel("Where exactly").fill("Minutes of the lock committee, paragraph 3");
    await page.getByLabel(/^Due by/).fill(day(-70));
    await press(page, "Put it into the register");
    number = /(\d+)$/.exec(new URL(page.url()).pathname)?.[1] ?? "";
  });
  await andThen("it is public, and stands on the list of those without an owner", async () => {
    await expect(fact(page, "Who owns it")).toHaveText("Nobody yet");
    await resident.goto(`/commitments/${number}`);
    await expect(resident.getByRole("heading", { level: 1 })).toHaveText(said);
    await expect(fact(resident, "Who owns it")).toHaveText("Nobody yet");
    await page.goto("/manage/commitments");
    const lacking = page.getByRole("table", { name: /^Without an owner or a date/ });
    await expect(lacking.getByRole("link", { name: new RegExp(word) })).toBeVisible();
  });
  await when("somebody tries to call it done", async () => {
    await page.goto(`/manage/commitments/${number}/evidence`);
    await page.getByLabel("What was done").fill("It burns.");
    await page.getByRole("radio", { name: "Yes, it is done" }).check();
    await press(page, "Save");
  });
  await andThen("they are told that nobody owns it, and nothing typed is lost", async () => {
    await expect(page.getByRole("alert")).toContainText("Nobody owns it yet");
    await expect(page.getByLabel("What was done")).toHaveValue("It burns.");
  });
  await when("it gets an owner and two other dates", async () => {
    await page.goto(`/manage/commitments/${number}`);
    await followInMain(page, "Say who owns it");
    await page.getByLabel("Organisation").selectOption({ label: "Larkmere Council" });
    await expectRefused(page, await press(page, "Save"), [
      "Enter the role, such as Head of Libraries: a post, never a person's name",
    ]);
    await page.getByLabel("Role", { exact: true }).fill("Head of Street Lights");
    await press(page, "Save");
    for (const [to, on] of [
      [-40, -75],
      [-10, -45],
    ] as const) {
      await followInMain(page, "Agree another date");
      await page.getByLabel("The new date").fill(day(to));
      await page.getByLabel("Agreed on").fill(day(on));
      await page.getByLabel("Why the date changes").fill("The lamp was not in stock.");
      await press(page, "Save");
    }
  });
  await when("it is shown to be done, a week after its last date", async () => {
    await followInMain(page, "Show what was done");
    await page.getByLabel("What was done").fill("The lamp burns from dusk to dawn.");
    await page.getByLabel("Where to see it on the web (optional)").fill("https://council.example.org/lamp");
    await page.getByLabel("Done on").fill(day(-3));
    await page.getByRole("radio", { name: "Yes, it is done" }).check();
    await press(page, "Save");
  });
  await andThen(
    "everyone reads that it was late, the first date, both changes and the evidence",
    async () => {
      await resident.goto(`/commitments/${number}`);
      const main = resident.getByRole("main");
      await expect(main.getByText("Done late", { exact: true })).toBeVisible();
      await expect(main.getByText("7 days after its date")).toBeVisible();
      await expect(fact(resident, "Due")).toContainText("Originally due:");
      await expect(fact(resident, "Due")).toContainText("The date was changed 2 times");
      await expect(main.getByRole("heading", { name: /^New date:/ })).toHaveCount(2);
      await expect(main.getByText("The lamp burns from dusk to dawn.").first()).toBeVisible();
      await expect(main.getByRole("link", { name: "council.example.org" })).toBeVisible();
    },
  );

  await when("another one is withdrawn, first without a reason", async () => {
    await page.goto("/manage/commitments/new");
    await page.getByLabel("The words as they were said").fill(`A second lamp ${word} will come.`);
    await page.getByLabel("Where exactly").fill("Minutes of the lock committee, paragraph 4");
    await press(page, "Put it into the register");
    await followInMain(page, "Withdraw it");
    await expectRefused(page, await press(page, "Withdraw it for good"), ["Say why: everyone can read it"]);
    await page.getByLabel("Why it will not be kept").fill("The lock is closed from next year.");
    await press(page, "Withdraw it for good");
    number = /(\d+)$/.exec(new URL(page.url()).pathname)?.[1] ?? "";
  });
  await andThen("it stays in the register with its reason", async () => {
    await resident.goto("/commitments?state=withdrawn");
    await follow(resident, new RegExp(`second lamp ${word}`));
    await expect(resident.getByRole("main").getByText("Withdrawn", { exact: true }).first()).toBeVisible();
    await expect(resident.getByText("The lock is closed from next year.")).toBeVisible();
  });
  await when("a resident looks at what falls due and at the milestones", async () => {
    await resident.goto("/commitments/calendar");
    await expect(resident.getByRole("heading", { name: "Overdue" })).toBeVisible();
    await resident.goto("/milestones");
    await followInMain(resident, /agreement to share records/);
  });
  await andThen("the dates of papers that do not agree stand side by side", async () => {
    await expect(resident.getByText("dates for this that cannot both be right")).toBeVisible();
    await expect(resident.getByRole("table", { name: "What our papers say" }).getByRole("row")).toHaveCount(
      4,
    );
  });
});
