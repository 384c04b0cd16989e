import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { andThen, expect, given, test, when } from "../support/journey";
import { followInMain, followMenu, press, signInAs } from "../support/pages";
import { png } from "../support/png";
import { expectRefused } from "../support/refused";

// What is set here is the whole site's, so only one browser at a time may do so: the folder is the turn.
const turn = join(tmpdir(), `round-here-settings-${new URL(process.env.SITE_URL ?? "http://none").port}`);

function takesTurn(): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    return false;
  }
}

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  while (!takesTurn()) await new Promise((resolve) => setTimeout(resolve, 200));
});
test.afterAll(() => rmSync(turn, { recursive: true, force: true }));

test("an administrator gives the site colours that can be read, and takes them back", async ({
  page,
  another,
}) => {
  const resident = await another();
  const sheet = resident.locator('link[rel="stylesheet"][href^="/colours/"]');

  await given("she is on the settings", async () => {
    await signInAs(page, "Ines Fairweather");
    await page.goto("/manage");
    await followMenu(page, "Settings");
    await followInMain(page, "Change them (Colours)");
  });
  await when("she chooses pale ones", async () => {
    await page.getByLabel("Main colour").fill("#8fd6cf");
    await expectRefused(page, await press(page, "Use these colours"), [
      "The main colour is too light: white words on it, or links in it, could not be read. Choose a darker one",
    ]);
    await expect(page.getByLabel("Main colour")).toHaveValue("#8fd6cf");
  });
  await when("she chooses blue and gold", async () => {
    await page.getByLabel("Main colour").fill("#14507d");
    await page.getByLabel("Accent colour").fill("#f5c518");
    await press(page, "Use these colours");
    await expect(page.getByRole("alert")).toContainText("The site has its new colours");
  });
  await andThen("every page wears them, from an address that may be kept", async () => {
    await resident.goto("/events");
    await expect(sheet).toHaveCount(1);
    const button = resident.locator(".rh-bar");
    await expect(button).toHaveCSS("background-color", "rgb(14, 56, 88)");
    const href = (await sheet.getAttribute("href")) ?? "";
    const answer = await resident.request.get(href);
    expect(answer.headers()["content-type"]).toContain("text/css");
    expect(answer.headers()["cache-control"]).toContain("immutable");
    const old = await resident.request.get("/colours/0123456789abcdef.css");
    expect([old.status(), old.headers()["cache-control"]]).toEqual([200, "no-store"]);
  });
  await when("she goes back to the site's own", async () => {
    await page.goto("/manage/settings/colours");
    await press(page, "Go back to the site’s own colours");
  });
  await andThen("they are gone", async () => {
    await resident.goto("/events");
    await expect(sheet).toHaveCount(0);
  });
});

test("an administrator puts up a logo with words for it", async ({ page, another }) => {
  const resident = await another();
  const picture = (buffer: Buffer, name: string) => ({ name, mimeType: "image/png", buffer });
  const logo = resident.getByRole("banner").getByRole("img", { name: "Larkmere Council’s mark" });

  await given("she is on the page of the logo", async () => {
    await signInAs(page, "Ines Fairweather");
    await page.goto("/manage/settings/logo");
  });
  await when("she sends a text as a picture, and no words", async () => {
    await page.getByLabel("Picture").setInputFiles(picture(Buffer.from("<svg/>"), "mark.png"));
    await expectRefused(page, await press(page, "Use this logo"), [
      "This is not a PNG picture. Save it as PNG and choose that file",
      "Say what the logo shows, for people who do not see it",
    ]);
  });
  await when("she sends a picture and says what it shows", async () => {
    await page.getByLabel("Picture").setInputFiles(picture(png(240, 96), "mark.png"));
    await page.getByLabel("What it shows").fill("Larkmere Council’s mark");
    await press(page, "Use this logo");
    await expect(page.getByRole("alert")).toContainText("The logo stands at the head of every page");
  });
  await andThen("residents see it on every page, and hear its words", async () => {
    await resident.goto("/neighbourhoods");
    await expect(logo).toBeVisible();
    expect(await logo.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(240);
  });
  await when("she takes it away", async () => {
    await page.goto("/manage/settings/logo");
    await press(page, "Take the logo away");
  });
  await andThen("the site's own mark is back", async () => {
    await resident.goto("/neighbourhoods");
    await expect(logo).toHaveCount(0);
  });
});

test("staff take a file of postcodes in, and see first what it would change", async ({ page }) => {
  const upload = async (text: string) => {
    const file = { name: "postcodes.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.getByLabel("File of postcodes (CSV)").setInputFiles(file);
    return press(page, "See what it would change");
  };
  const area = `LK${10 + Math.floor(Math.random() * 89)}`;
  let saved = "";
  await given("she has the postcodes of now as a file", async () => {
    await signInAs(page, "Helen Pike");
    await page.goto("/manage/places/postcodes");
    saved = await (await page.request.get("/manage/places/postcodes.csv")).text();
    expect(saved).toContain("LK2 1,Canalside");
  });
  await when("she sends one with a mistake", async () => {
    await expectRefused(page, await upload("Postcode sector,Neighbourhood\nLK2 1,Canalsied\n"), [
      "Line 2: there is no neighbourhood “Canalsied”",
    ]);
  });
  await when("she sends the one of now with a line more", async () => {
    await upload(`${saved}${area} 7,Mosswell\n`);
  });
  await andThen("she sees what it would change, and that nothing has changed yet", async () => {
    await expect(page.getByText("1 new, 0 in another neighbourhood than now")).toBeVisible();
    await expect(page.getByRole("row", { name: /Mosswell/ })).toBeVisible();
  });
  await when("she says yes", async () => void (await press(page, "Use these postcodes")));
  await andThen("residents find their neighbourhood by it", async () => {
    await expect(page.getByRole("alert")).toContainText("The new postcodes count from now on");
    await page.goto("/neighbourhoods/find");
    await page.getByLabel("Postcode").fill(`${area} 7AA`);
    await press(page, "Find");
    await expect(page).toHaveURL(/\/neighbourhoods\/mosswell$/);
  });
});

test("who answers for people's data sets how long things are kept, and every page says so", async ({
  page,
  another,
}) => {
  const visitor = await another();

  await given("an administrator looks at what will be deleted", async () => {
    await signInAs(page, "Ines Fairweather");
    await page.goto("/manage/retention");
    await followInMain(page, "Change how long things are kept");
  });
  await when("she types a time that is out of bounds", async () => {
    await page.getByLabel("The words of notes, feedback and surveys").fill("1");
    await expectRefused(page, await press(page, "Keep things so long"), [
      "Enter a whole number of months, from 6 to 72",
    ]);
  });
  await when("she sets a shorter time, and does not say that she knows what that does", async () => {
    await page.getByLabel("The words of notes, feedback and surveys").fill("23");
    await expectRefused(page, await press(page, "Keep things so long"), [
      "Say that you know: a shorter time deletes what is older within the hour",
    ]);
  });
  await when("she says so", async () => {
    await page.getByRole("checkbox", { name: /^Yes, and I know/ }).check();
    await press(page, "Keep things so long");
  });
  await andThen("it is so from now on, in the privacy notice too", async () => {
    await expect(page.getByRole("alert")).toContainText("Things are kept so long from now on");
    await expect(page.getByText("23 months after they were given")).toBeVisible();
    await visitor.goto("/privacy");
    await expect(visitor.getByText("The words 23 months later").first()).toBeVisible();
  });
  await when("she sets it back", async () => {
    await page.goto("/manage/settings/retention");
    await page.getByLabel("The words of notes, feedback and surveys").fill("24");
    await press(page, "Keep things so long");
  });
  await andThen("the notice follows", async () => {
    await visitor.goto("/privacy");
    await expect(visitor.getByText("The words 24 months later").first()).toBeVisible();
  });
});
