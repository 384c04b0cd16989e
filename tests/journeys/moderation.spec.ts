import type { Page } from "@playwright/test";
import { type Desk, unique } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { followInMain, press, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

/** A board of the journey's own, published; returns its address. */
async function board(desk: Desk, wishes: Record<string, string> = {}): Promise<string> {
  const made = await desk.send("/manage/ideas/new", {
    title: `Corners to mend ${unique()}`,
    question: "Which corner would you mend?",
    decides: "The streets team.",
    canChange: "Lamps and benches.",
    cannotChange: "Main roads.",
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

/** Forms that come back faster than a person types are refused. */
const aMoment = (page: Page) => page.waitForTimeout(1100);

/** True where the page at an address names the word. */
const says = async (page: Page, path: string, word: string) => {
  const answer = await page.request.get(path);
  return (await answer.text()).includes(word);
};

test("a board is moderated: an idea waits, is let through, removed, appealed and shown again", async ({
  page,
  another,
  desk,
}) => {
  const word = `Larkspur${unique()}`;
  let at = "";
  let own = "";
  let idea = "";
  await given("somebody posts an idea that seems to name a person", async () => {
    at = await board(desk);
    await page.goto(`${at}/new`);
    await page.getByLabel("Your idea in a few words").fill(`A lamp for ${word}`);
    await page
      .getByLabel("Say more about it")
      .fill("Ask Mrs Oduya at the corner. He hits me when it is dark.");
    await aMoment(page);
    await press(page, "Post the idea");
  });
  await andThen("they are told at once that a person reads it, and whom to ring", async () => {
    await expect(page.getByRole("heading", { name: "A person reads it first" })).toBeVisible();
    await expect(page.getByText("116 123")).toBeVisible();
    await expect(page.getByText("Ring 999 now")).toBeVisible();
    own = page.url();
    expect(await says(page, at, word)).toBe(false);
  });
  const staff = await another();
  await when("a moderator reads it and lets it through", async () => {
    await signInAs(staff, "Bryn Castle");
    await staff.goto("/manage/moderation");
    await expect(staff.getByText("Safeguarding today")).toBeVisible();
    await followInMain(staff, "Ask Mrs Oduya at the corner");
    await expectRefused(staff, await press(staff, "Save the decision"), ["Choose whether it is shown"]);
    await staff.getByRole("radio", { name: "It is shown" }).check();
    await press(staff, "Save the decision");
    await expect(staff.getByText("Let through by Bryn Castle")).toBeVisible();
  });
  const surfaces = () => [at, idea, `${at}.rss`, `/search?q=${word}`, "/sitemap.xml", `${at}?sort=new`];
  await andThen("everybody finds it", async () => {
    await page.goto(own);
    await expect(page.getByRole("heading", { name: "It is shown" })).toBeVisible();
    await followInMain(page, "Go to the idea");
    idea = new URL(page.url()).pathname;
    await expect(page.getByRole("heading", { name: `A lamp for ${word}` })).toBeVisible();
    const found = await Promise.all(
      surfaces().map((path) => says(page, path, word.toLowerCase().slice(0, 8))),
    );
    expect(found[4], "the site map").toBe(true);
    expect(await says(page, `/search?q=${word}`, `A lamp for ${word}`)).toBe(true);
  });
  await when("the moderator removes it after all", async () => {
    await staff.getByRole("radio", { name: "It names or describes a person" }).check();
    await press(staff, "Remove it");
  });
  await andThen("it is gone from every page, list, feed, search and map within one request", async () => {
    const slug = idea.split("/").at(-1) ?? "";
    expect((await page.request.get(idea)).status()).toBe(404);
    for (const path of [at, `${at}?sort=new`, `${at}.rss`, "/sitemap.xml", `/search?q=${word}`, "/ideas"]) {
      expect(await says(page, path, slug), path).toBe(false);
      expect(await says(page, path, `A lamp for ${word}`), path).toBe(false);
    }
  });
  await when("the author asks for a second look", async () => {
    await page.goto(own);
    await expect(page.getByRole("heading", { name: "It was removed" })).toBeVisible();
    await expect(page.getByText("It names or describes a person")).toBeVisible();
    await expectRefused(page, await press(page, "Ask for a second look"), [
      "Say in a sentence why it should be shown",
    ]);
    await page.getByLabel("Why should it be shown?").fill("She asked me to write it.");
    await press(page, "Ask for a second look");
    await expect(page.getByText("You asked us to look again")).toBeVisible();
  });
  const other = await another();
  await when("not who removed it, but somebody else decides", async () => {
    await staff.goto("/manage/moderation?view=appeals");
    await followInMain(staff, "Ask Mrs Oduya at the corner");
    await expect(staff.getByText("Somebody else decides about the appeal")).toBeVisible();
    await signInAs(other, "Helen Pike");
    await other.goto(staff.url());
    await other.getByRole("radio", { name: "It is shown again" }).check();
    await press(other, "Save and tell the author");
  });
  await andThen("it is shown again, and its author sees that", async () => {
    await page.goto(own);
    await expect(page.getByText("it is shown again")).toBeVisible();
    expect((await page.request.get(idea)).status()).toBe(200);
  });
});

test("somebody comments and somebody else reports it; staff answer with a badge and pause the thread", async ({
  page,
  another,
  desk,
}) => {
  let idea = "";
  await given("an idea without comments", async () => {
    const at = await board(desk);
    const slug = at.split("/").at(-1) ?? "";
    const typed = { title: "Mend the gate", text: "It has hung since spring.", neighbourhood: "canalside" };
    await desk.send("/manage/ideas/add", { board: slug, ...typed });
    idea = `${at}/mend-the-gate`;
    await page.goto(idea);
    await expect(page.getByRole("heading", { name: "No comments" })).toBeVisible();
  });
  await when("they send nothing, and then a comment", async () => {
    await aMoment(page);
    await expectRefused(page, await press(page, "Send the comment"), ["Write your comment"]);
    await page.getByLabel("Your comment").fill("The children climb over it.");
    await page.getByLabel("Your name (you can leave it out)").fill("Zainab");
    await aMoment(page);
    await press(page, "Send the comment");
    await expect(page.getByRole("heading", { name: "It is shown" })).toBeVisible();
    await followInMain(page, "Go to the idea");
    await expect(page.getByText("The children climb over it.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "1 comment" })).toBeVisible();
  });
  const neighbour = await another();
  await when("a neighbour reports it", async () => {
    await neighbour.goto(idea);
    await followInMain(neighbour, /Report what Zainab wrote/);
    await expectRefused(neighbour, await press(neighbour, "Send the report"), ["Choose a reason"]);
    await neighbour.getByRole("radio", { name: "It is about something else" }).check();
    await press(neighbour, "Send the report");
    await expect(neighbour.getByText("Thank you. A person from the team looks at it")).toBeVisible();
  });
  const staff = await another();
  await when("staff answer with their name and role", async () => {
    await signInAs(staff, "Helen Pike");
    await staff.goto(idea);
    await expect(staff.getByText("You write as Helen Pike, Engagement lead")).toBeVisible();
    await staff.getByLabel("Your comment").fill("We send somebody on Monday.");
    await aMoment(staff);
    await press(staff, "Send the comment");
  });
  await when("staff look at the report, let the comment stand, and pause the thread", async () => {
    await staff.goto("/manage/moderation");
    await followInMain(staff, "The children climb over it.");
    await expect(staff.getByText("1 × is about another matter")).toBeVisible();
    await staff.getByRole("radio", { name: "It is shown" }).check();
    await press(staff, "Save the decision");
    await press(staff, "Pause comments on this idea");
  });
  await andThen("everybody reads both, and nobody can add one", async () => {
    await page.goto(idea);
    await expect(page.getByText("We send somebody on Monday.")).toBeVisible();
    await expect(page.getByText("Engagement lead")).toBeVisible();
    await expect(page.getByText("Comments on this idea are paused")).toBeVisible();
    await expect(page.getByRole("button", { name: "Send the comment" })).toHaveCount(0);
  });
});

test("somebody marks statements without an account, and sees what people agree on", async ({ page }) => {
  const at = "/ideas/places-where-we-meet/agreement";
  await given("what people agree on, with a picture and a table", async () => {
    await page.goto(at);
    await expect(page.getByRole("heading", { name: "What all groups agree on" })).toBeVisible();
    await expect(page.getByRole("img", { name: /Picture of the groups: Group A/ })).toBeVisible();
  });
  await when("they go to mark, and first choose nothing", async () => {
    await followInMain(page, "Mark the statements");
    await expect(page.getByText("Statement 1 of 12")).toBeVisible();
    await expectRefused(page, await press(page, "Next"), ["Choose agree, disagree or pass"]);
  });
  await when("they agree with one and pass the next", async () => {
    await page.getByRole("radio", { name: "Agree", exact: true }).check();
    await press(page, "Next");
    await expect(page.getByText("Statement 2 of 12")).toBeVisible();
    await page.getByRole("radio", { name: "Pass" }).check();
    await press(page, "Next");
  });
  await andThen("they go on where they were, and can change what they said", async () => {
    await page.goto(`${at}/mark`);
    await expect(page.getByText("Statement 3 of 12")).toBeVisible();
    await page.goto(`${at}/mark?n=1`);
    await expect(page.getByRole("radio", { name: "Agree", exact: true })).toBeChecked();
  });
  await andThen("the picture does not move with one mark", async () => {
    await page.goto(at);
    await expect(page.getByText("Group A: 65 people")).toBeVisible();
  });
});
