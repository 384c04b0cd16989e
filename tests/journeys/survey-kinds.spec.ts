// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForms name other questions so
import type { Page } from "@playwright/test";
import { everyKind } from "../support/every-kind";
import { andThen, expect, given, test, when } from "../support/journey";
import { followInMain, loading, press } from "../support/pages";
import { expectRefused } from "../support/refused";
import { keepsStatements } from "../support/statements";
import { makeSurvey } from "../support/surveys-made";

const ENGLISH = { locale: "en", sheet: false } as const;

/** Looks at the page as many different people would, and goes back to the journey's own width. */
async function look(page: Page): Promise<void> {
  const own = page.viewportSize();
  await keepsStatements(page, ENGLISH);
  if (own) await page.setViewportSize(own);
}

test("a survey of every kind of question is answered, wrongly first", async ({ page, desk }) => {
  test.setTimeout(300_000);
  const survey = await makeSurvey(desk, everyKind);
  const next = () => press(page, "Continue");
  await given("a survey with a question of each kind", async () => {
    await page.goto(survey.path);
    await followInMain(page, "Start");
    await expect(page.getByRole("heading", { level: 1, name: "Before you begin" })).toBeVisible();
    await look(page);
    await next();
  });
  const steps: { kind: string; wrong: () => Promise<void>; says: string; right: () => Promise<void> }[] = [
    {
      kind: "one answer",
      wrong: async () => {},
      says: "Choose an answer",
      right: () => page.getByRole("radio", { name: "Tuesday" }).check(),
    },
    {
      kind: "several answers",
      wrong: async () => {
        for (const name of ["Sing", "Cook", "Walk"]) await page.getByRole("checkbox", { name }).check();
      },
      says: "Choose 2 answers at most",
      right: () => page.getByRole("checkbox", { name: "Walk" }).uncheck(),
    },
    {
      kind: "a scale",
      wrong: async () => {},
      says: "Choose an answer",
      right: () => page.getByRole("radio", { name: "4" }).check(),
    },
    {
      kind: "a number",
      wrong: () => page.getByLabel("How many people live with you?").fill("21"),
      says: "Enter 20 or less",
      right: () => page.getByLabel("How many people live with you?").fill("3"),
    },
    {
      kind: "a date",
      wrong: () => page.getByLabel("Day").fill("31"),
      says: "Enter a day, a month and a year",
      right: async () => {
        await page.getByLabel("Month").fill("5");
        await page.getByLabel("Year").fill("2019");
      },
    },
    {
      kind: "a few words",
      wrong: () => page.getByLabel("What is your street called?").fill("x".repeat(201)),
      says: "200",
      right: () => page.getByLabel("What is your street called?").fill("Mill Lane"),
    },
    {
      kind: "longer words",
      wrong: async () => {},
      says: "Write an answer",
      right: () => page.getByLabel("What would you change in Mill Lane?").fill("More trees.\n\nAnd a bench."),
    },
    {
      kind: "an order",
      wrong: async () => {
        await page.getByLabel("Trees").selectOption("1");
        await page.getByLabel("Lights").selectOption("1");
      },
      says: "Give each place to one answer only",
      right: async () => {
        await page.getByLabel("Lights").selectOption("2");
      },
    },
    {
      kind: "a grid",
      wrong: () => page.getByRole("group", { name: "Parks" }).getByRole("radio", { name: "Good" }).check(),
      says: "in every row",
      right: () => page.getByRole("group", { name: "Buses" }).getByRole("radio", { name: "Bad" }).check(),
    },
  ];
  for (const { kind, wrong, says, right } of steps) {
    await when(`${kind} is asked for`, async () => {
      await look(page);
      await wrong();
      const refused = await next();
      const said = await page.locator(".govuk-error-summary a").allTextContents();
      expect(said.join(" ")).toContain(says);
      await expectRefused(page, refused, said);
      await look(page);
    });
    await when(`${kind} is put right`, async () => {
      await right();
      await next();
    });
  }
  await andThen("everything stands there in words, and is sent", async () => {
    await expect(page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
    for (const words of [
      "Tuesday",
      "Sing",
      "Cook",
      "3 people",
      "31 May 2019",
      "Mill Lane",
      "And a bench.",
      "Buses: Bad",
    ]) {
      await expect(page.getByText(words).first()).toBeVisible();
    }
    await look(page);
    await press(page, "Send my answers");
    await look(page);
  });
});

test("one voucher is one response", async ({ page, another, desk }) => {
  const survey = await makeSurvey(
    desk,
    { ...everyKind, questions: everyKind.questions.slice(0, 2) },
    { asksVoucher: "yes" },
  );
  let code = "";
  await given("vouchers that staff make and print", async () => {
    const sheet = await desk.send(`${survey.managed}/vouchers`, { count: "2" });
    await page.goto("/sign-in");
    await press(page, "Sign in as Helen Pike");
    await page.goto(sheet);
    code = (await page.locator(".rh-badge__name").first().textContent()) ?? "";
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  });
  const first = await another();
  const second = await another();
  await when("two people bring the same one", async () => {
    for (const visitor of [first, second]) {
      await visitor.goto(survey.path);
      await followInMain(visitor, "Start");
      await visitor.getByLabel("Voucher code").fill("AAAA");
      await expectRefused(visitor, await press(visitor, "Continue"), [
        "Check the code: there is no voucher like this",
      ]);
      await visitor.getByLabel("Voucher code").fill(code.toLowerCase().replace("-", " "));
      await press(visitor, "Continue");
      await press(visitor, "Continue");
      await visitor.getByRole("radio", { name: "Monday" }).check();
      await press(visitor, "Continue");
    }
  });
  await andThen("the first is thanked, and the other keeps what they wrote", async () => {
    await press(first, "Send my answers");
    await expect(first.getByRole("heading", { name: "Thank you: we have your answers" })).toBeVisible();
    await press(second, "Send my answers");
    await expect(second.getByText("This voucher has been used already")).toBeVisible();
    await second.goto(`${survey.path}/one`);
    await expect(second.getByRole("radio", { name: "Monday" })).toBeChecked();
    await page.goto(`${survey.managed}/vouchers`);
    await expect(
      page.locator(".govuk-summary-list__row", { hasText: "Used" }).locator("dd").first(),
    ).toHaveText("1");
  });
});

test("staff make a survey of a file, part by part, in another language", async ({ page, desk }) => {
  const form = [
    "survey",
    ",type,name,label,relevant",
    ",select_one yn,use,Do you use the park?,",
    ",text,why,Why not?,${use} = 'no'",
    ",geopoint,where,Where is it?,",
    "choices",
    ",list_name,name,label",
    ",yn,yes,Yes",
    ",yn,no,No",
  ].join("\n");
  const upload = (name: string, text: string) =>
    page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const survey = await makeSurvey(desk, everyKind, {}, false);
  await given("a draft whose questions were written elsewhere", async () => {
    await page.goto("/sign-in");
    await press(page, "Sign in as Helen Pike");
    await page.goto(survey.managed);
    await followInMain(page, "take questions from a file");
  });
  await when("they choose a picture, and then the form", async () => {
    await upload("photo.png", "\u0089PNG\u0000");
    await expectRefused(page, await press(page, "See what becomes of it"), [
      "This file is neither a workbook (.xlsx), nor comma-separated values, nor JSON.",
    ]);
    await upload("form.csv", form);
    await press(page, "See what becomes of it");
    await expect(page.getByText("“geopoint” can’t be asked here.")).toBeVisible();
    await press(page, "Use these questions");
    await expect(page.getByText("The questions of the file are in the draft.")).toBeVisible();
  });
  await when("they add a part and put a question into it", async () => {
    await loading(page, () =>
      page.getByRole("navigation", { name: "This survey" }).getByRole("link", { name: "Parts" }).click(),
    );
    await followInMain(page, "Add a part");
    await page.getByLabel("Heading", { exact: true }).fill("The park");
    await press(page, "Save the part");
    await page.goto(`${survey.managed}/questions/why`);
    await page.getByLabel("Part of the survey").selectOption("the_park");
    await press(page, "Save the question");
    await page.goto(`${survey.managed}/route`);
    await expect(page.getByText("Page 2, The park: Only if").first()).toBeVisible();
  });
  await when("a translator's file comes back with one line wrong", async () => {
    await page.goto(`${survey.managed}/translations`);
    await page.getByLabel("Language").selectOption("pl");
    await upload(
      "pl.csv",
      "key,English,translation,note\nq.use.title,,Czy chodzisz do parku?,\nq.old.title,,Stare?,\n",
    );
    await press(page, "See what it would change");
    await expect(page.getByText("No text has this key.")).toBeVisible();
    await press(page, "Use these translations");
    await expect(page.getByText("The translations are in the draft.")).toBeVisible();
  });
  await andThen("it is previewed as on a phone, and published in both languages", async () => {
    await loading(page, () =>
      page.getByRole("navigation", { name: "This survey" }).getByRole("link", { name: "Preview" }).click(),
    );
    await loading(page, () => page.getByRole("link", { name: "As on a phone" }).click());
    await expect(page.getByText("Do you use the park?").first()).toBeVisible();
    await desk.send(`${survey.managed}/publish`, {});
    await page.goto(`/pl${survey.path}/use`);
    await expect(page.getByRole("heading", { name: "Czy chodzisz do parku?" })).toBeVisible();
  });
});
