import { unique } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

const SURVEY = "/surveys/getting-to-appointments";

test("somebody answers an anonymous survey, stops, comes back by a code and sends it", async ({
  page,
  another,
}) => {
  let code = "";
  await given("a survey that says how answers are kept", async () => {
    await page.goto("/surveys");
    await page.getByRole("link", { name: "Getting to appointments" }).click();
    await expect(page.getByText("We don’t ask who you are")).toBeVisible();
    await followInMain(page, "Start");
  });
  await when("they pass over what has to be answered", async () => {
    await expectRefused(page, await press(page, "Continue"), ["Choose an answer"]);
  });
  await when("they answer, mistype a number, and put it right", async () => {
    await page.getByRole("radio", { name: "In the last month" }).check();
    await press(page, "Continue");
    await page.getByRole("checkbox", { name: "By bus" }).check();
    await press(page, "Continue");
    await page.getByLabel("How long did the way there take?").fill("half an hour");
    await expectRefused(page, await press(page, "Continue"), ["Enter a number in figures, like 12"]);
    await expect(page.getByLabel("How long did the way there take?")).toHaveValue("half an hour");
    await page.getByLabel("How long did the way there take?").fill("30");
    await press(page, "Continue");
    await expect(page.getByRole("heading", { name: "How far can you rely on the bus" })).toBeVisible();
  });
  await when("they save and stop on this device", async () => {
    await page.getByRole("radio", { name: "3", exact: true }).check();
    await press(page, "Save and come back later");
    code = (await page.locator("bdi").first().textContent()) ?? "";
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    await press(page, "Stop here and forget this on this device");
    await page.goto(`${SURVEY}/check`);
    await expect(page).toHaveURL(new RegExp(`${SURVEY}$`));
  });
  const elsewhere = await another();
  await when("they come back on another device, with a mistyped code first", async () => {
    await elsewhere.goto(`${SURVEY}/return`);
    await elsewhere.getByLabel("Your code").fill("AAAA BBBB CCCC");
    await expectRefused(elsewhere, await press(elsewhere, "Carry on"), [
      "Check the code: no answers are saved under this one, or its time is over",
    ]);
    await elsewhere.getByLabel("Your code").fill(code.toLowerCase().replaceAll("-", " "));
    await press(elsewhere, "Carry on");
    await expect(elsewhere.getByRole("heading", { name: "did you miss an appointment" })).toBeVisible();
  });
  await when("they go back and find their answer, then say that they never go", async () => {
    await press(elsewhere, /^Back$/);
    await expect(elsewhere.getByRole("radio", { name: "3", exact: true })).toBeChecked();
    await elsewhere.goto(`${SURVEY}/last_time`);
    await elsewhere.getByRole("radio", { name: "Never" }).check();
    await press(elsewhere, "Continue");
    await expect(elsewhere.getByRole("heading", { name: "did you miss an appointment" })).toBeVisible();
  });
  await when("they pass over the rest", async () => {
    for (let n = 0; n < 5; n += 1) await press(elsewhere, "Continue");
    await expect(elsewhere.getByRole("heading", { name: "Check your answers" })).toBeVisible();
  });
  await andThen("what they answered off the route is not there, and what they left out is", async () => {
    await expect(elsewhere.getByText("By bus")).toHaveCount(0);
    await expect(elsewhere.getByText("Not answered").first()).toBeVisible();
  });
  await when("they put things in order from the check, and send", async () => {
    await elsewhere.getByRole("link", { name: "Change What should we ask for first?" }).click();
    await elsewhere.getByLabel("Later appointments").selectOption("2");
    await elsewhere.getByLabel("A bus stop at the door").selectOption("2");
    await expectRefused(elsewhere, await press(elsewhere, "Continue"), [
      "Give each place to one answer only",
    ]);
    await elsewhere.getByLabel("A bus stop at the door").selectOption("1");
    await press(elsewhere, "Continue");
    await expect(elsewhere.getByText("A bus stop at the door")).toBeVisible();
    await press(elsewhere, "Send my answers");
  });
  await andThen("they are thanked, and the device has forgotten them", async () => {
    await expect(elsewhere.getByRole("heading", { name: "Thank you: we have your answers" })).toBeVisible();
    await elsewhere.goto(`${SURVEY}/check`);
    await expect(elsewhere).toHaveURL(new RegExp(`${SURVEY}$`));
  });
});

test("a linked survey says so and asks who somebody is before the first question", async ({ page }) => {
  await given("a survey whose answers stand beside a name", async () => {
    await page.goto("/surveys/canalside-hub-evenings");
    await expect(page.getByText("Your answers stand beside your name")).toBeVisible();
    await followInMain(page, "Start");
  });
  await when("they give no name", async () => {
    await expectRefused(page, await press(page, "Continue"), [
      "Enter your name, or the name you like to be called",
    ]);
  });
  await when("they say who they are and have a link sent", async () => {
    await page.getByLabel("Your name").fill("Amara Osei");
    await page.getByLabel("E-mail address (optional)").fill("amara@example.org");
    await press(page, "Continue");
    await press(page, "Save and come back later");
    await press(page, "E-mail me the link");
    await expect(page.getByText("We have sent you the link.")).toBeVisible();
  });
});

test("staff write a survey question by question, preview it and publish it", async ({ page }) => {
  const title = `Trees in our street ${unique()}`;
  await given("somebody who plans surveys", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/surveys");
    await followInMain(page, "Write a survey");
  });
  await when("they save an empty form", async () => {
    const answer = await press(page, "Save the draft");
    expect(answer?.status() ?? 422).toBe(422);
  });
  await when("they say what it is about and when it is open", async () => {
    await page.getByRole("radio", { name: "No questions yet" }).check();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("In one or two sentences").fill("Which trees people would like, and where.");
    await page.getByLabel("Why you ask, and what the answers are for").fill("We plant forty trees.");
    await page.getByLabel("Who can answer").fill("Anyone who lives here.");
    await page.getByLabel("Minutes it takes").fill("2");
    await page.getByLabel("Who sees the answers").fill("The team.");
    await page.getByLabel("What happens next, and when").fill("We publish the plan.");
    await page.getByRole("radio", { name: "No: nobody can tell" }).check();
    await page.getByLabel("Opens on").fill("2026-01-05");
    await page.getByLabel("Closes on").fill("2099-01-05");
    await press(page, "Save the draft");
    await expect(page.getByText("The draft is saved.")).toBeVisible();
  });
  await when("they write two questions, the second for some", async () => {
    await page.getByLabel("Add a question").selectOption("single");
    await press(page, "Write it");
    await page.getByLabel("The question", { exact: true }).fill("Is there a tree near you?");
    await page.getByLabel("Answers, one a line").fill("Yes\nNo");
    await press(page, "Save the question");
    await page.getByLabel("Add a question").selectOption("long_text");
    await press(page, "Write it");
    await page.getByLabel("The question", { exact: true }).fill("Where should one stand?");
    await page.getByLabel("The answer to").first().selectOption("is_there_a_tree_near_you");
    await page.getByLabel("with", { exact: true }).first().fill("Perhaps");
    await press(page, "Save the question");
  });
  await andThen("the check finds the dead end", async () => {
    await expect(page.getByText("which is not offered").first()).toBeVisible();
  });
  await when("they put it right and publish", async () => {
    await followInMain(page, "Where should one stand?");
    await page.getByLabel("with", { exact: true }).first().fill("No");
    await press(page, "Save the question");
    await expect(page.getByText("is one of “No”")).toBeVisible();
    await followInMain(page, "Preview");
    await expect(page.getByText("Is there a tree near you?").first()).toBeVisible();
    await follow(page, "Back to the survey");
    await followInMain(page, "Publish");
    await press(page, "Publish");
  });
  await andThen("everyone can answer it", async () => {
    await expect(page.getByText("First version")).toBeVisible();
    await followInMain(page, "The public page");
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  });
});
