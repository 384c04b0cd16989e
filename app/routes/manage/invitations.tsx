import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { doneIn } from "~/features/events/done";
import { EventDone } from "~/features/events/EventDone";
import { InvitationTable } from "~/features/events/InvitationTable";
import { invitePerson } from "~/features/events/invite-person.server";
import { permitsOf } from "~/features/events/may";
import { listInvitations } from "~/features/events/read-invitations.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { LOCALES } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { SectionHead } from "~/ui/SectionHead";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Invitations");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const { id, slug, title, state, registration } = seen.event;
  if (registration !== "invite_only") throw redirect(`/manage/events/${slug}`);
  const rows = await listInvitations(ctx, id);
  return { slug, title, isDraft: state === "draft", rows, done: doneIn(args.request.url) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const result = await invitePerson(ctx, { slug, typed });
  if (result.ok) return redirect(`/manage/events/${slug}/invitations?done=invited`, 303);
  if (result.reason === "missing") throw missing();
  if (result.reason === "not_allowed") throw forbidden();
  if (result.reason === "invalid") return refuse(args.context, typed, result.fields);
  return redirect(`/manage/events/${slug}`, 303);
}

export default function Invitations() {
  const { slug, title, isDraft, rows, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? {};
  const error = (name: string) => refused?.fields[name]?.[0];
  const errors = summaryOf(refused);
  const printable = rows.some(({ invitation }) => invitation.state === "open" && invitation.name !== "");
  return (
    <Page
      title="Invitations"
      caption={title}
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
      notice={errors.length > 0 ? <ErrorSummary errors={errors} /> : done && <EventDone done={done} />}
    >
      {rows.length > 0 && (
        <>
          <SectionHead
            title="Who is invited"
            link={
              printable && !isDraft
                ? { href: `/manage/events/${slug}/invitations/print`, text: "Print the open ones" }
                : undefined
            }
          />
          <InvitationTable rows={rows} />
        </>
      )}
      <h2>Invite someone</h2>
      <form className="rh-narrow" method="post" action={`/manage/events/${slug}/invitations`} noValidate>
        <FormToken />
        <p>
          Each person gets a link of their own, which works once.{" "}
          {isDraft
            ? "Invitations by email go out when you publish the event."
            : "An invitation by email goes out at once."}
        </p>
        <TextInput
          name="name"
          label="Name"
          error={error("name")}
          defaultValue={one(typed, "name")}
          autoComplete="off"
        />
        <Radios
          name="channel"
          legend="How do they get it?"
          error={error("channel")}
          value={one(typed, "channel", "email")}
          items={[
            {
              value: "email",
              label: "By email",
              conditional: (
                <TextInput
                  name="email"
                  type="email"
                  label="Email address"
                  error={error("email")}
                  defaultValue={one(typed, "email")}
                  autoComplete="off"
                  spellCheck={false}
                />
              ),
            },
            { value: "print", label: "On paper", hint: "You print it and hand it over or post it." },
          ]}
        />
        <Select
          name="locale"
          label="Language of the invitation"
          defaultValue={one(typed, "locale", "en")}
          items={LOCALES.map(({ code, name }) => ({ value: code, text: name, lang: code }))}
        />
        <TextInput
          name="most"
          label="How many people is it for?"
          error={error("most")}
          defaultValue={one(typed, "most", "1")}
          inputMode="numeric"
          width={3}
        />
        <Button>Invite them</Button>
      </form>
    </Page>
  );
}
