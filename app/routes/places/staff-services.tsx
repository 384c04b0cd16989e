import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/places/may";
import { PlacesDone, PlacesNav } from "~/features/places/PlacesNav";
import { listAllNeighbourhoods } from "~/features/places/read.server";
import { listServices } from "~/features/places/read-services.server";
import { holdsOn } from "~/features/places/rules";
import { dayOf } from "~/platform/london";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";
import { Tags } from "~/ui/Tags";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Services");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const today = dayOf(ctx.now);
  const names = new Map((await listAllNeighbourhoods(ctx)).map((one) => [one.id, one.name]));
  const inWords = (id: string | null) => (id ? (names.get(id) ?? "") : "The whole borough");
  return {
    done: new URL(args.request.url).searchParams.get("done"),
    mayAdd: may.addService(ctx.actor),
    all: (await listServices(ctx)).map(({ areas, ...one }) => ({
      ...one,
      covers: areas.filter((area) => holdsOn(area, today)).map((area) => inWords(area.neighbourhoodId)),
    })),
  };
}

export default function StaffServices() {
  const { done, mayAdd, all } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Services"
      lede="What organisations do for people, and which neighbourhoods they cover."
      notice={<PlacesDone done={done} />}
      head={
        <>
          {mayAdd && (
            <p>
              <ButtonLink href="/manage/places/services/new">Add a service</ButtonLink>
            </p>
          )}
          <PlacesNav current="services" />
        </>
      }
    >
      {all.length === 0 ? (
        <EmptyState title="There is no service yet">
          <p>What is added here stands on the pages of the neighbourhoods that it covers.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Services"
          captionHidden
          cards
          rows={all}
          rowKey={(one) => one.slug}
          columns={[
            {
              header: "Service",
              cell: (one) => (
                <>
                  <a href={`/manage/places/services/${one.slug}`}>{one.name}</a>
                  <Tags items={one.retiredDay ? [{ text: "Out of use", colour: "grey" }] : []} />
                </>
              ),
            },
            { header: "Run by", cell: (one) => one.runBy },
            { header: "Covers today", cell: (one) => one.covers.join(", ") || "No area" },
          ]}
        />
      )}
    </Page>
  );
}
