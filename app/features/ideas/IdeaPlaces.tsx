import { useTranslation } from "react-i18next";
import type { DrawnMap } from "~/features/places/map";
import { DrawnNeighbourhoods } from "~/features/places/NeighbourhoodMap";
import { asEnglish, type Locale } from "~/platform/locales";
import { listAddress } from "./rules";

type IdeaPlacesProps = {
  board: string;
  map: DrawnMap;
  places: readonly { slug: string; name: string; ideas: number }[];
  /** How many ideas are about the whole borough. */
  borough: number;
  locale: Locale;
  link: (path: string) => string;
};

/** A board's ideas by neighbourhood, as a list and on the drawn map beside it; both lead to the ideas. */
export function IdeaPlaces({ board, map, places, borough, locale, link }: IdeaPlacesProps) {
  const { t } = useTranslation();
  const pathOf = (neighbourhood: string) => listAddress(board, { neighbourhood });
  return (
    <div className="rh-map-columns">
      <ul className="rh-map-list">
        {places.map(({ slug, name, ideas }) => (
          <li key={slug}>
            <a href={link(pathOf(slug))} {...asEnglish(locale)}>
              {name}
            </a>
            <span>{t("ideas.count", { count: ideas })}</span>
          </li>
        ))}
        <li>
          {t("ideas.borough")} <span>{t("ideas.count", { count: borough })}</span>
        </li>
      </ul>
      <DrawnNeighbourhoods
        map={map}
        label={t("ideas.mapLabel")}
        locale={locale}
        link={link}
        pathOf={pathOf}
      />
    </div>
  );
}
