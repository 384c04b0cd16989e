import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endCoverage } from "~/features/places/end-coverage.server";
import { may } from "~/features/places/may";
import { askWith, PlaceForm } from "~/features/places/PlaceForm";
import { findService, listAreasOf } from "~/features/places/read-services.server";
import { atNoon } from "~/features/places/staff-words";
import { plainDay } from "~/platform/london";
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
  titled(args, `${args.data?.name ?? ""} no longer covers ${args.data?.area ?? ""}`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const service = await findService(ctx, args.params.slug ?? "");
  const asked = new URL(args.request.url).searchParams.get("area");
  const area = service && (await listAreasOf(ctx, service.id)).find((one) => one.id === asked);
  if (!service || !area) throw missing();
  if (!may.coverArea(ctx.actor, area)) throw forbidden();
  return {
    slug: service.slug,
    name: service.name,
    id: area.id,
    area: area.place ?? "the whole borough",
    fromDay: area.fromDay,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const ended = await endCoverage(ctx, { slug, typed });
  return follow(args.context, typed, ended, `/manage/places/services/${slug}?done=uncovered`);
}

export default function EndCoverage() {
  const { slug, name, id, area, fromDay } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const { field } = askWith(refused ?? { typed: {}, fields: {} });
  const back = `/manage/places/services/${slug}`;
  return (
    <Page
      title={`${name} no longer covers ${area}`}
      lede={`It has covered it since ${plainDay(atNoon(fromDay))}. That stays written down.`}
      back={{ href: back, text: name }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Save" back={back} proof={<FormToken />}>
        <input type="hidden" name="area" value={id} />
        <TextInput {...field("lastDay")} type="date" label="Last day" width={20} />
      </PlaceForm>
    </Page>
  );
}
