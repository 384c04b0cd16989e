import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { QuoteTable } from "~/features/surveys/QuoteTable";
import { checksNeeded } from "~/features/surveys/quoting";
import { listQuotesForStaff } from "~/features/surveys/read-quotes.server";
import { findToRead } from "~/features/surveys/read-words.server";
import { forbidden, missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { NotificationBanner } from "~/ui/NotificationBanner";

const TITLE = "Quotes";

const DONE: Readonly<Record<string, string>> = {
  proposed: "Proposed. Somebody else looks at it before anyone reads it.",
  published: "Published. It stands beside the results and on the pages of its themes.",
  checked: "Noted. One more person looks at it, because all who answered live close together.",
  returned: "Given back. It can be proposed again with more cut out.",
  withdrawn: "Taken back. Nobody can read it any more.",
};

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const survey = await findToRead(ctx, args.params.slug ?? "");
  if (!survey) throw missing();
  if (survey === "none") throw forbidden();
  return {
    slug: survey.slug,
    title: survey.title,
    needed: checksNeeded(survey),
    quotes: await listQuotesForStaff(ctx, survey.id),
    done: DONE[new URL(args.request.url).searchParams.get("done") ?? ""],
  };
}

export default function Quotes() {
  const { slug, title, needed, quotes, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title={TITLE}
      lede="Words of people who said that we may publish them. One of you proposes, cut where somebody could be told; another looks and publishes."
      caption={title}
      back={{ href: `/manage/surveys/${slug}/words`, text: "What people wrote" }}
      notice={done && <NotificationBanner success>{done}</NotificationBanner>}
    >
      {quotes.length === 0 ? (
        <EmptyState title="No quotes yet" icon="talk">
          <p>
            <a href={`/manage/surveys/${slug}/words`}>Read what people wrote</a>, and propose words from
            there.
          </p>
        </EmptyState>
      ) : (
        <QuoteTable slug={slug} quotes={quotes} needed={needed} />
      )}
    </Page>
  );
}
