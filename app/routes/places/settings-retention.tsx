import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askWith, PlaceForm } from "~/features/places/PlaceForm";
import { PERIODS } from "~/features/places/periods";
import { getPeriods } from "~/features/places/read.server";
import { setPeriods } from "~/features/places/set-periods.server";
import { FormToken } from "~/routes/FormToken";
import { follow, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Checkboxes } from "~/ui/Checkboxes";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextInput } from "~/ui/TextInput";
import { summaryOf } from "~/ui/typed";
import { WarningText } from "~/ui/WarningText";

const TITLE = "How long things are kept";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin", "data_protection");
  const periods = await getPeriods(ctx);
  return { now: Object.fromEntries(PERIODS.map(({ name }) => [name, String(periods[name])])) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "admin", "data_protection");
  const typed = await typedIn(args.request);
  return follow(args.context, typed, await setPeriods(ctx, { typed }), "/manage/retention?done=periods");
}

export default function SettingsRetention() {
  const { now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const { field, ticks } = askWith(refused ?? { typed: now, fields: {} });
  return (
    <Page
      title={TITLE}
      lede="What is older is deleted every hour, by itself. The privacy notice states what you set here."
      back={{ href: "/manage/retention", text: "Deleting what is no longer needed" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Keep things so long" back="/manage/retention" proof={<FormToken />}>
        {PERIODS.map(({ name, label, unit, least, most, from, hint }) => (
          <TextInput
            key={name}
            {...field(name)}
            label={label}
            hint={`${hint} Between ${least} and ${most} ${unit} ${from}.`}
            suffix={unit}
            width={3}
            inputMode="numeric"
            autoComplete="off"
          />
        ))}
        <WarningText>
          A shorter time deletes what is older within the hour, and nothing brings it back. An event that is
          held keeps its details.
        </WarningText>
        <Checkboxes
          {...ticks("sure")}
          legend="Is any time shorter than before?"
          items={[{ value: "yes", label: "Yes, and I know that what is older goes within the hour" }]}
        />
      </PlaceForm>
    </Page>
  );
}
