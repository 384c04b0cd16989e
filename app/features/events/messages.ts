import type { events, registrations } from "~/db/tables/events";
import type { participants } from "~/db/tables/people";
import { bslBlocks, reachOf } from "~/features/people/messages";
import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { channelFor } from "~/platform/formats";
import { translator } from "~/platform/i18n.server";
import { type Block, letter } from "~/platform/letter.server";
import { inLocale, type Locale } from "~/platform/locales";
import { clock, dayAndClock, longDay } from "~/platform/london";
import { type Addressed, type Reach, tellAll } from "~/platform/outbox.server";
import { secretLink } from "~/platform/secret-links.server";
import { eventCalendarFor, findVenueOf } from "./export-calendar.server";
import { needLine } from "./need-words";
import { listNeedsOf } from "./read-need-tasks.server";
import { listChoices } from "./read-sessions.server";
import { joinsOnline } from "./rules";
import { isEmail } from "./schema";

type EventRow = typeof events.$inferSelect;
type RegistrationRow = typeof registrations.$inferSelect;
type ParticipantRow = typeof participants.$inferSelect;

/** A party at an event, and the person to tell. */
export type Party = { event: EventRow; registration: RegistrationRow; participant: ParticipantRow };

/** What can be said to someone about their place. */
export type News =
  | "confirmed"
  | "waiting"
  | "promoted"
  | "offered"
  | "lapsed"
  | "declined"
  | "left"
  | "changed"
  | "event_changed"
  | "event_cancelled"
  | "asked"
  | "not_approved"
  | "reminder"
  | "session_place"
  | "session_changed"
  | "session_cancelled"
  | "needs_arranged"
  | "needs_met"
  | "needs_unmet"
  | "link_again";

/** What else a piece of news is about: a session, the event as it was, or which of several reminders. */
export type NewsMore = {
  session?: { id: string; title: string; reason?: string };
  was?: EventRow;
  /** Makes two messages of the same kind two, and a second one with the same mark none. */
  mark?: string;
};

/** News that a person who rings gets a call for; the rest they were told while on the phone or see on their page. */
const WORTH_A_CALL: readonly News[] = [
  "promoted",
  "offered",
  "lapsed",
  "event_changed",
  "event_cancelled",
  "not_approved",
  "reminder",
  "session_place",
  "session_changed",
  "session_cancelled",
  "needs_arranged",
  "needs_unmet",
];
/** News for a helper: what is worth a call, and that a place is asked for or saved. */
const FOR_HELPERS: readonly News[] = [...WORTH_A_CALL, "confirmed", "waiting", "asked"];
const WITH_CALENDAR: readonly News[] = ["confirmed", "promoted", "event_changed", "event_cancelled"];

/** The person's own page: a secret link that can be made again and stops working when its version is raised. */
export function registrationLink(
  ctx: Ctx,
  registration: Pick<RegistrationRow, "id" | "tokenVersion">,
): string {
  return secretLink(ctx.secret, "registration", registration.id, registration.tokenVersion);
}

/** Tells the person, and whoever helps them, one piece of news once. Inside a write. */
export async function tellPerson(ctx: Ctx, party: Party, news: News, more: NewsMore = {}): Promise<void> {
  await tellAll(ctx, await lettersFor(ctx, party, news, more));
}

/** What to put in the outbox so that the person, and whoever helps them, is told one piece of news once. */
export async function lettersFor(
  ctx: Ctx,
  party: Party,
  news: News,
  more: NewsMore = {},
): Promise<Addressed[]> {
  const { registration, participant } = party;
  const reach = await reachOf(ctx, participant);
  // Whoever has texts instead of calls has every piece of news in writing.
  const rung = reach.channel === "phone" && channelFor("phone", reach.formats ?? []) === "call";
  const letters: Addressed[] = [];
  const silent = rung && !WORTH_A_CALL.includes(news);
  if (!silent)
    letters.push({ reach, letter: await compose(ctx, party, news, { ...more, reach, helper: null }) });
  if (registration.helperContact && FOR_HELPERS.includes(news)) {
    letters.push(...(await helperLetters(ctx, party, news, more, registration.helperContact)));
  }
  return letters;
}

async function helperLetters(
  ctx: Ctx,
  party: Party,
  news: News,
  more: NewsMore,
  contact: string,
): Promise<Addressed[]> {
  const byEmail = isEmail(contact);
  // A helper is rung about what has changed, and not to be reminded.
  if (!byEmail && (news === "reminder" || !WORTH_A_CALL.includes(news))) return [];
  const name = party.registration.helperName ?? party.participant.name;
  const { locale } = await reachOf(ctx, party.participant);
  const reach = {
    channel: byEmail ? ("email" as const) : ("phone" as const),
    recipient: contact,
    name,
    locale,
  };
  return [{ reach, letter: await compose(ctx, party, news, { ...more, reach, helper: name }) }];
}

/** Whom a message goes to: the person as they need it, or somebody who helps them. */
type To = NewsMore & { reach: Reach & { locale: Locale }; helper: string | null };

/** The beginning of every key of a reminder to one registration, so that they can be found again. */
export const reminderKey = (registrationId: string, mark = ""): string =>
  `registration:${registrationId}:reminder:${mark}`;

async function compose(ctx: Ctx, party: Party, news: News, { reach, ...more }: To) {
  const { event, registration } = party;
  const { helper } = more;
  const { locale, formats } = reach;
  const said = await blocksFor(ctx, party, news, { ...more, locale, formats });
  const { subject, from } = said;
  const blocks = [...said.blocks, ...bslBlocks(ctx, reach)];
  const laidOut = letter({ locale, from, subject, blocks });
  return {
    ...laidOut,
    // What happened last to this registration is what makes a message one.
    key: [
      "registration",
      registration.id,
      news,
      ...versionOf(ctx, party, news, more),
      helper ? "helper" : "",
    ].join(":"),
    about: { kind: "registration", id: registration.id },
    neededBy: event.startsAt > ctx.now ? event.startsAt : null,
    calendar: WITH_CALENDAR.includes(news) ? await eventCalendarFor(ctx, event, registration) : null,
  };
}

/** What makes two messages of one kind two: a reminder has its own mark, a session its id. */
function versionOf(ctx: Ctx, { event, registration }: Party, news: News, { mark, session }: NewsMore) {
  if (mark) return [mark];
  // A link can be lost twice; the same minute is the same loss.
  if (news === "link_again") return [Math.floor(ctx.now.getTime() / 60_000), event.sequence];
  if (news.startsWith("needs_")) return [ctx.now.getTime(), event.sequence];
  const changed = session ? `${session.id}.${ctx.now.getTime()}` : registration.changedAt.getTime();
  return [changed, event.sequence];
}

/** In which language, about what, for whom besides the person, and in which formats. */
type Saying = NewsMore & { locale: Locale; helper?: string | null; formats?: readonly string[] };

/**
 * What is said to someone about their place, in their language, part by part; in the words of Easy Read
 * where they need it. What they asked for, and what came of it, is repeated.
 */
export async function blocksFor(
  ctx: Ctx,
  party: Party,
  news: News,
  { locale, helper = null, formats = [], session, was }: Saying,
) {
  const { event, registration, participant } = party;
  const t = translator(locale);
  const borough = await getBorough(ctx);
  const words = {
    name: helper ?? participant.name,
    guest: participant.name,
    title: event.title,
    reference: registration.reference,
    places: registration.party,
    phone: borough.contacts.phone,
    until: registration.offerExpiresAt ? dayAndClock(registration.offerExpiresAt, locale) : "",
    reason: session?.reason ?? registration.approvalReason ?? event.cancelReason ?? "",
    session: session?.title ?? "",
  };
  const blocks: Block[] = [
    { kind: "text", text: t("mail.hello", words) },
    ...(helper ? [{ kind: "text" as const, text: t("mail.forSomeone", words) }] : []),
    { kind: "text", text: t(`mail.${news}.${formats.includes("easy_read") ? "easy" : "body"}`, words) },
    ...(was ? [{ kind: "text" as const, text: await wasWords(ctx, was, locale) }] : []),
    {
      kind: "facts",
      rows: [...(await factsOf(ctx, party, locale)), ...(helper ? [] : await needRows(ctx, party, locale))],
    },
    ...linkToJoin(party, news, locale),
    { kind: "link", label: t(`mail.${news}.link`, words), href: pageOf(ctx, registration, locale) },
    { kind: "text", text: t("mail.ring", words) },
  ];
  const from = { name: borough.name, phone: borough.contacts.phone, programme: borough.programme };
  return { subject: t(`mail.${news}.subject`, words), blocks, from };
}

function pageOf(ctx: Ctx, registration: RegistrationRow, locale: Locale): string {
  return `${ctx.origin}${inLocale(locale, `/registrations/${registrationLink(ctx, registration)}`)}`;
}

/** "It was: Tuesday 12 January, 6:30pm to 8pm, Wharf Hall", so that a change can be seen. */
async function wasWords(ctx: Ctx, was: EventRow, locale: Locale): Promise<string> {
  const t = translator(locale);
  const venue = await findVenueOf(ctx, was);
  const time = t("events.fromTo", { from: clock(was.startsAt, locale), to: clock(was.endsAt, locale) });
  const where = [venue?.name, was.mode === "in_person" ? null : t(`events.mode.${was.mode}`)];
  const facts = [longDay(was.startsAt, locale), time, ...where].filter(Boolean).join(", ");
  return t("mail.was", { facts });
}

/** Who is reminded and joins online finds the way in at once; nobody else is told it. */
function linkToJoin({ event, registration }: Party, news: News, locale: Locale): Block[] {
  if (news !== "reminder" || !joinsOnline(event, registration)) return [];
  const t = translator(locale);
  const dial = event.dialIn
    ? [{ kind: "text" as const, text: t("mail.dialIn", { number: event.dialIn }) }]
    : [];
  return event.onlineLink ? [{ kind: "link", label: t("mail.join"), href: event.onlineLink }, ...dial] : dial;
}

async function factsOf(ctx: Ctx, party: Party, locale: Locale): Promise<[string, string][]> {
  const { event, registration } = party;
  const t = translator(locale);
  const venue = await findVenueOf(ctx, event);
  const choices = event.bookableSessions > 0 ? await listChoices(ctx, registration.id) : [];
  const where = venue ? `${venue.name}, ${venue.address.replaceAll("\n", ", ")}, ${venue.postcode}` : null;
  return [
    [t("mail.facts.event"), event.title],
    [t("mail.facts.day"), longDay(event.startsAt, locale)],
    [
      t("mail.facts.time"),
      t("events.fromTo", { from: clock(event.startsAt, locale), to: clock(event.endsAt, locale) }),
    ],
    ...(where ? [[t("event.where"), where] as [string, string]] : []),
    ...(event.mode === "hybrid"
      ? [[t("mail.facts.attending"), t(`attending.${registration.attending}`)] as [string, string]]
      : []),
    ...choices.map(({ session, state }): [string, string] => [
      t("mail.facts.session"),
      t(`sessions.mail.${state}`, { title: session.title, when: session.startsClock ?? "" }),
    ]),
    [t("mail.facts.people"), String(registration.party)],
    [t("mail.facts.reference"), registration.reference],
  ];
}

/** What they asked for, need by need, with what was arranged or what came of it. Nobody else is told. */
async function needRows(ctx: Ctx, { registration }: Party, locale: Locale): Promise<[string, string][]> {
  if (registration.state === "cancelled") return [];
  const t = translator(locale);
  const needs = await listNeedsOf(ctx, registration.id);
  const lines = needs.map((one) => needLine(one, t));
  const said = [...lines, registration.language, registration.needsDetail].filter(Boolean);
  return said.length > 0 ? [[t("mail.facts.needs"), said.join("\n")]] : [];
}
