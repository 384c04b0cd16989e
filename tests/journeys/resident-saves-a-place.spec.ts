import { unique } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import {
  type Answers,
  fact,
  fillRegistration,
  follow,
  followInMain,
  headFact,
  press,
  referenceOn,
  saveAPlace,
} from "../support/pages";
import { expectRefused } from "../support/refused";

const REFERENCE = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;

test("a resident looks for something to come to", async ({ page, desk }) => {
  const word = `Quilting${unique()}`;
  await given("an event near the canal and one up the hill", async () => {
    await desk.makeEvent({ title: `${word} by the canal` });
    await desk.makeEvent({ title: `${word} on the hill`, neighbourhood: "highdown" });
  });
  await when("she opens the home page and goes to the events", async () => {
    await page.goto("/");
    await follow(page, "Find an event");
  });
  await andThen("she sees a page of them, and where the next page is", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Events");
    await expect(page.getByRole("article")).toHaveCount(12);
    await expect(page.getByRole("link", { name: "Next" })).toBeVisible();
  });
  const first = await page.getByRole("article").first().textContent();
  await when("she turns the page", async () => void (await follow(page, "Next")));
  await andThen("she sees others", async () => {
    await expect(page).toHaveTitle(/^Events, page 2 of \d+ – /);
    await expect(page.getByRole("article").first()).not.toHaveText(first ?? "");
    await expect(page.locator('[aria-current="page"]', { hasText: "2" })).toBeVisible();
  });
  await when("she narrows the list by a word", async () => {
    await page.getByText("Narrow the list").click();
    await page.getByLabel("Words in the title or text").fill(word.toLowerCase());
    await press(page, "Show events");
  });
  await andThen("she sees the two with that word, and what she chose", async () => {
    await expect(page.getByRole("heading", { name: "2 events" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Remove this filter" })).toHaveText(
      new RegExp(word.toLowerCase()),
    );
  });
  await when("she chooses her neighbourhood too", async () => {
    await page.getByText("Narrow the list").click();
    await page.getByLabel("Neighbourhood").selectOption("Highdown");
    await press(page, "Show events");
  });
  await andThen("she sees the one up the hill", async () => {
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("article")).toContainText(`${word} on the hill`);
    await expect(page.getByRole("link", { name: "Remove this filter" })).toHaveCount(2);
  });
  await when("she asks for past ones", async () => {
    await page.getByText("Narrow the list").click();
    await page.getByLabel("Past events").check();
    await press(page, "Show events");
  });
  await andThen("nothing fits, and she is told what to try", async () => {
    await expect(page.getByRole("heading", { name: "No events match" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Show all events" }).first()).toBeVisible();
  });
  await when("she searches the whole site instead", async () => {
    await follow(page, "Search this site");
    await page.getByLabel("What are you looking for?").fill(word);
    await press(page, "Search");
  });
  await andThen("she finds the two again", async () => {
    await expect(page).toHaveTitle(`Search: ${word} – Round Here`);
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
  });
});

test("a resident saves a place, changes it, gives it up and comes back", async ({ page, desk }) => {
  const event = await desk.makeEvent({ capacity: "10" });
  const name = `Marigold Fennimore ${unique()}`;
  let reference = "";

  await when("she opens the event", async () => void (await page.goto(event.path)));
  await andThen("she sees what it is and that there is room", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(event.title);
    await expect(headFact(page, "Places")).toHaveText("10 of 10 left");
    await expect(headFact(page, "When")).toContainText("6:30pm to 8pm");
    await expect(page.getByRole("complementary").getByText("Tea and something to eat")).toBeVisible();
  });

  await when("she sends the form before she has filled it in", async () => {
    await follow(page, "Save your place");
    await fillRegistration(page, {
      email: "marigold at home",
      party: 2,
      carers: 3,
      more: "No nuts, please.",
    });
    await fillRegistration(page, {
      needs: ["Large print papers"],
      ownPlace: "the boats",
      helperContact: "Bob",
    });
    const answer = await press(page, "Save my place");
    await expectRefused(page, answer, [
      "Enter your name, or the name you like to be called",
      "Choose how we should tell you about changes",
      "The people who come to support someone cannot be more than everyone who is coming",
      "Enter your own email address or phone number, or leave it empty",
    ]);
  });
  await andThen("all that she did type is still there", async () => {
    await expect(page.getByLabel("Email address", { exact: true })).toHaveValue("marigold at home");
    await expect(page.getByLabel("How many people are coming, with you?")).toHaveValue("2");
    await expect(page.getByLabel("How many of them are coming to support someone?")).toHaveValue("3");
    await expect(page.getByLabel("Anything else we should know?")).toHaveValue("No nuts, please.");
    await expect(page.getByLabel("Large print papers")).toBeChecked();
    await expect(page.getByLabel("What do you call the place you live?")).toHaveValue("the boats");
    await expect(page.getByLabel("Your email address or phone number")).toHaveValue("Bob");
  });
  await when("she mends some of it and forgets the address", async () => {
    await fillRegistration(page, { name, contact: "Email", carers: 0, helperContact: "" });
    const answer = await press(page, "Save my place");
    await expectRefused(page, answer, ["Enter an email address, like name@example.org"]);
  });
  await when("she mends the rest", async () => {
    await fillRegistration(page, { email: "marigold.fennimore@example.org" });
    await press(page, "Save my place");
  });
  await andThen("her place is saved, and she has what she needs on the day", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
    await expect(page.getByRole("main")).toHaveAttribute("data-registration-state", "confirmed");
    reference = await referenceOn(page);
    expect(reference).toMatch(REFERENCE);
    await expect(page.getByRole("img", { name: `Your reference ${reference} as a square` })).toBeVisible();
    await expect(fact(page, "Name")).toHaveText(name);
    await expect(fact(page, "People")).toHaveText("2 people");
    const asked = fact(page, "What would help").getByRole("listitem");
    await expect(asked).toHaveText(["Large print papers: we are arranging it.", "No nuts, please."]);
  });
  const ownPage = page.url();
  await andThen("the calendar file has the event", async () => {
    const href = await page.getByRole("link", { name: "Calendar file" }).getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect(file.headers()["content-type"]).toContain("text/calendar");
    expect((await file.text()).replaceAll("\r\n ", "")).toContain(`SUMMARY:${event.title}`);
  });
  await andThen("two places fewer are left for others", async () => {
    await page.goto(event.path);
    await expect(headFact(page, "Places")).toHaveText("8 of 10 left");
  });

  await when("she brings a friend and a carer along", async () => {
    await page.goto(ownPage);
    await follow(page, "Change my booking");
    await fillRegistration(page, { party: 4, carers: 1 });
    await press(page, "Save changes");
  });
  await andThen("her booking says so, and a carer takes no place", async () => {
    await expect(page.getByRole("alert", { name: "Success" })).toContainText("Your booking is changed");
    await expect(fact(page, "People")).toHaveText("4 people (of them, 1 to support someone)");
    expect(await referenceOn(page)).toBe(reference);
    await page.goto(event.path);
    await expect(headFact(page, "Places")).toHaveText("7 of 10 left");
  });

  await when("she wants three places more than there are", async () => {
    await desk.book(event, { party: "5" });
    await page.goto(`${ownPage}/change`);
    await fillRegistration(page, { party: 9 });
    const answer = await press(page, "Save changes");
    await expectRefused(page, answer, ["There are 2 more places left. Your booking stays as it was"]);
  });
  await andThen("she keeps what she has", async () => {
    await follow(page, "Leave it as it is");
    await expect(fact(page, "People")).toHaveText("4 people (of them, 1 to support someone)");
  });

  await when("she cannot come after all", async () => {
    await follow(page, "Cancel my booking");
    await expect(page.getByRole("main")).toContainText("Your place goes to the next person who fits");
    await press(page, "Yes, cancel my booking");
  });
  await andThen("she has no place, is thanked, and others can have it", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You do not have a place");
    await expect(page.getByRole("main")).toHaveAttribute("data-registration-state", "cancelled");
    await expect(page.getByRole("main")).toContainText("Thank you for telling us");
    const other = await page.request.get(event.path);
    expect(await other.text()).toContain("5 of 10 left");
  });
  await when("she can come after all", async () => void (await press(page, "Save a place again")));
  await andThen("she has her place back under the same reference", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
    await expect(page.getByRole("alert", { name: "Success" })).toContainText("Welcome back");
    expect(await referenceOn(page)).toBe(reference);
  });
});

const ways: { way: string; answers: Answers; told: string; sent: string | null }[] = [
  {
    way: "by letter",
    answers: { contact: "Letter by post", address: "Leopold Quince\n12 Barge Street\nLarkmere LK2 2AB" },
    told: "By letter",
    sent: "Letter",
  },
  {
    way: "by phone",
    answers: { contact: "Phone call", phone: "07700 900 461" },
    told: "By phone",
    sent: null,
  },
  {
    way: "not at all",
    answers: { contact: "Do not tell me, I will check my booking page" },
    told: "We do not: check this page",
    sent: null,
  },
];

for (const { way, answers, told, sent } of ways) {
  test(`a resident without e-mail saves a place and is told ${way}`, async ({ page, desk }) => {
    const event = await desk.makeEvent();
    const name = `Leopold Quince ${unique()}`;
    await when("he saves a place", async () => void (await saveAPlace(page, event, { name, ...answers })));
    await andThen("he has it, and the page says how he is told", async () => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
      await expect(fact(page, "How we tell you")).toHaveText(told);
    });
    await andThen("what was promised is on its way, and nothing else", async () => {
      await page.goto("/manage/outbox");
      const messages = page.getByRole("row", { name });
      await expect(messages).toHaveCount(sent ? 1 : 0);
      if (sent) await expect(messages).toContainText(`Letter`);
    });
  });
}

test("a daughter saves a place for her mother and a carer", async ({ page, desk }) => {
  const event = await desk.makeEvent();
  const mother = `Perpetua Hallam ${unique()}`;
  const daughter = `Ottoline Hallam ${unique()}`;
  await when("she fills the form in for her mother", async () => {
    await saveAPlace(page, event, {
      name: mother,
      contact: "Do not tell me, I will check my booking page",
      party: 3,
      carers: 1,
      needs: ["Someone who speaks my language", "Step-free access", "Something else"],
      language: "Tamil",
      hereAs: "Someone who uses services here",
      neighbourhood: "Mosswell",
      helperName: daughter,
      helperContact: "ottoline.hallam@example.org",
    });
  });
  await andThen("the booking says who comes, who helps and what would help", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
    await expect(fact(page, "Name")).toHaveText(mother);
    await expect(fact(page, "Who helps")).toHaveText(daughter);
    await expect(fact(page, "People")).toHaveText("3 people (of them, 1 to support someone)");
    await expect(fact(page, "What would help").getByRole("listitem")).toHaveText([
      "Someone who speaks my language: we are arranging it.",
      "Step-free access: we are arranging it.",
      "Something else: we are arranging it.",
      "Tamil",
    ]);
  });
  const reference = await referenceOn(page);
  await andThen("the daughter is written to, in her own name", async () => {
    await page.goto("/manage/outbox");
    await expect(page.getByRole("row", { name: daughter })).toContainText("Email");
    await expect(page.getByRole("row", { name: mother })).toHaveCount(0);
    await page.getByRole("row", { name: daughter }).getByRole("link").click();
    await expect(page.getByRole("main")).toContainText(`because you help ${mother}`);
  });
  await when("she opens the link in it", async () => void (await followInMain(page, /\/registrations\//)));
  await andThen("she is on her mother's booking", async () => {
    expect(await referenceOn(page)).toBe(reference);
  });
});
