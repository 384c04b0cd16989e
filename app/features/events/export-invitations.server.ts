import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { clock, longDay } from "~/platform/london";
import { qrOf } from "~/platform/qr.server";
import type { EventSeen } from "./read.server";
import { invitationLink, listInvitations } from "./read-invitations.server";

/** One invitation on paper. */
export type PaperInvitation = Awaited<ReturnType<typeof exportInvitations>>[number];

/** Every open invitation of an event as a sheet to hand over: what, when, where, and the way in as a square. */
export async function exportInvitations(ctx: Ctx, { event, venue }: EventSeen) {
  const { programme, contacts } = await getBorough(ctx);
  const open = (await listInvitations(ctx, event.id)).filter(({ invitation }) => invitation.state === "open");
  return open.map(({ invitation }) => {
    const href = `${ctx.origin}/invitations/${invitationLink(ctx, invitation)}`;
    return {
      id: invitation.id,
      name: invitation.name,
      most: invitation.most,
      title: event.title,
      summary: event.summary,
      rows: [
        ["Day", longDay(event.startsAt)],
        ["Time", `${clock(event.startsAt)} to ${clock(event.endsAt)}`],
        ["Where", venue ? `${venue.name}, ${venue.address}, ${venue.postcode}` : "Online"],
      ] as [string, string][],
      href,
      square: qrOf(href),
      programme,
      phone: contacts.phone,
    };
  });
}
