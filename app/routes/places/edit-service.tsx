import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { serviceAsTyped } from "~/features/places/as-typed";
import { editService } from "~/features/places/edit-service.server";
import { may } from "~/features/places/may";
import { PlaceForm } from "~/features/places/PlaceForm";
import { listOrganisations } from "~/features/places/read.server";
import { findService } from "~/features/places/read-services.server";
import { ServiceFields } from "~/features/places/ServiceFields";
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
  const service = await findService(ctx, args.params.slug ?? "");
  if (!service) throw missing();
  if (!may.editService(ctx.actor)) throw forbidden();
  const organisations = await listOrganisations(ctx, service.organisationId);
  const runBy = organisations.find((one) => one.id === service.organisationId);
  return {
    slug: service.slug,
    name: service.name,
    now: serviceAsTyped(service, runBy?.slug ?? ""),
    organisations: organisations.map(({ slug, name }) => ({ slug, name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const changed = await editService(ctx, { slug, typed });
  return follow(args.context, typed, changed, `/manage/places/services/${slug}?done=changed`);
}

export default function EditService() {
  const { slug, name, now, organisations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const back = `/manage/places/services/${slug}`;
  return (
    <Page
      title={`Change ${name}`}
      back={{ href: back, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Save the changes" back={back} proof={<FormToken />}>
        <ServiceFields organisations={organisations} {...(refused ?? { typed: now, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
