import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { permitsOf } from "~/features/events/may";
import { findInvitationForStaff } from "~/features/events/read-staff.server";
import { withdrawInvitation } from "~/features/events/withdraw-invitation.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Take the invitation back?");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findInvitationForStaff(ctx, args.params.id ?? "");
  if (!found) throw missing();
  const { invitation, event } = found;
  if (!permitsOf(ctx.actor, event).organise) throw forbidden();
  if (invitation.state !== "open") throw redirect(`/manage/events/${event.slug}/invitations`);
  return { id: invitation.id, name: invitation.name, slug: event.slug, title: event.title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const id = args.params.id ?? "";
  const found = await findInvitationForStaff(ctx, id);
  const result = await withdrawInvitation(ctx, { id });
  if (!result.ok && (result.reason === "missing" || !found)) throw missing();
  if (!result.ok && result.reason === "not_allowed") throw forbidden();
  const done = result.ok ? "invitation_withdrawn" : "invitation_used";
  return redirect(`/manage/events/${found?.event.slug}/invitations?done=${done}`, 303);
}

export default function WithdrawInvitation() {
  const { id, name, slug, title } = useLoaderData<typeof loader>();
  const back = `/manage/events/${slug}/invitations`;
  return (
    <Page title="Take the invitation back?" caption={title} back={{ href: back, text: "Invitations" }}>
      <form className="rh-narrow" method="post" action={`/manage/invitations/${id}/withdraw`}>
        <FormToken />
        <p>
          The link of <bdi>{name}</bdi> stops working at once. They are not told.
        </p>
        <ButtonRow>
          <Button variant="warning">Take it back</Button>
          <ButtonLink href={back} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
