import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { FeedbackFields } from "~/features/events/FeedbackFields";
import { giveFeedback } from "~/features/events/give-feedback.server";
import { permitsOf } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Type a form in");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (seen?.event.state !== "published" || seen.event.startsAt > ctx.now) throw missing();
  if (!permitsOf(ctx.actor, seen.event).type) throw forbidden();
  const { slug, title } = seen.event;
  return { slug, title, submissionId: newSubmissionId(ctx), done: doneIn(args.request.url) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const channel = one(typed, "channel") === "phone" ? ("phone" as const) : ("paper" as const);
  const submissionId = one(typed, "submissionId");
  const given = await giveFeedback(ctx, { by: { slug, channel }, typed, submissionId, limitBy: null });
  if (given.ok) return redirect(`/manage/events/${slug}/feedback/new?done=typed_form`, 303);
  if (given.reason !== "invalid") throw missing();
  return refuse(args.context, typed, given.fields);
}

export default function TypeFeedback() {
  const { slug, title, submissionId, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed = refused?.typed ?? {};
  const errors = summaryOf(refused).map((error) => ({ ...error, text: t(error.text) }));
  return (
    <Page
      title="Type a form in"
      caption={title}
      back={{ href: `/manage/events/${slug}/feedback`, text: "How it was for people" }}
      notice={refused ? <ErrorSummary errors={errors} /> : done && <EventDone done={done} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/feedback/new`} noValidate>
        <FormToken />
        <input type="hidden" name="submissionId" value={one(typed, "submissionId", submissionId)} />
        <Radios
          name="channel"
          legend="How did it come in?"
          inline
          value={one(typed, "channel", "paper")}
          items={[
            { value: "paper", label: "On paper" },
            { value: "phone", label: "By phone" },
          ]}
        />
        <FeedbackFields typed={typed} fields={refused?.fields ?? {}} came />
        <Button>Save and type the next one</Button>
      </form>
    </Page>
  );
}
