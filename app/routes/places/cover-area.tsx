import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { coverArea } from "~/features/places/cover-area.server";
import { permitsOf } from "~/features/places/may";
import { askWith, PlaceForm } from "~/features/places/PlaceForm";
import { findService } from "~/features/places/read-services.server";
import { getPlaceChoices } from "~/features/places/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, `${args.data?.name ?? ""} covers an area`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const service = await findService(ctx, args.params.slug ?? "");
  if (!service) throw missing();
  if (!permitsOf(ctx.actor).anywhere) throw forbidden();
  return { slug: service.slug, name: service.name, choices: await getPlaceChoices(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const covered = await coverArea(ctx, { slug, typed });
  return follow(args.context, typed, covered, `/manage/places/services/${slug}?done=covered`);
}

export default function CoverArea() {
  const { slug, name, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const { field } = askWith(refused ?? { typed: {}, fields: {} });
  const back = `/manage/places/services/${slug}`;
  return (
    <Page
      title={`${name} covers an area`}
      lede="It stands on the neighbourhood’s page from the first day on."
      back={{ href: back, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Save" back={back} proof={<FormToken />}>
        <Select
          {...field("neighbourhood")}
          label="Area"
          items={[
            ...(choices.wholeBorough ? [{ value: "", text: "The whole borough" }] : []),
            ...choices.neighbourhoods.map((one) => ({ value: one.slug, text: one.name })),
          ]}
        />
        <TextInput {...field("fromDay")} type="date" label="First day" width={20} />
      </PlaceForm>
    </Page>
  );
}
