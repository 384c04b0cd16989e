import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CHANNEL_WORDS } from "~/platform/formats";
import { clock, plainDay } from "~/platform/london";
import { listOutbox } from "~/platform/read-messages.server";
import { inDemo } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { InsetText } from "~/ui/InsetText";
import { Pagination } from "~/ui/Pagination";
import { Table } from "~/ui/Table";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Outbox");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await inDemo(args);
  const before = new URL(args.request.url).searchParams.get("before");
  return { before, ...(await listOutbox(ctx, before)) };
}

export default function OutboxPage() {
  const { before, messages, more } = useLoaderData<typeof loader>();
  return (
    <Page title="Outbox" lede="Every message that would have been sent, the newest first.">
      <InsetText>
        This page is here because Larkmere is invented and nothing is sent to anyone. A real borough has no
        such page: nobody can read other people’s messages there.
      </InsetText>
      {messages.length === 0 ? (
        <EmptyState title="No messages yet" icon="talk">
          <p>
            <a href="/events">Save a place at an event</a>, or{" "}
            <a href="/sign-in">ask for a link to sign in</a>, and look here again.
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Messages"
          captionHidden
          cards
          rows={messages}
          rowKey={(message) => message.id}
          columns={[
            {
              header: "Message",
              cell: (message) => (
                <a href={`/manage/outbox/${message.id}`} lang={message.locale}>
                  {message.subject}
                </a>
              ),
            },
            { header: "To", cell: (message) => message.recipientName || message.recipient },
            { header: "How", cell: (message) => CHANNEL_WORDS[message.channel] },
            {
              header: "When",
              cell: (message) => (
                <span className="rh-one-line">
                  {plainDay(message.createdAt)}, {clock(message.createdAt)}
                </span>
              ),
            },
          ]}
        />
      )}
      <Pagination
        previous={before ? { href: "/manage/outbox", text: "Newest messages" } : undefined}
        next={more ? { href: `/manage/outbox?before=${more}`, text: "Older messages" } : undefined}
      />
    </Page>
  );
}
