import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { codingProgress, findToRead } from "~/features/surveys/read-words.server";
import { WordTable } from "~/features/surveys/WordTable";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";

const TITLE = "What people wrote";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const survey = await findToRead(ctx, args.params.slug ?? "");
  if (!survey) throw missing();
  if (survey === "none") throw forbidden();
  const { slug, title, asksToQuote } = survey;
  return { slug, title, asksToQuote, boxes: await codingProgress(ctx, survey) };
}

export default function Words() {
  const { slug, title, asksToQuote, boxes } = useLoaderData<typeof loader>();
  return (
    <Page
      title={TITLE}
      lede="Read each answer, say what it is about, and let somebody else read a sample. A theme is counted when every answer to its question has been read."
      caption={title}
      back={{ href: `/manage/surveys/${slug}`, text: "Back to the survey" }}
    >
      {boxes.length === 0 ? (
        <EmptyState title="No question asks for words" icon="talk">
          <p>Only text questions and “Other, please say” have answers to read.</p>
        </EmptyState>
      ) : (
        <WordTable slug={slug} boxes={boxes} />
      )}
      <p>
        {asksToQuote ? (
          <a href={`/manage/surveys/${slug}/quotes`}>Quotes: proposed and published</a>
        ) : (
          "People are not asked whether they may be quoted, so nothing they write can be."
        )}
      </p>
    </Page>
  );
}
