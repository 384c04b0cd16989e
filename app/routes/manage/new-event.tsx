import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createEvent } from "~/features/events/create-event.server";
import { EventForm, eventErrors } from "~/features/events/EventForm";
import { getEventChoices } from "~/features/events/read-event-form.server";
import { FormToken } from "~/routes/FormToken";
import { refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";

const ORGANISERS = ["admin", "programme_lead", "engagement_lead", "neighbourhood_lead"] as const;

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Make an event");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...ORGANISERS);
  return { choices: await getEventChoices(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, ...ORGANISERS);
  const typed = await typedIn(args.request);
  const result = await createEvent(ctx, { typed });
  if (!result.ok) return refuse(args.context, typed, result.fields);
  return redirect(`/manage/events/${result.slug}?done=created`, 303);
}

export default function NewEvent() {
  const { choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = eventErrors(refused);
  return (
    <Page
      title="Make an event"
      lede="It is saved as a draft first. Nobody but staff sees it until you publish it."
      back={{ href: "/manage/events", text: "All events" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <EventForm
        action="/manage/events/new"
        typed={refused?.typed ?? {}}
        fields={refused?.fields ?? {}}
        choices={choices}
        save="Save the draft"
        back="/manage/events"
        proof={<FormToken />}
      />
    </Page>
  );
}
