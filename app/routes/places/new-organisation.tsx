import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { addOrganisation } from "~/features/places/add-organisation.server";
import { may } from "~/features/places/may";
import { OrganisationFields, OrganisationNames } from "~/features/places/OrganisationFields";
import { PlaceForm } from "~/features/places/PlaceForm";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Add an organisation");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.addOrganisation(ctx.actor)) throw forbidden();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const added = await addOrganisation(ctx, { typed });
  const to = added.ok ? `/manage/places/organisations/${added.slug}?done=added` : "";
  return follow(args.context, typed, added, to);
}

export default function NewOrganisation() {
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const asked = refused ?? { typed: {}, fields: {} };
  const back = "/manage/places/organisations";
  return (
    <Page
      title="Add an organisation"
      back={{ href: back, text: "Organisations" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Add the organisation" back={back} proof={<FormToken />}>
        <OrganisationNames {...asked} />
        <OrganisationFields {...asked} />
      </PlaceForm>
    </Page>
  );
}
