import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import type { Block } from "~/platform/letter.server";
import { directionOf, isLocale } from "~/platform/locales";
import { clock, longDay } from "~/platform/london";
import { qrOf } from "~/platform/qr.server";
import type { EventSeen } from "./read.server";
import { invitationAddress, listInvitations } from "./read-invitations.server";

/** One invitation on paper. */
export type PaperInvitation = Awaited<ReturnType<typeof exportInvitations>>[number];

/**
 * Every open invitation of an event as a sheet to hand over, in the language of whoever is invited: what,
 * when, where, and the way in as a square.
 */
export async function exportInvitations(ctx: Ctx, { event, venue }: EventSeen) {
  const { programme, contacts } = await getBorough(ctx);
  const rows = await listInvitations(ctx, event.id);
  const open = rows.filter(({ invitation }) => invitation.state === "open" && invitation.name !== "");
  return open.map(({ invitation }) => {
    const href = invitationAddress(ctx, invitation);
    const said = sayInvitation({ event, venue, invitation, href, phone: contacts.phone });
    return {
      ...said,
      href,
      id: invitation.id,
      dir: directionOf(said.locale),
      title: event.title,
      square: qrOf(href),
      programme,
      phone: contacts.phone,
    };
  });
}

type Inviting = {
  event: { title: string; summary: string; startsAt: Date; endsAt: Date };
  venue: { name: string; address: string; postcode: string } | null;
  invitation: { name: string; most: number; locale: string };
  /** The way in: whole, and theirs alone. */
  href: string;
  phone: string;
};

/**
 * What an invitation says by e-mail and on paper, part by part, in the language of whoever is invited. What
 * staff wrote about the event is in English.
 */
export function sayInvitation({ event, venue, invitation, href, phone }: Inviting) {
  const locale = isLocale(invitation.locale) ? invitation.locale : "en";
  const t = translator(locale);
  const words = { name: invitation.name, title: event.title, phone };
  const address = venue && `${venue.name}, ${venue.address.replaceAll("\n", ", ")}, ${venue.postcode}`;
  const times = { from: clock(event.startsAt, locale), to: clock(event.endsAt, locale) };
  const blocks: Block[] = [
    { kind: "text", text: t("mail.hello", words) },
    { kind: "text", text: t("mail.invited.body", words) },
    { kind: "text", text: event.summary },
    {
      kind: "facts",
      rows: [
        [t("mail.facts.day"), longDay(event.startsAt, locale)],
        [t("mail.facts.time"), t("events.fromTo", times)],
        [t("event.where"), address ?? t("events.mode.online")],
        [t("mail.invited.most"), String(invitation.most)],
      ],
    },
    { kind: "link", label: t("mail.invited.link"), href },
    { kind: "text", text: t("mail.invited.once", words) },
  ];
  return { locale, subject: t("mail.invited.subject"), blocks };
}
