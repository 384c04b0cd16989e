import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may as mayWithPeople } from "~/features/people/may";
import { permitsOf } from "~/features/places/may";
import { NeighbourhoodFacts } from "~/features/places/NeighbourhoodFacts";
import { NeighbourhoodRecord } from "~/features/places/NeighbourhoodRecord";
import { PlacesDone } from "~/features/places/PlacesNav";
import { findNeighbourhood, getBorough } from "~/features/places/read.server";
import { getHistory, listSectors } from "~/features/places/read-history.server";
import { listServicesFor, listVenuesIn } from "~/features/places/read-services.server";
import { standingOf } from "~/features/places/rules";
import { bandWords } from "~/features/places/staff-words";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.place.name);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const place = await findNeighbourhood(ctx, args.params.slug ?? "");
  if (!place) throw missing();
  const { outline: _drawn, ...shown } = place;
  const borough = await getBorough(ctx);
  return {
    place: shown,
    warning: place.status === "retired" ? null : bandWords(standingOf(place.population, borough), borough),
    permits: permitsOf(ctx.actor, { neighbourhoodId: place.id }),
    history: await getHistory(ctx, place.id),
    sectors: (await listSectors(ctx, place.id)).map((one) => one.sector),
    services: await listServicesFor(ctx, place.id),
    venues: await listVenuesIn(ctx, place.id),
    seesAudit: mayWithPeople.seeAudit(ctx.actor),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export default function StaffNeighbourhood() {
  const { place, warning, permits, seesAudit, done, ...rest } = useLoaderData<typeof loader>();
  const here = `/manage/places/neighbourhoods/${place.slug}`;
  return (
    <Page
      title={place.name}
      lede={place.summary}
      back={{ href: "/manage/places", text: "Neighbourhoods" }}
      notice={<PlacesDone done={done} />}
      head={
        <ButtonRow>
          {permits.here && <ButtonLink href={`${here}/edit`}>Change it</ButtonLink>}
          {permits.everything && place.status !== "retired" && (
            <>
              <ButtonLink href={`${here}/boundary`} variant="secondary">
                A part has moved
              </ButtonLink>
              <ButtonLink href={`${here}/retire`} variant="secondary">
                Retire it
              </ButtonLink>
            </>
          )}
          <a href={`/neighbourhoods/${place.slug}`}>See its public page</a>
        </ButtonRow>
      }
    >
      {warning && (
        <WarningText>
          {warning}. This is a warning only: everything can go on as it is, or be changed.
        </WarningText>
      )}
      <NeighbourhoodFacts place={place} sectors={rest.sectors} />
      <NeighbourhoodRecord history={rest.history} services={rest.services} venues={rest.venues} />
      {seesAudit && (
        <p className="rh-after">
          <a href={`/manage/audit?subject=neighbourhood:${place.id}`}>Who changed what about {place.name}</a>
        </p>
      )}
    </Page>
  );
}
