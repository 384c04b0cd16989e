import type { Page } from "@playwright/test";
import { andThen, expect, given, test, when } from "../support/journey";
import { followInMain, loading, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

const SURVEY = "/surveys/getting-to-appointments";
const MANAGED = `/manage${SURVEY}`;
const LINKED = "/surveys/canalside-hub-evenings";

/** What stands on a sheet: its first box is told by its code, so that anybody who reads it types the same. */
const ticked = (code: string) => String(1 + (Number(code.split("-")[1]) % 4));
/** What somebody types who looks at the wrong line. */
const mistyped = (code: string) => String(1 + ((Number(ticked(code)) + 1) % 4));

/** Types into the field that has the keyboard, and goes on to the next. */
async function typeOn(page: Page, ...words: string[]): Promise<void> {
  for (const [at, word] of words.entries()) {
    if (word) await page.keyboard.type(word);
    if (at < words.length - 1) await page.keyboard.press("Tab");
  }
}

const enter = (page: Page) => loading(page, () => page.keyboard.press("Enter"));

test("twenty sheets are typed by keyboard alone, and typing some again finds the mistakes", async ({
  page,
  another,
  desk,
}) => {
  // Twenty sheets, six of them again and each page looked at: longer than other journeys.
  test.setTimeout(300_000);
  let batch = "";
  let codes: string[] = [];
  await given("a batch of twenty sheets, six of which are typed twice", async () => {
    const fields = { sheets: "20", place: "Wharf library", size: "usual", share: "0", least: "6" };
    const made = await desk.send(`${MANAGED}/sheets`, fields);
    batch = /sheets\/(B\d+)/.exec(made)?.[1] ?? "";
    await signInAs(page, "Helen Pike");
    await page.goto(`${MANAGED}/sheets/${batch}/print`);
    codes = [...new Set(await page.locator(".rh-reference").allTextContents())];
    expect(codes).toHaveLength(20);
  });
  await when("each page of a sheet is printed", async () => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 680, height: 1000 });
    for (const sheet of await page.locator(".rh-paper__page").all()) {
      const box = await sheet.boundingBox();
      // 266 mm of A4 stand between the margins.
      expect(box?.height ?? 0).toBeLessThan((266 / 25.4) * 96);
    }
    await page.emulateMedia({ media: "screen" });
  });
  await when("a code is mistyped, and one question too", async () => {
    await page.goto(`${MANAGED}/type/${batch}`);
    const [code = ""] = codes;
    const wrong = code.endsWith("A") ? "B" : "A";
    await typeOn(page, `${code.slice(-5, -1)}${wrong}`, "3");
    await expectRefused(page, await enter(page), [
      "The letter at the end does not fit the number: look at the code again",
    ]);
    await expect(page.getByLabel("1. When did you last go")).toHaveValue("3");
    await page.getByLabel("Code on the sheet").fill(code);
    await page.getByLabel("1. When did you last go").fill("1 2");
    await expectRefused(page, await press(page, "Save and type the next"), [
      "Type one number, or // when two boxes are ticked",
    ]);
  });
  await when("all twenty are typed, without a mouse; most with a slip of the finger", async () => {
    await page.goto(`${MANAGED}/type/${batch}`);
    for (const [n, code] of codes.entries()) {
      const first = n < 15 ? mistyped(code) : ticked(code);
      // The code, then the answers: two boxes, words beside "other", a mark, and nothing for the rest.
      await typeOn(page, code.slice(-5), first, ...(first === "4" ? [] : ["1 6", "by boat", "??"]));
      await enter(page);
      await expect(page.getByText(`Sheet ${code} is saved.`)).toBeVisible();
    }
    await expect(page.getByText("20 of 20 sheets typed.")).toBeVisible();
  });
  await when("one of them comes up again", async () => {
    await typeOn(page, (codes[0] ?? "").slice(-5));
    await enter(page);
    await expect(page.getByRole("link", { name: `Sheet ${codes[0]} is typed already` })).toBeVisible();
  });
  const ines = await another();
  const asked: string[] = [];
  await when("a colleague types six of them again, as the sheets say", async () => {
    await signInAs(ines, "Ines Fairweather");
    await ines.goto(`${MANAGED}/sheets/${batch}`);
    for (let n = 0; n < 6; n += 1) {
      await followInMain(ines, "Type a sample again");
      const code = (await ines.locator(".rh-reference").textContent()) ?? "";
      asked.push(code);
      const first = ticked(code);
      await ines.getByLabel("1. When did you last go").fill(first);
      if (first !== "4") {
        await ines.getByLabel("2. How did you get there?").fill("1 6");
        await ines.getByLabel("2. The words beside “Other”").fill("By boat.");
        await ines.getByLabel("3. How long").fill("??");
      }
      await press(ines, "Save and compare");
    }
  });
  const planted = asked.filter((code) => codes.indexOf(code) < 15);
  await andThen("exactly the planted mistakes are found", async () => {
    expect(new Set(asked).size).toBe(6);
    await expect(ines.getByText("Two typings differ", { exact: true })).toHaveCount(planted.length);
    for (const code of planted)
      await expect(ines.getByRole("link", { name: `Decide about ${code}` })).toBeVisible();
  });
  await when("somebody looks at the paper and decides", async () => {
    for (const code of planted) {
      await ines.goto(`${MANAGED}/sheets/${batch}/${code}/settle`);
      for (const radio of await ines.locator("input[value=second]").all()) await radio.check();
      await press(ines, "Save what the sheet says");
    }
  });
  await andThen("the batch is checked, and says how much was typed alike", async () => {
    await ines.goto(`${MANAGED}/sheets/${batch}`);
    await expect(ines.getByText("Checked", { exact: true })).toBeVisible();
    await expect(ines.getByText(/^\d+% \(\d+ of 60\)$/)).toBeVisible();
  });
  await when("a sheet is corrected, and another taken out and typed once more", async () => {
    const [first = "", second = ""] = codes;
    await page.goto(`${MANAGED}/sheets/${batch}/${first}`);
    await page.getByLabel("10. Where do you live?").fill("2");
    await press(page, "Save the correction");
    await expect(page.getByText("The sheet is put right.")).toBeVisible();
    await page.goto(`${MANAGED}/sheets/${batch}/${second}`);
    await followInMain(page, "Take this sheet out");
    await press(page, "Take it out");
    await expect(page.getByText("It can be typed again.")).toBeVisible();
    await page.goto(`${MANAGED}/type/${batch}`);
    await typeOn(page, second.slice(-5), "4");
    await enter(page);
    await expect(page.getByText(`Sheet ${second} is saved.`)).toBeVisible();
  });
});

test("anybody prints the form, in large print and in another language", async ({ page }) => {
  await given("a survey that is open", async () => {
    await page.goto(SURVEY);
    await followInMain(page, "Print this form and fill it in on paper");
  });
  await andThen("it says the way through in words, and where to give it back", async () => {
    await expect(page.getByText("If you ticked “Never”, go to question 5.")).toBeVisible();
    await expect(page.getByText("Answer this only if you ticked “By bus” at question 2.")).toBeVisible();
    await expect(page.getByText("Give it back by")).toBeVisible();
  });
  await when("they take large print, and Portuguese", async () => {
    await followInMain(page, "The same in large print");
    await followInMain(page, "Português");
    await expect(page.getByText("Se marcou «Nunca», passe à pergunta 5.")).toBeVisible();
  });
});

test("staff answer for somebody on the phone, and take the responses out as a file", async ({ page }) => {
  await given("somebody who rings", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(MANAGED);
    await followInMain(page, "Answer for somebody");
    await expectRefused(page, await press(page, "Begin"), ["Choose how you answer for them"]);
    await page.getByRole("radio", { name: "They are on the phone" }).check();
    await press(page, "Begin");
  });
  await when("their answers are put in, on the pages that everybody sees", async () => {
    await expect(page.getByText("You are answering for somebody on the phone.")).toBeVisible();
    await page.getByRole("radio", { name: "Never" }).check();
    for (let n = 0; n < 6; n += 1) await press(page, "Continue");
    await press(page, "Send my answers");
    await expect(page.getByRole("heading", { name: "Thank you: we have your answers" })).toBeVisible();
  });
  await andThen("the survey counts it among those on the phone", async () => {
    await page.goto(MANAGED);
    await expect(page.getByRole("row", { name: /By phone [1-9]/ })).toBeVisible();
  });
  await when("they take the responses out without saying why, then with a reason", async () => {
    await followInMain(page, "Take the responses out");
    await expectRefused(page, await press(page, "Get the file"), [
      "Say what you need them for, in a few words",
    ]);
    await page.getByLabel("What you need them for").fill("For the meeting with the bus company");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Get the file" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^getting-to-appointments-responses-.*\.csv$/);
    await page.goto(`${MANAGED}/export`);
    await expect(page.getByText("For the meeting with the bus company").first()).toBeVisible();
  });
});

test("somebody’s answers under their name are found and deleted", async ({ page, another }) => {
  const name = `Josef Halloran ${Date.now()}`;
  const resident = await another();
  await given("somebody who answered a linked survey", async () => {
    await resident.goto(`${LINKED}/about-you`);
    await resident.getByLabel("Your name").fill(name);
    await press(resident, "Continue");
    await press(resident, "Continue");
    await resident.getByRole("radio", { name: "No" }).check();
    await press(resident, "Continue");
    await press(resident, "Continue");
    await press(resident, "Send my answers");
  });
  await when("staff look for them", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${LINKED}`);
    await followInMain(page, "People who answered");
    await page.getByLabel("Name, or part of it").fill(name.toLowerCase());
    await press(page, "Find");
    await followInMain(page, name);
  });
  await when("they delete the answers, without and with a reason", async () => {
    await expectRefused(page, await press(page, "Delete the answers"), ["Choose why"]);
    await page.getByRole("radio", { name: "They asked us to" }).check();
    await press(page, "Delete the answers");
  });
  await andThen("they are gone", async () => {
    await expect(page.getByText("The answers and the name are deleted.")).toBeVisible();
    await expect(page.getByText(name)).toHaveCount(0);
  });
});
