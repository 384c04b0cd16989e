import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { doneIn } from "~/features/events/done";
import { EventCounts } from "~/features/events/EventCounts";
import { EventDone } from "~/features/events/EventDone";
import { EventPeople } from "~/features/events/EventPeople";
import { EventPractical } from "~/features/events/EventPractical";
import { permitsOf } from "~/features/events/may";
import { duplicatesIn, needsAsked } from "~/features/events/parties";
import { listParties } from "~/features/events/read-registrations.server";
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
  const parties = permits.seePeople ? await listParties(ctx, found.event.id) : [];
  // Whoever may only count is not told how to join.
  const hidden = permits.seePeople ? {} : { onlineLink: null, dialIn: null };
  return {
    seen: { ...found, event: { ...found.event, ...hidden } },
    permits,
    parties,
    counts: await countParties(ctx, found.event.id),
    attendance: await findAttendance(ctx, found.event.id),
    isOver: found.event.endsAt <= ctx.now,
    hasBegun: found.event.startsAt <= ctx.now,
    done: doneIn(args.request.url),
  };
}

export default function StaffEvent() {
  const { seen, permits, parties, counts, attendance, isOver, hasBegun, done } =
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
        {event.registration === "open" && event.state === "published" && (
          <EventCounts event={event} counts={counts} />
        )}
        <EventPeople
          event={event}
          parties={parties}
          duplicates={duplicatesIn(parties)}
          seePeople={permits.seePeople}
          attendance={attendance}
        />
        <EventPractical seen={seen} asked={needsAsked(parties)} />
      </Section>
    </>
  );
}
