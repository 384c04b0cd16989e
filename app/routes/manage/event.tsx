import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findActivityLink } from "~/features/engagement/read.server";
import { doorOpens } from "~/features/events/arrivals";
import { doneIn } from "~/features/events/done";
import { EventCounts } from "~/features/events/EventCounts";
import { EventDone } from "~/features/events/EventDone";
import { EventPeople } from "~/features/events/EventPeople";
import { EventPractical } from "~/features/events/EventPractical";
import { EventReckoning } from "~/features/events/EventReckoning";
import { permitsOf } from "~/features/events/may";
import { duplicatesIn, needsAsked } from "~/features/events/parties";
import { type EventRow, listSeries } from "~/features/events/read.server";
import { findClosing, reckonEvent } from "~/features/events/read-attendance.server";
import { listHeadCounts } from "~/features/events/read-door.server";
import { listParties } from "~/features/events/read-registrations.server";
import { countParties, findForStaff } from "~/features/events/read-staff.server";
import { SeriesTable } from "~/features/events/SeriesTable";
import { StaffEventActions } from "~/features/events/StaffEventActions";
import { StaffEventHead } from "~/features/events/StaffEventHead";
import type { Ctx } from "~/platform/context.server";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";
import { Section } from "~/ui/Section";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.seen.event.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findForStaff(ctx, args.params.slug ?? "");
  if (!found) throw missing();
  const permits = permitsOf(ctx.actor, found.event);
  const parties = permits.seePeople ? await listParties(ctx, found.event.id) : [];
  // Whoever may only count is not told how to join.
  const hidden = permits.seePeople ? {} : { onlineLink: null, dialIn: null };
  return {
    seen: { ...found, event: { ...found.event, ...hidden } },
    permits,
    parties,
    series: found.event.seriesId ? await listSeries(ctx, found.event.seriesId) : [],
    counts: await countParties(ctx, found.event.id),
    partOf: await findActivityLink(ctx, found.event.activityId),
    day: await dayOf(ctx, found.event),
    isOver: found.event.endsAt <= ctx.now,
    hasBegun: found.event.startsAt <= ctx.now,
    done: doneIn(args.request.url),
  };
}

/** What the door says, from the moment when it can be open. */
async function dayOf(ctx: Ctx, event: EventRow) {
  if (event.state !== "published" || doorOpens(event) > ctx.now) return null;
  return {
    reckoning: await reckonEvent(ctx, event.id),
    heads: await listHeadCounts(ctx, event.id),
    closing: await findClosing(ctx, event.id),
  };
}

export default function StaffEvent() {
  const { seen, permits, parties, series, counts, day, partOf, isOver, hasBegun, done } =
    useLoaderData<typeof loader>();
  const { event } = seen;
  return (
    <>
      {done && (
        <div className="rh-wrap rh-notice">
          <EventDone done={done} />
        </div>
      )}
      <StaffEventHead seen={seen}>
        <StaffEventActions
          event={event}
          hasBegun={hasBegun}
          permits={permits}
          isOver={isOver}
          proof={<FormToken />}
        />
      </StaffEventHead>
      <Section tight>
        {event.registration !== "none" && event.state === "published" && (
          <EventCounts event={event} counts={counts} />
        )}
        {day && <EventReckoning slug={event.slug} {...day} isOver={isOver} permits={permits} />}
        <EventPeople
          event={event}
          parties={parties}
          duplicates={duplicatesIn(parties)}
          seePeople={permits.seePeople}
        />
        <SeriesTable rows={series} current={event.slug} organise={permits.organise} proof={<FormToken />} />
        <EventPractical seen={seen} asked={needsAsked(parties)} partOf={partOf} />
      </Section>
    </>
  );
}
