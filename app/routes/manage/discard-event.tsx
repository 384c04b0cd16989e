import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { discardEvent } from "~/features/events/discard-event.server";
import { permitsOf } from "~/features/events/may";
import { findForStaff } from "~/features/events/read-staff.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Delete this draft?");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const { slug, title, state } = seen.event;
  if (state !== "draft") throw redirect(`/manage/events/${slug}`);
  return { slug, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const result = await discardEvent(ctx, { slug });
  if (result.ok) return redirect("/manage/events?done=discarded", 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  return redirect(`/manage/events/${slug}`, 303);
}

export default function DiscardEvent() {
  const { slug, title } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Delete this draft?"
      caption={title}
      back={{ href: `/manage/events/${slug}`, text: "Back to the draft" }}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/discard`}>
        <FormToken />
        <p>Only staff have seen it. It can’t be brought back.</p>
        <ButtonRow>
          <Button variant="warning">Delete the draft</Button>
          <ButtonLink href={`/manage/events/${slug}`} variant="secondary">
            No, keep it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
