import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { addCohort } from "~/features/places/add-cohort.server";
import { CohortFields } from "~/features/places/CohortFields";
import { may } from "~/features/places/may";
import { PlaceForm } from "~/features/places/PlaceForm";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Add a cohort");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.keepCohorts(ctx.actor)) throw forbidden();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const added = await addCohort(ctx, { typed });
  return follow(args.context, typed, added, "/manage/places/cohorts?done=added");
}

export default function NewCohort() {
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const back = "/manage/places/cohorts";
  return (
    <Page
      title="Add a cohort"
      back={{ href: back, text: "Cohorts" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <PlaceForm action={useHere()} save="Add the cohort" back={back} proof={<FormToken />}>
        <CohortFields {...(refused ?? { typed: {}, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
