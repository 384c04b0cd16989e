import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import type { DrawnMap } from "./map";

type Place = { slug: string; name: string; summary: string; upcoming: number };
type NeighbourhoodMapProps = {
  map: DrawnMap;
  neighbourhoods: readonly Place[];
  locale: Locale;
  link: (path: string) => string;
};

/** The map beside the same neighbourhoods as a list; both lead to the same pages. */
export function NeighbourhoodMap({ map, neighbourhoods, locale, link }: NeighbourhoodMapProps) {
  const { t } = useTranslation();
  return (
    <div className="rh-map-columns">
      <ul className="rh-map-list">
        {neighbourhoods.map((one) => (
          <li key={one.slug}>
            <a href={link(`/neighbourhoods/${one.slug}`)} {...asEnglish(locale)}>
              {one.name}
            </a>
            <span>{t("events.count", { count: one.upcoming })}</span>
          </li>
        ))}
      </ul>
      <DrawnNeighbourhoods map={map} label={t("places.map")} locale={locale} link={link} />
    </div>
  );
}

type DrawnProps = {
  map: DrawnMap;
  label: string;
  here?: string;
  locale: Locale;
  link: (path: string) => string;
  /** Where an area leads, without its language; left out, to its own page. */
  pathOf?: (slug: string) => string;
};

/** The drawn map alone. `here` stands out from the others. */
export function DrawnNeighbourhoods({
  map,
  label,
  here,
  locale,
  link,
  pathOf = (slug) => `/neighbourhoods/${slug}`,
}: DrawnProps) {
  return (
    <nav aria-label={label}>
      <svg className="rh-map" viewBox={`0 0 ${map.width} ${map.height}`}>
        <title>{label}</title>
        {map.areas.map((area) => (
          <a key={area.slug} href={link(pathOf(area.slug))} aria-label={area.name}>
            <g
              data-palette={area.palette}
              className={here && here !== area.slug ? "rh-map__other" : undefined}
            >
              <path className="rh-map__area" d={area.path} />
              <text
                className="rh-map__name"
                x={area.x}
                y={area.y}
                textAnchor="middle"
                lang={asEnglish(locale).lang}
              >
                {area.name.split(" ").map((word, i) => (
                  <tspan key={word} x={area.x} dy={i === 0 ? 0 : 24}>
                    {word}
                  </tspan>
                ))}
              </text>
            </g>
          </a>
        ))}
      </svg>
    </nav>
  );
}
