import { openDesk, unique, wallIn } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { followInMain, press, signInAs } from "../support/pages";

test("somebody who rings is asked what everybody is asked: the room or online, and which workshops", async ({
  page,
  desk,
}) => {
  const name = `Odile ${unique()}`;
  const hybrid = { mode: "hybrid", onlineLink: "https://meet.example.org/tea", onlineCapacity: "1" };
  const tea = await desk.makeEvent({ ...hybrid, capacity: "2" });
  for (const title of ["Soup for twenty", "Ask for what you need"]) {
    await desk.send(`/manage${tea.path}/sessions/new`, { kind: "workshop", title, capacity: "3" });
  }

  await given("somebody rings about an event in a room and online", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${tea.path}`);
    await followInMain(page, "Book for a caller");
    await page.getByLabel("Name", { exact: true }).fill(name);
  });
  await when("they would like to join online, and choose a workshop", async () => {
    await page.getByRole("radio", { name: "Join online or by phone" }).check();
    await page.getByRole("checkbox", { name: "Soup for twenty" }).check();
    await press(page, "Book");
  });
  await andThen("their booking says both", async () => {
    const main = page.getByRole("main");
    await expect(main).toHaveAttribute("data-registration-state", "confirmed");
    await page.goto(new URL(page.url()).pathname);
    await expect(main.getByText("Online", { exact: true })).toBeVisible();
    await expect(main.getByText("Soup for twenty", { exact: true })).toBeVisible();
  });
  await when("they ring again and would rather come, to the other workshop", async () => {
    await followInMain(page, "Change");
    await expect(page.getByRole("checkbox", { name: "Soup for twenty" })).toBeChecked();
    await page.getByRole("radio", { name: "Come to the room" }).check();
    await page.getByRole("checkbox", { name: "Soup for twenty" }).uncheck();
    await page.getByRole("checkbox", { name: "Ask for what you need" }).check();
    await press(page, "Save the changes");
  });
  await andThen("the booking is changed", async () => {
    const main = page.getByRole("main");
    await expect(main.getByText("Online", { exact: true })).toHaveCount(0);
    await expect(main.getByText("Ask for what you need", { exact: true })).toBeVisible();
    await expect(main.getByText("Soup for twenty", { exact: true })).toHaveCount(0);
  });
});

test("somebody who rings when it has begun has a place if there is one, and is put on no list if not", async ({
  page,
}) => {
  const name = `Lou ${unique()}`;
  const desk = await openDesk("helen-pike");
  const on = { startsLocal: wallIn(-1), endsLocal: wallIn(2), capacity: "1" };
  const tea = await desk.makeEvent(on);
  await desk.close();

  await given("an event that has begun has a place left", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${tea.path}/book`);
    await expect(page.getByText("It has begun, and 1 place is free.")).toBeVisible();
  });
  await when("staff book somebody who is on the way", async () => {
    await page.getByLabel("Name", { exact: true }).fill(name);
    await press(page, "Book");
  });
  await andThen("they have the place", async () => {
    await expect(page.getByRole("main")).toHaveAttribute("data-registration-state", "confirmed");
  });
  await when("they book one more", async () => {
    await page.goto(`/manage${tea.path}/book`);
    await page.getByLabel("Name", { exact: true }).fill("One too many");
    await press(page, "Book");
  });
  await andThen("they are told why not and what to do, and what they typed is kept", async () => {
    await expect(page.getByText(/nobody moves up the list once an event has begun/).first()).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("One too many");
  });
  await when("they look at one that is over", async () => {
    await page.goto("/manage/events/larkmere-marketplace-2025/book");
  });
  await andThen("they are led to the door, where people who just came are noted", async () => {
    await expect(page.getByRole("heading", { name: "This event is over" })).toBeVisible();
    await followInMain(page, "Go to the door");
    await expect(page).toHaveURL(/marketplace-2025\/door$/);
  });
});
