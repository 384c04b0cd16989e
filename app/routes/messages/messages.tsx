import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MessageHow } from "~/features/people/MessageHow";
import { CHANNEL_WORDS } from "~/platform/formats";
import { directionOf, isLocale } from "~/platform/locales";
import { dayAndClock, plainDay } from "~/platform/london";
import { finishMessage, MESSAGE_ROLES, reopenMessage } from "~/platform/outbox-tasks.server";
import { countFailedEmails, findMessage, listTasks } from "~/platform/read-messages.server";
import { FormToken } from "~/routes/FormToken";
import { missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { telephone } from "~/routes/SiteShell";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { Details } from "~/ui/Details";
import { EmptyState } from "~/ui/EmptyState";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { Pagination } from "~/ui/Pagination";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { one } from "~/ui/typed";
import { WarningText } from "~/ui/WarningText";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Calls and letters");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...MESSAGE_ROLES);
  const asked = new URL(args.request.url).searchParams;
  const seen = asked.get("seen");
  const { messages, more } = await listTasks(ctx, asked.get("after"));
  return {
    seen: seen ? await findMessage(ctx, seen) : null,
    failed: await countFailedEmails(ctx),
    messages,
    more,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args, ...MESSAGE_ROLES);
  const typed = await typedIn(args.request);
  const id = one(typed, "id");
  const result = await (one(typed, "act") === "undo" ? reopenMessage : finishMessage)(ctx, { id });
  if (!result.ok && result.reason === "missing") throw missing();
  return redirect(`/manage/messages?seen=${encodeURIComponent(id)}`, 303);
}

const DID = {
  email: "Sent",
  call: "I have called",
  letter: "I have posted it",
  text: "I have sent it",
  by_hand: "I have made and sent it",
};
const languages = new Intl.DisplayNames("en", { type: "language" });
type Message = ReturnType<typeof useLoaderData<typeof loader>>["messages"][number];

export default function MessagesPage() {
  const { seen, failed, messages, more } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Calls and letters"
      lede="People without email hear from us by phone, by text or by post, in the form they need. What is about something soon comes first."
      notice={seen && <News message={seen} />}
    >
      {failed > 0 && (
        <WarningText>
          <a href="/manage/messages/failed">Emails that could not be delivered: {failed}</a>
        </WarningText>
      )}
      {messages.length === 0 && (
        <EmptyState title="No calls to make and no letters to post" icon="talk">
          <p>When someone who asked for a call or a letter has news to hear, it appears here.</p>
        </EmptyState>
      )}
      {messages.length > 0 && (
        <Table
          caption="To do"
          captionHidden
          cards
          rows={messages}
          rowKey={(message) => message.id}
          columns={[
            { header: "Who", cell: (message) => message.recipientName || "No name given" },
            { header: "How", cell: (message) => <MessageHow message={message} telephone={telephone} /> },
            { header: "About", cell: (message) => <About message={message} /> },
            { header: "Waiting since", cell: (message) => plainDay(message.createdAt) },
            { header: "Begins", cell: (message) => message.neededBy && dayAndClock(message.neededBy) },
            { header: "Done?", cell: (message) => <Finish message={message} /> },
          ]}
        />
      )}
      {more && <Pagination next={{ href: `/manage/messages?after=${more}` }} />}
      <p className="rh-after">
        <a href="/manage/messages/done">Calls made, texts sent and letters posted in the last 7 days</a>
      </p>
    </Page>
  );
}

function News({ message }: { message: Message }) {
  const who = message.recipientName || "that person";
  if (message.state === "withdrawn")
    return <NotificationBanner text="That message is no longer needed. It has been taken off the list." />;
  if (message.state !== "done") return <NotificationBanner success text={`${who} is back on the list.`} />;
  const text = `${CHANNEL_WORDS[message.channel]} to ${who}: done`;
  return (
    <NotificationBanner success text={text}>
      <Press message={message} act="undo" text="Undo" />
    </NotificationBanner>
  );
}

function About({ message: { channel, subject, locale, text } }: { message: Message }) {
  const dir = isLocale(locale) ? directionOf(locale) : undefined;
  return (
    <div className="rh-cell">
      {subject} {locale !== "en" && <Tag colour="blue">{languages.of(locale)}</Tag>}
      <Details summary={channel === "call" ? "What to say" : "What it says"}>
        <p className="rh-lines" lang={locale} dir={dir}>
          {text}
        </p>
      </Details>
    </div>
  );
}

function Finish({ message }: { message: Message }) {
  return (
    <div className="rh-cell">
      {message.channel === "letter" && (
        <p>
          <a href={`/manage/messages/${message.id}/letter`}>
            Print the letter<span className="govuk-visually-hidden"> to {message.recipientName}</span>
          </a>
        </p>
      )}
      <Press message={message} act="done" text={DID[message.channel]} />
    </div>
  );
}

function Press({ message, act, text }: { message: Message; act: "done" | "undo"; text: string }) {
  return (
    <form method="post" action="/manage/messages">
      <FormToken />
      <input type="hidden" name="id" value={message.id} />
      <Button name="act" value={act} variant="secondary" small>
        {text}
        <span className="govuk-visually-hidden">: {message.recipientName}</span>
      </Button>
    </form>
  );
}
