import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeList } from "~/features/events/close-list.server";
import { may } from "~/features/events/may";
import { reckonEvent } from "~/features/events/read-attendance.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { counted } from "~/features/events/staff-words";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Close the list");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !may.closeList(ctx.actor, seen.event)) throw missing();
  const { id, slug, title } = seen.event;
  return { slug, title, reckoning: await reckonEvent(ctx, id) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const closed = await closeList(ctx, { slug });
  if (closed.ok) return redirect(`/manage/events/${slug}?done=list_closed`, 303);
  if (closed.reason !== "not_yet") throw missing();
  const problem = "The list can be closed when the event has ended";
  return refuse(args.context, await typedIn(args.request), { "": [problem] });
}

export default function CloseList() {
  const { slug, title, reckoning } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  const { attended, expected, walkIns } = reckoning;
  return (
    <Page
      title="Close the list"
      caption={title}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/close-list`}>
        <FormToken />
        <p>
          {counted(attended, "person who registered is", "people who registered are")} on the list as having
          come, and {counted(walkIns, "person", "people")} came without booking.
        </p>
        <p>
          <strong>{counted(expected, "person", "people")}</strong> with a place will count as not having come.
        </p>
        <p>
          Do this when every phone has sent what it noted and paper lists are typed in. What a phone sends
          later still counts, and you can open the list again.
        </p>
        <ButtonRow>
          <Button>Close the list</Button>
          <ButtonLink href={`/manage/events/${slug}/door`} variant="secondary">
            Go on at the door
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
