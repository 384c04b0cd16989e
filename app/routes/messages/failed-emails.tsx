import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { plainDay } from "~/platform/london";
import { MESSAGE_ROLES, retryMessage } from "~/platform/outbox-tasks.server";
import { listFailedEmails } from "~/platform/read-messages.server";
import { FormToken } from "~/routes/FormToken";
import { missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Table } from "~/ui/Table";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Emails that could not be delivered");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...MESSAGE_ROLES);
  const retried = new URL(args.request.url).searchParams.has("retried");
  return { retried, messages: await listFailedEmails(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, ...MESSAGE_ROLES);
  const result = await retryMessage(ctx, { id: one(await typedIn(args.request), "id") });
  if (!result.ok && result.reason === "missing") throw missing();
  return redirect("/manage/messages/failed?retried", 303);
}

export default function FailedEmailsPage() {
  const { retried, messages } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Emails that could not be delivered"
      lede="We tried several times. Check the address with the person, or ring them instead."
      back={{ href: "/manage/messages", text: "Calls and letters" }}
      notice={retried && <NotificationBanner success text="We are trying that email again." />}
    >
      {messages.length === 0 ? (
        <EmptyState title="Every email has been delivered, or is on its way" icon="sun" />
      ) : (
        <Table
          caption="Failed emails"
          captionHidden
          cards
          rows={messages}
          rowKey={(message) => message.id}
          columns={[
            { header: "Who", cell: (message) => message.recipientName || "No name given" },
            { header: "Address", cell: (message) => message.recipient },
            { header: "About", cell: (message) => message.subject },
            { header: "Written", cell: (message) => plainDay(message.createdAt) },
            { header: "What went wrong", cell: (message) => message.trouble },
            {
              header: "What to do",
              cell: (message) => <TryAgain id={message.id} who={message.recipientName} />,
            },
          ]}
        />
      )}
    </Page>
  );
}

function TryAgain({ id, who }: { id: string; who: string }) {
  const here = useHere();
  return (
    <form method="post" action={here}>
      <FormToken />
      <Button name="id" value={id} variant="secondary" small>
        Try again<span className="govuk-visually-hidden">: {who}</span>
      </Button>
    </form>
  );
}
