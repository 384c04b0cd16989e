import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActivityDone } from "~/features/engagement/ActivityDone";
import { doneIn } from "~/features/engagement/done";
import { editOutreach } from "~/features/engagement/edit-outreach.server";
import { may } from "~/features/engagement/may";
import { OUTREACH_ORDER, OutreachFields } from "~/features/engagement/OutreachFields";
import { OutreachPeople } from "~/features/engagement/OutreachPeople";
import { OutreachText } from "~/features/engagement/OutreachText";
import {
  findOutreach,
  getOutreachChoices,
  listOutreachPeople,
  typedVisit,
} from "~/features/engagement/read-outreach.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.visit.entry.place);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const visit = may.seeOutreach(ctx.actor) ? await findOutreach(ctx, args.params.id ?? "") : null;
  if (!visit) throw missing();
  const mayEdit = may.recordOutreach(ctx.actor, visit.entry);
  const people = await listOutreachPeople(ctx, visit.entry.id);
  return {
    visit,
    named: people.length,
    people: may.seeOutreachPeople(ctx.actor, visit.entry) ? people : [],
    mayEdit,
    now: typedVisit(visit),
    choices: await getOutreachChoices(ctx),
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const result = await editOutreach(ctx, { id, typed });
  if (result.ok) return redirect(`/manage/engagement/outreach/${id}?done=outreach_saved`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, result.fields);
}

export default function OutreachVisit() {
  const { visit, named, people, mayEdit, now, choices, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = inOrder(refused, OUTREACH_ORDER);
  const here = `/manage/engagement/outreach/${visit.entry.id}`;
  return (
    <Page
      title={visit.entry.place}
      caption={visit.entry.community}
      back={{ href: "/manage/engagement/outreach", text: "Outreach log" }}
      notice={errors.length > 0 ? <ErrorSummary errors={errors} /> : done && <ActivityDone done={done} />}
    >
      <OutreachText visit={visit} named={named} />
      <OutreachPeople people={people} named={named} add={mayEdit ? `${here}/people` : null} />
      {mayEdit && (
        <>
          <h2>Change it, or note a follow-up</h2>
          <form className="rh-narrow" method="post" action={here} noValidate>
            <FormToken />
            <OutreachFields
              typed={refused?.typed ?? now}
              fields={refused?.fields ?? {}}
              {...choices}
              follow
            />
            <Button>Save</Button>
          </form>
        </>
      )}
    </Page>
  );
}
