import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActivityDone } from "~/features/engagement/ActivityDone";
import { addRep } from "~/features/engagement/add-rep.server";
import { doneIn } from "~/features/engagement/done";
import { may } from "~/features/engagement/may";
import { findForStaff, listReps } from "~/features/engagement/read-staff.server";
import { isForStaff } from "~/features/engagement/rules";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Table } from "~/ui/Table";
import { TextInput } from "~/ui/TextInput";
import { one } from "~/ui/typed";

const TITLE = "Union representatives";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !isForStaff(seen.activity)) throw missing();
  if (!may.edit(ctx.actor, seen.activity)) throw forbidden();
  const { id, slug, title } = seen.activity;
  return { slug, title, reps: await listReps(ctx, id), done: doneIn(args.request.url) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await addRep(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/engagement/${slug}/readers?done=rep_added`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, result.fields);
}

export default function ActivityReaders() {
  const { slug, title, reps, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.email?.[0];
  return (
    <Page
      title={TITLE}
      caption={title}
      lede="Staff see this activity anyway. Representatives who work elsewhere see it when they stand here."
      back={{ href: `/manage/engagement/${slug}`, text: "Back to the activity" }}
      notice={
        error ? (
          <ErrorSummary errors={[{ text: error, href: "#email" }]} />
        ) : (
          done && <ActivityDone done={done} />
        )
      }
    >
      {reps.length > 0 ? (
        <Table
          caption="Who can read it"
          cards
          rows={reps}
          rowKey={(rep) => rep.id}
          columns={[
            { header: "Name", cell: (rep) => <bdi>{rep.name}</bdi> },
            { header: "Email", cell: (rep) => rep.email },
            {
              header: "Change",
              cell: (rep) => (
                <form method="post" action={`/manage/engagement/${slug}/readers/${rep.id}/remove`}>
                  <FormToken />
                  <Button variant="secondary">
                    Take it back<span className="govuk-visually-hidden"> from {rep.name}</span>
                  </Button>
                </form>
              ),
            },
          ]}
        />
      ) : (
        <p>Nobody stands here yet.</p>
      )}
      <form className="rh-narrow" method="post" action={`/manage/engagement/${slug}/readers`} noValidate>
        <FormToken />
        <TextInput
          name="email"
          type="email"
          label="Email address of their account"
          hint="They need an account here, and no role."
          error={error}
          defaultValue={one(refused?.typed ?? {}, "email")}
          autoComplete="off"
        />
        <Button>Let them read it</Button>
      </form>
    </Page>
  );
}
