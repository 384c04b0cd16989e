import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import type { permitsOf } from "./may";
import type { EventRow } from "./read.server";

type StaffEventActionsProps = {
  event: Pick<EventRow, "slug" | "state" | "registration" | "seriesId">;
  /** It has begun, so that people have something to say. */
  hasBegun: boolean;
  permits: ReturnType<typeof permitsOf>;
  isOver: boolean;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** What can be done with an event now by whoever looks at it; the next step stands first. */
export function StaffEventActions({ event, hasBegun, permits, isOver, proof }: StaffEventActionsProps) {
  const to = (act: string) => `/manage/events/${event.slug}/${act}`;
  const draft = event.state === "draft";
  const live = event.state === "published" && !isOver;
  const booked = event.registration !== "none";
  const on = event.state !== "cancelled" && !isOver;
  return (
    <>
      <ButtonRow>{main()}</ButtonRow>
      {permits.organise && <ul className="rh-acts">{more()}</ul>}
    </>
  );

  function main() {
    return (
      <>
        {draft && permits.organise && !isOver && (
          <form method="post" action={to("publish")}>
            {proof}
            <Button>Publish</Button>
          </form>
        )}
        {live && booked && permits.book && <ButtonLink href={to("book")}>Book for a caller</ButtonLink>}
        {event.state === "published" && hasBegun && (
          <ButtonLink href={to("after")} variant={isOver ? undefined : "secondary"}>
            Afterwards
          </ButtonLink>
        )}
        {event.state !== "cancelled" && permits.organise && (
          <ButtonLink href={to("edit")} variant="secondary">
            Change
          </ButtonLink>
        )}
        {live && booked && permits.organise && (
          <ButtonLink href={to("capacity")} variant="secondary">
            Places
          </ButtonLink>
        )}
        {live && permits.checkIn && <a href={to("door")}>The door</a>}
        {live && permits.checkIn && <a href={to("sheets")}>Sheets to print</a>}
        {!draft && booked && permits.seePeople && <a href={to("needs")}>What people need</a>}
        {!draft && booked && <a href={to("export")}>Take the list out</a>}
        <a href={`/events/${event.slug}`}>{draft ? "See how it will look" : "See its page"}</a>
      </>
    );
  }

  /** What is done less often: a link each, and a form where looking must change nothing. */
  function more() {
    return (
      <>
        {on && (
          <li>
            <a href={to("sessions")}>Sessions and stalls</a>
          </li>
        )}
        {on && event.registration === "invite_only" && (
          <li>
            <a href={to("invitations")}>Invitations</a>
          </li>
        )}
        {on && !event.seriesId && (
          <li>
            <a href={to("repeat")}>Repeat it</a>
          </li>
        )}
        <li>
          <form method="post" action={to("duplicate")}>
            {proof}
            <button className="rh-link-button" type="submit">
              Copy it
            </button>
          </form>
        </li>
        {live && (
          <li>
            <a href={to("cancel")}>Cancel the event</a>
          </li>
        )}
        {draft && (
          <li>
            <a href={to("discard")}>Delete the draft</a>
          </li>
        )}
      </>
    );
  }
}
