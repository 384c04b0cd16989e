import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addSession } from "~/features/events/add-session.server";
import { permitsOf } from "~/features/events/may";
import { getEventChoices } from "~/features/events/read-event-form.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { SessionFields } from "~/features/events/SessionFields";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Add a session or stall");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const { slug, title } = seen.event;
  return { slug, title, organisations: (await getEventChoices(ctx)).organisations };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await addSession(ctx, { slug, typed });
  // Stalls come in rows: the next one is a press away.
  const next = one(typed, "then") === "another" ? "/new" : "";
  if (result.ok) return redirect(`/manage/events/${slug}/sessions${next}?done=session_added`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "invalid") return refuse(args.context, typed, result.fields);
  return redirect(`/manage/events/${slug}/sessions`, 303);
}

export default function NewSession() {
  const { slug, title, organisations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = summaryOf(refused);
  return (
    <Page
      title="Add a session or stall"
      caption={title}
      back={{ href: `/manage/events/${slug}/sessions`, text: "Sessions and stalls" }}
      notice={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/sessions/new`} noValidate>
        <FormToken />
        <SessionFields
          typed={refused?.typed ?? {}}
          fields={refused?.fields ?? {}}
          organisations={organisations}
        />
        <ButtonRow>
          <Button>Add it</Button>
          <Button name="then" value="another" variant="secondary">
            Add it, and then another
          </Button>
          <ButtonLink href={`/manage/events/${slug}/sessions`} variant="secondary">
            Leave it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
