import { unique, wallIn, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { fact, press, saveAPlace, signInAs } from "../support/pages";

test("an event is cancelled two hours before it begins, and everyone hears of it in time", async ({
  page,
  another,
  desk,
}) => {
  const soon = await desk.makeEvent({ startsLocal: wallIn(2), endsLocal: wallIn(4), closesLocal: "" });
  const later = await desk.makeEvent({ startsLocal: wallTime(1, "22:00"), endsLocal: wallTime(1, "23:00") });
  const [byMail, byPhone, unasked, elsewhere] = ["Fenella", "Gideon", "Hortense", "Ignatius"].map(
    (name) => `${name} ${unique()}`,
  ) as [string, string, string, string];
  const resident = await another();
  let own = "";

  await given(
    "three people have a place this evening, and one at something later has news to hear",
    async () => {
      await saveAPlace(resident, soon, {
        name: unasked,
        contact: "Do not tell me, I will check my booking page",
      });
      own = resident.url();
      await desk.book(soon, { name: byMail, contact: "email", email: "fenella@example.org" });
      await desk.book(soon, { name: byPhone, contact: "phone", phone: "07700 900 411" });
      await desk.book(later, { name: elsewhere, contact: "phone", phone: "07700 900 412" });
      await desk.send(`/manage${later.path}/cancel`, { reason: "The speaker is ill." });
    },
  );
  await when("the hall rings to say that it is flooded", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${soon.path}/cancel`);
    await expect(page.getByText("1 booking by email, within a minute")).toBeVisible();
    await expect(page.getByText("1 booking by phone: a call for you to make")).toBeVisible();
    await page.getByLabel("Why is it cancelled?").fill("The hall is flooded.");
    await press(page, "Cancel the event");
  });
  await andThen("who wanted an email has one, with the event taken out of their calendar", async () => {
    await page.goto("/manage/outbox");
    const row = page.getByRole("row", { name: byMail }).filter({ hasText: "The event is cancelled" });
    await expect(row).toHaveCount(1);
  });
  await andThen("who wanted a call is rung before those whose event is later", async () => {
    await page.goto("/manage/messages");
    const names = await page.getByRole("table", { name: "To do" }).getByRole("row").allTextContents();
    const at = (name: string) => names.findIndex((row) => row.includes(name));
    expect(at(byPhone)).toBeGreaterThan(-1);
    expect(at(elsewhere)).toBeGreaterThan(at(byPhone));
    await expect(page.getByRole("row", { name: byPhone })).toContainText("The event is cancelled");
    await expect(page.getByRole("row", { name: unasked })).toHaveCount(0);
  });
  await andThen("who looks at their own page reads it there", async () => {
    await resident.goto(own);
    await expect(resident.getByRole("main")).toHaveAttribute("data-registration-state", "cancelled");
    await expect(fact(resident, "Event")).toContainText(soon.title);
  });
  await andThen("the event's page and its calendar file say so", async () => {
    await resident.goto(soon.path);
    await expect(resident.getByRole("main")).toContainText("This event is cancelled");
    await expect(resident.getByRole("main")).toContainText("The hall is flooded.");
    const file = await (await resident.request.get(`${soon.path}.ics`)).text();
    expect(file).toContain("STATUS:CANCELLED");
    expect(file).toMatch(/SEQUENCE:[1-9]/);
  });
  await andThen("the list for the door says so, and the door is shut", async () => {
    await page.goto(`/manage${soon.path}/print`);
    await expect(page.getByText("This event is cancelled. The hall is flooded.")).toBeVisible();
    await page.goto(`/manage${soon.path}/door`);
    await expect(page).toHaveURL(new RegExp(`/manage${soon.path}$`));
    await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
  });
});
