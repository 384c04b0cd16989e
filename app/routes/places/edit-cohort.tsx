import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cohortAsTyped } from "~/features/places/as-typed";
import { CohortFields } from "~/features/places/CohortFields";
import { editCohort } from "~/features/places/edit-cohort.server";
import { may } from "~/features/places/may";
import { PlaceForm } from "~/features/places/PlaceForm";
import { RetireLink } from "~/features/places/RetireLink";
import { findCohort } from "~/features/places/read-cohorts.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.name);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const cohort = await findCohort(ctx, args.params.slug ?? "");
  if (!cohort) throw missing();
  if (!may.keepCohorts(ctx.actor)) throw forbidden();
  const { slug, name, retiredDay } = cohort;
  return { slug, name, retiredDay, now: cohortAsTyped(cohort) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const changed = await editCohort(ctx, { slug: args.params.slug ?? "", typed });
  return follow(args.context, typed, changed, "/manage/places/cohorts?done=changed");
}

export default function EditCohort() {
  const { slug, name, retiredDay, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const back = "/manage/places/cohorts";
  return (
    <Page
      title={name}
      back={{ href: back, text: "Cohorts" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
      head={<RetireLink kind="cohort" slug={slug} retiredDay={retiredDay} />}
    >
      <PlaceForm action={useHere()} save="Save the changes" back={back} proof={<FormToken />}>
        <CohortFields {...(refused ?? { typed: now, fields: {} })} />
      </PlaceForm>
    </Page>
  );
}
