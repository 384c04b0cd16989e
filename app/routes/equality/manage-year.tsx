import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/equality/may";
import { publishWhoAnswered } from "~/features/equality/publish-who-answered.server";
import { findWhoAnswered, previewWhoAnswered } from "~/features/equality/read-who-answered.server";
import { daysOf, yearOf, yearWords } from "~/features/equality/rules";
import { WhoAnswered } from "~/features/equality/WhoAnswered";
import { plainDay } from "~/platform/london";
import { listCollections } from "~/routes/collections.server";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { InsetText } from "~/ui/InsetText";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { summaryOf } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

const DONE: Readonly<Record<string, string>> = {
  new: "A new edition is published.",
  same: "Nothing has changed since the last edition, so it stands.",
  held: "The last edition stands: a new one would tell too much about the few people who have come since.",
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  if (!may.see(ctx.actor)) throw forbidden();
  const year = args.params.year ?? "";
  const isPast = daysOf(year) && year <= yearOf(ctx.now);
  if (!isPast) throw missing();
  const published = await findWhoAnswered(ctx, year);
  const collections = await listCollections(ctx, year);
  return {
    title: `Who we heard: ${yearWords(year)}`,
    year,
    running: year === yearOf(ctx.now),
    edition: published && { number: published.figures.number, on: plainDay(published.figures.publishedAt) },
    preview: await previewWhoAnswered(ctx, { year, collections }),
    published,
    publishes: may.publish(ctx.actor),
    done: new URL(args.request.url).searchParams.get("done") ?? "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const year = args.params.year ?? "";
  const published = await publishWhoAnswered(ctx, { year, collections: await listCollections(ctx, year) });
  if (published.ok) return redirect(`/manage/equality/${year}?done=${published.outcome}`, 303);
  if (published.reason === "missing") throw missing();
  if (published.reason === "not_allowed") throw forbidden();
  return refuse(
    args.context,
    {},
    { "": ["Nobody has been asked in that year, so there is nothing to publish"] },
  );
}

export default function ManageYear() {
  const { title, year, running, edition, preview, published, publishes, done } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const shown = preview.kind === "new" ? preview : published;
  return (
    <Page
      title={title}
      back={{ href: "/manage/equality", text: "Who we hear" }}
      notice={
        refused ? (
          <ErrorSummary errors={summaryOf(refused)} />
        ) : (
          DONE[done] && <NotificationBanner success text={DONE[done]} />
        )
      }
    >
      <div className="rh-narrow">
        <p>
          {edition ? (
            <>
              Edition {edition.number} was published on {edition.on}:{" "}
              <a href={`/who-we-heard-from/${year}`}>the page that everyone sees</a>.
            </>
          ) : (
            "Nothing is published of this year yet."
          )}
        </p>
        {running && (
          <InsetText>
            The year is still running. An edition now makes the next one harder to publish: it waits until
            enough people have come.
          </InsetText>
        )}
        {preview.kind === "held" && <p>{DONE.held}</p>}
        {preview.kind === "new" && preview.withheld.length > 0 && (
          <p>Left out, because people could be found in them: {preview.withheld.join(", ")}.</p>
        )}
        {publishes && preview.kind === "new" && (
          <form method="post" action={here}>
            <FormToken />
            <p>What is below has passed the gate. Publishing keeps it as it is, for ever.</p>
            <Button>Publish {edition ? `edition ${edition.number + 1}` : "it"}</Button>
          </form>
        )}
      </div>
      {shown ? (
        <WhoAnswered {...shown} rule="nhs_1_7_r5" locale="en" />
      ) : (
        <EmptyState title="Nobody has said anything yet" icon="talk">
          <p>People are asked after they send a survey and after they save a place at an event.</p>
        </EmptyState>
      )}
    </Page>
  );
}
