import type { Page } from "@playwright/test";
import { type Desk, type MadeEvent, openDesk } from "./desk";
import { press } from "./pages";
import { askForLink, linkInMail, setUpSecondStep } from "./sign-in";

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
    signInByMail: signIn,
    close: async () => void (await Promise.all(desks.map((desk) => desk.close()))),
  };
}
