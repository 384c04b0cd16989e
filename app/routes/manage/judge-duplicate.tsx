import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endDuplicate } from "~/features/events/cancel-registration.server";
import { clearDuplicate } from "~/features/events/clear-duplicate.server";
import { PartyPair } from "~/features/events/PartyPair";
import { findPartyForStaff, findTwin } from "~/features/events/read-staff-parties.server";
import { FormToken } from "~/routes/FormToken";
import { missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "The same person twice?");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const party = await findPartyForStaff(ctx, id);
  if (!party) throw missing();
  const twin = await findTwin(ctx, party);
  if (!twin) throw redirect(`/manage/registrations/${id}`);
  const shown = ({ registration, participant }: typeof party) => ({ registration, participant });
  return { id, slug: party.event.slug, event: party.event.title, first: shown(twin), second: shown(party) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const party = await findPartyForStaff(ctx, id);
  if (!party) throw missing();
  const twin = await findTwin(ctx, party);
  if (!twin) return redirect(`/manage/registrations/${id}`, 303);
  const ends = one(await typedIn(args.request), "end");
  const ended = { first: twin.registration.id, second: id }[ends];
  const result = ended ? await endDuplicate(ctx, { id: ended }) : await clearDuplicate(ctx, { id });
  if (!result.ok) throw missing();
  return redirect(`/manage/registrations/${id}?done=${ended ? "ended_duplicate" : "two_people"}`, 303);
}

export default function JudgeDuplicate() {
  const { id, slug, event, first, second } = useLoaderData<typeof loader>();
  return (
    <Page
      title="The same person twice?"
      caption={event}
      lede="These two bookings have the same phone number or email. Families share them too, so look first, or ring and ask."
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
    >
      <PartyPair first={first} second={second} />
      <form method="post" action={`/manage/registrations/${id}/duplicate`}>
        <FormToken />
        <ButtonRow>
          <Button name="end" value="none">
            Two people: keep both bookings
          </Button>
          <Button variant="warning" name="end" value="first">
            Same person: cancel {first.registration.reference}
          </Button>
          <Button variant="warning" name="end" value="second">
            Same person: cancel {second.registration.reference}
          </Button>
        </ButtonRow>
      </form>
    </Page>
  );
}
