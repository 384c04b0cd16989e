import type { Page } from "@playwright/test";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, loading, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

const SURVEY = "/manage/surveys/experience-2026";
const TITLE = "Help near home: how is it for you now, a year on?";
const CARD = ".rh-word";

/** Each project reads about a theme of its own, so that none meets the quotes of another. */
function themeOf(isDesk: boolean, scripts: boolean): { plain: string; slug: string } {
  if (isDesk) {
    return scripts
      ? { plain: "Places we already trust", slug: "local-places" }
      : { plain: "Where our area starts and stops", slug: "boundaries" };
  }
  return scripts
    ? { plain: "Catching it before it gets bad", slug: "prevention" }
    : { plain: "Being able to take part", slug: "access-needs" };
}

/** Answers that can be quoted, wherever they lie. */
async function passTo(page: Page, words: string, by: string): Promise<void> {
  while ((await page.locator(CARD).filter({ hasText: words }).count()) === 0) await follow(page, by);
}

test("what people wrote is read by two, quoted with care, read by everyone, and taken back", async ({
  page,
  another,
  javaScriptEnabled,
  viewport,
}) => {
  const theme = themeOf((viewport?.width ?? 0) > 800, javaScriptEnabled ?? true);
  const colleague = await another();
  const resident = await another();
  let words = "";

  await given("an analyst, and a question that nobody has read to the end", async () => {
    await signInAs(page, "Yusuf Karim");
    await page.goto(SURVEY);
    await followInMain(page, "What people wrote");
    await followInMain(page, "What one thing would make the biggest difference?");
    await expect(page.getByRole("link", { name: /^To be read/ })).toHaveAttribute("aria-current", "page");
    await passTo(page, "May be quoted", "Pass over these");
  });
  await when("they contradict themselves", async () => {
    const card = page.locator(CARD).first();
    await card.getByLabel(theme.plain).check();
    // With scripts one tick takes the other away, so both are sent as somebody without would.
    await card.getByLabel("None of these").evaluate((box: HTMLInputElement) => {
      box.checked = true;
    });
    await card.getByLabel(theme.plain).evaluate((box: HTMLInputElement) => {
      box.checked = true;
    });
    const answer = await press(page, "Save and next");
    await expectRefused(page, answer, ["Choose what it is about, or “None of these”, and not both"]);
  });
  await when("they say what the answers of a page are about, and go on", async () => {
    await page.locator(CARD).first().getByLabel("None of these").uncheck();
    const card = page.locator(CARD).filter({ hasText: "May be quoted" }).first();
    words = (await card.locator("blockquote").textContent()) ?? "";
    for (const one of await page.locator(CARD).all()) await one.getByLabel(theme.plain).check();
    await press(page, "Save and next");
    await expect(page.locator(CARD).filter({ hasText: "Answer 1 of" })).toHaveCount(1);
  });
  await when("they draw a sample for a colleague", async () => {
    await followInMain(page, "Agreement");
    await page.getByLabel("Of every hundred answers, so many").fill("0");
    await expectRefused(page, await press(page, /^Draw/), ["Enter a whole number from 1 to 100"]);
    await page.getByLabel("Of every hundred answers, so many").fill("20");
    await press(page, /^Draw/);
    await expect(page.getByText("of a sample of")).toBeVisible();
  });
  await when("the colleague reads answers of it, without seeing what was found", async () => {
    await signInAs(colleague, "Bryn Castle");
    await colleague.goto(`${SURVEY}/words/one_thing/second`);
    await expect(colleague.locator(CARD).first()).toBeVisible();
    await expect(colleague.locator(`${CARD} input:checked`)).toHaveCount(0);
    for (const one of await colleague.locator(CARD).all()) await one.getByLabel("None of these").check();
    await press(colleague, "Save and next");
    await followInMain(colleague, /^Read/);
    await expect(colleague.locator(CARD).first()).toBeVisible();
  });
  await andThen(
    "where two people have read enough, everyone who works on it sees how alike they are",
    async () => {
      await page.goto("/manage/surveys/neighbourhood-hubs/words/why/agreement");
      await expect(page.getByRole("columnheader", { name: "Kappa" })).toBeVisible();
      await expect(page.getByText("Almost always alike").first()).toBeVisible();
      const differ = page.locator(CARD).first();
      await expect(differ.getByText("First, Yusuf Karim")).toBeVisible();
      await expect(differ.getByText("Second, Bryn Castle")).toBeVisible();
      await differ.getByRole("checkbox").first().check();
      const settled = await loading(page, () => differ.getByRole("button", { name: /^Settle it/ }).click());
      await expectRefused(page, settled, [
        "You read it yourself: a third person settles it, or who leads surveys here",
      ]);
    },
  );
  await when("the analyst proposes words of the page that they read", async () => {
    await page.goto(`${SURVEY}/words/one_thing?view=read`);
    const mine = page
      .locator(CARD)
      .filter({ hasText: words })
      .getByRole("link", { name: /^Propose it/ });
    while ((await mine.count()) === 0) await follow(page, "More answers");
    await mine.first().click();
    await page.getByLabel("What is printed").fill("Words that nobody wrote");
    await page.getByLabel("No: nobody can be told from these words").check();
    await expectRefused(page, await press(page, "Propose it"), [
      "Only cut words out, with […] in their place: change none and add none",
    ]);
    await page.getByLabel("What is printed").fill(words);
    await press(page, "Propose it");
    await expect(page.getByText("Somebody else looks at it before anyone reads it.")).toBeVisible();
  });
  await andThen("nobody else reads them yet, and the one who proposed can't publish them", async () => {
    await resident.goto(`/themes/${theme.slug}`);
    await expect(resident.getByRole("link", { name: TITLE })).toHaveCount(0);
    await page
      .getByRole("row")
      .filter({ hasText: words })
      .getByRole("link", { name: "Look at it" })
      .first()
      .click();
    await page.getByLabel("Nobody can be told from it").check();
    await expectRefused(page, await press(page, "Publish it"), [
      "You proposed it, read the answer first or have looked already: somebody else has to look",
    ]);
  });
  const address = new URL(page.url()).pathname;
  await when("somebody else looks and publishes", async () => {
    await colleague.goto(address);
    await expectRefused(colleague, await press(colleague, "Publish it"), [
      "Confirm that nobody can be told from it, or give it back",
    ]);
    await colleague.getByLabel("Nobody can be told from it").check();
    await press(colleague, "Publish it");
    await expect(colleague.getByText("Published. It stands beside the results")).toBeVisible();
  });
  await andThen("a resident finds the theme, the words and where they were said", async () => {
    await resident.goto("/themes");
    await followInMain(resident, theme.plain);
    await expect(resident.getByText(words).first()).toBeVisible();
    await expect(resident.getByRole("link", { name: TITLE }).first()).toBeVisible();
  });
  await when("whoever wrote them asks us to take them back", async () => {
    await colleague.goto(`${address}/withdraw`);
    await press(colleague, "Take it back");
    await expect(colleague.getByText("Nobody can read it any more.")).toBeVisible();
  });
  await andThen("they are gone at once", async () => {
    await resident.reload();
    await expect(resident.getByRole("link", { name: TITLE })).toHaveCount(0);
  });
});

test("a resident reads what was said about a theme, at events and in surveys, and what came of it", async ({
  page,
}) => {
  await given("what was heard at an event", async () => {
    await page.goto("/events/larkmere-marketplace-2025/heard");
  });
  await when("they follow a theme of it", async () => {
    await followInMain(page, "Having to say it all again");
    await expect(page.getByText("Plans and papers say: Continuity of care.")).toBeVisible();
  });
  await andThen(
    "they see events, shares of those who answered, words and steps, with a way to each",
    async () => {
      await expect(page.getByRole("link", { name: "Larkmere Marketplace" }).first()).toBeVisible();
      await expect(page.getByText("said something about this").first()).toBeVisible();
      await expect(page.getByRole("heading", { name: "What came of it" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "In their own words" })).toBeVisible();
      await followInMain(page, /^All numbers of this survey/);
      await expect(page.getByText("Having to say it all again").first()).toBeVisible();
    },
  );
});
