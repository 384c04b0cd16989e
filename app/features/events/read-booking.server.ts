import { getBorough, getPeriods, listNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { dayAndClock } from "~/platform/london";
import { newSubmissionId } from "~/platform/submission-id.server";
import type { EventSeen } from "./read.server";
import { listSessions } from "./read-sessions.server";
import { bookingAt, isLateToAsk, placesLeft } from "./rules";

/** Everything that a page with the booking form shows of an event, and never the way in online. */
export async function getBookingPage(ctx: Ctx, seen: EventSeen, locale: string) {
  const { onlineLink: _link, dialIn: _dial, description: _source, ...event } = seen.event;
  return {
    seen: { ...seen, event },
    booking: bookingAt(event, ctx.now),
    left: placesLeft(event),
    sessions: await listSessions(ctx, event.id),
    adjust: event.adjustBy && {
      late: isLateToAsk(event, ctx.now),
      by: dayAndClock(event.adjustBy, locale),
    },
    borough: await getBorough(ctx),
    neighbourhoods: (await listNeighbourhoods(ctx)).map(({ slug, name }) => ({ slug, name })),
    kept: await getPeriods(ctx),
    submissionId: newSubmissionId(ctx),
  };
}
