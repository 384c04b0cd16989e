import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { boroughAsTyped } from "~/features/places/as-typed";
import { BoroughFields } from "~/features/places/BoroughFields";
import { editBorough } from "~/features/places/edit-borough.server";
import { PlaceForm } from "~/features/places/PlaceForm";
import { getBorough } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { follow, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "The borough");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin");
  return { now: boroughAsTyped(await getBorough(ctx)) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const typed = await typedIn(args.request);
  return follow(args.context, typed, await editBorough(ctx, { typed }), "/manage/settings?done=changed");
}

export default function SettingsBorough() {
  const { now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title="The borough"
      back={{ href: "/manage/settings", text: "Settings" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Save the changes" back="/manage/settings" proof={<FormToken />}>
        <BoroughFields {...(refused ?? { typed: now, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
