import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import type { permitsOf } from "./may";
import type { EventRow } from "./read.server";

type StaffEventActionsProps = {
  event: Pick<EventRow, "slug" | "state" | "registration">;
  permits: ReturnType<typeof permitsOf>;
  isOver: boolean;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** What can be done with an event now by whoever looks at it; the next step stands first. */
export function StaffEventActions({ event, permits, isOver, proof }: StaffEventActionsProps) {
  const to = (act: string) => `/manage/events/${event.slug}/${act}`;
  const draft = event.state === "draft";
  const live = event.state === "published" && !isOver;
  const booked = event.registration === "open";
  return (
    <ButtonRow>
      {draft && permits.organise && !isOver && (
        <form method="post" action={to("publish")}>
          {proof}
          <Button>Publish</Button>
        </form>
      )}
      {live && booked && permits.book && <ButtonLink href={to("book")}>Book for a caller</ButtonLink>}
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
      {!draft && booked && permits.seePeople && <a href={to("needs")}>What people need</a>}
      {!draft && booked && <a href={to("export")}>Take the list out</a>}
      <a href={`/events/${event.slug}`}>{draft ? "See how it will look" : "See its page"}</a>
      {live && permits.organise && <a href={to("cancel")}>Cancel the event</a>}
      {draft && permits.organise && <a href={to("discard")}>Delete the draft</a>}
    </ButtonRow>
  );
}
