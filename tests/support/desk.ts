import { randomUUID } from "node:crypto";
import { type APIRequestContext, request } from "@playwright/test";

/** An event that a journey made for itself. */
export type MadeEvent = { slug: string; title: string; path: string };

/** What a journey wants to be different about its event: fields of the staff form. */
export type EventWishes = Record<string, string | string[]>;

/** Someone of staff who works without looking: forms go straight to the site, as their pages would send them. */
export type Desk = {
  /** Makes an event and publishes it. */
  makeEvent(wishes?: EventWishes): Promise<MadeEvent>;
  /** Makes an event and leaves it a draft. */
  draftEvent(wishes?: EventWishes): Promise<MadeEvent>;
  /** Books somebody in, and returns the address of their own page. */
  book(event: MadeEvent, answers?: Record<string, string>): Promise<string>;
  /** Sends any form, and returns where the site leads to. */
  send(path: string, fields: Record<string, string | string[]>): Promise<string>;
  /** Adds somebody with an account, and with a role over the borough when one is named. Administrators only. */
  addColleague(role?: string): Promise<Colleague>;
  close(): Promise<void>;
};

/** Somebody with an account of their own that no other journey uses. */
export type Colleague = { id: string; name: string; email: string };

const DAY = 86_400_000;

/** A short word that no other journey uses. */
export const unique = (): string => randomUUID().slice(0, 8);

/** A wall time so many days from now, as a date field holds it. */
export function wallTime(days: number, clock: string): string {
  return `${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)}T${clock}`;
}

/** The London wall time so many hours from now, as a date field holds it. */
export function wallIn(hours: number): string {
  const at = new Date(Date.now() + hours * (DAY / 24));
  const format = { timeZone: "Europe/London", dateStyle: "short", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat("sv-SE", format).format(at).replace(" ", "T");
}

const usual = (): EventWishes => ({
  title: `Tea by the lock ${unique()}`,
  summary: "Come for a cup of tea and say what you would change round here.",
  description: "Bring a friend. There is **cake**.",
  kind: "social",
  mode: "in_person",
  audience: "everyone",
  neighbourhood: "canalside",
  venue: "bridges-house",
  host: "canal-bridges",
  onlineLink: "",
  dialIn: "",
  startsLocal: wallTime(20, "18:30"),
  endsLocal: wallTime(20, "20:00"),
  registration: "open",
  opensLocal: "",
  closesLocal: "",
  capacity: "10",
  carersTakePlaces: "no",
  offerHours: "24",
  provided: ["refreshments"],
  thanks: "",
});

/** A form as browsers write it: a field that has several values comes several times. */
function written(fields: Record<string, string | string[]>): string {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString();
}

/** Sends a form the way a page of the site does, without following where it leads. */
export function postForm(to: APIRequestContext, path: string, fields: Record<string, string | string[]>) {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return to.post(path, { headers, data: written(fields), maxRedirects: 0 });
}

/** A client of the site without a browser. */
export function openClient(): Promise<APIRequestContext> {
  const site = process.env.SITE_URL ?? "";
  return request.newContext({ baseURL: site, extraHTTPHeaders: { origin: site } });
}

/** Signs someone of the demonstration in at a desk of their own. */
export async function openDesk(person: string): Promise<Desk> {
  const client = await openClient();

  async function send(path: string, fields: Record<string, string | string[]>): Promise<string> {
    const answer = await postForm(client, path, fields);
    const leadsTo = answer.headers().location;
    if (leadsTo) return leadsTo;
    const problems = (await answer.text()).match(/govuk-error-message[^>]*>[\s\S]*?<\/p>/g);
    throw new Error(`${path} answered ${answer.status()}: ${problems?.join(" ")}`);
  }

  async function draftEvent(wishes: EventWishes = {}): Promise<MadeEvent> {
    const fields = { ...usual(), ...wishes };
    const leadsTo = await send("/manage/events/new", fields);
    const slug = leadsTo.match(/\/manage\/events\/([^/?]+)/)?.[1] ?? "";
    return { slug, title: String(fields.title), path: `/events/${slug}` };
  }

  await send("/sign-in/demo", { person });
  return {
    send,
    draftEvent,
    async makeEvent(wishes) {
      const event = await draftEvent(wishes);
      await send(`/manage/events/${event.slug}/publish`, {});
      return event;
    },
    async book(event, answers = {}) {
      const visitor = await openClient();
      const fields = {
        name: "Somebody Else",
        contact: "none",
        party: "1",
        submissionId: unique(),
        ...answers,
      };
      const answer = await postForm(visitor, `${event.path}/register`, fields);
      await visitor.dispose();
      return answer.headers().location ?? "";
    },
    async addColleague(role) {
      const word = unique();
      const person = { name: `Rosamund Teal ${word}`, email: `rosamund.${word}@example.org` };
      const leadsTo = await send("/manage/people/new", person);
      const id = leadsTo.match(/\/manage\/people\/([^/?]+)/)?.[1] ?? "";
      if (role) await send(`/manage/people/${id}/give-role`, { role, scope: "borough" });
      return { id, ...person };
    },
    close: () => client.dispose(),
  };
}
