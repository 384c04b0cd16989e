import type { ReactNode } from "react";
import { clock, longDay } from "~/platform/london";
import { PageHead } from "~/ui/PageHead";
import { isPalette } from "~/ui/palettes";
import { Tags } from "~/ui/Tags";
import type { EventSeen } from "./read.server";
import { EVENT_STATES, ONLY_INVITED, ONLY_STAFF } from "./staff-words";

/** The top of an event's staff page: what, when, where, its state, and what can be done. */
export function StaffEventHead({ seen, children }: { seen: EventSeen; children: ReactNode }) {
  const { event, venue, neighbourhood } = seen;
  const palette = neighbourhood?.palette ?? "";
  const state = EVENT_STATES[event.state];
  return (
    <PageHead
      title={event.title}
      back={{ href: "/manage/events", text: "All events" }}
      palette={isPalette(palette) ? palette : "green"}
    >
      <dl className="rh-meta">
        <div>
          <dt>When</dt>
          <dd>
            {longDay(event.startsAt)}, {clock(event.startsAt)} to {clock(event.endsAt)}
          </dd>
        </div>
        <div>
          <dt>Where</dt>
          <dd>
            {venue?.name ?? "Online"}, {neighbourhood?.name ?? "for the whole borough"}
          </dd>
        </div>
      </dl>
      <div className="rh-staff-state">
        <Tags
          items={[
            ...(state ? [state] : []),
            ...(event.audience === "staff" ? [ONLY_STAFF] : []),
            ...(event.registration === "invite_only" ? [ONLY_INVITED] : []),
          ]}
        />
        {event.cancelReason && <p>{event.cancelReason}</p>}
      </div>
      {children}
    </PageHead>
  );
}
