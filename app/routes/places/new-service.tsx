import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addService } from "~/features/places/add-service.server";
import { may } from "~/features/places/may";
import { PlaceForm } from "~/features/places/PlaceForm";
import { listOrganisations } from "~/features/places/read.server";
import { ServiceFields } from "~/features/places/ServiceFields";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Add a service");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.addService(ctx.actor)) throw forbidden();
  const organisations = await listOrganisations(ctx);
  return { organisations: organisations.map(({ slug, name }) => ({ slug, name })) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const added = await addService(ctx, { typed });
  const to = added.ok ? `/manage/places/services/${added.slug}?done=added` : "";
  return follow(args.context, typed, added, to);
}

export default function NewService() {
  const { organisations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const back = "/manage/places/services";
  return (
    <Page
      title="Add a service"
      lede="Next you say which areas it covers, and since when."
      back={{ href: back, text: "Services" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Add the service" back={back} proof={<FormToken />}>
        <ServiceFields organisations={organisations} {...(refused ?? { typed: {}, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
