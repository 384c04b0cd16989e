import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addTheme } from "~/features/places/add-theme.server";
import { may } from "~/features/places/may";
import { PlaceForm } from "~/features/places/PlaceForm";
import { listParents } from "~/features/places/read-themes.server";
import { ThemeFields } from "~/features/places/ThemeFields";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Add a theme");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.keepThemes(ctx.actor)) throw forbidden();
  return { parents: await listParents(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const added = await addTheme(ctx, { typed });
  return follow(args.context, typed, added, "/manage/places/themes?done=added");
}

export default function NewTheme() {
  const { parents } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const back = "/manage/places/themes";
  return (
    <Page
      title="Add a theme"
      back={{ href: back, text: "Themes" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Add the theme" back={back} proof={<FormToken />}>
        <ThemeFields parents={parents} {...(refused ?? { typed: {}, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
