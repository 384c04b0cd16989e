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
import { type EventRow, listSeries } from "~/features/events/read.server";
import { findClosing, reckonEvent } from "~/features/events/read-attendance.server";
import { listHeadCounts } from "~/features/events/read-door.server";
import { countNeedsAsked, listParties, type Standing } from "~/features/events/read-registrations.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { countParties } from "~/features/events/read-staff-parties.server";
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
  const { id: eventId } = found.event;
  const isOver = found.event.endsAt <= ctx.now;
  const counts = await countParties(ctx, eventId);
  const { list, after } = listAsked(args.request);
  const page = async (standing: Standing, any: boolean) => {
    const isAsked = list ? list === standing : standing !== "left";
    if (!isAsked || !permits.seePeople) return list ? null : NONE;
    return any ? listParties(ctx, { eventId, standing, after }) : NONE;
  };
  // Whoever may only count is not told how to join.
  const hidden = permits.seePeople ? {} : { onlineLink: null, dialIn: null };
  return {
    seen: { ...found, event: { ...found.event, ...hidden } },
    permits,
    lists: {
      asking: await page("asking", found.event.registration === "approval" && counts.waiting.parties > 0),
      coming: await page("coming", true),
      waiting: await page("waiting", counts.waiting.parties > 0),
      left: list === "left" ? await page("left", true) : null,
    },
    counts,
    left: counts.left.reduce((n, one) => n + one.parties, 0),
    asked: permits.seePeople && !isOver ? await countNeedsAsked(ctx, eventId) : [],
    series: found.event.seriesId ? await listSeries(ctx, found.event.seriesId) : [],
    partOf: await findActivityLink(ctx, found.event.activityId),
    day: await dayOf(ctx, found.event),
    isOver,
    hasBegun: found.event.startsAt <= ctx.now,
    done: doneIn(args.request.url),
  };
}

const NONE = { parties: [], more: null };
const LISTS: readonly Standing[] = ["asking", "coming", "waiting", "left"];

/** One list alone, and from where on, as the address asks for it; unknown ones are not there. */
function listAsked(request: Request): { list: Standing | null; after: number } {
  const asked = new URL(request.url).searchParams;
  const after = Number.parseInt(asked.get("after") ?? "", 10);
  const list = LISTS.find((one) => one === asked.get("list")) ?? null;
  return { list, after: list && after > 0 ? after : -1 };
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
  const { seen, permits, lists, left, asked, series, counts, day, partOf, isOver, hasBegun, done } =
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
        <EventPeople event={event} lists={lists} left={left} seePeople={permits.seePeople} />
        <SeriesTable rows={series} current={event.slug} organise={permits.organise} proof={<FormToken />} />
        <EventPractical seen={seen} asked={asked} partOf={partOf} />
      </Section>
    </>
  );
}
