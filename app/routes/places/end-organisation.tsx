import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endOrganisation } from "~/features/places/end-organisation.server";
import { may } from "~/features/places/may";
import { askWith, PlaceForm } from "~/features/places/PlaceForm";
import { findOrganisation, listOrganisations } from "~/features/places/read.server";
import { findOrganisationById } from "~/features/places/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { one as first, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, `The end of ${args.data?.name ?? ""}`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const one = await findOrganisation(ctx, args.params.slug ?? "");
  if (!one) throw missing();
  if (!may.editOrganisation(ctx.actor)) throw forbidden();
  const successor = await findOrganisationById(ctx, one.successorId);
  const others = (await listOrganisations(ctx)).filter((other) => other.id !== one.id && !other.validTo);
  return {
    slug: one.slug,
    name: one.name,
    now: { lastDay: one.validTo ?? "", successor: successor?.slug ?? "" },
    others: others.map(({ slug, name }) => ({ value: slug, text: name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const ended = await endOrganisation(ctx, { slug, typed });
  const done = first(typed, "lastDay") ? "ended" : "goes-on";
  return follow(args.context, typed, ended, `/manage/places/organisations/${slug}?done=${done}`);
}

export default function EndOrganisation() {
  const { slug, name, now, others } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const { field } = askWith(refused ?? { typed: now, fields: {} });
  const back = `/manage/places/organisations/${slug}`;
  return (
    <Page
      title={`The end of ${name}`}
      lede="After its last day nobody can choose it any more. Events and services keep its name."
      back={{ href: back, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Save" back={back} proof={<FormToken />}>
        <TextInput
          {...field("lastDay")}
          type="date"
          label="Last day"
          hint="Leave it empty when it goes on."
          width={20}
        />
        <Select
          {...field("successor")}
          label="Who takes its work over?"
          items={[{ value: "", text: "Nobody, or not yet known" }, ...others]}
        />
      </PlaceForm>
    </Page>
  );
}
