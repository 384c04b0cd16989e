import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getBorough } from "~/features/places/read.server";
import { isLarge } from "~/platform/formats";
import { directionOf, isLocale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { MESSAGE_ROLES } from "~/platform/outbox-tasks.server";
import { findMessage } from "~/platform/read-messages.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { titled } from "~/routes/title";
import { BackLink } from "~/ui/BackLink";
import { classes } from "~/ui/classes";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Letter to print");

export const handle = { bare: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, ...MESSAGE_ROLES);
  const message = await findMessage(ctx, args.params.id ?? "");
  if (message?.channel !== "letter" || message.recipient === "") throw missing();
  const size = new URL(args.request.url).searchParams.get("size");
  const large = size === "large" || (size !== "usual" && isLarge(message.formats));
  return { message, large, borough: await getBorough(ctx), today: ctx.now };
}

export default function MessageLetterPage() {
  const { message, large, borough, today } = useLoaderData<typeof loader>();
  const locale = isLocale(message.locale) ? message.locale : "en";
  const { contacts } = borough;
  return (
    <main className={classes("rh-letter", large && "rh-letter--large")} id="main-content">
      <nav className="rh-letter__bar rh-no-print" aria-label="This letter">
        <BackLink href="/manage/messages">Calls and letters</BackLink>
        <p>
          Print this page on A4 and fold it twice: the address fits a window envelope.{" "}
          <a href={large ? "?size=usual" : "?size=large"}>
            {large ? "Show it in the usual size" : "Show it in large print"}
          </a>
        </p>
      </nav>
      <article className="rh-letter__page" lang={locale} dir={directionOf(locale)}>
        <div className="rh-letter__head">
          <address className="rh-letter__from">
            <strong>{borough.council}</strong>
            <span className="rh-lines">{onEnvelope("", contacts.address)}</span>
            <bdi>{contacts.phone}</bdi>
            <bdi>{contacts.email}</bdi>
          </address>
          <address className="rh-letter__to rh-lines">
            {onEnvelope(message.recipientName, message.recipient)}
          </address>
        </div>
        <p>{plainDay(today, locale)}</p>
        <h1>{message.subject}</h1>
        {bodyOf(message.text).map((paragraph) => (
          <p key={paragraph} className="rh-lines">
            {paragraph}
          </p>
        ))}
        <p className="rh-letter__end">
          {borough.programme}
          <br />
          <bdi>{contacts.phone}</bdi>
        </p>
      </article>
    </main>
  );
}

/** An address line by line, under the name when it does not begin with it. */
function onEnvelope(name: string, address: string): string {
  const lines = address.split(address.includes("\n") ? "\n" : /,\s*/);
  return (lines[0]?.includes(name) ? lines : [name, ...lines]).join("\n");
}

/** The paragraphs, without the foot that an e-mail would have: the letter has a head and an end of its own. */
function bodyOf(text: string): string[] {
  const [body = ""] = text.split("\n-- \n");
  return body.trim().split(/\n{2,}/);
}
