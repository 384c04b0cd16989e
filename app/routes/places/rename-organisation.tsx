import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/places/may";
import { OrganisationNames } from "~/features/places/OrganisationFields";
import { askWith, PlaceForm } from "~/features/places/PlaceForm";
import { findOrganisation } from "~/features/places/read.server";
import { renameOrganisation } from "~/features/places/rename-organisation.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, `A new name for ${args.data?.name ?? ""}`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const one = await findOrganisation(ctx, args.params.slug ?? "");
  if (!one) throw missing();
  if (!may.editOrganisation(ctx.actor)) throw forbidden();
  return { slug: one.slug, name: one.name, shortName: one.shortName };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const renamed = await renameOrganisation(ctx, { slug, typed });
  return follow(args.context, typed, renamed, `/manage/places/organisations/${slug}?done=renamed`);
}

export default function RenameOrganisation() {
  const { slug, name, shortName } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const asked = refused ?? { typed: { name, shortName }, fields: {} };
  const back = `/manage/places/organisations/${slug}`;
  return (
    <Page
      title={`A new name for ${name}`}
      lede="From its first day on, everything new is under the new name. What was before keeps the old one."
      back={{ href: back, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Give it the new name" back={back} proof={<FormToken />}>
        <OrganisationNames {...asked} />
        <TextInput
          {...askWith(asked).field("day")}
          type="date"
          label="First day of the new name"
          hint="Today or before."
          width={20}
        />
      </PlaceForm>
    </Page>
  );
}
