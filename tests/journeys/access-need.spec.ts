import { unique } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { followInMain, press, saveAPlace, signInAs } from "../support/pages";

test("an access need goes from request to arranged, is told, remembered, and forgotten again", async ({
  page,
  desk,
  another,
}) => {
  const event = await desk.makeEvent({ capacity: "5" });
  const name = `Marigold Tench ${unique()}`;
  const email = `marigold.${unique()}@example.org`;
  const staff = await another();
  const outbox = await another();

  await given("a resident has saved a place and asked for large print and a quiet space", async () => {
    await saveAPlace(page, event, {
      name,
      contact: "Email",
      email,
      needs: ["Large print papers", "A quiet space"],
    });
  });
  await andThen("her own page says that it is being arranged", async () => {
    await expect(page.getByRole("main")).toContainText("Large print papers: we are arranging it.");
  });
  await when("staff look at what is to be arranged and take it", async () => {
    await signInAs(staff, "Helen Pike");
    await staff.goto(`/manage${event.path}/needs`);
    await followInMain(staff, "Large print papers");
    await press(staff, "I see to it");
    await staff.getByLabel("What is arranged", { exact: true }).fill("Printed in 24 point, by the door.");
    await press(staff, "It is arranged");
  });
  await andThen("the history says who did what, and she is told in those words", async () => {
    await expect(staff.getByRole("alert")).toContainText("The person is being told");
    await expect(staff.getByRole("main")).toContainText("Arranged, and the person told");
    await outbox.goto("/manage/outbox");
    const told = outbox.getByRole("row", { name }).filter({ hasText: "We have arranged what you asked for" });
    await expect(told).toHaveCount(1);
  });
  await when("she looks at what helps her", async () => {
    await page.reload();
    await expect(page.getByRole("main")).toContainText("arranged. Printed in 24 point, by the door.");
    await followInMain(page, "What we arrange, and what we remember");
  });
  await when("she asks us to remember it, first with nothing ticked", async () => {
    await page.getByText("What should we remember?").first().click();
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    const answer = await press(page, "Remember this");
    expect(answer?.status()).toBe(422);
    await expect(page.getByRole("alert")).toContainText("Tick what we should remember");
  });
  await when("she ticks large print", async () => {
    await page.getByRole("checkbox", { name: "Letters and papers in large print" }).check();
    await press(page, "Remember this");
  });
  await andThen("it is remembered, and staff see it beside her booking", async () => {
    await expect(page.getByRole("alert")).toContainText("We will remember this");
    await staff.goto(`/manage${event.path}`);
    await followInMain(staff, name);
    await expect(staff.getByRole("main")).toContainText("Letters and papers in large print");
  });
  await when("she has it forgotten", async () => {
    await followInMain(page, "Forget it");
    await press(page, "Yes, forget it");
  });
  await andThen("nothing is remembered any more, and what she asked for here stays", async () => {
    await expect(page.getByRole("alert")).toContainText("We have forgotten it");
    await expect(page.getByRole("main")).toContainText("We remember nothing");
    await expect(page.getByRole("main")).toContainText("Printed in 24 point");
  });
  await when("staff find that the quiet space can't be had", async () => {
    await staff.goto(`/manage${event.path}/needs`);
    await followInMain(staff, "A quiet space");
    await staff.getByText("It can’t be done").first().click();
    await staff.getByLabel("Why not").fill("The small room is flooded.");
    await press(staff, "It can’t be done");
  });
  await andThen("she reads why, while there is time to ring", async () => {
    await page.reload();
    await expect(page.getByRole("main")).toContainText(
      "we could not do it. We are sorry. The small room is flooded.",
    );
  });
});

test("a list of people goes out as a file without what people need, and what will be deleted can be seen", async ({
  page,
  desk,
  another,
}) => {
  const event = await desk.makeEvent();
  await desk.book(event, { name: "Ottilie Bream" });
  await given("the engagement lead asks for needs without a reason", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${event.path}`);
    await followInMain(page, "Take the list out");
    await page.getByRole("checkbox", { name: "What would help (needs a reason)" }).check();
    const answer = await press(page, "Get the file");
    expect(answer?.status()).toBe(422);
  });
  await andThen("she is asked why", async () => {
    await expect(page.getByRole("alert")).toContainText("Say why you need what people told us");
  });
  await when("she says why", async () => {
    await page.getByLabel("Why you need what people told us").fill("The caterer has to know by Friday");
    await Promise.all([
      page.waitForEvent("download").then(async (download) => {
        expect(download.suggestedFilename()).toMatch(/\.csv$/);
        expect(await download.failure()).toBeNull();
      }),
      page.getByRole("button", { name: "Get the file" }).click(),
    ]);
  });
  await andThen("she has a file, and it is written down who took it and why", async () => {
    await page.goto(`/manage${event.path}/export`);
    await expect(page.getByRole("table", { name: "Files taken" })).toContainText(
      "The caterer has to know by Friday",
    );
  });
  const keeper = await another();
  await when("the data protection officer looks at what will be deleted", async () => {
    await signInAs(keeper, "Carl Innes");
    await keeper.goto("/manage/retention");
  });
  await andThen("it is listed by event, and nothing has gone", async () => {
    await expect(keeper.getByRole("heading", { level: 1 })).toHaveText("Deleting what is no longer needed");
    await expect(keeper.getByRole("table", { name: "What will be deleted, and when" })).toBeVisible();
  });
});
