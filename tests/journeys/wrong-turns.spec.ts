import { postForm, unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { fillRegistration, press } from "../support/pages";

test("whatever is typed into an address, the answer is plain words", async ({ page, desk }) => {
  const draft = await desk.makeEvent({ audience: "staff" });
  await given("an address that leads nowhere", async () => {
    expect((await page.goto("/events/no-such-event"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("We cannot find that page");
    await expect(page.getByRole("contentinfo")).toContainText("020 7946 0123");
  });
  const missing = (await page.locator("main").textContent())?.trim();
  await andThen("an event for staff answers just like it, and is in no list or feed", async () => {
    expect((await page.goto(draft.path))?.status()).toBe(404);
    expect((await page.locator("main").textContent())?.trim()).toBe(missing);
    for (const list of [
      "/events.ics",
      "/events.rss",
      "/sitemap.xml",
      `/search?q=${draft.title.split(" ").at(-1)}`,
    ]) {
      expect(await (await page.request.get(list)).text(), list).not.toContain(draft.slug);
    }
  });
  await andThen("so does a link to a booking that is not theirs", async () => {
    for (const token of ["x", "a".repeat(43), `${"A".repeat(42)}=`]) {
      expect((await page.goto(`/registrations/${token}`))?.status()).toBe(404);
    }
  });
});

test("ten thousand letters, emoji and words from right to left lose nothing", async ({ page, desk }) => {
  const event = await desk.makeEvent({});
  const long = "Name ".repeat(2000).trim();
  await when("she types a name of ten thousand letters", async () => {
    await page.goto(`${event.path}/register`);
    await page.getByLabel("What should we call you?").evaluate((box) => box.removeAttribute("maxlength"));
    await fillRegistration(page, { name: long, contact: "Email", email: "ten@example.org", more: "No nuts" });
    expect((await press(page, "Save my place")).status()).toBe(422);
  });
  await andThen("she is told, and everything is still there", async () => {
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel("What should we call you?")).toHaveValue(long);
    await expect(page.getByLabel("Anything else we should know? (optional)")).toHaveValue("No nuts");
  });
  await when("she types a name as people have them", async () => {
    await page.getByLabel("What should we call you?").fill("سلمى O’Núñez 🌻 <b>");
    await press(page, "Save my place");
  });
  await andThen("it stands there as she typed it", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
    await expect(page.getByRole("main")).toContainText("سلمى O’Núñez 🌻 <b>");
  });
});

test("a form that is sent twice is one booking", async ({ page, desk }) => {
  const event = await desk.makeEvent({ capacity: "5" });
  const sent: Record<string, string> = { name: `Twice ${unique()}`, contact: "none", party: "1" };
  await given("she has the form open", async () => {
    await page.goto(`${event.path}/register`);
    sent.submissionId = await page.locator("[name=submissionId]").inputValue();
    sent.formToken = await page.locator("[name=formToken]").first().inputValue();
  });
  let pages: (string | undefined)[] = [];
  await when("a double click sends it twice at once", async () => {
    const answers = await Promise.all(
      [1, 2].map(() => postForm(page.request, `${event.path}/register`, sent)),
    );
    expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
    pages = answers.map((answer) => answer.headers().location);
  });
  await andThen("both lead to the same booking, and four places are left", async () => {
    expect(new Set(pages).size).toBe(1);
    await page.goto(event.path);
    await expect(page.getByRole("main")).toContainText("4 of 5 left");
  });
});

test("closed and cancelled events say so and keep the way to the phone", async ({ page, desk }) => {
  const closed = await desk.makeEvent({
    closesLocal: wallTime(-1, "12:00"),
    opensLocal: wallTime(-9, "12:00"),
  });
  await given("booking has closed", async () => void (await page.goto(`${closed.path}/register`)));
  await andThen("there is no form, but a number to ring", async () => {
    await expect(page.getByRole("main")).toContainText("Booking has closed");
    await expect(page.getByRole("button", { name: "Save my place" })).toHaveCount(0);
    await expect(page.getByRole("main")).toContainText("020 7946 0123");
  });
});

test("raw requests get 4xx in plain words, never 5xx", async ({ page, baseURL }) => {
  const origin = new URL(baseURL ?? "").origin;
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const path = "/events/bus-map-evening/register";
  const send = (data: string, headers: Record<string, string>, method = "POST") =>
    page.request.fetch(path, { method, data, headers: { ...form, ...headers }, maxRedirects: 0 });
  const forged = await send("name=A&contact=none", { origin: "https://elsewhere.example.org" });
  const crossSite = await send("name=A&contact=none", { origin, "sec-fetch-site": "cross-site" });
  const huge = await send(`name=${"x".repeat(400_000)}`, { origin });
  const nul = await send("name=A%00B&contact=none", { origin });
  const surrogate = await send("name=%ED%A0%80&contact=none", { origin });
  const wrongWay = await send("", { origin }, "DELETE");
  const statuses = [forged, crossSite, huge, nul, surrogate, wrongWay].map((answer) => answer.status());
  expect(statuses).toEqual([403, 403, 413, 400, 400, 405]);
  for (const answer of [forged, huge, nul]) {
    const text = await answer.text();
    expect(text).toContain("020 7946 0123");
    expect(text).not.toMatch(/at \w+ \(|node_modules|Error:/);
  }
});
