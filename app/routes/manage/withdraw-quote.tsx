import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { permitsOf } from "~/features/events/may";
import { findHeardPage, listQuotable } from "~/features/events/read-heard.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { withdrawQuote } from "~/features/events/withdraw-quote.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Radios } from "~/ui/Radios";
import { one, summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Take a quote back");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!permitsOf(ctx.actor, seen.event).organise) throw forbidden();
  const page = await findHeardPage(ctx, seen.event.id);
  const quotable = await listQuotable(ctx, seen.event.id);
  const quotes = quotable.filter((one) => page?.quotes.includes(one.source));
  if (quotes.length === 0) throw missing();
  return { slug: seen.event.slug, title: seen.event.title, quotes };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const source = one(typed, "source");
  if (source === "") return refuse(args.context, typed, { source: ["Choose the quote"] });
  const gone = await withdrawQuote(ctx, { slug, source });
  if (gone.ok) return redirect(`/manage/events/${slug}/heard?done=quote_gone`, 303);
  if (gone.reason === "not_allowed") throw forbidden();
  throw missing();
}

export default function WithdrawQuote() {
  const { slug, title, quotes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/manage/events/${slug}/heard`;
  return (
    <Page
      title="Somebody takes a quote back"
      caption={title}
      back={{ href: back, text: "Write what we heard" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <form method="post" action={`${back}/withdraw-quote`} noValidate>
        <FormToken />
        <Radios
          name="source"
          legend="Which one?"
          hint="It goes from the page, from every earlier version and from the search, at once. It can’t be chosen again."
          error={refused?.fields.source?.[0]}
          items={quotes.map(({ source, text }) => ({ value: source, label: <bdi>{text}</bdi> }))}
        />
        <ButtonRow>
          <Button variant="warning">Take it out</Button>
          <ButtonLink href={back} variant="secondary">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
