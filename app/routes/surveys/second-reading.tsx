import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listThemesInUse } from "~/features/places/read-themes.server";
import { codingProgress, findToRead, listTexts } from "~/features/surveys/read-words.server";
import { sortWords } from "~/features/surveys/sort-words.server";
import { WordCard } from "~/features/surveys/WordCard";
import { WordViews } from "~/features/surveys/WordViews";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data && `${args.data.box.title}: second reading`);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const survey = await findToRead(ctx, args.params.slug ?? "");
  if (!survey) throw missing();
  if (survey === "none") throw forbidden();
  const box = (await codingProgress(ctx, survey)).find((one) => one.key === args.params.box);
  if (!box) throw missing();
  const { texts } = await listTexts(ctx, survey.id, box, { view: "second" });
  return {
    ...{ slug: survey.slug, title: survey.title, box, texts },
    themes: (await listThemesInUse(ctx)).map(({ slug, plainLabel }) => ({ slug, plainLabel })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", box = "" } = args.params;
  const typed = await typedIn(args.request);
  const sorted = await sortWords(ctx, { slug, box, part: "second", typed });
  if (!sorted.ok) return follow(args.context, typed, sorted, "");
  return redirect(`/manage/surveys/${slug}/words/${box}/second`, 303);
}

export default function SecondReading() {
  const { slug, title, box, texts, themes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const at = `/manage/surveys/${slug}/words/${box.key}`;
  return (
    <Page
      title={box.title}
      lede="Answers of the sample that somebody else reads first. You don’t see what they found, and they don’t see yours before they have read."
      caption={`${title}: second reading`}
      back={{ href: `/manage/surveys/${slug}/words`, text: "What people wrote" }}
      notice={refused && <ErrorSummary errors={summaryOf(refused)} />}
      head={<WordViews at={at} box={box} view="second" />}
    >
      {texts.length === 0 ? (
        <EmptyState title="No answer waits for you to read as the second" icon="talk">
          <p>
            {box.sample === 0 ? (
              <a href={`${at}/agreement`}>Draw a sample first</a>
            ) : (
              "What is left of the sample you have read as the first."
            )}
          </p>
        </EmptyState>
      ) : (
        <form method="post" action={`${at}/second`} noValidate>
          <FormToken />
          {texts.map((text, n) => (
            <WordCard
              key={text.id}
              text={text}
              n={n + 1}
              of={texts.length}
              themes={themes}
              refused={refused}
              isSecond
            />
          ))}
          <Button arrow>Save and next</Button>
        </form>
      )}
    </Page>
  );
}
