import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findQuote } from "~/features/surveys/read-quotes.server";
import { withdrawQuote } from "~/features/surveys/withdraw-quote.server";
import { FormToken } from "~/routes/FormToken";
import { follow, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";

const TITLE = "Take this quote back?";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findQuote(ctx, args.params.id ?? "");
  if (found?.quote.state !== "published" || found.survey.slug !== args.params.slug) throw missing();
  return { slug: found.survey.slug, survey: found.survey.title, words: found.quote.words };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", id = "" } = args.params;
  const gone = await withdrawQuote(ctx, { id });
  return gone.ok
    ? redirect(`/manage/surveys/${slug}/quotes?done=withdrawn`, 303)
    : follow(args.context, {}, gone, "");
}

export default function WithdrawQuote() {
  const { slug, survey, words } = useLoaderData<typeof loader>();
  return (
    <Page title={TITLE} caption={survey} back={{ href: `/manage/surveys/${slug}/quotes`, text: "Quotes" }}>
      <blockquote className="rh-said" dir="auto">
        {words}
      </blockquote>
      <p>
        It goes from every page at once, with all other quotes of the same person, and nothing that they wrote
        can be quoted again. You need no reason.
      </p>
      <form method="post" action={useHere()}>
        <FormToken />
        <ButtonRow>
          <Button variant="warning">Take it back</Button>
          <ButtonLink href={`/manage/surveys/${slug}/quotes`} variant="secondary">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
