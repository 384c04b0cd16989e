import { plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { Timeline } from "~/ui/Timeline";
import type { Venue } from "./read.server";
import type { PlaceHistory } from "./read-history.server";
import type { listServicesFor } from "./read-services.server";
import { atNoon } from "./staff-words";

type NeighbourhoodRecordProps = {
  history: PlaceHistory;
  services: Awaited<ReturnType<typeof listServicesFor>>;
  venues: readonly Venue[];
};

/** What covers a neighbourhood, where people meet in it, and how it became what it is; for staff. */
export function NeighbourhoodRecord({ history, services, venues }: NeighbourhoodRecordProps) {
  const named = (list: PlaceHistory["before"]) =>
    list.map((one, i) => (
      <span key={one.id}>
        {i > 0 && ", "}
        <a href={`/manage/places/neighbourhoods/${one.slug}`}>{one.name}</a>
      </span>
    ));
  return (
    <>
      <h2>Services that cover it</h2>
      {services.length === 0 ? (
        <p>None is written down. Open a service and say which areas it covers.</p>
      ) : (
        <Table
          caption="Services that cover it"
          captionHidden
          cards
          rows={services}
          rowKey={(one) => one.area.id}
          columns={[
            {
              header: "Service",
              cell: ({ service }) => <a href={`/manage/places/services/${service.slug}`}>{service.name}</a>,
            },
            { header: "Run by", cell: (one) => one.runBy },
            {
              header: "Since",
              cell: ({ area }) =>
                `${plainDay(atNoon(area.fromDay))}${area.neighbourhoodId ? "" : ", with the whole borough"}`,
            },
          ]}
        />
      )}
      <h2>Venues and hubs</h2>
      {venues.length === 0 ? (
        <p>None is in use here.</p>
      ) : (
        <ul className="rh-list">
          {venues.map((one) => (
            <li key={one.id}>
              <a href={`/manage/places/venues/${one.slug}`}>{one.name}</a>{" "}
              {one.isHub && <Tag colour="green">Hub</Tag>}
            </li>
          ))}
        </ul>
      )}
      <h2>How it became what it is</h2>
      {history.before.length > 0 && <p>Before it there was: {named(history.before)}</p>}
      {history.after.length > 0 && <p>After it came: {named(history.after)}</p>}
      {history.changes.length > 0 ? (
        <Timeline
          items={history.changes.map((one) => ({
            title: `A part of ${one.from.name} became part of ${one.to.name}`,
            dateTime: one.day,
            date: plainDay(atNoon(one.day)),
            by: one.decidedBy,
            children: (
              <>
                <p>{one.words}</p>
                {one.sectors.length > 0 && <p>Postcodes: {one.sectors.join(", ")}</p>}
              </>
            ),
          }))}
        />
      ) : (
        <p>Its edges have not changed since it was added.</p>
      )}
    </>
  );
}
