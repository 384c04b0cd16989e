import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { holdEvent } from "~/features/events/hold-event.server";
import { findEventRow } from "~/features/events/read.server";
import { findHold } from "~/features/events/read-retention.server";
import { releaseEvent } from "~/features/events/release-event.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data?.held ? "Lift the hold?" : "Keep these details?");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "data_protection", "admin");
  const event = await findEventRow(ctx, { slug: args.params.slug ?? "" });
  if (!event) throw missing();
  const hold = await findHold(ctx, event.id);
  return { slug: event.slug, title: event.title, held: hold?.reason ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, "data_protection", "admin");
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const lifts = one(typed, "act") === "lift";
  const result = lifts ? await releaseEvent(ctx, { slug }) : await holdEvent(ctx, { slug, typed });
  if (result.ok) return redirect("/manage/retention", 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  return refuse(args.context, typed, result.fields);
}

export default function HoldEvent() {
  const { slug, title, held } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.fields.reason?.[0];
  return (
    <Page
      title={held ? "Lift the hold?" : "Keep these details?"}
      caption={title}
      back={{ href: "/manage/retention", text: "Deleting" }}
      notice={error && <ErrorSummary errors={[{ text: error, href: "#reason" }]} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/hold`} noValidate>
        <FormToken />
        {held ? (
          <p>They are kept because: {held} When the hold is lifted, what is due goes within the hour.</p>
        ) : (
          <Textarea
            name="reason"
            label="Why must they be kept?"
            hint="Such as a complaint, a claim or a request that is open. Colleagues who answer for people’s data read it."
            error={error}
            defaultValue={one(refused?.typed ?? {}, "reason")}
            rows={3}
          />
        )}
        <ButtonRow>
          {held ? (
            <Button variant="warning" name="act" value="lift">
              Lift the hold
            </Button>
          ) : (
            <Button name="act" value="hold">
              Keep them
            </Button>
          )}
          <ButtonLink href="/manage/retention" variant="secondary">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
