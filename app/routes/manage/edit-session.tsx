import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editSession } from "~/features/events/edit-session.server";
import { permitsOf } from "~/features/events/may";
import { getEventChoices, typedSession } from "~/features/events/read-event-form.server";
import { findSessionForStaff } from "~/features/events/read-staff.server";
import { SessionFields } from "~/features/events/SessionFields";
import { counted } from "~/features/events/staff-words";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `Change ${args.data.title}` : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findSessionForStaff(ctx, args.params.id ?? "");
  if (!found) throw missing();
  const { session, event, chosers } = found;
  if (!permitsOf(ctx.actor, event).organise) throw forbidden();
  if (session.state === "cancelled") throw redirect(`/manage/events/${event.slug}/sessions`);
  return {
    id: session.id,
    title: session.title,
    slug: event.slug,
    chosers,
    now: typedSession(session),
    organisations: (await getEventChoices(ctx)).organisations,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const result = await editSession(ctx, { id, typed });
  if (result.ok) return redirect(`/manage/events/${result.slug}/sessions?done=session_edited`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "invalid") return refuse(args.context, typed, result.fields);
  return redirect(`/manage/sessions/${id}`, 303);
}

export default function EditSession() {
  const { id, title, slug, chosers, now, organisations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title={`Change ${title}`}
      back={{ href: `/manage/events/${slug}/sessions`, text: "Sessions and stalls" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
      head={
        chosers > 0 && (
          <InsetText>
            <p>
              {counted(chosers, "booking", "bookings")} chose it, and would be told at once if you change its
              time, room or table.
            </p>
          </InsetText>
        )
      }
    >
      <form className="rh-narrow" method="post" action={`/manage/sessions/${id}`} noValidate>
        <FormToken />
        <SessionFields
          typed={refused?.typed ?? now}
          fields={refused?.fields ?? {}}
          organisations={organisations}
        />
        <ButtonRow>
          <Button>Save the changes</Button>
          <ButtonLink href={`/manage/events/${slug}/sessions`} variant="secondary">
            Leave it as it is
          </ButtonLink>
          <a href={`/manage/sessions/${id}/cancel`}>Take it off</a>
        </ButtonRow>
      </form>
    </Page>
  );
}
