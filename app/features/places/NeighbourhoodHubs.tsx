import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Tag } from "~/ui/Tag";
import type { Venue } from "./read.server";
import type { listServicesFor } from "./read-services.server";
import { atNoon } from "./staff-words";

type NeighbourhoodHubsProps = {
  venues: readonly Venue[];
  services: Awaited<ReturnType<typeof listServicesFor>>;
  locale: Locale;
  link: (path: string) => string;
};

/** Where people of a neighbourhood can go, and who looks after them; nothing where nothing is known. */
export function NeighbourhoodHubs({ venues, services, locale, link }: NeighbourhoodHubsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <>
      {venues.length > 0 && (
        <>
          <h2>{t("places.hubs")}</h2>
          <ul className="rh-hubs">
            {venues.map((one) => (
              <li key={one.id}>
                <h3 {...foreign}>{one.name}</h3>
                {one.isHub && <Tag colour="green">{t("places.hub")}</Tag>}
                <p {...foreign}>
                  {one.address}, {one.postcode}
                </p>
                {one.opening && (
                  <p>
                    {t("places.opening")} <span {...foreign}>{one.opening}</span>
                  </p>
                )}
                <p {...foreign}>{one.travel}</p>
                {one.features.length > 0 && (
                  <p className="rh-note">{one.features.map((code) => t(`features.${code}`)).join(", ")}</p>
                )}
                <p>
                  <a href={link(`/events?q=${encodeURIComponent(one.name)}`)}>
                    {t("places.venueEvents")}
                    <span className="govuk-visually-hidden" {...foreign}>
                      {" "}
                      ({one.name})
                    </span>
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {services.length > 0 && (
        <>
          <h2>{t("places.services")}</h2>
          <ul className="rh-hubs">
            {services.map(({ service, area, runBy }) => (
              <li key={area.id}>
                <h3 {...foreign}>{service.name}</h3>
                <p {...foreign}>{service.summary}</p>
                <p {...foreign}>
                  {service.website ? <a href={service.website}>{service.reach}</a> : service.reach}
                </p>
                <p className="rh-note">
                  {t("places.runBy")} <span {...foreign}>{runBy}</span>.{" "}
                  {t(area.neighbourhoodId ? "places.since" : "places.wholeBorough", {
                    date: plainDay(atNoon(area.fromDay), locale),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
