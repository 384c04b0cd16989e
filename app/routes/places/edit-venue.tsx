import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { venueAsTyped } from "~/features/places/as-typed";
import { editVenue } from "~/features/places/edit-venue.server";
import { may } from "~/features/places/may";
import { PlaceForm } from "~/features/places/PlaceForm";
import { RetireLink } from "~/features/places/RetireLink";
import { findVenue, listAllNeighbourhoods } from "~/features/places/read.server";
import { getPlaceChoices } from "~/features/places/read-staff.server";
import { VenueFields } from "~/features/places/VenueFields";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.name);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const venue = await findVenue(ctx, args.params.slug ?? "");
  if (!venue) throw missing();
  if (!may.editVenue(ctx.actor, venue)) throw forbidden();
  const home = (await listAllNeighbourhoods(ctx)).find((one) => one.id === venue.neighbourhoodId);
  return {
    slug: venue.slug,
    name: venue.name,
    retiredDay: venue.retiredDay,
    now: venueAsTyped(venue, home?.slug ?? ""),
    choices: await getPlaceChoices(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const changed = await editVenue(ctx, { slug: args.params.slug ?? "", typed });
  return follow(args.context, typed, changed, "/manage/places/venues?done=changed");
}

export default function EditVenue() {
  const { slug, name, retiredDay, now, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const back = "/manage/places/venues";
  return (
    <Page
      title={name}
      back={{ href: back, text: "Venues and hubs" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
      head={<RetireLink kind="venue" slug={slug} retiredDay={retiredDay} />}
    >
      <PlaceForm action={useHere()} save="Save the changes" back={back} proof={<FormToken />}>
        <VenueFields {...choices} {...(refused ?? { typed: now, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
