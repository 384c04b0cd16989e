import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listPlaceNames } from "~/features/places/read.server";
import { proposeQuote } from "~/features/surveys/propose-quote.server";
import { findText } from "~/features/surveys/read-words.server";
import { cutOut } from "~/platform/flags";
import { FormToken } from "~/routes/FormToken";
import { follow, missing, refuse, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Checkboxes } from "~/ui/Checkboxes";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { Textarea } from "~/ui/Textarea";
import { one, summaryOf } from "~/ui/typed";

const TITLE = "Propose a quote";

const REFUSED = {
  not_asked: "They have not allowed that their words are published",
  unread: "Say first what it is about",
  danger: "It tells of somebody who may be in danger, so it is not published",
};

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", text: id = "" } = args.params;
  const text = /^\d{1,16}$/.test(id) ? await findText(ctx, Number(id)) : null;
  if (!text?.mayQuote || text.survey.slug !== slug || !text.text.isRead) throw missing();
  return {
    slug,
    box: text.box.key,
    question: text.box.title,
    words: text.words,
    suggested: cutOut(text.words, await listPlaceNames(ctx)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", text = "" } = args.params;
  const typed = await typedIn(args.request);
  const proposed = await proposeQuote(ctx, { textId: Number(text), typed });
  if (!proposed.ok && proposed.reason in REFUSED) {
    return refuse(args.context, typed, { words: [REFUSED[proposed.reason as keyof typeof REFUSED]] });
  }
  return proposed.ok
    ? redirect(`/manage/surveys/${slug}/quotes?done=proposed`, 303)
    : follow(args.context, typed, proposed, "");
}

export default function ProposeQuote() {
  const { slug, box, question, words, suggested } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/manage/surveys/${slug}/words/${box}?view=read`;
  return (
    <Page
      title={TITLE}
      caption={question}
      back={{ href: back, text: "Answers that have been read" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
    >
      <blockquote className="rh-said" dir="auto">
        {words}
      </blockquote>
      <form className="rh-narrow" method="post" action={useHere()} noValidate>
        <FormToken />
        <Textarea
          name="words"
          label="What is printed"
          hint="Put […] in the place of names, dates, places, jobs, illnesses: anything from which somebody could be told. Change and add nothing. We have cut what looks like a name or an address."
          error={refused?.fields.words?.[0]}
          defaultValue={one(refused?.typed ?? {}, "words", suggested)}
          rows={5}
        />
        <Checkboxes
          name="nobody"
          error={refused?.fields.nobody?.[0]}
          legend="Could a neighbour, a colleague or a relation tell who wrote it?"
          legendSize="s"
          values={[one(refused?.typed ?? {}, "nobody")]}
          items={[{ value: "yes", label: "No: nobody can be told from these words" }]}
        />
        <ButtonRow>
          <Button>Propose it</Button>
          <ButtonLink href={back} variant="secondary">
            Leave it
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
