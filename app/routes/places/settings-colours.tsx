import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseColours } from "~/features/places/choose-colours.server";
import { askWith, PlaceForm } from "~/features/places/PlaceForm";
import { getBorough } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { follow, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

/** The site's own, which the form begins with. */
const FIRST = { main: "#0e4a3c", accent: "#ffb81f" };

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Colours");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin");
  const { colours } = await getBorough(ctx);
  return { now: colours ?? FIRST, hasOwn: colours !== null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const typed = await typedIn(args.request);
  const back = one(typed, "act") === "first";
  const chosen = await chooseColours(ctx, { typed: back ? null : typed });
  return follow(args.context, typed, chosen, `/manage/settings?done=${back ? "first-colours" : "colours"}`);
}

export default function SettingsColours() {
  const { now, hasOwn } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  // The page's own main part has the id "main".
  const errors = summaryOf(refused, (field) => `${field}-colour`);
  const { field } = askWith(refused ?? { typed: now, fields: {} });
  const here = useHere();
  return (
    <Page
      title="Colours"
      lede="Two colours make all the others. Ones that people could not read are refused."
      back={{ href: "/manage/settings", text: "Settings" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={here} save="Use these colours" back="/manage/settings" proof={<FormToken />}>
        <TextInput
          {...field("main")}
          id="main-colour"
          label="Main colour"
          hint="Dark: the top and the foot of the page, buttons and links. For example #0e4a3c."
          width={10}
          spellCheck={false}
          autoComplete="off"
        />
        <TextInput
          {...field("accent")}
          id="accent-colour"
          label="Accent colour"
          hint="Light: what stands out, with dark words on it. For example #ffb81f."
          width={10}
          spellCheck={false}
          autoComplete="off"
        />
        <p>The tiles of the neighbourhoods keep their colours.</p>
      </PlaceForm>
      {hasOwn && (
        <form method="post" action={here}>
          <FormToken />
          <Button variant="secondary" name="act" value="first">
            Go back to the site’s own colours
          </Button>
        </form>
      )}
    </Page>
  );
}
