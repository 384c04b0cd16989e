import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { permitsOf } from "~/features/places/may";
import { PlacesDone, PlacesNav } from "~/features/places/PlacesNav";
import { listAllVenues } from "~/features/places/read-staff.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";
import { Tags } from "~/ui/Tags";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Venues and hubs");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  return {
    done: new URL(args.request.url).searchParams.get("done"),
    permits: permitsOf(ctx.actor),
    all: await listAllVenues(ctx),
  };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["all"][number];

export default function StaffVenues() {
  const { done, permits, all } = useLoaderData<typeof loader>();
  const hubs = all.filter((one) => one.isHub && !one.retiredDay).length;
  return (
    <Page
      title="Venues and hubs"
      lede={`Where people meet, and what helps them get in. ${hubs === 1 ? "1 is a hub" : `${hubs} are hubs`}, where people may walk in.`}
      notice={<PlacesDone done={done} />}
      head={
        <>
          {permits.anywhere && (
            <p>
              <ButtonLink href="/manage/places/venues/new">Add a venue</ButtonLink>
            </p>
          )}
          <PlacesNav current="venues" />
        </>
      }
    >
      {all.length === 0 ? (
        <EmptyState title="There is no venue yet">
          <p>Events that people come to need one.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Venues and hubs"
          captionHidden
          cards
          rows={all}
          rowKey={(one) => one.slug}
          columns={[
            { header: "Venue", cell: (one) => <Name venue={one} /> },
            { header: "Neighbourhood", cell: (one) => one.place ?? "Outside the borough" },
            { header: "Room for", numeric: true, cell: (one) => one.capacity },
            { header: "What is there", cell: (one) => <Features codes={one.features} /> },
          ]}
        />
      )}
    </Page>
  );
}

function Name({ venue }: { venue: Row }) {
  return (
    <>
      <a href={`/manage/places/venues/${venue.slug}`}>{venue.name}</a>
      <Tags
        items={[
          ...(venue.isHub ? [{ text: "Hub", colour: "green" } as const] : []),
          ...(venue.retiredDay ? [{ text: "Out of use", colour: "grey" } as const] : []),
        ]}
      />
    </>
  );
}

function Features({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  return codes.map((code) => t(`features.${code}`)).join(", ") || "Nothing is written down";
}
