import { reachOf } from "~/features/people/messages";
import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { isLarge } from "~/platform/formats";
import { translator } from "~/platform/i18n.server";
import { directionOf, type Locale } from "~/platform/locales";
import { longDay } from "~/platform/london";
import { type Qr, qrOf } from "~/platform/qr.server";
import { doorAddress } from "./arrivals";
import { blocksFor, type News, type Party } from "./messages";

const STANDING: Record<Party["registration"]["state"], News> = {
  confirmed: "confirmed",
  waiting: "waiting",
  offered: "offered",
  cancelled: "left",
};

/** A letter to print: who writes and when, what it says part by part, and each link as a square to photograph. */
export type PaperLetter = Awaited<ReturnType<typeof exportLetter>>;

/** What someone's booking says now, as a letter in their language, for people who want it on paper. */
export async function exportLetter(ctx: Ctx, party: Party) {
  const { participant, registration, event } = party;
  const { locale, formats = [] } = await reachOf(ctx, participant);
  const news = event.state === "cancelled" ? "event_cancelled" : newsOf(registration);
  const { subject, blocks } = await blocksFor(ctx, party, news, { locale, formats });
  const { programme, council, contacts } = await getBorough(ctx);
  const squares: Record<string, Qr> = {};
  for (const block of blocks) if (block.kind === "link") squares[block.href] = qrOf(block.href);
  return {
    lang: locale,
    dir: directionOf(locale),
    day: longDay(ctx.now, locale),
    from: { ...contacts, address: onEnvelope("", contacts.address), programme, council },
    to: onEnvelope(participant.name, participant.address ?? ""),
    subject,
    blocks,
    squares,
    door: atDoor(ctx, party, locale),
    isLarge: isLarge(formats),
  };
}

/** For who has a place, a code that saves looking for them at the door. */
function atDoor(ctx: Ctx, { registration, event }: Party, locale: Locale) {
  if (registration.state !== "confirmed" || event.state === "cancelled") return null;
  const t = translator(locale);
  const code = qrOf(doorAddress(ctx.origin, event, registration.reference));
  return { title: t("registration.door"), text: t("registration.doorText"), code };
}

function newsOf({ state, approval }: Party["registration"]): News {
  if (approval === "asked" && state === "waiting") return "asked";
  return approval === "declined" ? "not_approved" : STANDING[state];
}

/** A name and an address line by line; an address that was typed in one line is broken at its commas. */
function onEnvelope(name: string, address: string): string {
  const lines = address.split(address.includes("\n") ? "\n" : /,\s*/).filter(Boolean);
  return (lines[0]?.includes(name) ? lines : [name, ...lines]).filter(Boolean).join("\n");
}
