import { findBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { type Block, letter, type Sender } from "~/platform/letter.server";
import { inLocale, isLocale, type Locale } from "~/platform/locales";
import { dayAndClock, plainDay } from "~/platform/london";
import { type Letter, type Reach, tell } from "~/platform/outbox.server";
import { retention } from "~/platform/retention";
import { secretLink } from "~/platform/secret-links.server";
import { findRemembered, findWay } from "./read-remembered.server";
import type { Participant } from "./record-participant.server";
import { grouped } from "./rules";

/** Whom an account's mail goes to. */
export type Addressee = { id: string; name: string; email: string };

/** What happened to someone's way in, worth telling them in case it was not them. */
export type Notice =
  | "second_factor_set"
  | "recovery_codes_made"
  | "recovery_code_used"
  | "one_time_code_used";

const NOTICES: Record<Notice, { subject: string; text: string }> = {
  second_factor_set: {
    subject: "Your second step was set up",
    text: "An authenticator app was set up for your account.",
  },
  recovery_codes_made: {
    subject: "You have new recovery codes",
    text: "New recovery codes were made for your account. The old ones no longer work.",
  },
  recovery_code_used: {
    subject: "A recovery code was used",
    text: "A recovery code was used to sign in to your account. It can't be used again.",
  },
  one_time_code_used: {
    subject: "A one-time code was used to sign in",
    text: "An administrator's one-time code was used to sign in to your account. Your second step and your recovery codes were taken away and have to be set up again.",
  },
};

/** Who the mail is from. The first administrator signs in before there is a borough. */
async function sender(ctx: Ctx): Promise<Sender> {
  const borough = await findBorough(ctx);
  if (!borough) return { name: "Round Here", programme: "Round Here", phone: "" };
  return { name: borough.name, programme: borough.programme, phone: borough.contacts.phone };
}

/** The mail that lets someone in. It says nothing about them, so it is the same work for every address. */
export async function signInLetter(ctx: Ctx, way: { token: string; code: string }) {
  const minutes = retention.signInLinkMinutes;
  const blocks: Block[] = [
    { kind: "text", text: `You asked to sign in to Round Here. This works once, for ${minutes} minutes.` },
    { kind: "link", label: "Sign in", href: `${ctx.origin}/sign-in/${way.token}` },
    { kind: "text", text: "Or type this code on the page where you asked:" },
    { kind: "code", code: grouped(way.code, " ") },
    {
      kind: "text",
      text: "If you did not ask for this, you need do nothing. Nobody can sign in without this message. Never tell anyone the code, us included.",
    },
  ];
  return letter({ locale: "en", from: await sender(ctx), subject: "Sign in to Round Here", blocks });
}

/** Tells someone that they can sign in from now on. Inside a write. */
export async function tellInvited(ctx: Ctx, account: Addressee): Promise<void> {
  const blocks: Block[] = [
    { kind: "text", text: `Hello ${account.name},` },
    {
      kind: "text",
      text: "You now have an account on Round Here. There is no password: each time you sign in, we send a link to this address.",
    },
    { kind: "link", label: "Go to the sign-in page", href: `${ctx.origin}/sign-in` },
  ];
  const laidOut = letter({
    locale: "en",
    from: await sender(ctx),
    subject: "You can sign in to Round Here",
    blocks,
  });
  await post(ctx, account, { ...laidOut, key: `invited:${account.id}:${ctx.now.getTime()}` });
}

/** Tells someone what was done to their way in. Inside a write. */
export async function tellNotice(ctx: Ctx, account: Addressee, notice: Notice): Promise<void> {
  const { subject, text } = NOTICES[notice];
  const from = await sender(ctx);
  const whom = from.phone ? ` on ${from.phone}` : "";
  const blocks: Block[] = [
    { kind: "text", text: `Hello ${account.name},` },
    { kind: "text", text },
    { kind: "facts", rows: [["When", dayAndClock(ctx.now)]] },
    { kind: "text", text: `If this was not you, ring us${whom} at once and sign out everywhere:` },
    { kind: "link", label: "See where you are signed in", href: `${ctx.origin}/account` },
  ];
  const laidOut = letter({ locale: "en", from, subject, blocks });
  await post(ctx, account, { ...laidOut, key: `${notice}:${account.id}:${ctx.now.getTime()}` });
}

async function post(ctx: Ctx, account: Addressee, written: Omit<Letter, "about">): Promise<void> {
  const reach = { channel: "email" as const, recipient: account.email, name: account.name, locale: "en" };
  await tell(ctx, reach, { ...written, html: written.html, about: { kind: "account", id: account.id } });
}

/** How this person is to be told things: the way they chose, in the formats and the language that they need. */
export async function reachOf(ctx: Ctx, person: Participant): Promise<Reach & { locale: Locale }> {
  const way = await findWay(ctx, person);
  const by = { email: person.email, phone: person.phone, letter: person.address, none: null };
  return {
    channel: person.preferredContact,
    recipient: by[person.preferredContact] ?? "",
    name: person.name,
    locale: way.locale ?? localeOf(person),
    formats: way.formats,
    language: way.language,
  };
}

const localeOf = (person: Participant): Locale => (isLocale(person.locale) ? person.locale : "en");

/** What messages to somebody who signs have besides: the way to what we have in BSL. */
export function bslBlocks(ctx: Ctx, reach: Reach & { locale: Locale }): Block[] {
  if (!reach.formats?.includes("bsl")) return [];
  const label = translator(reach.locale)("mail.bsl");
  return [{ kind: "link", label, href: `${ctx.origin}${inLocale(reach.locale, "/bsl")}` }];
}

/** The address at which somebody answers one yearly question. */
export function reviewLink(ctx: Ctx, reviewId: string): string {
  return secretLink(ctx.secret, "need_review", reviewId, 1);
}

/** Asks somebody whether what we remember of their needs still holds. Inside a write. */
export async function tellReview(
  ctx: Ctx,
  person: Participant,
  review: { id: string; dueAt: Date },
): Promise<void> {
  const reach = await reachOf(ctx, person);
  const remembered = await findRemembered(ctx, person);
  const t = translator(reach.locale);
  const from = await sender(ctx);
  const words = { name: person.name, phone: from.phone, until: plainDay(review.dueAt, reach.locale) };
  const easy = reach.formats?.includes("easy_read") ? "easy" : "body";
  const needs = (remembered?.needs ?? []).map(({ need }) => t(`remember.needs.${need}`));
  const href = `${ctx.origin}${inLocale(reach.locale, `/needs/${reviewLink(ctx, review.id)}`)}`;
  const blocks: Block[] = [
    { kind: "text", text: t("mail.hello", words) },
    { kind: "text", text: t(`mail.review.${easy}`, words) },
    { kind: "facts", rows: [[t("mail.review.facts"), needs.join(", ")]] },
    { kind: "link", label: t("mail.review.link"), href },
    ...bslBlocks(ctx, reach),
    { kind: "text", text: t("mail.review.ring", words) },
  ];
  const laidOut = letter({ locale: reach.locale, from, subject: t("mail.review.subject"), blocks });
  await tell(ctx, reach, {
    ...laidOut,
    key: `need_review:${review.id}`,
    about: { kind: "participant", id: person.id },
  });
}
