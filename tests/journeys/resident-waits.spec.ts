import type { Page } from "@playwright/test";
import { unique } from "../support/desk";
import { andThen, expect, given, test, when } from "../support/journey";
import { fact, follow, headFact, press, saveAPlace } from "../support/pages";

const stateOf = (page: Page) => page.getByRole("main");

test("a resident waits, and gets the place that someone gives up", async ({ page, another, desk }) => {
  const event = await desk.makeEvent({ capacity: "1" });
  const waiting = `Wilhelmina Oakes ${unique()}`;
  const first = await another();

  await given("someone has the only place", async () => {
    await saveAPlace(first, event, { name: "Ambrose Tidy", contact: "Phone call", phone: "07700 900 300" });
  });
  await when("she finds the event full", async () => void (await page.goto(event.path)));
  await andThen("she sees that she would be first on the list", async () => {
    await expect(headFact(page, "Places")).toContainText("places are taken");
    await expect(page.getByRole("main")).toContainText("Nobody is waiting yet");
  });
  await when("she joins the waiting list", async () => {
    await follow(page, "Join the waiting list");
    await saveAPlace(page, event, {
      name: waiting,
      contact: "Email",
      email: "wilhelmina.oakes@example.org",
      promote: "Book me in and tell me",
    });
  });
  await andThen("she is first on it", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are on the waiting list");
    await expect(stateOf(page)).toHaveAttribute("data-registration-state", "waiting");
    await expect(page.getByRole("main")).toContainText("You are first on the list.");
    await expect(page.getByRole("img", { name: /as a square/ })).toHaveCount(0);
  });
  await andThen("another who joins is told that one is ahead", async () => {
    const third = await another();
    await saveAPlace(third, event, { name: "Third in line", contact: "Phone call", phone: "07700 900 301" });
    await expect(third.getByRole("main")).toContainText("1 booking is ahead of yours.");
  });
  await when("the first gives the place up", async () => {
    await follow(first, "Cancel my booking");
    await press(first, "Yes, cancel my booking");
  });
  await andThen("hers is saved, and she has been told", async () => {
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
    await expect(stateOf(page)).toHaveAttribute("data-registration-state", "confirmed");
    await page.goto("/manage/outbox");
    await expect(page.getByRole("row", { name: waiting })).toHaveText([
      /You have a place/,
      /You are on the waiting list/,
    ]);
  });
  await andThen("nobody finds the place free in between", async () => {
    await page.goto(event.path);
    await expect(headFact(page, "Places")).toContainText("places are taken");
    await expect(page.getByRole("main")).toContainText("1 booking is waiting");
  });
});

test("a resident who wants to be asked says yes", async ({ page, another, desk }) => {
  const event = await desk.makeEvent({ capacity: "1", offerHours: "12" });
  const asked = `Barnaby Lisle ${unique()}`;
  const first = await another();
  await given("he waits for the only place, and wants to be asked", async () => {
    await saveAPlace(first, event, { name: "Ambrose Tidy", contact: "Phone call", phone: "07700 900 300" });
    await saveAPlace(page, event, {
      name: asked,
      contact: "Email",
      email: "barnaby.lisle@example.org",
      promote: "Offer it to me first",
    });
  });
  await when("the place is given up", async () => {
    await follow(first, "Cancel my booking");
    await press(first, "Yes, cancel my booking");
    await page.reload();
  });
  await andThen("it is held for him until a time that he is told", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("A place has come up for you");
    await expect(stateOf(page)).toHaveAttribute("data-registration-state", "offered");
    await expect(page.getByRole("main")).toContainText(/We are holding it until \w+day \d+ \w+ \d{4}, /);
    const other = await page.request.get(event.path);
    expect(await other.text()).toContain("places are taken");
  });
  await when("he says yes", async () => void (await press(page, "Yes, I want the place")));
  await andThen("the place is his", async () => {
    await expect(page.getByRole("alert", { name: "Success" })).toContainText("The place is yours");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
    await expect(fact(page, "Name")).toHaveText(asked);
  });
});

test("a resident who wants to be asked says no, and comes back to the list", async ({
  page,
  another,
  desk,
}) => {
  const event = await desk.makeEvent({ capacity: "1" });
  const first = await another();
  const third = await another();
  await given("he is offered the place, and someone waits behind him", async () => {
    await saveAPlace(first, event, { name: "Ambrose Tidy", contact: "Phone call", phone: "07700 900 300" });
    await saveAPlace(page, event, {
      name: "Barnaby Lisle",
      contact: "Phone call",
      phone: "07700 900 302",
      promote: "Offer it to me first",
    });
    await saveAPlace(third, event, { name: "Cordelia Voss", contact: "Phone call", phone: "07700 900 303" });
    await follow(first, "Cancel my booking");
    await press(first, "Yes, cancel my booking");
    await page.reload();
  });
  await when("he says no", async () => void (await press(page, "No, let someone else have it")));
  await andThen("it goes to the next, and he is told so", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You do not have a place");
    await expect(page.getByRole("main")).toContainText("You turned down the place we offered");
    await third.reload();
    await expect(third.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
  });
  await when("he changes his mind", async () => {
    await press(page, "Join the waiting list again");
  });
  await andThen("he waits again, from the end of the list", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are on the waiting list");
    await expect(page.getByRole("main")).toContainText("You are first on the list.");
  });
  await when("he gives up waiting", async () => {
    await follow(page, "Leave the waiting list");
    await press(page, "Yes, leave the list");
  });
  await andThen("nobody keeps him on it", async () => {
    await expect(stateOf(page)).toHaveAttribute("data-registration-state", "cancelled");
    const other = await page.request.get(event.path);
    expect(await other.text()).toContain("Nobody is waiting yet");
  });
});

test("a party too large for what is free may take fewer places", async ({ page, another, desk }) => {
  const event = await desk.makeEvent({ capacity: "4" });
  const first = await another();
  await given("two of four places are taken and a family of four waits", async () => {
    await saveAPlace(first, event, {
      name: "Ambrose Tidy",
      contact: "Phone call",
      phone: "07700 900 300",
      party: 2,
    });
    await saveAPlace(page, event, {
      name: "The Lamberts",
      contact: "Phone call",
      phone: "07700 900 304",
      party: 4,
    });
  });
  await andThen("they wait, and see that two places are free for them now", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are on the waiting list");
    await expect(page.getByRole("main")).toContainText("2 places are free now.");
  });
  await when("they take two", async () => void (await press(page, "Take 2 places now")));
  await andThen("two places are saved for them", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
    await expect(fact(page, "People")).toHaveText("2 people");
  });
});
