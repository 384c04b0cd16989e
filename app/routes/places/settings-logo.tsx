import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askWith, PlaceForm } from "~/features/places/PlaceForm";
import { putLogo } from "~/features/places/put-logo.server";
import { getBorough } from "~/features/places/read.server";
import { takeLogo } from "~/features/places/take-logo.server";
import { FormToken } from "~/routes/FormToken";
import { follow, uploadIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Logo");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin");
  return { logo: (await getBorough(ctx)).logo };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin");
  const { typed, file } = await uploadIn(args.request, "file");
  if (one(typed, "act") === "take") {
    return follow(args.context, typed, await takeLogo(ctx), "/manage/settings?done=no-logo");
  }
  return follow(args.context, typed, await putLogo(ctx, { typed, file }), "/manage/settings?done=logo");
}

export default function SettingsLogo() {
  const { logo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const { field } = askWith(refused ?? { typed: { alt: logo?.alt ?? "" }, fields: {} });
  const { defaultValue: _none, ...file } = field("file");
  const here = useHere();
  return (
    <Page
      title="Logo"
      lede="It stands beside the site’s name at the head of every page, on white."
      back={{ href: "/manage/settings", text: "Settings" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {logo && (
        <p>
          <img
            className="rh-logo-sample"
            src={`/logo/${logo.id}.png`}
            alt={logo.alt}
            width={logo.width}
            height={logo.height}
          />
        </p>
      )}
      <PlaceForm action={here} save="Use this logo" back="/manage/settings" proof={<FormToken />} withFile>
        <TextInput
          {...file}
          type="file"
          accept="image/png"
          className="govuk-file-upload"
          label={logo ? "Another picture (optional)" : "Picture"}
          hint="PNG, up to 150 KB and 1600 by 800 pixels. Only the picture is kept of it."
        />
        <TextInput
          {...field("alt")}
          label="What it shows"
          hint="Read out to people who do not see it. For example: Larkmere Council."
        />
      </PlaceForm>
      {logo && (
        <form method="post" action={here}>
          <FormToken />
          <Button variant="secondary" name="act" value="take">
            Take the logo away
          </Button>
        </form>
      )}
    </Page>
  );
}
