import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organisationAsTyped } from "~/features/places/as-typed";
import { editOrganisation } from "~/features/places/edit-organisation.server";
import { may } from "~/features/places/may";
import { OrganisationFields } from "~/features/places/OrganisationFields";
import { PlaceForm } from "~/features/places/PlaceForm";
import { findOrganisation } from "~/features/places/read.server";
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
  const one = await findOrganisation(ctx, args.params.slug ?? "");
  if (!one) throw missing();
  if (!may.editOrganisation(ctx.actor)) throw forbidden();
  return { slug: one.slug, name: one.name, now: organisationAsTyped(one) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const changed = await editOrganisation(ctx, { slug, typed });
  return follow(args.context, typed, changed, `/manage/places/organisations/${slug}?done=changed`);
}

export default function EditOrganisation() {
  const { slug, name, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const back = `/manage/places/organisations/${slug}`;
  return (
    <Page
      title={`Change ${name}`}
      lede="A new name has a page of its own, so that earlier events keep the earlier one."
      back={{ href: back, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Save the changes" back={back} proof={<FormToken />}>
        <OrganisationFields {...(refused ?? { typed: now, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
