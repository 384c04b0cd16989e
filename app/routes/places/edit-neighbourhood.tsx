import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { neighbourhoodAsTyped } from "~/features/places/as-typed";
import { editNeighbourhood } from "~/features/places/edit-neighbourhood.server";
import { may } from "~/features/places/may";
import { NeighbourhoodFields } from "~/features/places/NeighbourhoodFields";
import { PlaceForm } from "~/features/places/PlaceForm";
import { findNeighbourhood, getBorough } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, `Change ${args.data?.name ?? ""}`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const one = await findNeighbourhood(ctx, args.params.slug ?? "");
  if (!one) throw missing();
  if (!may.editNeighbourhood(ctx.actor, { neighbourhoodId: one.id })) throw forbidden();
  const { bandLow, bandHigh } = await getBorough(ctx);
  return {
    name: one.name,
    retired: one.status === "retired",
    now: neighbourhoodAsTyped(one),
    band: { bandLow, bandHigh },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const changed = await editNeighbourhood(ctx, { slug, typed });
  return follow(args.context, typed, changed, `/manage/places/neighbourhoods/${slug}?done=changed`);
}

export default function EditNeighbourhood() {
  const { name, retired, now, band } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const here = useHere();
  const back = here.replace(/\/edit.*$/, "");
  return (
    <Page
      title={`Change ${name}`}
      back={{ href: back, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={here} save="Save the changes" back={back} proof={<FormToken />}>
        <NeighbourhoodFields band={band} retired={retired} {...(refused ?? { typed: now, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
