import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addOutreachPerson } from "~/features/engagement/add-outreach-person.server";
import { may } from "~/features/engagement/may";
import { PERSON_ORDER, PersonFields } from "~/features/engagement/PersonFields";
import { findOutreach } from "~/features/engagement/read-outreach.server";
import { getPeriods } from "~/features/places/read.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

const TITLE = "Note someone who left their name";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const visit = may.seeOutreach(ctx.actor) ? await findOutreach(ctx, args.params.id ?? "") : null;
  if (!visit) throw missing();
  if (!may.recordOutreach(ctx.actor, visit.entry)) throw forbidden();
  return { id: visit.entry.id, place: visit.entry.place, months: (await getPeriods(ctx)).registrationMonths };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const result = await addOutreachPerson(ctx, { entryId: id, typed });
  if (result.ok) return redirect(`/manage/engagement/outreach/${id}?done=person_added`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, result.fields);
}

export default function AddOutreachPerson() {
  const { id, place, months } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, PERSON_ORDER);
  return (
    <Page
      title={TITLE}
      caption={place}
      lede="Only for someone who wants to hear from us. They are not part of the head count."
      back={{ href: `/manage/engagement/outreach/${id}`, text: "Back to the visit" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form
        className="rh-narrow"
        method="post"
        action={`/manage/engagement/outreach/${id}/people`}
        noValidate
      >
        <FormToken />
        <PersonFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} months={months} />
        <Button>Save</Button>
      </form>
    </Page>
  );
}
