import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Aside } from "~/ui/Aside";
import type { DrawnMap } from "./map";
import { DrawnNeighbourhoods } from "./NeighbourhoodMap";
import type { Neighbourhood } from "./read.server";
import { atNoon } from "./staff-words";

type NeighbourhoodAsideProps = {
  neighbourhood: Neighbourhood;
  map: DrawnMap;
  locale: Locale;
  link: (path: string) => string;
};

/** Beside a neighbourhood: where it lies, who lives there, its calendar. */
export function NeighbourhoodAside({ neighbourhood, map, locale, link }: NeighbourhoodAsideProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const people = new Intl.NumberFormat(locale === "ar" ? "ar-u-nu-latn" : locale).format(
    neighbourhood.population,
  );
  return (
    <Aside label={t("places.facts")}>
      <h2>{t("places.where")}</h2>
      <DrawnNeighbourhoods
        map={map}
        label={t("places.map")}
        here={neighbourhood.slug}
        locale={locale}
        link={link}
      />
      <h2>{t("places.people")}</h2>
      <p>{t("places.population", { people })}</p>
      <p className="rh-note">
        {t("places.source")} <span {...foreign}>{neighbourhood.populationSource}</span>.{" "}
        {t("places.counted", { date: plainDay(atNoon(neighbourhood.populationDay), locale) })}
      </p>
      {neighbourhood.aliases.length > 0 && (
        <>
          <h2>{t("places.alsoCalled")}</h2>
          <p {...foreign}>{neighbourhood.aliases.join(", ")}</p>
        </>
      )}
      {!neighbourhood.retiredDay && (
        <>
          <h2>{t("event.calendar")}</h2>
          <p>
            <a href={link(`/neighbourhoods/${neighbourhood.slug}/events.ics`)}>{t("event.calendarFile")}</a>
          </p>
        </>
      )}
    </Aside>
  );
}
