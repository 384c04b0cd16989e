import { findBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { type Block, letter, type Sender } from "~/platform/letter.server";
import { dayAndClock } from "~/platform/london";
import { type Letter, tell } from "~/platform/outbox.server";
import { retention } from "~/platform/retention";
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
