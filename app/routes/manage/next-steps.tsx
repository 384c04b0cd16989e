import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addNextStep } from "~/features/events/add-next-step.server";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { permitsOf } from "~/features/events/may";
import { findToJudge, listSteps } from "~/features/events/read-after.server";
import { StepFields } from "~/features/events/StepFields";
import { StepTable } from "~/features/events/StepTable";
import { dayOf } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "What comes next");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findToJudge(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  return {
    slug: seen.event.slug,
    title: seen.event.title,
    canAdd: permitsOf(ctx.actor, seen.event).organise,
    steps: await listSteps(ctx, seen.event.id),
    today: dayOf(ctx.now),
    done: doneIn(args.request.url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const added = await addNextStep(ctx, { slug, typed });
  if (added.ok) return redirect(`/manage/events/${slug}/next-steps?done=step_added`, 303);
  if (added.reason === "missing") throw missing();
  if (added.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, added.fields);
}

export default function NextSteps() {
  const { slug, title, canAdd, steps, today, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title="What comes next"
      caption={title}
      lede="Where the notes were carried to: what will be done, by whom and by when, and what can’t be and why."
      back={{ href: `/manage/events/${slug}/after`, text: "Afterwards" }}
      notice={refused ? <ErrorSummary errors={summaryOf(refused)} /> : done && <EventDone done={done} />}
    >
      {steps.length > 0 ? (
        <StepTable steps={steps} today={today} canFinish={canAdd} />
      ) : (
        <EmptyState title="Nothing is promised yet">
          <p>Add the first step below, then carry notes to it.</p>
        </EmptyState>
      )}
      {canAdd && (
        <form className="rh-narrow" method="post" action={`/manage/events/${slug}/next-steps`} noValidate>
          <h2>Add a step</h2>
          <FormToken />
          <StepFields typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} />
          <Button>Add it</Button>
        </form>
      )}
    </Page>
  );
}
