import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CallerNeeds, CallerNumbers, CallerPayment, CallerWords } from "~/features/events/CallerNeeds";
import { problemsFor } from "~/features/events/caller";
import { changeRegistration } from "~/features/events/change-registration.server";
import { PartyChoices } from "~/features/events/PartyChoices";
import { needsOf } from "~/features/events/read-registrations.server";
import { listChoices, listSessions } from "~/features/events/read-sessions.server";
import { findPartyForStaff } from "~/features/events/read-staff-parties.server";
import { translator } from "~/platform/i18n.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Change the booking");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const party = await findPartyForStaff(ctx, id);
  if (!party) throw missing();
  const { registration, event, participant } = party;
  if (registration.state === "cancelled" || event.endsAt <= ctx.now) {
    throw redirect(`/manage/registrations/${id}`);
  }
  const now = {
    party: String(registration.party),
    carers: String(registration.carers),
    needs: await needsOf(ctx, id),
    language: registration.language ?? "",
    needsDetail: registration.needsDetail ?? "",
    attending: registration.attending,
    payment: registration.wantsPayment ? "yes" : "no",
    advised: registration.advisedAt ? "yes" : "",
    sessions: (await listChoices(ctx, id)).map(({ session }) => session.id),
  };
  return {
    id,
    now,
    event,
    sessions: await listSessions(ctx, event.id),
    about: `${participant.name}, ${event.title}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const result = await changeRegistration(ctx, { id }, typed);
  if (result.ok) return redirect(`/manage/registrations/${id}?done=changed`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "ended" || result.reason === "past")
    return redirect(`/manage/registrations/${id}`, 303);
  const t = translator("en");
  const count = "left" in result ? result.left : 0;
  return refuse(
    args.context,
    typed,
    problemsFor(result.fields ?? {}, (key) => t(key, { count })),
  );
}

export default function ChangeParty() {
  const { id, now, event, sessions, about } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { typed, fields } = refused ?? { typed: now, fields: {} };
  const errors = Object.entries(fields).map(([field, [text = ""]]) => ({ text, href: `#${field}` }));
  return (
    <Page
      title="Change the booking"
      caption={about}
      back={{ href: `/manage/registrations/${id}`, text: "Back to the booking" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/registrations/${id}/change`} noValidate>
        <FormToken />
        <CallerNumbers typed={typed} fields={fields} />
        <PartyChoices typed={typed} fields={fields} event={event} sessions={sessions} small />
        <CallerNeeds typed={typed} />
        <CallerWords typed={typed} fields={fields} />
        {event.provided.includes("payment_for_time") && <CallerPayment typed={typed} fields={fields} />}
        <ButtonRow>
          <Button>Save the changes</Button>
          <ButtonLink href={`/manage/registrations/${id}`} variant="secondary">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
