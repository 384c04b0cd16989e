import type { Page } from "@playwright/test";
import { unique, wallIn } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, press, referenceOn, signInAs } from "../support/pages";
import { expectRefused } from "../support/refused";

const rowOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "People to check in" }).getByRole("row", { name });

async function look(page: Page, words: string): Promise<void> {
  await page.getByLabel("Name or reference").fill(words);
  await press(page, "Find");
}

/** What the head of the door's page says beside a word. */
const fact = (page: Page, term: string) => page.locator(".rh-meta > div", { hasText: term }).locator("dd");

test("staff check people in by name, reference and code, and note who just came", async ({
  page,
  desk,
  another,
}) => {
  const event = await desk.makeEvent({ startsLocal: wallIn(1), endsLocal: wallIn(3) });
  const [one, three] = [`Ottilie ${unique()}`, `Barnaby ${unique()}`];
  const resident = await another();
  const door = `/manage${event.path}/door`;
  let reference = "";

  await given("somebody has booked alone, and somebody for three who needs step-free access", async () => {
    await resident.goto(await desk.book(event, { name: one }));
    reference = await referenceOn(resident);
    await desk.book(event, { name: three, party: "3", needs: "step_free" });
    await signInAs(page, "Helen Pike");
  });
  await when("the helper opens the door", async () => {
    await page.goto(`/manage${event.path}`);
    await follow(page, "The door");
  });
  await andThen("both are on the list, with what to have ready", async () => {
    await expect(fact(page, "Here")).toHaveText("0 of 4");
    await expect(rowOf(page, three)).toContainText("3 people");
    await expect(rowOf(page, three)).toContainText("Step-free");
  });
  await when("somebody reads their reference out", async () => {
    await look(page, reference.toLowerCase().replace("-", " "));
    await press(page, `Check in ${one}`);
  });
  await andThen("they are here", async () => {
    await expect(page.getByRole("alert")).toContainText("Checked in");
    await expect(fact(page, "Here")).toHaveText("1 of 4");
    await expect(rowOf(page, one)).toContainText("Here");
  });
  await when("two of the three come, and then the third", async () => {
    await rowOf(page, three).getByLabel(`How many of ${three}’s party`).selectOption("2");
    await press(page, `Check in ${three}`);
    await expect(rowOf(page, three)).toContainText("2 of 3 here");
    await rowOf(page, three).getByLabel(`How many of ${three}’s party`).selectOption("3");
    await press(page, `Change ${three}`);
  });
  await andThen("all four are here", async () => {
    await expect(fact(page, "Here")).toHaveText("4 of 4");
  });
  await when("a check-in was a slip", async () => {
    await press(page, `Undo the check-in of ${one}`);
  });
  await andThen("it is taken back", async () => {
    await expect(page.getByRole("alert")).toContainText("Taken back");
    await expect(fact(page, "Here")).toHaveText("3 of 4");
  });
  await when("a phone's camera reads the code on somebody's page", async () => {
    await page.goto(`${door}?code=${reference}`);
  });
  await andThen("they are found, and one press checks them in", async () => {
    await expect(page.getByText("1 booking fits.")).toBeVisible();
    await press(page, `Check in ${one}`);
    await expect(fact(page, "Here")).toHaveText("4 of 4");
  });
  await when("it reads one of another event", async () => void (await page.goto(`${door}?code=ZZZZ-9999`)));
  await andThen("the page says that it is unknown, and what to do", async () => {
    await expect(page.getByRole("main")).toContainText("The code ZZZZ-9999 is unknown at this event.");
    await expect(page.getByRole("main")).toContainText("Ask the person");
  });
  await when("the helper notes them and types nonsense", async () => {
    await page.getByText("Somebody came without booking", { exact: true }).click();
    await page.getByLabel("Name (only if they like)").fill("Cosmo");
    await page.getByLabel("How many people").fill("some");
    await expectRefused(page, await press(page, "Note them"), ["Enter the number of people, such as 1"]);
  });
  await when("the helper mends it", async () => {
    await expect(page.getByLabel("Name (only if they like)")).toHaveValue("Cosmo");
    await page.getByLabel("How many people").fill("2");
    await press(page, "Note them");
  });
  await andThen("they are counted apart", async () => {
    await expect(fact(page, "Came without booking")).toHaveText("2");
    await expect(fact(page, "Here")).toHaveText("4 of 4");
  });
  await when("the heads in the room are counted", async () => {
    await page.getByText("Count the heads in the room", { exact: true }).click();
    await page.getByLabel("People in the room now").fill("9");
    await press(page, "Note the count");
  });
  await andThen("the count stands beside the rest and is added to nothing", async () => {
    await page.goto(`/manage${event.path}`);
    await expect(page.getByRole("main")).toContainText(
      "6 people came in all: 4 who had registered and 2 who had not.",
    );
    await expect(page.getByRole("main")).toContainText("Heads in the room: 9 at");
  });
});

test("staff print what a table and a door need, and no sheet says what nobody should read", async ({
  page,
  desk,
}) => {
  const event = await desk.makeEvent({ startsLocal: wallIn(1), endsLocal: wallIn(3) });
  const guest = `Ottilie ${unique()}`;
  await desk.book(event, {
    name: guest,
    party: "2",
    needs: "quiet_space",
    contact: "phone",
    phone: "07700 900 417",
  });
  const clean = async () => {
    await expect(page.getByText("07700 900 417")).toHaveCount(0);
    await expect(page.getByText("Quiet")).toHaveCount(0);
  };
  await given("a helper chooses what to print", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${event.path}`);
    await follow(page, "Sheets to print");
  });
  await when("it is the sign-in sheet", async () => void (await press(page, "Open sign-in sheet")));
  await andThen("it has the name, no reference, and empty lines", async () => {
    await expect(page.getByRole("row", { name: guest })).toContainText("2");
    await expect(page.getByText(/[2-9A-Z]{4}-[2-9A-Z]{4}/)).toHaveCount(0);
    await expect(page.getByRole("table", { name: "Came without booking" }).getByRole("row")).toHaveCount(15);
    await clean();
  });
  await when("it is name badges in large print", async () => {
    await follow(page, "All sheets");
    await page.locator("section", { hasText: "Name badges" }).getByLabel("Large print").check();
    await press(page, "Open name badges");
  });
  await andThen("there is one for the guest, and empty ones for others", async () => {
    await expect(page.locator(".rh-badge", { hasText: guest })).toHaveCount(1);
    expect(await page.locator(".rh-badge", { hasText: "My name is" }).count()).toBeGreaterThan(6);
    await expect(page.locator(".rh-sheet--large")).toBeVisible();
    await clean();
  });
  await when("it is sheets for four tables", async () => {
    await follow(page, "All sheets");
    await page.getByLabel("How many tables").fill("4");
    await press(page, "Open table sheets");
  });
  await andThen("each table has the three questions on a page of its own", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText([
      "Table 1",
      "Table 2",
      "Table 3",
      "Table 4",
    ]);
    for (const question of ["What worked well?", "What is still hard?", "What should we take forward?"]) {
      await expect(page.getByRole("heading", { name: question })).toHaveCount(4);
    }
  });
});

test("each stall has a card, and what is said at it is known to be about it", async ({
  page,
  another,
  desk,
}) => {
  const market = await desk.makeEvent({ kind: "marketplace", startsLocal: wallIn(-1), endsLocal: wallIn(3) });
  const stalls: ({ title: string } & Record<string, string>)[] = [
    { kind: "stall", title: "The story passport", tableNumber: "3", summary: "Your story on one sheet." },
    { kind: "stall", title: "Checks at the market", tableNumber: "16", host: "canal-bridges" },
  ];
  for (const stall of stalls) await desk.send(`/manage${market.path}/sessions/new`, stall);
  const visitor = await another();

  await given("staff print the cards of a marketplace", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${market.path}`);
    await follow(page, "Sheets to print");
    await press(page, "Open stall cards");
  });
  await andThen("each says its name, what to ask and who runs it", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(stalls.map(({ title }) => title));
    await expect(page.getByRole("article").first()).toContainText("Stall 3");
    await expect(page.getByRole("article").first()).toContainText("Your story on one sheet.");
    await expect(page.getByRole("article").last()).toContainText("Bridges");
    await expect(page.locator("article .rh-qr")).toHaveCount(2);
  });
  await when("somebody follows the square of one and says what worked", async () => {
    await page.goto(`/manage${market.path}/sessions`);
    const change = page.getByRole("link", { name: "The story passport", exact: true });
    const id = (await change.getAttribute("href"))?.split("/").at(-1);
    await visitor.goto(`${market.path}/notes?stall=${id}`);
    await expect(visitor.getByLabel("Your table or stall (optional)")).toHaveValue(
      "Stall 3: The story passport",
    );
    await visitor.getByLabel("What worked well?").fill("I only told it once");
    await press(visitor, "Send");
  });
  await andThen("the form is ready for the next one from there", async () => {
    await expect(visitor.getByRole("alert")).toContainText("Thank you, we have it");
    await expect(visitor.getByLabel("Your table or stall (optional)")).toHaveValue(
      "Stall 3: The story passport",
    );
  });
  await andThen("staff find it beside the stall", async () => {
    await page.reload();
    await follow(page, /^1 note/);
    await expect(page.getByText("Only those of Stall 3: The story passport.")).toBeVisible();
    await expect(page.getByRole("link", { name: "I only told it once" })).toBeVisible();
  });
});

test("staff open a list again for a reason and close it, and it adds up", async ({ page }, { project }) => {
  // An event of the demonstration for each way of running this, so that none gets in another's way.
  const slugs = [
    "tell-it-once",
    "letters-people-can-read",
    "pressure-and-a-trim",
    "when-a-text-is-not-enough",
  ];
  const names = ["scripts-off-375", "scripts-off-1280", "scripts-on-375", "scripts-on-1280"];
  const path = `/manage/events/${slugs[names.indexOf(project.name)]}`;
  const people = async (row: string) =>
    Number(await page.getByRole("row", { name: row }).getByRole("cell").last().textContent());

  await given("the engagement lead looks at a past event", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(path);
  });
  await andThen("registered is came, absent, cancelled and never offered", async () => {
    const parts = [
      "Came",
      "Had a place and did not come",
      "Cancelled, or gave no answer",
      "Waited and were never",
    ];
    let sum = 0;
    for (const row of parts) sum += await people(row);
    expect(sum).toBe(await people("Registered"));
    expect(sum).toBeGreaterThan(10);
  });
  await when("she opens the list again without saying why", async () => {
    await follow(page, "Open the list again");
    await expectRefused(page, await press(page, "Open the list again"), [
      "Say why the list is opened again, such as: a paper list turned up",
    ]);
  });
  await when("she says why", async () => {
    await page.getByLabel("Why is it opened again?").fill("A paper list turned up.");
    await press(page, "Open the list again");
  });
  await andThen("nobody is absent any more", async () => {
    await expect(page.getByRole("alert")).toContainText("The list is open again");
    await expect(page.getByRole("row", { name: "Have a place and are not here yet" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("The list was opened again: A paper list turned up.");
  });
  await when("she closes it", async () => {
    await follow(page, "Close the list");
    await press(page, "Close the list");
  });
  await andThen("the page says who did not come", async () => {
    await expect(page.getByRole("alert")).toContainText("The list is closed");
    await expect(page.getByRole("row", { name: "Had a place and did not come" })).toBeVisible();
  });
});
