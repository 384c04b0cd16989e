import { type MadeEvent, unique, wallTime } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import {
  fact,
  fillRegistration,
  followInMain,
  loading,
  press,
  referenceOn,
  saveAPlace,
} from "../support/pages";
import { ask, type Got, ownForm, type Sent } from "../support/raw-http";
import { expectRefused } from "../support/refused";

const PHONE = "020 7946 0123";
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const someone = (name = "Someone") => ({ name, contact: "none", submissionId: unique() });

async function leftAt(event: MadeEvent): Promise<string> {
  const page = await ask(event.path);
  return page.text.match(/\d+ of \d+ left|All \d+ places are taken/)?.[0] ?? "";
}

/** An answer that a person can read: what happened, whom to ring, and nothing of how the site is made. */
function expectPlainWords(got: Got, status: number): void {
  expect(got.status).toBe(status);
  expect(got.text).toContain("<h1");
  expect(got.text).toContain(PHONE);
  expect(got.text).not.toMatch(/\bat [\w.]+ \(|node_modules|SQLITE|Error:|undefined/);
}

test("an event that is not there", async ({ page }) => {
  await when("someone follows an old link", async () => {
    const answer = await page.goto("/events/no-such-thing");
    expect(answer?.status()).toBe(404);
  });
  await andThen("they are told so, and what to do", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("We cannot find that page");
    await expect(page).toHaveTitle("We cannot find that page – Round Here");
    await expect(page.getByRole("main").getByRole("link", { name: PHONE })).toHaveAttribute(
      "href",
      "tel:+442079460123",
    );
  });
  await when("they go on to what is on", async () => void (await followInMain(page, "See what is on")));
  await andThen("they are there", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Events");
  });
  await when("they mistype an address altogether", async () => {
    const answer = await page.goto("/evnets");
    expect(answer?.status()).toBe(404);
  });
  await andThen("the page has the same help", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("We cannot find that page");
    await expect(page.getByRole("contentinfo").getByRole("link", { name: PHONE })).toBeVisible();
  });
});

test("events that take no bookings now say why, whoever asks", async ({ page, desk }) => {
  const closed = await desk.makeEvent({
    closesLocal: wallTime(-1, "12:00"),
    opensLocal: wallTime(-9, "12:00"),
  });
  const soon = await desk.makeEvent({ opensLocal: wallTime(2, "09:00") });
  const open = await desk.makeEvent({ registration: "none" });
  const off = await desk.makeEvent();
  await desk.send(`/manage/events/${off.slug}/cancel`, { reason: "The boiler has burst." });

  const cases = [
    { event: closed, title: "Booking has closed", said: "Booking has closed. Ring us" },
    { event: soon, title: "Booking has not opened yet", said: "Booking has not opened yet" },
    { event: open, title: "You do not need to book", said: "You do not need to book for this event" },
    { event: off, title: "This event is cancelled", said: "This event is cancelled" },
  ];
  for (const { event, title, said } of cases) {
    await when(`someone opens the form of an event: ${title}`, async () => {
      await page.goto(`${event.path}/register`);
    });
    await andThen("they read why there is none, and whom to ring", async () => {
      await expect(page.getByRole("main")).toContainText(title);
      await expect(page.getByLabel("What should we call you?")).toHaveCount(0);
      await expect(page.getByRole("complementary").getByRole("link", { name: PHONE })).toBeVisible();
    });
    await andThen("a form that was open before is refused in the same words", async () => {
      const body = form(someone());
      const got = await ask(`${event.path}/register`, { method: "POST", headers: ownForm(), body });
      expect(got.status).toBe(422);
      expect(got.text).toContain(said);
    });
  }
  await andThen("the cancelled one says the reason", async () => {
    await page.goto(off.path);
    await expect(page.getByRole("main")).toContainText("The boiler has burst.");
  });
});

test("an event that has taken place", async ({ page }) => {
  await when("someone opens one from last year", async () => {
    await page.goto("/events?when=past");
    await loading(page, () => page.getByRole("article").first().getByRole("link").click());
  });
  await andThen("it says so and offers no place", async () => {
    await expect(page.getByRole("main")).toContainText("This event has taken place");
    await expect(page.getByRole("link", { name: "Save your place" })).toHaveCount(0);
  });
  await when("they try its form all the same", async () => {
    const body = form(someone());
    const path = `${new URL(page.url()).pathname}/register`;
    const got = await ask(path, { method: "POST", headers: ownForm(), body });
    expect(got.status).toBe(422);
    expect(got.text).toContain("This event has taken place");
  });
});

test("a link that is mangled or belongs to nobody opens nothing", async ({ page, desk }) => {
  const event = await desk.makeEvent({ capacity: "3" });
  const own = await desk.book(event);
  const token = own.split("/").at(-1) ?? "";
  const changed = token.at(-1) === "A" ? "B" : "A";
  const mangled = [
    token.slice(0, -1),
    `${token.slice(0, -1)}${changed}`,
    `${token}x`,
    token.toUpperCase(),
    "booking",
  ];

  await when("someone loses a letter of their link", async () => {
    const answer = await page.goto(`/registrations/${mangled[0]}`);
    expect(answer?.status()).toBe(404);
  });
  await andThen("they are told to check it", async () => {
    await expect(page.getByRole("main")).toContainText(
      "If it is the link to your booking, check that you have all",
    );
  });
  await andThen("no mangled link shows or does anything, and all answer alike", async () => {
    const answers = new Set<string>();
    for (const one of mangled) {
      const got = await ask(`/registrations/${one}`);
      expect(got.status).toBe(404);
      answers.add(got.text.replaceAll(`/registrations/${one}`, ""));
      for (const act of ["cancel", "change", "accept", "decline", "rejoin"]) {
        const path = `/registrations/${one}/${act}`;
        const sent = await ask(path, { method: "POST", headers: ownForm(), body: form({ party: "2" }) });
        expect(sent.status, path).toBe(404);
      }
    }
    expect(answers.size).toBe(1);
    expect(await leftAt(event)).toBe("2 of 3 left");
  });
  await andThen("looking at a link never changes anything", async () => {
    for (const act of ["accept", "decline", "rejoin"]) {
      const got = await ask(`${own}/${act}`);
      expect(got.status).toBe(302);
    }
    await page.goto(own);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
  });
});

test("a name of ten thousand letters comes back whole", async ({ page, desk }) => {
  const event = await desk.makeEvent();
  const long = "Ó".repeat(10_000);
  await when("someone sends it", async () => {
    await page.goto(`${event.path}/register`);
    await fillRegistration(page, { name: long, contact: "Phone call", phone: "07700 900 555", party: 2 });
    await fillRegistration(page, { needs: ["Large print papers"], more: "Line one\nLine two" });
    const answer = await press(page, "Save my place");
    await expectRefused(page, answer, ["Use fewer words here: this is too long to keep"]);
  });
  await andThen("nothing of it is lost, nor of the rest", async () => {
    await expect(page.getByLabel("What should we call you?")).toHaveValue(long);
    await expect(page.getByLabel("Phone number", { exact: true })).toHaveValue("07700 900 555");
    await expect(page.getByRole("radio", { name: "Phone call" })).toBeChecked();
    await expect(page.getByLabel("Large print papers")).toBeChecked();
    await expect(page.getByLabel("Anything else we should know?")).toHaveValue("Line one\nLine two");
    expect(await leftAt(event)).toBe("10 of 10 left");
  });
});

for (const name of ["Teddy 🧸🌈 Marsh", "نور الهدى", "Ọláìyá Ńkẹ́chi", `D'Marko "<b>Bishop</b>" & Sons`]) {
  test(`the name ${name} is shown as it is`, async ({ page, desk }) => {
    const event = await desk.makeEvent();
    await when("they save a place", async () => {
      await saveAPlace(page, event, { name: `  ${name} `, contact: "Email", email: "name@example.org" });
    });
    await andThen("their page says it", async () => {
      await expect(fact(page, "Name")).toHaveText(name, { useInnerText: true });
      await expect(fact(page, "Name").locator("bdi")).toHaveCount(1);
    });
    await andThen("so does what they are sent", async () => {
      const reference = await referenceOn(page);
      await page.goto("/manage/outbox");
      await loading(page, () => page.getByRole("row", { name }).first().getByRole("link").click());
      await expect(page.locator(".rh-message").first()).toContainText(`Hello ${name},`);
      await expect(page.locator(".rh-message").first()).toContainText(reference);
    });
  });
}

test("pressing the button twice saves one place", async ({ page, desk }) => {
  const event = await desk.makeEvent();
  await when("someone double-clicks", async () => {
    await page.goto(`${event.path}/register`);
    await fillRegistration(page, { name: "Impatience Grey", contact: "Phone call", phone: "07700 900 777" });
    await page.getByRole("button", { name: "Save my place" }).dblclick();
    // The second press cuts the first page off: whichever comes last is the one to wait for.
    await expect(page).toHaveURL(/\/registrations\//, { timeout: 15_000 });
  });
  await andThen("they have one place", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
    expect(await leftAt(event)).toBe("9 of 10 left");
  });
});

test("the same form sent again is the same booking", async ({ desk }) => {
  const event = await desk.makeEvent();
  const body = form(someone("Impatience Grey"));
  const send = () => ask(`${event.path}/register`, { method: "POST", headers: ownForm(), body });
  const first = await send();
  const [second, third] = await Promise.all([send(), send()]);
  expect(first.status).toBe(303);
  expect([second.headers.location, third.headers.location]).toEqual([
    first.headers.location,
    first.headers.location,
  ]);
  expect(await leftAt(event)).toBe("9 of 10 left");
});

test("two people send at the same moment for the last place", async ({ page, another, desk }) => {
  const event = await desk.makeEvent({ capacity: "1" });
  const other = await another();
  await given("both have the form open and filled in", async () => {
    for (const [one, name] of [
      [page, "Left Hand"],
      [other, "Right Hand"],
    ] as const) {
      await one.goto(`${event.path}/register`);
      await fillRegistration(one, { name, contact: "Phone call", phone: "07700 900 779" });
    }
  });
  await when("both press", async () => {
    await Promise.all([press(page, "Save my place"), press(other, "Save my place")]);
  });
  await andThen("one has it and the other waits", async () => {
    const said = await Promise.all(
      [page, other].map((one) => one.getByRole("heading", { level: 1 }).textContent()),
    );
    expect(said.sort()).toEqual(["You are on the waiting list", "Your place is saved"]);
  });
});

test("requests that no page of ours sends are refused in plain words, and change nothing", async ({
  desk,
}) => {
  const event = await desk.makeEvent();
  const path = `${event.path}/register`;
  const post = (sent: Sent = {}): Sent => ({
    method: "POST",
    body: form(someone()),
    ...sent,
    headers: { ...ownForm(), ...sent.headers },
  });
  const big = `name=${"a".repeat(300_000)}`;
  const cases: [what: string, path: string, sent: Sent, status: number][] = [
    ["NUL in an address", "/events/a%00b", {}, 400],
    ["half a character in an address", "/events/%ED%A0%80", {}, 400],
    ["broken encoding in an address", "/events/%E0%A4%A", {}, 400],
    ["NUL in a filter", "/events?q=%00", {}, 400],
    ["an address of 9,000 letters", `/events?q=${"a".repeat(9000)}`, {}, 414],
    ["NUL in a form", path, post({ body: "name=a%00b&contact=none" }), 400],
    ["a lone surrogate in a form", path, post({ body: "name=%ED%A0%80&contact=none" }), 400],
    ["bytes that are no UTF-8", path, post({ body: Buffer.from([0x6e, 0x3d, 0xff, 0xfe]) }), 400],
    ["a form of 300,000 letters", path, post({ body: big }), 413],
    ["a form of another kind", path, post({ headers: { "content-type": "application/json" } }), 415],
    ["a method we do not have", event.path, { method: "DELETE" }, 405],
    ["a form sent to a page without one", event.path, post(), 405],
    ["a form from another site", path, post({ headers: { origin: "https://evil.example.org" } }), 403],
    ["a form from nowhere", path, post({ headers: { origin: "null" } }), 403],
    [
      "a form that the browser says is foreign",
      path,
      post({ headers: { "sec-fetch-site": "cross-site" } }),
      403,
    ],
  ];
  for (const [what, to, sent, status] of cases) {
    await when(`it is ${what}`, async () => expectPlainWords(await ask(to, sent), status));
  }
  await andThen("nothing was saved", async () => expect(await leftAt(event)).toBe("10 of 10 left"));
});

test("answers that no form has are refused or left out, never a breakdown", async ({ desk }) => {
  const event = await desk.makeEvent();
  const cases: [fields: Record<string, string>, status: number][] = [
    [{ ...someone(), contact: "pigeon" }, 422],
    [{ ...someone(), party: "-1" }, 422],
    [{ ...someone(), party: "1e9" }, 422],
    [{ ...someone(), party: "two" }, 422],
    [{ ...someone(), needs: "castle" }, 422],
    [{ ...someone(), website: "http://example.org" }, 422],
    [{ ...someone(), neighbourhood: "atlantis", hereAs: "pirate", promote: "perhaps", locale: "xx" }, 303],
  ];
  for (const [fields, status] of cases) {
    await when(`they are ${JSON.stringify(fields)}`, async () => {
      const got = await ask(`${event.path}/register`, {
        method: "POST",
        headers: ownForm(),
        body: form(fields),
      });
      expect(got.status).toBe(status);
    });
  }
  await when("the list is asked for what it does not have", async () => {
    const got = await ask("/events?neighbourhood=atlantis&when=never&page=-3&sort=%27%3B--&page=99999999999");
    expect(got.status).toBe(200);
  });
});

test("what is not public answers exactly like what is not there", async ({ page, desk }) => {
  const word = `Zeppelin${unique()}`;
  const hidden = [
    await desk.draftEvent({ title: `${word} draft` }),
    await desk.makeEvent({ title: `${word} staff`, audience: "staff" }),
  ];
  const shown = await desk.makeEvent({
    title: `${word} public`,
    startsLocal: wallTime(1, "18:30"),
    endsLocal: wallTime(1, "20:00"),
  });
  const bare = (got: Got, slug: string) => `${got.status} ${got.text.replaceAll(slug, "SLUG")}`;

  for (const { slug } of hidden) {
    for (const tail of ["", "/register", ".ics"]) {
      await when(`someone guesses /events/…${tail}`, async () => {
        const none = `x${slug.slice(1)}`;
        const [got, missing] = await Promise.all([
          ask(`/events/${slug}${tail}`),
          ask(`/events/${none}${tail}`),
        ]);
        expect(got.status).toBe(404);
        expect(bare(got, slug)).toBe(bare(missing, none));
      });
    }
    await andThen("its form takes nothing", async () => {
      const body = form(someone());
      const got = await ask(`/events/${slug}/register`, { method: "POST", headers: ownForm(), body });
      expect(got.status).toBe(404);
    });
  }
  const places = [
    "/",
    "/events",
    "/events?page=2",
    `/events?q=${word}`,
    `/search?q=${word}`,
    "/events.ics",
    "/events.rss",
    "/neighbourhoods/canalside",
    "/neighbourhoods/canalside/events.ics",
    "/sitemap.xml",
    `/pt/search?q=${word}`,
  ];
  for (const place of places) {
    await andThen(`it is not in ${place}`, async () => {
      const { text, status } = await ask(place);
      expect(status).toBe(200);
      const unfolded = text.replaceAll("\r\n ", "");
      for (const { title, slug } of hidden) {
        expect(unfolded).not.toContain(title);
        expect(unfolded).not.toContain(slug);
      }
    });
  }
  await andThen("the public one is where people look", async () => {
    for (const place of [
      `/events?q=${word}`,
      `/search?q=${word}`,
      "/events.ics",
      "/events.rss",
      "/sitemap.xml",
    ]) {
      expect((await ask(place)).text.replaceAll("\r\n ", ""), place).toContain(shown.slug);
    }
    await page.goto(`/search?q=${word}`);
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
  });
});

test("staff pages and other people's accounts are closed to visitors", async ({ page }) => {
  await when("someone without an account opens the staff pages", async () => {
    await page.goto("/manage/events");
  });
  await andThen("they are asked to sign in", async () => {
    await expect(page).toHaveURL(/\/sign-in\?then=/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  });
  await when("a resident with an account tries", async () => {
    await press(page, "Sign in as Amara Osei");
    const answer = await page.goto("/manage/events");
    expect(answer?.status()).toBe(403);
  });
  await andThen("they are told that it is not for them", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You cannot see this page");
  });
});
