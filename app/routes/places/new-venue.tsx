import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addVenue } from "~/features/places/add-venue.server";
import { permitsOf } from "~/features/places/may";
import { PlaceForm } from "~/features/places/PlaceForm";
import { getPlaceChoices } from "~/features/places/read-staff.server";
import { VenueFields } from "~/features/places/VenueFields";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Add a venue");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!permitsOf(ctx.actor).anywhere) throw forbidden();
  return { choices: await getPlaceChoices(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const added = await addVenue(ctx, { typed });
  return follow(args.context, typed, added, "/manage/places/venues?done=added");
}

export default function NewVenue() {
  const { choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const back = "/manage/places/venues";
  return (
    <Page
      title="Add a venue"
      lede="Write for somebody who has never been there and cannot manage steps."
      back={{ href: back, text: "Venues and hubs" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Add the venue" back={back} proof={<FormToken />}>
        <VenueFields {...choices} {...(refused ?? { typed: {}, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
