import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CHANNEL_WORDS, formatWords } from "~/platform/formats";
import { directionOf, isLocale } from "~/platform/locales";
import { dayAndClock } from "~/platform/london";
import { findMessage } from "~/platform/read-messages.server";
import { missing } from "~/routes/form.server";
import { inDemo } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Details } from "~/ui/Details";
import { SummaryList } from "~/ui/SummaryList";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data?.message.subject ?? "Message");

/** This page may show the message in a frame. */
export const headers: HeadersFunction = () => ({ "x-rh-csp": "mail" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await inDemo(args);
  const message = await findMessage(ctx, args.params.id ?? "");
  if (!message) throw missing();
  return { message: { ...message, html: message.html !== null } };
}

type Message = ReturnType<typeof useLoaderData<typeof loader>>["message"];

const STATES = {
  waiting: "Waiting to go",
  sending: "On its way",
  done: "Done",
  failed: "Could not be delivered",
  withdrawn: "Taken back before it went",
};

export default function OutboxMessagePage() {
  const { message } = useLoaderData<typeof loader>();
  const locale = isLocale(message.locale) ? message.locale : "en";
  return (
    <Page
      title={
        <span lang={locale} dir={directionOf(locale)}>
          {message.subject}
        </span>
      }
      back={{ href: "/manage/outbox", text: "Outbox" }}
    >
      <SummaryList rows={rowsOf(message)} />
      <h2>As text</h2>
      <p className="rh-lines rh-message" lang={locale} dir={directionOf(locale)}>
        {withLinks(message.text)}
      </p>
      {message.html && (
        <>
          <h2>As an email program shows it</h2>
          <iframe
            className="rh-message__frame"
            title="The same message as an email program shows it"
            src={`/manage/outbox/${message.id}/html`}
            sandbox="allow-top-navigation-by-user-activation"
          />
        </>
      )}
      {message.calendar && (
        <Details summary="Attached: a calendar file">
          <pre className="rh-message">{message.calendar}</pre>
        </Details>
      )}
    </Page>
  );
}

function rowsOf(message: Message) {
  const how = `${CHANNEL_WORDS[message.channel]} to`;
  const formats = formatWords(message.formats, message.language).join(", ");
  return [
    { key: "For", value: message.recipientName || "No name given" },
    { key: how, value: <span className="rh-lines">{message.recipient || "Forgotten"}</span> },
    ...(formats ? [{ key: "Form", value: formats }] : []),
    { key: "Written", value: dayAndClock(message.createdAt) },
    { key: "State", value: STATES[message.state] },
  ];
}

/** The text with its addresses as links, so that a sign-in can be followed to its end. */
function withLinks(text: string) {
  let from = 0;
  return text.split(/(https?:\/\/\S+)/).map((part, turn) => {
    const key = from;
    from += part.length;
    if (turn % 2 === 0) return part;
    return (
      <a key={key} href={part} dir="ltr">
        {part}
      </a>
    );
  });
}
