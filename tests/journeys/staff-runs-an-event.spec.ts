import { unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { follow, followInMain, press, saveAPlace, signInAs } from "../support/pages";

test("staff make, publish, resize and cancel an event, and everyone is told", async ({ page, another }) => {
  const title = `Evening about benches ${unique()}`;
  const coming = `Florence Ambler ${unique()}`;
  const resident = await another();
  let path = "";

  await given("the engagement lead has signed in", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/events");
  });
  await when("she sends the form empty", async () => {
    await follow(page, "Make an event");
    await press(page, /^Save/);
  });
  await andThen("she is told what is missing, in order", async () => {
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert")).toContainText("Enter a title that says what will happen");
  });
  await when("she writes the event and saves it", async () => {
    await page.locator("[name=title]").fill(title);
    await page.locator("[name=summary]").fill("Come and say where a bench would help you get about.");
    await chooseFirst("kind");
    await chooseFirst("mode");
    await page.locator("[name=venue]").selectOption({ index: 1 });
    await fillTimes(21, "18:30", "20:00");
    await page.locator("[name=description]").fill("Tea first, then a walk with a map.");
    await page.locator("[name=capacity]").fill("1");
    await press(page, /^Save/);
  });
  await andThen("it is a draft that nobody else can find", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("main")).toContainText("Draft");
    path = new URL(page.url()).pathname.replace("/manage", "");
    expect((await resident.goto(path))?.status()).toBe(404);
  });
  await when("she publishes it", async () => void (await press(page, "Publish")));
  await andThen("a resident can save a place", async () => {
    await saveAPlace(resident, { path }, { name: coming, contact: "Phone call", phone: "07700 900 411" });
    await expect(resident.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
  });
  await when("she finds a bigger room", async () => {
    await page.goto(`/manage${path}/capacity`);
    await page.locator("[name=capacity]").fill("3");
    await press(page, "Save");
  });
  await andThen("there is room for two more", async () => {
    await resident.goto(path);
    await expect(resident.getByRole("main")).toContainText("2 of 3 left");
  });
  await when("she has to cancel it", async () => {
    await page.goto(`/manage${path}/cancel`);
    await page
      .locator("[name=reason]")
      .fill("The boiler in the hall has failed. We will choose another evening.");
    await press(page, "Cancel the event");
  });
  await andThen("the page says so, and there is a call to make", async () => {
    await resident.goto(path);
    await expect(resident.getByRole("main")).toContainText("This event is cancelled");
    await expect(resident.getByRole("main")).toContainText("The boiler in the hall has failed");
    await page.goto("/manage/messages");
    await expect(page.getByRole("main")).toContainText(coming);
  });

  async function chooseFirst(name: string) {
    const field = page.locator(`[name=${name}]`).first();
    if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption({ index: 1 });
    else await field.check();
  }

  async function fillTimes(days: number, from: string, to: string) {
    const [day = ""] = wallTime(days, from).split("T");
    const starts = page.locator("[name=startsLocal]");
    if (await starts.count()) {
      await starts.fill(`${day}T${from}`);
      await page.locator("[name=endsLocal]").fill(`${day}T${to}`);
      return;
    }
    throw new Error("The form has other boxes for its times.");
  }
});

test("a caller is booked by keyboard alone", async ({ page, desk }) => {
  const event = await desk.makeEvent({ capacity: "5" });
  const caller = `Gwendolen Ashby ${unique()}`;
  await given("the engagement lead is on the phone, with the form open", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto(`/manage${event.path}/book`);
  });
  await when("she types what the caller says and presses Enter", async () => {
    await expect(page.locator("[name=name]")).toBeFocused();
    await page.keyboard.type(caller);
    await page.keyboard.press("Tab");
    await page.keyboard.type("020 7946 0321");
    await Promise.all([
      page.waitForURL((url) => !url.pathname.endsWith("/book")),
      page.keyboard.press("Enter"),
    ]);
  });
  await andThen("she can read out a reference", async () => {
    await expect(page.getByRole("main")).toContainText(/[A-Z0-9]{4}-[A-Z0-9]{4}/);
  });
  await andThen("the caller is on the list for the door, booked by phone", async () => {
    await page.goto(`/manage${event.path}`);
    await expect(page.getByRole("row", { name: caller })).toContainText("By phone");
    await followInMain(page, "List for the door");
    await expect(page.getByRole("main").or(page.locator("body")).first()).toContainText(caller);
  });
});

test("a neighbourhood lead sees only their own neighbourhood", async ({ page, desk }) => {
  const elsewhere = await desk.makeEvent({ neighbourhood: "mosswell" });
  await given("the lead of Canalside has signed in", async () => void (await signInAs(page, "Tomasz Wren")));
  await andThen("an event elsewhere answers like a missing one", async () => {
    expect((await page.goto(`/manage${elsewhere.path}`))?.status()).toBe(404);
    expect((await page.goto(`/manage${elsewhere.path}/book`))?.status()).toBe(404);
    await page.goto("/manage/events");
    await expect(page.getByRole("main")).not.toContainText(elsewhere.title);
  });
});
