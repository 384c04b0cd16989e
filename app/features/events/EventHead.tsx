import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { clock, longDay } from "~/platform/london";
import { FactList } from "~/ui/FactList";
import { PageHead } from "~/ui/PageHead";
import type { Palette } from "~/ui/palettes";
import { isSplit, leftIn } from "./pools";
import type { EventSeen } from "./read.server";
import type { Booking } from "./rules";

/** What an event's pages may show of it: never the link to join. */
export type EventShown = Omit<EventSeen, "event"> & {
  event: Omit<EventSeen["event"], "onlineLink" | "dialIn" | "description">;
};

type EventHeadProps = {
  seen: EventShown;
  left: number;
  booking: Booking;
  /** Where the page lies in; an invitation lies in no list. */
  back?: { href: string; text: string } | null;
  locale: Locale;
  link: (path: string) => string;
};

/** The top of an event's page: what, when, where, and whether there is room. */
export function EventHead({ seen, left, booking, back, locale, link }: EventHeadProps) {
  const { t } = useTranslation();
  const { event, venue, neighbourhood } = seen;
  const palette = (neighbourhood?.palette as Palette | undefined) ?? "green";
  const foreign = asEnglish(locale);
  const when = (
    <>
      {longDay(event.startsAt, locale)}
      <br />
      {t("events.fromTo", { from: clock(event.startsAt, locale), to: clock(event.endsAt, locale) })}
    </>
  );
  return (
    <PageHead
      title={event.title}
      lede={event.summary}
      back={back === undefined ? { href: link("/events"), text: t("events.all") } : (back ?? undefined)}
      palette={palette}
      seed={neighbourhood?.seed ?? 5}
      {...foreign}
    >
      <FactList
        palette={palette}
        items={[
          { icon: "sun", term: t("event.when"), detail: when },
          { icon: "house", term: t("event.where"), detail: where() },
          { icon: "people", term: t("event.places"), detail: places() },
          ...(event.thanks
            ? [
                {
                  icon: "heart" as const,
                  term: t("event.thanks"),
                  detail: <span {...foreign}>{event.thanks}</span>,
                },
              ]
            : []),
        ]}
      />
    </PageHead>
  );

  function where() {
    const online = event.mode === "in_person" ? null : t(`event.${event.mode}`);
    if (!venue) return online;
    return (
      <>
        <span {...foreign}>
          {venue.name}
          {neighbourhood && <>, {neighbourhood.name}</>}
        </span>
        {online && (
          <>
            <br />
            {online}
          </>
        )}
      </>
    );
  }

  function places() {
    if (booking === "cancelled") return t("events.tag.cancelled");
    if (booking === "past") return t("events.tag.past");
    if (booking === "not_needed") return t("event.justCome");
    if (isSplit(event)) {
      const online = { left: leftIn(event, "online"), capacity: event.onlineCapacity };
      return (
        <>
          {t("event.leftRoom", { left: leftIn(event, "room"), capacity: event.capacity })}
          <br />
          {t("event.leftOnline", online)}
        </>
      );
    }
    if (left > 0) return t("event.left", { left, capacity: event.capacity });
    return t("event.full", { capacity: event.capacity });
  }
}
