import { plainDay } from "~/platform/london";
import { SummaryList } from "~/ui/SummaryList";
import type { Neighbourhood } from "./read.server";
import { atNoon, BASIS_WORDS, STATUS_WORDS } from "./staff-words";

type NeighbourhoodFactsProps = { place: Omit<Neighbourhood, "outline">; sectors: readonly string[] };

const number = new Intl.NumberFormat("en-GB");

/** What is known of a neighbourhood, for staff. */
export function NeighbourhoodFacts({ place, sectors }: NeighbourhoodFactsProps) {
  const status = STATUS_WORDS[place.status];
  return (
    <SummaryList
      rows={[
        {
          key: "Where it stands",
          value: place.retiredDay ? `${status} on ${plainDay(atNoon(place.retiredDay))}` : status,
        },
        { key: "People", value: number.format(place.population) },
        {
          key: "Counted",
          value: `${place.populationSource}, for ${plainDay(atNoon(place.populationDay))}`,
        },
        { key: "Edges", value: BASIS_WORDS[place.basis] },
        { key: "Code", value: place.externalCode },
        { key: "Other names", value: place.aliases.join(", ") || "None" },
        { key: "Postcodes", value: sectors.join(", ") || "None: nobody finds it by postcode" },
      ]}
    />
  );
}
