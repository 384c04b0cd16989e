import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { permitsOf } from "~/features/places/may";
import { PlacesDone, PlacesNav } from "~/features/places/PlacesNav";
import { getBorough } from "~/features/places/read.server";
import { listWithStanding } from "~/features/places/read-staff.server";
import { atNoon, bandWords, STATUS_WORDS } from "~/features/places/staff-words";
import { plainDay } from "~/platform/london";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Neighbourhoods");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const borough = await getBorough(ctx);
  const all = await listWithStanding(ctx);
  return {
    done: new URL(args.request.url).searchParams.get("done"),
    permits: permitsOf(ctx.actor),
    borough: { name: borough.name, population: borough.population },
    all: all.map(({ slug, name, status, population, populationDay, venues, standing }) => ({
      ...{ slug, name, status, population, populationDay, venues },
      warning: status === "retired" ? null : bandWords(standing, borough),
    })),
  };
}

const number = new Intl.NumberFormat("en-GB");
type Row = ReturnType<typeof useLoaderData<typeof loader>>["all"][number];

export default function StaffNeighbourhoods() {
  const { done, permits, borough, all } = useLoaderData<typeof loader>();
  const inUse = all.filter((one) => one.status !== "retired");
  const together = inUse.reduce((sum, one) => sum + one.population, 0);
  return (
    <Page
      title="Neighbourhoods"
      lede={`${number.format(together)} people in ${inUse.length} neighbourhoods; ${number.format(borough.population)} in all of ${borough.name}.`}
      notice={<PlacesDone done={done} />}
      head={
        <>
          {permits.everything && (
            <p>
              <ButtonLink href="/manage/places/neighbourhoods/new">Add a neighbourhood</ButtonLink>
            </p>
          )}
          <PlacesNav current="neighbourhoods" />
        </>
      }
    >
      {all.length === 0 ? (
        <EmptyState title="There is no neighbourhood yet">
          <p>Add the first, and everything else can be said of it.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Neighbourhoods of the borough"
          captionHidden
          cards
          rows={all}
          rowKey={(one) => one.slug}
          columns={[
            { header: "Neighbourhood", cell: (one) => <Name place={one} /> },
            { header: "Where it stands", cell: (one) => STATUS_WORDS[one.status] },
            { header: "Counted for", cell: (one) => plainDay(atNoon(one.populationDay)) },
            { header: "People", numeric: true, cell: (one) => number.format(one.population) },
            { header: "Venues", numeric: true, cell: (one) => one.venues },
          ]}
        />
      )}
    </Page>
  );
}

function Name({ place }: { place: Row }) {
  return (
    <>
      <a href={`/manage/places/neighbourhoods/${place.slug}`}>{place.name}</a>
      {place.warning && (
        <ul className="rh-tags">
          <li>
            <Tag colour="yellow">
              {place.warning.startsWith("More") ? "Above the band" : "Below the band"}
            </Tag>
          </li>
        </ul>
      )}
    </>
  );
}
