import type { Page } from "@playwright/test";
import { idInLink, secretLink } from "../../app/platform/secret-links.server";
import { type Desk, type MadeEvent, openDesk, unique, wallTime } from "./desk";
import { SETTINGS } from "./live-site.mjs";
import { press } from "./pages";
import { askForLink, hrefInMail, linkInMail, setUpSecondStep } from "./sign-in";

/** What a tour of the pages finds or makes on its way, and the page that it is made in. */
export type Scene = {
  page: Page;
  /** An event that takes bookings, and what comes after its address. */
  openEvent(tail?: string): Promise<string>;
  /** The same event's page for staff. */
  managed(tail?: string): Promise<string>;
  /** A resident's own page for a place that they saved. */
  booking(tail?: string): Promise<string>;
  /** An event that nobody has published. */
  draft(tail?: string): Promise<string>;
  /** A party as staff see it, with a letter to send. */
  party(tail?: string): Promise<string>;
  /** Two bookings that may be one person, side by side. */
  twin(): Promise<string>;
  /** A party that staff have not said yes or no to: where they say no. */
  asker(): Promise<string>;
  /** A guest's way to an event that nobody else finds. */
  invitation(): Promise<string>;
  /** Where somebody says whether what we remember still helps them, a year later. */
  yearlyQuestion(tail?: string): Promise<string>;
  /** An event that has begun, is not over, and pays for people's time. */
  ongoing(tail?: string): Promise<string>;
  /** Where somebody who is there says how it was. */
  feedbackLink(): Promise<string>;
  /** Their own page about money, where they have read the advice. */
  claim(): Promise<string>;
  /** The same person as staff see them. */
  claimant(tail?: string): Promise<string>;
  /** What they claimed, as staff see it. */
  managedClaim(): Promise<string>;
  /** The first link on a page that leads to such an address. */
  linkOn(list: string, like: RegExp): Promise<string>;
  /** Signs a new colleague in by mail, second step and all; once for all pages of the tour. */
  signInByMail(): Promise<void>;
  close(): Promise<void>;
};

/** Does something once, however often it is asked for. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What the tour needs beyond the demo; each is made when a page asks for it first. */
export function openScene(page: Page): Scene {
  const desks: Desk[] = [];
  const deskOf = async (person: string) => {
    const desk = await openDesk(person);
    desks.push(desk);
    return desk;
  };
  const helen = once(() => deskOf("helen-pike"));
  const event: () => Promise<MadeEvent> = once(async () => (await helen()).makeEvent());
  const draft = once(async () => (await helen()).draftEvent());
  const booking = once(async () => (await helen()).book(await event()));
  /** Books somebody so often, and returns the last link beside them on the page of the event. */
  async function staffLinkTo(answers: Record<string, string>, times: number, tail: RegExp): Promise<string> {
    const desk = await helen();
    const { slug } = await event();
    for (let n = 0; n < times; n++) await desk.book(await event(), answers);
    await page.goto(`/manage/events/${slug}`);
    const row = page.getByRole("row", { name: answers.name }).last();
    const links = await row.getByRole("link").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    return links.find((href) => href && tail.test(href)) ?? "";
  }
  const party = once(() =>
    staffLinkTo(
      { name: "Marisol Quaye", contact: "letter", address: "1 Lock Lane\nLarkmere" },
      1,
      /registrations\/[^/]+$/,
    ),
  );
  const twin = once(() =>
    staffLinkTo({ name: "Ansel Brook", contact: "phone", phone: "07700 900145" }, 2, /\/duplicate$/),
  );
  async function linkOn(list: string, like: RegExp): Promise<string> {
    await page.goto(list);
    const links = await page.getByRole("link").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    return links.find((href) => href && like.test(href)) ?? "";
  }
  const asker = once(async () => {
    const desk = await helen();
    const panel = await desk.makeEvent({ registration: "approval" });
    await desk.book(panel, { name: "Bartek Loom" });
    return `${await linkOn(`/manage${panel.path}`, /registrations\/[^/]+$/)}/not-approved`;
  });
  const invitation = once(async () => {
    const desk = await helen();
    const supper = await desk.makeEvent({ registration: "invite_only" });
    const name = `Noor Vale ${unique()}`;
    const guest = { name, channel: "email", email: "noor.vale@example.org" };
    await desk.send(`/manage${supper.path}/invitations`, guest);
    return hrefInMail(page, name, "/invitations/");
  });
  // Somebody of the demonstration who was asked this week.
  const yearlyQuestion = once(() => hrefInMail(page, "Agnes Thorley", "/needs/"));
  const ongoing = once(async () => {
    const desk = await helen();
    const begun = { startsLocal: wallTime(-2, "10:00"), endsLocal: wallTime(1, "12:00") };
    const here = await desk.makeEvent(begun);
    await desk.send(`/manage${here.path}/payments`, { basis: "time", most: "30", words: "£30 for the day" });
    return here;
  });
  const claimant = once(async () => {
    const name = `Ida Sorrel ${unique()}`;
    const caller = { name, reach: "ida.sorrel@example.org", party: "1", channel: "phone" };
    await (await helen()).send(`/manage${(await ongoing()).path}/book`, caller);
    return hrefInMail(page, name, "/registrations/");
  });
  const idOf = async () => idInLink((await claimant()).split("/").at(-1) ?? "") ?? "";
  const money = async (fields: Record<string, string>) =>
    (await helen()).send(`${await claimant()}/money`, { basis: "time", ...fields });
  const claim = once(async () => {
    await money({ act: "read" });
    return `${await claimant()}/money`;
  });
  const signIn = once(async () => {
    const person = await (await deskOf("ines-fairweather")).addColleague("engagement_lead");
    await askForLink(page, person.email);
    await page.goto(await linkInMail(page, person.name));
    await press(page, "Sign in now");
    await setUpSecondStep(page);
  });
  return {
    page,
    openEvent: async (tail = "") => (await event()).path + tail,
    managed: async (tail = "") => `/manage/events/${(await event()).slug}${tail}`,
    booking: async (tail = "") => (await booking()) + tail,
    draft: async (tail = "") => `/manage/events/${(await draft()).slug}${tail}`,
    party: async (tail = "") => (await party()) + tail,
    twin,
    asker,
    invitation,
    yearlyQuestion: async (tail = "") => (await yearlyQuestion()) + tail,
    ongoing: async (tail = "") => (await ongoing()).path + tail,
    feedbackLink: async () => `/feedback/${secretLink(SETTINGS.SECRET, "feedback", await idOf(), 1)}`,
    claim,
    claimant: async (tail = "") => `/manage/registrations/${await idOf()}${tail}`,
    managedClaim: async () => {
      await claim();
      await money({ act: "claim", amount: "30", words: "The day" });
      return linkOn(`/manage${(await ongoing()).path}/payments`, /\/claims\//);
    },
    linkOn,
    signInByMail: signIn,
    close: async () => void (await Promise.all(desks.map((desk) => desk.close()))),
  };
}
