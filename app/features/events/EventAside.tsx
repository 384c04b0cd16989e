import { useTranslation } from "react-i18next";
import { namesOn } from "~/features/places/rules";
import { asEnglish, type Locale } from "~/platform/locales";
import { Aside } from "~/ui/Aside";
import type { Palette } from "~/ui/palettes";
import type { EventShown } from "./EventHead";

type EventAsideProps = {
  seen: EventShown;
  contacts: { phone: string };
  locale: Locale;
  link: (path: string) => string;
};

/** Beside an event: how to get there, what is provided, whom to ring, the calendar. */
export function EventAside({ seen, contacts, locale, link }: EventAsideProps) {
  const { t } = useTranslation();
  const { event, venue, host, neighbourhood } = seen;
  const foreign = asEnglish(locale);
  // An organisation that was renamed since is called what it was called on the day.
  const hostThen = host && namesOn(host, event.startsLocal.slice(0, 10)).name;
  return (
    <Aside
      label={t("event.more")}
      palette={(neighbourhood?.palette as Palette | undefined) ?? "green"}
      seed={neighbourhood?.seed ?? 5}
    >
      {event.provided.length > 0 && (
        <>
          <h2>{t("event.provided")}</h2>
          <ul className="rh-list">
            {event.provided.map((code) => (
              <li key={code}>{t(`provided.${code}`)}</li>
            ))}
          </ul>
        </>
      )}
      {venue && (
        <>
          <h2>{t("event.getting")}</h2>
          <p {...foreign}>
            {venue.name}, {venue.address}, {venue.postcode}
          </p>
          <p {...foreign}>{venue.travel}</p>
          <p {...foreign}>{venue.arrival}</p>
          <ul className="rh-list">
            {venue.features.map((code) => (
              <li key={code}>{t(`features.${code}`)}</li>
            ))}
          </ul>
        </>
      )}
      {event.mode !== "in_person" && (
        <>
          <h2>{t("event.online")}</h2>
          <p>{t("event.onlineText")}</p>
        </>
      )}
      <h2>{t("event.ring")}</h2>
      <p>
        {t("event.ringText")}{" "}
        <a href={`tel:+44${contacts.phone.replace(/\D/g, "").slice(1)}`} dir="ltr">
          {contacts.phone}
        </a>
      </p>
      {event.registration !== "invite_only" && (
        <>
          <h2>{t("event.calendar")}</h2>
          <p>
            <a href={link(`/events/${event.slug}.ics`)}>{t("event.calendarFile")}</a>
          </p>
        </>
      )}
      {host && (
        <>
          <h2>{t("event.host")}</h2>
          <p {...foreign}>{hostThen}</p>
          {hostThen !== host.name && (
            <p className="rh-note">
              {t("event.hostNow")} <span {...foreign}>{host.name}</span>
            </p>
          )}
        </>
      )}
    </Aside>
  );
}
