import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { dueWords } from "./due-words";
import type { CommitmentSeen } from "./read.server";
import { inShort } from "./shown";

/** What falls due as a calendar file (RFC 5545): whole days, the last of the time agreed. Another date moves the entry. */
export function dueCalendar(ctx: Ctx, name: string, due: readonly CommitmentSeen[]): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Round Here", product: "Commitments", language: "EN" },
  });
  const t = translator("en");
  for (const { commitment, office, organisation } of due) {
    if (!commitment.dueDay || !commitment.precision) continue;
    const url = `${ctx.origin}/commitments/${commitment.number}`;
    const owner = office && organisation ? `${office.role}, ${organisation.name}` : t("commitments.noOwner");
    calendar.createEvent({
      id: `commitment-${commitment.id}@${new URL(ctx.origin).hostname}`,
      sequence: commitment.acts,
      start: new Date(`${commitment.dueDay}T00:00:00`),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      stamp: commitment.changedAt,
      summary: `Due: ${inShort(commitment.said)}`,
      description: `${commitment.said}\n\n${owner}. ${t("commitments.due")}: ${dueWords(t, commitment.dueDay, commitment.precision)}.`,
      url,
    });
  }
  return calendar.toString();
}
