import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { exportInvitations } from "~/features/events/export-invitations.server";
import { InvitationSheet } from "~/features/events/InvitationSheet";
import { permitsOf } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Invitations to print");

/** A sheet of paper: nothing of the site around it. */
export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || seen.event.state === "draft") throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  return { slug: seen.event.slug, sheets: await exportInvitations(ctx, seen) };
}

export default function PrintInvitations() {
  const { slug, sheets } = useLoaderData<typeof loader>();
  return (
    <main className="rh-letter" id="main">
      <nav className="rh-letter__bar rh-no-print" aria-label="These invitations">
        <BackLink href={`/manage/events/${slug}/invitations`}>Invitations</BackLink>
        <p>Print this page on A4: each person has a sheet of their own. Whoever has a sheet can use it.</p>
      </nav>
      {sheets.map((sheet, at) => (
        <InvitationSheet key={sheet.id} sheet={sheet} first={at === 0} />
      ))}
    </main>
  );
}
