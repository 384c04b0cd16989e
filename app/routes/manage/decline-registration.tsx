import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { declineRegistration } from "~/features/events/decline-registration.server";
import { findPartyForStaff } from "~/features/events/read-staff-parties.server";
import { CONTACT_WORDS } from "~/features/events/staff-words";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Say no to this request?");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const party = await findPartyForStaff(ctx, id);
  if (!party) throw missing();
  const { registration, participant, event } = party;
  if (registration.approval !== "asked" || registration.state !== "waiting")
    throw redirect(`/manage/registrations/${id}`);
  return {
    id,
    about: `${participant.name}, ${event.title}`,
    told: CONTACT_WORDS[participant.preferredContact],
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const typed = await typedIn(args.request);
  const result = await declineRegistration(ctx, { id, typed });
  if (result.ok) return redirect(`/manage/registrations/${id}?done=not_approved`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "invalid") return refuse(args.context, typed, result.fields);
  return redirect(`/manage/registrations/${id}`, 303);
}

export default function DeclineRegistration() {
  const { id, about, told } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.reason?.[0];
  return (
    <Page
      title="Say no to this request?"
      caption={about}
      back={{ href: `/manage/registrations/${id}`, text: "Back to the booking" }}
      notice={error && <ErrorSummary errors={[{ text: error, href: "#reason" }]} />}
    >
      <form
        className="rh-narrow"
        method="post"
        action={`/manage/registrations/${id}/not-approved`}
        noValidate
      >
        <FormToken />
        <p>They are told once, with your reason, by the way they chose: {told?.toLowerCase()}.</p>
        <Textarea
          name="reason"
          label="Why not?"
          hint="They read this. Say what they could do instead, if there is something."
          error={error}
          defaultValue={one(refused?.typed ?? {}, "reason")}
          rows={3}
        />
        <ButtonRow>
          <Button variant="warning">Say no</Button>
          <ButtonLink href={`/manage/registrations/${id}`} variant="secondary">
            Not now
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
