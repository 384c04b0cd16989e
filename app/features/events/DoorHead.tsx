import { clock, longDay } from "~/platform/london";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { PageHead } from "~/ui/PageHead";
import type { Reckoning } from "./reckon";

type DoorHeadProps = {
  event: { slug: string; title: string; startsAt: Date; endsAt: Date };
  venue: string | null;
  reckoning: Reckoning;
};

/** The top of the door's page: which event, how many are here, and what else helps at a door. */
export function DoorHead({ event, venue, reckoning }: DoorHeadProps) {
  const { attended, expected, noShow, walkIns } = reckoning;
  return (
    <PageHead
      title="The door"
      caption={`${event.title}, ${longDay(event.startsAt)}, ${clock(event.startsAt)} to ${clock(event.endsAt)}${venue ? `, ${venue}` : ""}`}
      back={{ href: `/manage/events/${event.slug}`, text: "Back to the event" }}
    >
      <dl className="rh-meta">
        <div>
          <dt>Here</dt>
          <dd>
            {attended} of {attended + expected + noShow}
          </dd>
        </div>
        <div>
          <dt>Came without booking</dt>
          <dd>{walkIns}</dd>
        </div>
      </dl>
      <ButtonRow>
        <ButtonLink href={`/manage/events/${event.slug}/check-in`}>Check in without a network</ButtonLink>
        <a href={`/manage/events/${event.slug}/sheets`}>Print lists, badges and table sheets</a>
      </ButtonRow>
    </PageHead>
  );
}
