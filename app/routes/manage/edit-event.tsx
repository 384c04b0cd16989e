import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EventForm, eventErrors } from "~/features/events/EventForm";
import { editEvent } from "~/features/events/edit-event.server";
import { permitsOf } from "~/features/events/may";
import { getEventChoices, getTyped } from "~/features/events/read-event-form.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { countParties } from "~/features/events/read-staff-parties.server";
import { SeriesScope } from "~/features/events/SeriesScope";
import { SCOPES } from "~/features/events/staff-forms";
import { counted } from "~/features/events/staff-words";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `Change ${args.data.title}` : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const { slug, title, state } = seen.event;
  if (state === "cancelled") throw redirect(`/manage/events/${slug}`);
  const { confirmed, offered, waiting } = await countParties(ctx, seen.event.id);
  return {
    slug,
    title,
    active: state === "published" ? confirmed.parties + offered.parties + waiting.parties : 0,
    inSeries: seen.event.seriesId !== null,
    now: await getTyped(ctx, seen),
    choices: await getEventChoices(ctx, seen.event),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const scope = SCOPES.find((one) => one === typed.scope) ?? "this";
  const result = await editEvent(ctx, { slug, typed, scope });
  if (result.ok) {
    const done = result.events > 1 ? "edited_series" : result.told ? "edited_told" : "edited";
    return redirect(`/manage/events/${slug}?done=${done}`, 303);
  }
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "cancelled") return redirect(`/manage/events/${slug}`, 303);
  return refuse(args.context, typed, result.fields);
}

export default function EditEvent() {
  const { slug, title, active, inSeries, now, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = eventErrors(refused);
  return (
    <Page
      title={`Change ${title}`}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
      head={
        active > 0 && (
          <InsetText>
            <p>
              {counted(active, "booking", "bookings")} would be told at once if you change the day, the time,
              the venue, the link or how people take part. Other changes are not announced.
            </p>
          </InsetText>
        )
      }
    >
      <EventForm
        action={`/manage/events/${slug}/edit`}
        typed={refused?.typed ?? now}
        fields={refused?.fields ?? {}}
        choices={choices}
        save="Save the changes"
        back={`/manage/events/${slug}`}
        proof={<FormToken />}
        scope={inSeries && <SeriesScope chosen={one(refused?.typed ?? {}, "scope", "this")} />}
      />
    </Page>
  );
}
