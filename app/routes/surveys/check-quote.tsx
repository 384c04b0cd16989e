import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkQuote } from "~/features/surveys/check-quote.server";
import { checksNeeded } from "~/features/surveys/quoting";
import { findQuote } from "~/features/surveys/read-quotes.server";
import { findText } from "~/features/surveys/read-words.server";
import { FormToken } from "~/routes/FormToken";
import { follow, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Checkboxes } from "~/ui/Checkboxes";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { one, summaryOf } from "~/ui/typed";

const TITLE = "Look at a quote";
const OWN = "You proposed it, read the answer first or have looked already: somebody else has to look";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const found = await findQuote(ctx, args.params.id ?? "");
  const text = found && (await findText(ctx, found.quote.textId));
  if (!found || !text || found.survey.slug !== args.params.slug) throw missing();
  if (found.quote.state !== "proposed") throw missing();
  return {
    slug: found.survey.slug,
    question: text.box.title,
    quote: found.quote.words,
    words: text.words,
    twice: checksNeeded(found.survey) > 1,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", id = "" } = args.params;
  const typed = await typedIn(args.request);
  const checked = await checkQuote(ctx, { id, typed });
  if (checked.ok) return redirect(`/manage/surveys/${slug}/quotes?done=${checked.became}`, 303);
  if (checked.reason === "own") return refuse(args.context, typed, { nobody: [OWN] });
  return follow(args.context, typed, checked, "");
}

export default function CheckQuote() {
  const { slug, question, quote, words, twice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={TITLE}
      caption={question}
      back={{ href: `/manage/surveys/${slug}/quotes`, text: "Quotes" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <h2>What would be printed</h2>
      <blockquote className="rh-said" dir="auto">
        {quote}
      </blockquote>
      <h2>What was written</h2>
      <p className="rh-as-typed" dir="auto">
        {words}
      </p>
      {twice && (
        <InsetText>
          All who answered live in one neighbourhood, where people know each other: two of you look at it.
        </InsetText>
      )}
      <form className="rh-narrow" method="post" action={useHere()} noValidate>
        <FormToken />
        <Checkboxes
          name="nobody"
          legend="Read it as somebody would who lives there"
          legendSize="s"
          error={refused?.fields.nobody?.[0]}
          values={[one(refused?.typed ?? {}, "nobody")]}
          items={[{ value: "yes", label: "Nobody can be told from it, and it says what they meant" }]}
        />
        <ButtonRow>
          <Button name="act" value="agree">
            Publish it
          </Button>
          <Button name="act" value="return" variant="secondary">
            Give it back
          </Button>
        </ButtonRow>
      </form>
    </Page>
  );
}
