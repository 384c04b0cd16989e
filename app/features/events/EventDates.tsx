import { useTranslation } from "react-i18next";
import type { Locale } from "~/platform/locales";
import { clock, longDay } from "~/platform/london";

type EventDatesProps = {
  dates: readonly { slug: string; startsAt: Date; state: string }[];
  locale: Locale;
  link: (path: string) => string;
};

/** The other dates of a series, those that are off marked so. */
export function EventDates({ dates, locale, link }: EventDatesProps) {
  const { t } = useTranslation();
  if (dates.length === 0) return null;
  return (
    <>
      <h2 id="dates">{t("event.otherDates")}</h2>
      <ul className="rh-list">
        {dates.map(({ slug, startsAt, state }) => (
          <li key={slug}>
            <a href={link(`/events/${slug}`)}>
              {longDay(startsAt, locale)}, {clock(startsAt, locale)}
            </a>
            {state === "cancelled" && ` (${t("events.tag.cancelled")})`}
          </li>
        ))}
      </ul>
    </>
  );
}
