import { unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { followInMain, headFact, press, saveAPlace, signInAs } from "../support/pages";

/** What the staff form needs besides what a journey is about. */
const form = (title: string, change: Record<string, string> = {}) => ({
  title,
  summary: "Come and say what would help you.",
  kind: "workshop",
  mode: "in_person",
  venue: "wharf-hall",
  startsLocal: wallTime(30, "18:30"),
  endsLocal: wallTime(30, "20:00"),
  capacity: "5",
  offerHours: "24",
  ...change,
});

const slugIn = (address: string) => address.match(/\/manage\/events\/([^/?]+)/)?.[1] ?? "";

test("someone asks to come, staff say yes to one and no to another, and each is told", async ({
  page,
  another,
  desk,
}) => {
  const [wanted, other] = [`Ines ${unique()}`, `Bartek ${unique()}`];
  const slug = slugIn(
    await desk.send("/manage/events/new", form(`Panel ${unique()}`, { registration: "approval" })),
  );
  await desk.send(`/manage/events/${slug}/publish`, {});
  const staffPage = await another();

  await given("an event where staff choose who comes", async () => {
    await page.goto(`/events/${slug}`);
    await expect(headFact(page, "Places")).toHaveText("5 of 5 left");
    await expect(page.getByText("We look at each request and tell you yes or no.")).toBeVisible();
  });
  await when("two people ask", async () => {
    await page.goto(`/events/${slug}/register`);
    await page.getByLabel("What should we call you?").fill(wanted);
    await page.getByRole("radio", { name: "Do not tell me" }).check();
    await press(page, "Send my request");
    await desk.book({ path: `/events/${slug}` } as never, { name: other });
  });
  await andThen("their page says that they have no place yet, and nobody has one", async () => {
    await expect(page.getByRole("heading", { name: "We have your request" })).toBeVisible();
    await expect(page.locator("main")).toHaveAttribute("data-registration-state", "waiting");
    await expect(page.getByText("You do not have a place yet.")).toBeVisible();
  });
  await when("staff say yes to one", async () => {
    await signInAs(staffPage, "Helen Pike");
    await staffPage.goto(`/manage/events/${slug}`);
    await expect(staffPage.getByRole("heading", { name: "Waiting for your yes or no" })).toBeVisible();
    await staffPage.getByRole("link", { name: wanted }).click();
    await press(staffPage, "Say yes");
    await expect(staffPage.getByRole("alert")).toContainText("They have a place");
  });
  await andThen("that person has a place", async () => {
    await page.reload();
    await expect(page.locator("main")).toHaveAttribute("data-registration-state", "confirmed");
  });
  await when("they say no to the other one without a reason, and then with one", async () => {
    await staffPage.goto(`/manage/events/${slug}`);
    await staffPage.getByRole("link", { name: other }).click();
    await followInMain(staffPage, "Say no");
    await press(staffPage, "Say no");
    await expect(staffPage.getByText("Say why, in words that the person will read").first()).toBeVisible();
    await staffPage.getByLabel("Why not?").fill("We need people from every street.");
    await press(staffPage, "Say no");
  });
  await andThen("the booking says why it ended", async () => {
    await expect(staffPage.getByText("We need people from every street.").first()).toBeVisible();
    await expect(staffPage.locator("main")).toHaveAttribute("data-registration-state", "cancelled");
  });
});

test("an event that nobody finds is open to who was invited, once", async ({ page, another, desk }) => {
  const title = `Quiet supper ${unique()}`;
  const guest = `Noor ${unique()}`;
  const slug = slugIn(await desk.send("/manage/events/new", form(title, { registration: "invite_only" })));
  await desk.send(`/manage/events/${slug}/publish`, {});
  const visitor = await another();
  let address = "";

  await given("staff invite someone on paper", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage/events/${slug}`);
    await followInMain(page, "Invitations");
    await page.getByLabel("Name", { exact: true }).fill(guest);
    await page.getByRole("radio", { name: "On paper" }).check();
    await press(page, "Invite them");
    await expect(page.getByRole("alert")).toContainText("They are invited");
  });
  await andThen("their sheet has the way in, and nobody else finds the event", async () => {
    await followInMain(page, "Print the open ones");
    await expect(page.getByRole("heading", { name: `You are invited: ${title}` })).toBeVisible();
    address = new URL((await page.getByText("/invitations/").first().textContent()) ?? "").pathname;
    expect((await visitor.goto(`/events/${slug}`))?.status()).toBe(404);
    expect((await visitor.goto(`/events/${slug}/register`))?.status()).toBe(404);
    expect((await visitor.goto(`/events/${slug}.ics`))?.status()).toBe(404);
    await visitor.goto(`/events?q=${encodeURIComponent(title)}`);
    await expect(visitor.getByRole("heading", { name: "No events match" })).toBeVisible();
  });
  await when("the guest follows it and saves a place", async () => {
    await visitor.goto(address);
    await expect(visitor.getByText(`Hello ${guest}, you are invited`)).toBeVisible();
    await visitor.getByLabel("What should we call you?").fill(guest);
    await visitor.getByRole("radio", { name: "Do not tell me" }).check();
    await press(visitor, "Save my place");
  });
  await andThen("they have a place, and the link leads to it from now on", async () => {
    await expect(visitor.getByRole("heading", { name: "Your place is saved" })).toBeVisible();
    const own = visitor.url();
    await visitor.goto(address);
    expect(visitor.url()).toBe(own);
  });
});

test("a marketplace in a room and online, with a workshop to choose, repeated and then moved", async ({
  page,
  another,
  desk,
}) => {
  const title = `Market ${unique()}`;
  const online = { mode: "hybrid", onlineLink: "https://meet.example.org/market", onlineCapacity: "1" };
  const slug = slugIn(await desk.send("/manage/events/new", form(title, { ...online, capacity: "2" })));
  const visitor = await another();
  let own = "";

  await given("staff put up a stall and a workshop, and publish", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage/events/${slug}`);
    await followInMain(page, "Sessions and stalls");
    await followInMain(page, "Add one");
    await page.getByLabel("Name", { exact: true }).fill("Soup on the hill");
    await page.getByLabel("Table number (optional)").fill("7");
    await press(page, "Add it, and then another");
    await page.getByRole("radio", { name: "Workshop" }).check();
    await page.getByLabel("Name", { exact: true }).fill("Ask for what you need");
    await page.getByLabel("Places to save (optional)").fill("1");
    await press(page, /^Add it$/);
    await page.goto(`/manage/events/${slug}`);
    await press(page, "Publish");
  });
  await when("a resident joins online and chooses the workshop", async () => {
    await visitor.goto(`/events/${slug}`);
    await expect(visitor.getByText("Table 7")).toBeVisible();
    await visitor.goto(`/events/${slug}/register`);
    await visitor.getByLabel("What should we call you?").fill("Amina");
    await visitor.getByRole("radio", { name: "Do not tell me" }).check();
    await visitor.getByRole("radio", { name: "Join online or by phone" }).check();
    await visitor.getByRole("checkbox", { name: "Ask for what you need" }).check();
    await press(visitor, "Save my place");
    own = visitor.url();
  });
  await andThen("they see the link and their workshop", async () => {
    await expect(visitor.getByRole("link", { name: "https://meet.example.org/market" })).toBeVisible();
    await expect(visitor.getByText("Ask for what you need")).toBeVisible();
  });
  await when("they come to the room instead", async () => {
    await visitor.goto(`${own}/change`);
    await visitor.getByRole("radio", { name: "Come to the room" }).check();
    await press(visitor, "Save changes");
  });
  await andThen("the link is gone, and the place online is free again", async () => {
    await expect(visitor.getByText("Your booking is changed")).toBeVisible();
    await expect(visitor.getByText("meet.example.org")).toHaveCount(0);
    await visitor.goto(`/events/${slug}`);
    await expect(headFact(visitor, "Places")).toContainText("1 of 1 left online");
  });
  await when("staff repeat it for three weeks and publish the rest", async () => {
    await page.goto(`/manage/events/${slug}`);
    await followInMain(page, "Repeat it");
    await page.getByLabel("How many times in all").fill("3");
    await press(page, "Make the series");
    await press(page, "Publish all the drafts");
  });
  await andThen("the page names the other dates", async () => {
    await visitor.goto(`/events/${slug}`);
    await expect(visitor.getByRole("heading", { name: "Other dates" })).toBeVisible();
    await expect(visitor.getByRole("main").getByRole("link", { name: /6:30pm/ })).toHaveCount(2);
  });
  await when("they move this one and those after it to seven", async () => {
    await page.goto(`/manage/events/${slug}/edit`);
    await page.getByLabel("Starts", { exact: true }).fill(wallTime(30, "19:00"));
    await page.getByRole("radio", { name: "This one and those after it" }).check();
    await press(page, "Save the changes");
  });
  await andThen("all of them begin at seven", async () => {
    await expect(page.getByRole("alert")).toContainText("They hold for every event of the series");
    await visitor.goto(`/events/${slug}`);
    await expect(visitor.getByRole("main").getByRole("link", { name: /7pm/ })).toHaveCount(2);
    await saveAPlace(visitor, { path: `/events/${slug}` }, { name: "Bilal" });
  });
});
