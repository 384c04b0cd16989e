import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Timeline } from "~/ui/Timeline";
import type { NamedPlace, PlaceHistory } from "./read-history.server";
import { atNoon } from "./staff-words";

type NeighbourhoodPastProps = { history: PlaceHistory; locale: Locale; link: (path: string) => string };

/** Neighbourhoods as links, in a line. */
export function PlaceLinks({
  places,
  locale,
  link,
}: {
  places: readonly NamedPlace[];
  locale: Locale;
  link: (path: string) => string;
}) {
  return places.map((one, at) => (
    <span key={one.id}>
      {at > 0 && ", "}
      <a href={link(`/neighbourhoods/${one.slug}`)} {...asEnglish(locale)}>
        {one.name}
      </a>
    </span>
  ));
}

/** What there was before a neighbourhood, and how its edges have changed; nothing where they have not. */
export function NeighbourhoodPast({ history, locale, link }: NeighbourhoodPastProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { before, changes } = history;
  if (before.length + changes.length === 0) return null;
  return (
    <>
      <h2>{t("places.changes")}</h2>
      {before.length > 0 && (
        <p>
          {t("places.before")} <PlaceLinks places={before} locale={locale} link={link} />
        </p>
      )}
      {changes.length > 0 && (
        <Timeline
          items={changes.map((one) => ({
            title: t("places.joined", { from: one.from.name, to: one.to.name }),
            dateTime: one.day,
            date: plainDay(atNoon(one.day), locale),
            children: (
              <>
                <p {...foreign}>{one.words}</p>
                <p className="rh-note">
                  {t("places.decided")} <span {...foreign}>{one.decidedBy}</span>
                </p>
              </>
            ),
          }))}
        />
      )}
    </>
  );
}
