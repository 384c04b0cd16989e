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
import { type Reach, tell } from "~/platform/outbox.server";
import { secretLink } from "~/platform/secret-links.server";
import { eventCalendarFor, findVenueOf } from "./export-calendar.server";
import { needLine } from "./need-words";
import { listNeedsOf } from "./read-need-tasks.server";
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
  | "needs_arranged"
  | "needs_met"
  | "needs_unmet"
  | "link_again";

/** News that a person who rings gets a call for; the rest they were told while on the phone or see on their page. */
const WORTH_A_CALL: readonly News[] = [
  "promoted",
  "offered",
  "lapsed",
  "event_changed",
  "event_cancelled",
  "needs_arranged",
  "needs_unmet",
];
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
  const { registration, participant } = party;
  const reach = await reachOf(ctx, participant);
  // Whoever has texts instead of calls has every piece of news in writing.
  const rung = reach.channel === "phone" && channelFor("phone", reach.formats ?? []) === "call";
  const silent = rung && !WORTH_A_CALL.includes(news);
  if (!silent) await tell(ctx, reach, await compose(ctx, party, news, { reach, helper: null }));
  if (registration.helperContact && WORTH_A_CALL.concat("confirmed", "waiting").includes(news)) {
    await tellHelper(ctx, party, news, registration.helperContact);
  }
}

async function tellHelper(ctx: Ctx, party: Party, news: News, contact: string) {
  const byEmail = isEmail(contact);
  if (!byEmail && !WORTH_A_CALL.includes(news)) return;
  const name = party.registration.helperName ?? party.participant.name;
  const { locale } = await reachOf(ctx, party.participant);
  const reach = {
    channel: byEmail ? ("email" as const) : ("phone" as const),
    recipient: contact,
    name,
    locale,
  };
  await tell(ctx, reach, await compose(ctx, party, news, { reach, helper: name }));
}

/** Whom a message goes to: the person as they need it, or somebody who helps them. */
type To = { reach: Reach & { locale: Locale }; helper: string | null };

async function compose(ctx: Ctx, party: Party, news: News, { reach, helper }: To) {
  const { event, registration } = party;
  const { locale } = reach;
  const said = await blocksFor(ctx, party, news, { locale, helper, formats: reach.formats });
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
      versionOf(ctx, registration, news),
      event.sequence,
      helper ? "helper" : "",
    ].join(":"),
    about: { kind: "registration", id: registration.id },
    calendar: WITH_CALENDAR.includes(news) ? await eventCalendarFor(ctx, event, registration) : null,
  };
}

/** What makes this piece of news another than the last of its kind. */
function versionOf(ctx: Ctx, registration: RegistrationRow, news: News): number {
  // A link can be lost twice; the same minute is the same loss.
  if (news === "link_again") return Math.floor(ctx.now.getTime() / 60_000);
  return news.startsWith("needs_") ? ctx.now.getTime() : registration.changedAt.getTime();
}

/** In which language, for whom besides the person, and in which formats. */
type Saying = { locale: Locale; helper?: string | null; formats?: readonly string[] };

/**
 * What is said to someone about their place, in their language, part by part; in the words of Easy Read
 * where they need it. What they asked for, and what came of it, is repeated.
 */
export async function blocksFor(
  ctx: Ctx,
  party: Party,
  news: News,
  { locale, helper = null, formats = [] }: Saying,
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
    { kind: "text", text: t(`mail.${news}.${formats.includes("easy_read") ? "easy" : "body"}`, words) },
    {
      kind: "facts",
      rows: [
        ...factsOf(party, await findVenueOf(ctx, event), locale),
        ...(helper ? [] : await needRows(ctx, party, locale)),
      ],
    },
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

/** What they asked for, need by need, with what was arranged or what came of it. Nobody else is told. */
async function needRows(ctx: Ctx, { registration }: Party, locale: Locale): Promise<[string, string][]> {
  if (registration.state === "cancelled") return [];
  const t = translator(locale);
  const needs = await listNeedsOf(ctx, registration.id);
  const lines = needs.map((one) => needLine(one, t));
  const said = [...lines, registration.language, registration.needsDetail].filter(Boolean);
  return said.length > 0 ? [[t("mail.facts.needs"), said.join("\n")]] : [];
}
