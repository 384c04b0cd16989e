import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { finishNextStep } from "~/features/events/finish-next-step.server";
import { findStep } from "~/features/events/read-after.server";
import { plainDay } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "What came of it");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findStep(ctx, args.params.id ?? "");
  if (found?.step.kind !== "will") throw missing();
  return { step: found.step, slug: found.event.slug };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const typed = await typedIn(args.request);
  const finished = await finishNextStep(ctx, { id: args.params.id ?? "", typed });
  if (finished.ok) return redirect(`/manage/events/${finished.slug}/next-steps?done=step_done`, 303);
  if (finished.reason === "invalid") return refuse(args.context, typed, finished.fields);
  throw missing();
}

export default function FinishNextStep() {
  const { step, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/manage/events/${slug}/next-steps`;
  const due = step.dueDay ? `, by ${plainDay(new Date(`${step.dueDay}T12:00:00Z`))}` : "";
  return (
    <Page
      title="What came of it?"
      lede={step.text}
      back={{ href: back, text: "What comes next" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/next-steps/${step.id}`} noValidate>
        <FormToken />
        <p>
          {step.ownerRole}
          {due}. That day stays as it was promised.
        </p>
        <Textarea
          name="outcome"
          label="What was done, in one plain sentence"
          error={refused?.fields.outcome?.[0]}
          defaultValue={one(refused?.typed ?? {}, "outcome")}
          rows={3}
        />
        <ButtonRow>
          <Button>It is done</Button>
          <ButtonLink href={back} variant="secondary">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
