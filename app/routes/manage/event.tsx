import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doneIn } from "~/features/events/done";
import { EventCounts } from "~/features/events/EventCounts";
import { EventDone } from "~/features/events/EventDone";
import { EventPeople } from "~/features/events/EventPeople";
import { EventPractical } from "~/features/events/EventPractical";
import { permitsOf } from "~/features/events/may";
import { countNeedsAsked, listParties, type Standing } from "~/features/events/read-registrations.server";
import { countParties, findAttendance, findForStaff } from "~/features/events/read-staff.server";
import { StaffEventActions } from "~/features/events/StaffEventActions";
import { StaffEventHead } from "~/features/events/StaffEventHead";
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
      coming: await page("coming", true),
      waiting: await page("waiting", counts.waiting.parties > 0),
      left: list === "left" ? await page("left", true) : null,
    },
    counts,
    left: counts.left.reduce((n, one) => n + one.parties, 0),
    asked: permits.seePeople && !isOver ? await countNeedsAsked(ctx, eventId) : [],
    attendance: found.event.startsAt <= ctx.now ? await findAttendance(ctx, eventId) : null,
    isOver,
    done: doneIn(args.request.url),
  };
}

const NONE = { parties: [], more: null };
const LISTS: readonly Standing[] = ["coming", "waiting", "left"];

/** One list alone, and from where on, as the address asks for it; unknown ones are not there. */
function listAsked(request: Request): { list: Standing | null; after: number } {
  const asked = new URL(request.url).searchParams;
  const after = Number.parseInt(asked.get("after") ?? "", 10);
  const list = LISTS.find((one) => one === asked.get("list")) ?? null;
  return { list, after: list && after > 0 ? after : -1 };
}

export default function StaffEvent() {
  const { seen, permits, lists, left, asked, counts, attendance, isOver, done } =
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
        <StaffEventActions event={event} permits={permits} isOver={isOver} proof={<FormToken />} />
      </StaffEventHead>
      <Section tight>
        {event.registration === "open" && event.state === "published" && (
          <EventCounts event={event} counts={counts} />
        )}
        <EventPeople
          event={event}
          lists={lists}
          left={left}
          seePeople={permits.seePeople}
          attendance={attendance}
        />
        <EventPractical seen={seen} asked={asked} />
      </Section>
    </>
  );
}
