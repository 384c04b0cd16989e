import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CHANNEL_WORDS } from "~/platform/formats";
import { dayAndClock } from "~/platform/london";
import { MESSAGE_ROLES } from "~/platform/outbox-tasks.server";
import { listFinishedTasks } from "~/platform/read-messages.server";
import { FormToken } from "~/routes/FormToken";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Calls made and letters posted");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...MESSAGE_ROLES);
  return { messages: await listFinishedTasks(ctx) };
}

export default function DoneMessagesPage() {
  const { messages } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Calls made and letters posted"
      lede="In the last 7 days, the newest first. If something was marked by mistake, put it back on the list."
      back={{ href: "/manage/messages", text: "Calls and letters" }}
    >
      {messages.length === 0 ? (
        <EmptyState title="Nothing in the last 7 days" />
      ) : (
        <Table
          caption="Done"
          captionHidden
          cards
          rows={messages}
          rowKey={(message) => message.id}
          columns={[
            { header: "Who", cell: (message) => message.recipientName || "No name given" },
            { header: "How", cell: (message) => CHANNEL_WORDS[message.channel] },
            { header: "About", cell: (message) => message.subject },
            { header: "When", cell: (message) => message.doneAt && dayAndClock(message.doneAt) },
            {
              header: "Mistake?",
              cell: (message) => <PutBack id={message.id} who={message.recipientName} />,
            },
          ]}
        />
      )}
    </Page>
  );
}

function PutBack({ id, who }: { id: string; who: string }) {
  return (
    <form method="post" action="/manage/messages">
      <FormToken />
      <input type="hidden" name="id" value={id} />
      <Button name="act" value="undo" variant="secondary" small>
        Put back on the list<span className="govuk-visually-hidden">: {who}</span>
      </Button>
    </form>
  );
}
