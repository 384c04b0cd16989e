import { unique } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

const ASK = "Answer questions about you";

test("somebody who has answered a survey says who they are, in part, and nobody can tell which is theirs", async ({
  page,
}) => {
  await given("answers that are safe", async () => {
    await page.goto("/surveys/getting-to-appointments/sent");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you: we have your answers");
    await followInMain(page, ASK);
  });
  await andThen("they read why, and that they need not", async () => {
    await expect(page.getByRole("heading", { name: "You choose" })).toBeVisible();
    await expect(page.getByText("nobody can change them later, not even you")).toBeVisible();
  });
  await when("they say where they live, and mistype when they were born", async () => {
    await followInMain(page, "Begin");
    await page.getByRole("radio", { name: "Mosswell" }).check();
    await press(page, "Continue");
    await page.getByLabel("When were you born?").fill("a while ago");
    await expectRefused(page, await press(page, "Continue"), [
      "Enter the year you were born in four figures, like 1958",
    ]);
    await expect(page.getByLabel("When were you born?")).toHaveValue("a while ago");
    await page.getByLabel("When were you born?").fill("March 1958");
    await press(page, "Continue");
  });
  await when("they tell of their health and their family, and pass over the rest", async () => {
    await page.getByRole("radio", { name: "Yes", exact: true }).check();
    await press(page, "Continue");
    await page.getByRole("radio", { name: "Yes, a little" }).check();
    await press(page, "Continue");
    await page.getByRole("radio", { name: "Black, Black British, Caribbean or African" }).check();
    await press(page, "Continue");
    await page.getByRole("radio", { name: "Caribbean", exact: true }).check();
    await press(page, "Continue");
    await page.getByRole("radio", { name: "Prefer not to say" }).check();
    await press(page, "Continue");
    await press(page, "Continue");
  });
  await andThen("they find all of it, with the age group in place of the date", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
    await expect(page.getByText("65 to 74")).toBeVisible();
    await expect(page.getByText("1958")).toHaveCount(0);
    await expect(page.getByText("Caribbean", { exact: true })).toBeVisible();
    await expect(page.getByText("Not answered")).toBeVisible();
  });
  await when("they change their mind about their health, and are not asked what follows", async () => {
    await page.getByRole("link", { name: /^Change Do you have any physical/ }).click();
    await expect(page.getByRole("radio", { name: "Yes", exact: true })).toBeChecked();
    await page.getByRole("radio", { name: "No", exact: true }).check();
    await press(page, "Continue");
    await expect(page.getByText("Yes, a little")).toHaveCount(0);
  });
  await when("they send it", async () => void (await press(page, "Send my answers")));
  await andThen("there is no way back to it", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you");
    await page.goto("/equality/survey/getting-to-appointments/check");
    await expect(page).toHaveURL(/\/equality\/survey\/getting-to-appointments$/);
  });
});

test("somebody who has saved a place is asked too, on pages that know nothing of them", async ({
  page,
  desk,
}) => {
  const event = await desk.makeEvent();
  await given("their own page", async () => {
    await page.goto(await desk.book(event));
    const link = page.getByRole("link", { name: ASK });
    await expect(link).toHaveAttribute("href", `/equality/event/${event.slug}`);
    await followInMain(page, ASK);
  });
  await when("they begin, go back, and leave it", async () => {
    await followInMain(page, "Begin");
    await press(page, "Continue");
    await press(page, /^Back$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which neighbourhood do you live in?");
    await press(page, /^Back$/);
    await followInMain(page, "No, thank you");
  });
  await andThen("they are at the event, and were never asked for a name", async () => {
    await expect(page).toHaveURL(new RegExp(`${event.path}$`));
  });
  await when("an event is a draft", async () => {
    const draft = await desk.draftEvent();
    const answer = await page.goto(`/equality/event/${draft.slug}`);
    expect(answer?.status()).toBe(404);
  });
});

test("an engagement lead takes figures of who lives here in, and publishes who was heard", async ({
  page,
  desk,
}) => {
  const event = await desk.makeEvent({ title: `Who came ${unique()}` });
  await given("twelve people who said something about themselves", async () => {
    for (let n = 0; n < 12; n += 1) {
      const about = `/equality/event/${event.slug}`;
      await desk.send(`${about}/place`, { place: "canalside", action: "next" });
      await desk.send(`${about}/ethnicity`, { ethnicity: "white", action: "next" });
      await desk.send(`${about}/check`, {});
    }
  });
  await when("she sends nothing, then a file with a line that is wrong", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/equality");
    await follow(page, "Who lives here");
    await expectRefused(page, await press(page, "See what it would bring"), ["Choose a file of figures"]);
    const csv = [
      "area_code,area_name,area_kind,topic,category_code,count,base,source,source_date,licence",
      "X09000001,Larkmere,borough,religion,christian,110000,200000,Demo estimate,2025-06-30,Made up",
      "X09000001,Larkmere,borough,religion,no_religion,90000,200000,Demo estimate,2025-06-30,Made up",
      "X09000001,Larkmere,borough,religion,jedi,1,200000,Demo estimate,2025-06-30,Made up",
    ].join("\n");
    const file = { name: "religion.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
    await page.getByLabel("File of figures (CSV)").setInputFiles(file);
    await press(page, "See what it would bring");
  });
  await andThen("she sees what became of each line before it counts", async () => {
    await expect(page.getByText("2 figures to take in")).toBeVisible();
    await expect(page.getByText("Not taken. There is no “jedi” in religion")).toBeVisible();
    await press(page, "Use these figures");
    await expect(page.getByText("These figures count from now on.")).toBeVisible();
    await expect(page.getByRole("cell", { name: "Helen Pike" }).first()).toBeVisible();
  });
  await when("she publishes the year that runs", async () => {
    await page.goto("/manage/equality");
    await page.getByRole("table").getByRole("link").first().click();
    await expect(page.getByText("The year is still running.")).toBeVisible();
    await press(page, /^Publish/);
    await expect(page.getByText("A new edition is published.")).toBeVisible();
  });
  await andThen("everyone sees it, and its numbers hide few people", async () => {
    await followInMain(page, "the page that everyone sees");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who we heard from");
    await expect(page.getByText("People chose for themselves whether to answer")).toBeVisible();
    await page.goto("/who-we-heard-from/2025-26");
    await expect(page.getByText("Fewer than live here: Asian and Black.")).toBeVisible();
    await followInMain(page, "See where these numbers come from");
    await expect(page.getByText("Who answered, April 2025 to March 2026").first()).toBeVisible();
  });
});
