import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { cancelRegistration } from "~/features/events/cancel-registration.server";
import { findPartyForStaff } from "~/features/events/read-staff-parties.server";
import { partyWords } from "~/features/events/staff-words";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Cancel this booking?");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const party = await findPartyForStaff(ctx, id);
  if (!party) throw missing();
  const { registration, participant, event } = party;
  if (registration.state === "cancelled") throw redirect(`/manage/registrations/${id}`);
  return {
    id,
    about: `${participant.name}, ${partyWords(registration)}, ${event.title}`,
    waits: registration.state === "waiting",
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const result = await cancelRegistration(ctx, { id });
  if (!result.ok) throw missing();
  return redirect(`/manage/registrations/${id}?done=left`, 303);
}

export default function CancelParty() {
  const { id, about, waits } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Cancel this booking?"
      caption={about}
      back={{ href: `/manage/registrations/${id}`, text: "Back to the booking" }}
    >
      <form className="rh-narrow" method="post" action={`/manage/registrations/${id}/cancel`}>
        <FormToken />
        <p>
          {waits
            ? "They leave the waiting list."
            : "What comes free goes at once to the first on the waiting list who fits."}{" "}
          You can book them again while booking is open, but then they are last in the queue.
        </p>
        <ButtonRow>
          <Button variant="warning">Cancel the booking</Button>
          <ButtonLink href={`/manage/registrations/${id}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
