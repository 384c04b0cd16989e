import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { ButtonLink } from "~/ui/Button";
import { InsetText } from "~/ui/InsetText";
import type { EventShown } from "./EventHead";
import type { Booking } from "./rules";

type EventBookingProps = {
  event: EventShown["event"];
  booking: Booking;
  left: number;
  /** The day until which needs can surely be met is over. */
  isLate: boolean;
  locale: Locale;
  link: (path: string) => string;
};

/** The way to a place, or why there is none now. */
export function EventBooking({ event, booking, left, isLate, locale, link }: EventBookingProps) {
  const { t } = useTranslation();
  const asks = event.registration === "approval";
  if (booking === "open") {
    return (
      <div className="rh-booking">
        {asks && <p>{t("event.askText")}</p>}
        {left === 0 && <p>{t("event.waitingText", { count: event.waitingCount })}</p>}
        <p>
          <ButtonLink href={link(`/events/${event.slug}/register`)} arrow>
            {asks ? t("event.ask") : left > 0 ? t("event.save") : t("event.join")}
          </ButtonLink>
        </p>
        {event.adjustBy && (
          <p>
            {isLate
              ? t("event.adjustLate")
              : t("event.adjustBy", { when: dayAndClock(event.adjustBy, locale) })}
          </p>
        )}
        {event.closesAt && <p>{t("event.closes", { when: dayAndClock(event.closesAt, locale) })}</p>}
      </div>
    );
  }
  const words = { when: event.opensAt ? dayAndClock(event.opensAt, locale) : "" };
  return (
    <InsetText>
      <p>
        <strong>{t(`event.booking.${booking}.title`)}</strong>
      </p>
      <p>{t(`event.booking.${booking}.text`, words)}</p>
      {booking === "cancelled" && event.cancelReason && (
        <p lang="en" dir="ltr">
          {event.cancelReason}
        </p>
      )}
    </InsetText>
  );
}
