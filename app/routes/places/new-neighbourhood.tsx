import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addNeighbourhood } from "~/features/places/add-neighbourhood.server";
import { may } from "~/features/places/may";
import { NeighbourhoodFields } from "~/features/places/NeighbourhoodFields";
import { PlaceForm } from "~/features/places/PlaceForm";
import { getBorough } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Add a neighbourhood");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.addNeighbourhood(ctx.actor)) throw forbidden();
  const { bandLow, bandHigh } = await getBorough(ctx);
  return { band: { bandLow, bandHigh } };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const added = await addNeighbourhood(ctx, { typed });
  const to = added.ok ? `/manage/places/neighbourhoods/${added.slug}?done=added` : "";
  return follow(args.context, typed, added, to);
}

export default function NewNeighbourhood() {
  const { band } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title="Add a neighbourhood"
      lede="Its address on the site comes from its name, and stays."
      back={{ href: "/manage/places", text: "Neighbourhoods" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Add the neighbourhood" back="/manage/places" proof={<FormToken />}>
        <NeighbourhoodFields band={band} {...(refused ?? { typed: { status: "proposed" }, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
