import type { events, registrations } from "~/db/tables/events";
import type { participants } from "~/db/tables/people";
import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { type Block, letter } from "~/platform/letter.server";
import { inLocale, isLocale, type Locale } from "~/platform/locales";
import { clock, dayAndClock, longDay } from "~/platform/london";
import { type Addressed, type Reach, tellAll } from "~/platform/outbox.server";
import { secretLink } from "~/platform/secret-links.server";
import { eventCalendarFor, findVenueOf } from "./export-calendar.server";
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
  | "link_again";

/** News that a person who rings gets a call for; the rest they were told while on the phone or see on their page. */
const WORTH_A_CALL: readonly News[] = ["promoted", "offered", "lapsed", "event_changed", "event_cancelled"];
const WITH_CALENDAR: readonly News[] = ["confirmed", "promoted", "event_changed", "event_cancelled"];

/** The person's own page: a secret link that can be made again and stops working when its version is raised. */
export function registrationLink(
  ctx: Ctx,
  registration: Pick<RegistrationRow, "id" | "tokenVersion">,
): string {
  return secretLink(ctx.secret, "registration", registration.id, registration.tokenVersion);
}

/** Tells the person, and whoever helps them, one piece of news once. Inside a write. */
export async function tellPerson(ctx: Ctx, party: Party, news: News): Promise<void> {
  await tellAll(ctx, await lettersFor(ctx, party, news));
}

/** What to put in the outbox so that the person, and whoever helps them, is told one piece of news once. */
export async function lettersFor(ctx: Ctx, party: Party, news: News): Promise<Addressed[]> {
  const { registration, participant } = party;
  const locale = localeOf(participant);
  const reach: Reach = {
    channel: participant.preferredContact,
    recipient: contactOf(participant),
    name: participant.name,
    locale,
  };
  const letters: Addressed[] = [];
  const silent = reach.channel === "phone" && !WORTH_A_CALL.includes(news);
  if (!silent) letters.push({ reach, letter: await compose(ctx, party, news, locale, null) });
  if (registration.helperContact && WORTH_A_CALL.concat("confirmed", "waiting").includes(news)) {
    letters.push(...(await helperLetters(ctx, party, news, registration.helperContact)));
  }
  return letters;
}

async function helperLetters(ctx: Ctx, party: Party, news: News, contact: string): Promise<Addressed[]> {
  const byEmail = isEmail(contact);
  if (!byEmail && !WORTH_A_CALL.includes(news)) return [];
  const name = party.registration.helperName ?? party.participant.name;
  const locale = localeOf(party.participant);
  const letter = await compose(ctx, party, news, locale, name);
  return [{ reach: { channel: byEmail ? "email" : "phone", recipient: contact, name, locale }, letter }];
}

const localeOf = (participant: ParticipantRow): Locale =>
  isLocale(participant.locale) ? participant.locale : "en";

function contactOf(participant: ParticipantRow): string {
  const by = { email: participant.email, phone: participant.phone, letter: participant.address, none: null };
  return by[participant.preferredContact] ?? "";
}

async function compose(ctx: Ctx, party: Party, news: News, locale: Locale, helper: string | null) {
  const { event, registration } = party;
  const { subject, blocks, from } = await blocksFor(ctx, party, news, locale, helper);
  const laidOut = letter({ locale, from, subject, blocks });
  return {
    ...laidOut,
    // What happened last to this registration is what makes a message one.
    key: [
      "registration",
      registration.id,
      news,
      // A link can be lost twice; the same minute is the same loss.
      news === "link_again" ? Math.floor(ctx.now.getTime() / 60_000) : registration.changedAt.getTime(),
      event.sequence,
      helper ? "helper" : "",
    ].join(":"),
    about: { kind: "registration", id: registration.id },
    calendar: WITH_CALENDAR.includes(news) ? await eventCalendarFor(ctx, event, registration) : null,
  };
}

/** What is said to someone about their place, in their language, part by part; `helper` is who else it goes to. */
export async function blocksFor(
  ctx: Ctx,
  party: Party,
  news: News,
  locale: Locale,
  helper: string | null = null,
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
    reason: event.cancelReason ?? "",
  };
  const blocks: Block[] = [
    { kind: "text", text: t("mail.hello", words) },
    ...(helper ? [{ kind: "text" as const, text: t("mail.forSomeone", words) }] : []),
    { kind: "text", text: t(`mail.${news}.body`, words) },
    { kind: "facts", rows: factsOf(party, await findVenueOf(ctx, event), locale) },
    { kind: "link", label: t(`mail.${news}.link`, words), href: pageOf(ctx, registration, locale) },
    { kind: "text", text: t("mail.ring", words) },
  ];
  const from = { name: borough.name, phone: borough.contacts.phone, programme: borough.programme };
  return { subject: t(`mail.${news}.subject`, words), blocks, from };
}

function pageOf(ctx: Ctx, registration: RegistrationRow, locale: Locale): string {
  return `${ctx.origin}${inLocale(locale, `/registrations/${registrationLink(ctx, registration)}`)}`;
}

type Venue = { name: string; address: string; postcode: string };

function factsOf({ event, registration }: Party, venue: Venue | null, locale: Locale): [string, string][] {
  const t = translator(locale);
  const where = venue ? `${venue.name}, ${venue.address.replaceAll("\n", ", ")}, ${venue.postcode}` : null;
  return [
    [t("mail.facts.event"), event.title],
    [t("mail.facts.day"), longDay(event.startsAt, locale)],
    [
      t("mail.facts.time"),
      t("events.fromTo", { from: clock(event.startsAt, locale), to: clock(event.endsAt, locale) }),
    ],
    ...(where ? [[t("event.where"), where] as [string, string]] : []),
    [t("mail.facts.people"), String(registration.party)],
    [t("mail.facts.reference"), registration.reference],
  ];
}
