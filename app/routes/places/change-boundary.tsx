import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/places/may";
import { askWith, PlaceForm } from "~/features/places/PlaceForm";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
import { listSectors } from "~/features/places/read-history.server";
import { recordBoundaryChange } from "~/features/places/record-boundary-change.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Checkboxes } from "~/ui/Checkboxes";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, `A part of ${args.data?.name ?? ""} has moved`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const one = await findNeighbourhood(ctx, args.params.slug ?? "");
  if (!one) throw missing();
  if (!may.changeBoundaries(ctx.actor)) throw forbidden();
  const others = (await listNeighbourhoods(ctx)).filter((other) => other.id !== one.id);
  return {
    slug: one.slug,
    name: one.name,
    others: others.map(({ slug, name }) => ({ value: slug, text: name })),
    sectors: (await listSectors(ctx, one.id)).map(({ sector }) => ({ value: sector, label: sector })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const sectors = [typed.sectors ?? []].flat();
  const recorded = await recordBoundaryChange(ctx, { slug, typed: { ...typed, sectors } });
  return follow(args.context, typed, recorded, `/manage/places/neighbourhoods/${slug}?done=boundary`);
}

export default function ChangeBoundary() {
  const { slug, name, others, sectors } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const { field, ticks } = askWith(refused ?? { typed: {}, fields: {} });
  const back = `/manage/places/neighbourhoods/${slug}`;
  return (
    <Page
      title={`A part of ${name} has moved`}
      lede="Write down what everyone will read on the pages of both neighbourhoods. It stays there and can’t be changed."
      back={{ href: back, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Write it down" back={back} proof={<FormToken />}>
        <Select
          {...field("to")}
          label="What is it part of now?"
          items={[{ value: "", text: "Choose a neighbourhood" }, ...others]}
        />
        <TextInput {...field("day")} type="date" label="First day on which it counted" width={20} />
        <Textarea
          {...field("words")}
          label="What moved, and why"
          hint="In plain words, for the people who live there."
          rows={4}
        />
        <TextInput
          {...field("decidedBy")}
          label="Who decided it"
          hint="A board, a meeting or a role; no names."
        />
        {sectors.length > 0 && (
          <Checkboxes
            {...ticks("sectors")}
            legend="Postcodes that moved with it"
            hint="From now on they find the other neighbourhood."
            small
            className="rh-tight-choices"
            items={sectors}
          />
        )}
        <p>The numbers of people stay as they are. Change both neighbourhoods when there are new ones.</p>
      </PlaceForm>
    </Page>
  );
}
