import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { cancelSession } from "~/features/events/cancel-session.server";
import { permitsOf } from "~/features/events/may";
import { findSessionForStaff } from "~/features/events/read-staff.server";
import { counted } from "~/features/events/staff-words";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Take this off?");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findSessionForStaff(ctx, args.params.id ?? "");
  if (!found) throw missing();
  const { session, event, chosers } = found;
  if (!permitsOf(ctx.actor, event).organise) throw forbidden();
  if (session.state === "cancelled") throw redirect(`/manage/events/${event.slug}/sessions`);
  return { id: session.id, title: session.title, event: event.title, chosers };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const result = await cancelSession(ctx, { id: args.params.id ?? "" });
  if (result.ok) return redirect(`/manage/events/${result.slug}/sessions?done=session_cancelled`, 303);
  throw result.reason === "missing" ? missing() : forbidden();
}

export default function CancelSession() {
  const { id, title, event, chosers } = useLoaderData<typeof loader>();
  return (
    <Page
      title={`Take “${title}” off?`}
      caption={event}
      back={{ href: `/manage/sessions/${id}`, text: "Back to it" }}
    >
      <form className="rh-narrow" method="post" action={`/manage/sessions/${id}/cancel`}>
        <FormToken />
        <p>
          {chosers === 0
            ? "Nobody has chosen it, so nobody is told."
            : `${counted(chosers, "booking", "bookings")} chose it and will be told once. They keep their place at the event.`}{" "}
          This can’t be undone.
        </p>
        <ButtonRow>
          <Button variant="warning">Take it off</Button>
          <ButtonLink href={`/manage/sessions/${id}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
