import type { Page } from "@playwright/test";
import { clock } from "../../app/platform/london";
import { wallIn } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { loading, press, signInAs } from "../support/pages";

const HOUR = 3_600_000;
const NOBODY = "ZZZZ-9999";

type Row = { id: string; name: string; reference: string; here: number };

const unsent = (page: Page) => page.locator("#unsent");
const tally = (page: Page) => page.locator(".rh-check-in__tally");
const answer = (page: Page) => page.locator("#answer");

/** Types what somebody reads out, and presses Enter. */
async function readOut(page: Page, words: string): Promise<void> {
  await page.getByLabel("Name or reference").fill(words);
  await page.getByLabel("Name or reference").press("Enter");
}

/** Checks people in by their references, one after the other, waiting for each to be said. */
async function checkInAll(page: Page, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    await readOut(page, row.reference);
    await expect(answer(page)).toContainText(`Checked in: ${row.name}`);
  }
}

/** How many events' lists a phone keeps. */
const listsOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("check-in");
        opening.onsuccess = () => {
          const { result } = opening;
          if (!result.objectStoreNames.contains("events")) return resolve(0);
          const counting = result.transaction("events").objectStore("events").count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );

test("two phones without a network check fifty people in, and everybody counts once", async ({
  page,
  another,
  desk,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "Without scripts the page leads to the door; the next journey shows it.");
  test.slow();
  const event = await desk.makeEvent({ capacity: "60", startsLocal: wallIn(1), endsLocal: wallIn(3) });
  const address = `/manage${event.path}/check-in`;
  const other = await another();
  let rows: Row[] = [];
  const part = (from: number, to: number) => rows.slice(from, to);

  await given("fifty people have booked, and two helpers have signed in", async () => {
    for (let n = 0; n < 50; n += 1) {
      await desk.book(event, { name: `Guest ${String(n + 1).padStart(2, "0")}` });
    }
    await signInAs(page, "Helen Pike");
    await signInAs(other, "Helen Pike");
  });
  await given("the clock of the second phone is an hour ahead", async () => {
    await other.addInitScript((ahead) => {
      const right = Date.now;
      Date.now = () => right() + ahead;
    }, HOUR);
  });
  await when("both open the check-in page at home", async () => {
    for (const phone of [page, other]) {
      await phone.goto(address);
      await expect(tally(phone)).toHaveText("0 of 50 here");
      await expect(phone.locator("#state")).not.toContainText("can’t open this page again");
    }
    const list = await page.request.get(`${address}/list`);
    rows = ((await list.json()) as { rows: Row[] }).rows;
    expect(rows).toHaveLength(50);
  });
  await andThen("each says what it can't do, and how old its list is", async () => {
    await expect(page.locator("#camera-said")).toContainText("can’t read codes with the camera");
    await expect(page.locator("#state")).toContainText("The list is from");
    await expect(other.locator("#state")).toContainText("This device’s clock is 60 minutes ahead");
  });
  await when("the network goes, and one of the fifty cancels", async () => {
    for (const phone of [page, other]) await phone.context().setOffline(true);
    await desk.send(`/manage/registrations/${rows[49]?.id}/cancel`, {});
  });
  await when("both close the page and open it again", async () => {
    for (const phone of [page, other]) await loading(phone, () => phone.reload());
  });
  await andThen("it opens, with the list, and says that there is no network", async () => {
    for (const phone of [page, other]) {
      await expect(phone.locator("#state")).toContainText("No network");
      await expect(tally(phone)).toHaveText("0 of 50 here");
    }
  });
  await when("the first phone checks thirty people in, by reference and by name", async () => {
    await checkInAll(page, part(0, 29));
    await readOut(page, rows[29]?.name ?? "");
    await page.getByRole("button", { name: `Check in ${rows[29]?.name}` }).click();
    await expect(answer(page)).toContainText(`Checked in: ${rows[29]?.name}`);
  });
  await when("the second one checks in the other twenty and ten whom the first has as well", async () => {
    await checkInAll(other, part(20, 50));
  });
  await andThen("each knows how many it has not sent, also after it is opened again", async () => {
    await expect(unsent(other)).toHaveText(/30 not sent yet/);
    await loading(page, () => page.reload());
    await expect(unsent(page)).toHaveText(/30 not sent yet/);
    await expect(tally(page)).toHaveText("30 of 50 here");
  });
  await when("somebody is checked in a second time on the same phone", async () => {
    await readOut(page, rows[3]?.reference ?? "");
  });
  await andThen("it says that they are here already", async () => {
    await expect(answer(page)).toContainText(`Here already: ${rows[3]?.name}`);
    await expect(unsent(page)).toHaveText(/30 not sent yet/);
  });
  await when("somebody shows a code that nobody knows", async () => void (await readOut(page, NOBODY)));
  await andThen("it says so, says what to do, and notes them as come without booking", async () => {
    await expect(answer(page)).toContainText("Unknown");
    await expect(answer(page)).toContainText(`The code ${NOBODY} is unknown.`);
    await expect(answer(page)).toContainText("Ask the person");
    await page.getByRole("button", { name: "Note as came without booking" }).click();
    await expect(answer(page)).toContainText("Noted: came without booking");
    await expect(unsent(page)).toHaveText(/31 not sent yet/);
  });
  await when("the network is back", async () => {
    for (const phone of [page, other]) {
      await phone.context().setOffline(false);
      await expect(unsent(phone)).toHaveText("Everything is sent. ");
    }
    await page.getByRole("button", { name: "Take the list anew" }).click();
  });
  await andThen("all fifty are here, nobody twice, and one came without booking", async () => {
    await expect(tally(page)).toHaveText("50 of 50 here");
    const list = await page.request.get(`${address}/list`);
    const after = ((await list.json()) as { rows: Row[] }).rows;
    expect(after.map((row) => row.here)).toEqual(Array.from({ length: 50 }, () => 1));
    await page.goto(`/manage${event.path}`);
    await expect(page.getByRole("row", { name: "Came 50" })).toBeVisible();
    await expect(page.getByRole("row", { name: "Registered 50" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(
      "51 people came in all: 50 who had registered and 1 who had not",
    );
  });
  await andThen("the ten whom both phones noted are told apart as such", async () => {
    await page.goto(`/manage${event.path}/door`);
    await expect(page.locator("#twice li")).toHaveCount(10);
    await expect(page.locator("#twice li").first()).toContainText(/on Phone \w{4} by Helen Pike/);
  });
  await andThen("nobody came an hour late because a phone's clock was wrong", async () => {
    const lately = Array.from({ length: 12 }, (_, n) => `since ${clock(new Date(Date.now() - n * 60_000))}`);
    const since = await page.locator(".rh-door__here .rh-one-line").allTextContents();
    expect(since.length).toBeGreaterThan(40);
    expect(since.filter((words) => !lately.includes(words))).toEqual([]);
  });
  await when("the second phone looks at what it noted", async () => {
    await other.getByText("Noted on this device").click();
  });
  await andThen("it learns what it could not know", async () => {
    const noted = other.locator("#noted");
    await expect(noted).toContainText("another device had checked them in before, and they count once");
    await expect(noted.getByRole("listitem").filter({ hasText: rows[49]?.name })).toContainText(
      "they had cancelled",
    );
  });
  await when("its helper clears it", async () => {
    await other.getByText("What this device keeps").click();
    await other.getByRole("button", { name: "Clear this device" }).click();
    await loading(other, () => other.getByRole("button", { name: "Yes, clear it" }).click());
  });
  await andThen("nobody's name is left on it", async () => {
    expect(await listsOn(other)).toBe(0);
    expect(await other.evaluate(() => caches.keys())).toEqual([]);
  });
});

test("without scripts the check-in page leads to the door", async ({ page, desk, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled, "With scripts the page works by itself.");
  const event = await desk.makeEvent({ startsLocal: wallIn(1), endsLocal: wallIn(3) });
  await given("a helper has no scripts", async () => void (await signInAs(page, "Helen Pike")));
  await when("they open the page", async () => void (await page.goto(`/manage${event.path}/check-in`)));
  await andThen("it says where to go instead", async () => {
    await expect(page.getByRole("main")).toContainText("needs JavaScript, and it does not run here");
    await loading(page, () => page.getByRole("link", { name: "the page of the door" }).click());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The door");
  });
});

test("a phone keeps a list no longer than it should", async ({ page, another, desk, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "Without scripts nothing is kept.");
  const event = await desk.makeEvent({ startsLocal: wallIn(1), endsLocal: wallIn(3) });
  const address = `/manage${event.path}/check-in`;
  const days = await another();
  await desk.book(event, { name: "Somebody Here" });

  await given("two helpers have the list of an event on their phones", async () => {
    for (const phone of [page, days]) {
      await signInAs(phone, "Helen Pike");
      await phone.goto(address);
      await expect(tally(phone)).toHaveText("0 of 1 here");
      await expect(phone.locator("#state")).not.toContainText("can’t open this page again");
      expect(await listsOn(phone)).toBe(1);
    }
  });
  await when("one notes somebody whom the site does not hear of, and is about to sign out", async () => {
    await page.route("**/check-in/list", (route) => route.abort("internetdisconnected"));
    await readOut(page, "Somebody");
    await page.getByRole("button", { name: "Check in Somebody Here" }).click();
    await expect(unsent(page)).toHaveText(/1 not sent yet/);
    await page.goto("/sign-out");
  });
  await andThen("the page warns that it would be lost", async () => {
    await expect(page.getByRole("main")).toContainText("1 check-in on this device is not sent yet");
  });
  await when("they sign out all the same", async () => {
    await press(page, "Sign out");
  });
  await andThen("nothing of it is on the phone any more", async () => {
    expect(await listsOn(page)).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });
  await when("the other takes the phone out of a drawer three days later, without a network", async () => {
    await days.context().setOffline(true);
    await days.addInitScript((ahead) => {
      const right = Date.now;
      Date.now = () => right() + ahead;
    }, 72 * HOUR);
    await loading(days, () => days.reload());
  });
  await andThen("the page opens, and the list is gone", async () => {
    await expect(days.locator("#state")).toContainText("There is no list of this event on this device.");
    expect(await listsOn(days)).toBe(0);
    await days.context().setOffline(false);
  });
  await when("somebody opens the page of an event long past", async () => {
    await days.goto("/manage/events/spring-marketplace-2026/check-in");
  });
  await andThen("it takes no list", async () => {
    await expect(days.locator("#state")).toContainText("its list is not kept on devices any more");
    expect(await listsOn(days)).toBe(0);
  });
});
