import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BatchSheets } from "~/features/surveys/BatchSheets";
import { agreementOf, cameIn, sampleOf } from "~/features/surveys/batch";
import { completeBatch } from "~/features/surveys/complete-batch.server";
import { may } from "~/features/surveys/may";
import { BATCH_WORDS, sheetsWords } from "~/features/surveys/paper-words";
import { findBatch, findNextSecond, listSheets } from "~/features/surveys/read-paper.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { batchName } from "~/features/surveys/sheet-codes";
import { plainDay } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { InsetText } from "~/ui/InsetText";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { SummaryList } from "~/ui/SummaryList";
import { Tag } from "~/ui/Tag";
import { one } from "~/ui/typed";

const DONE: Readonly<Record<string, string>> = {
  ordered: "The sheets are made. Print them now, or later: they stay the same.",
  complete: "No more sheets are waited for.",
  open: "More sheets may come back.",
  alike: "Both typings are alike.",
  differs: "The two typings differ. Somebody has to look at the sheet and decide.",
  settled: "Decided.",
  corrected: "The sheet is put right.",
  out: "The sheet is taken out. It can be typed again.",
};

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.heading);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  const found = seen && (await findBatch(ctx, seen.survey.id, args.params.batch ?? ""));
  if (!seen || !found) throw missing();
  const { survey } = seen;
  if (!may.enter(ctx.actor, survey)) throw forbidden();
  const sheets = (await listSheets(ctx, found.batch.id)).filter(({ state }) => state !== "printed");
  return {
    slug: survey.slug,
    title: survey.title,
    heading: `Batch ${batchName(found.batch.number)}`,
    found,
    mine: (await findNextSecond(ctx, survey, found)) !== null,
    sheets: sheets.map(({ code, state }) => ({ code, state })),
    done: DONE[new URL(args.request.url).searchParams.get("done") ?? ""],
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const { slug = "", batch = "" } = args.params;
  const typed = await typedIn(args.request);
  const complete = one(typed, "complete") === "yes";
  const done = await completeBatch(ctx, { slug, batch, complete });
  const at = `/manage/surveys/${slug}/sheets/${batch}?done=${complete ? "complete" : "open"}`;
  return done.ok ? redirect(at, 303) : follow(args.context, typed, done, at);
}

export default function Batch() {
  const { slug, title, heading, found, mine, sheets, done } = useLoaderData<typeof loader>();
  const { batch, counts, standing, toSecond } = found;
  const name = batchName(batch.number);
  const at = `/manage/surveys/${slug}`;
  const came = cameIn(counts);
  const agreement = agreementOf(found);
  const row = (key: string, value: string) => ({ key, value, actions: [] });
  return (
    <Page
      title={heading}
      caption={title}
      back={{ href: `${at}/sheets`, text: "Sheets of paper" }}
      notice={done && <NotificationBanner success>{done}</NotificationBanner>}
      head={
        <ButtonRow>
          <Tag colour={BATCH_WORDS[standing].colour}>{BATCH_WORDS[standing].text}</Tag>
          <ButtonLink href={`${at}/type/${name}`}>Type sheets</ButtonLink>
          {mine && (
            <ButtonLink href={`${at}/sheets/${name}/again`} variant="secondary">
              Type a sample again
            </ButtonLink>
          )}
          <a href={`${at}/sheets/${name}/print`}>Print the sheets</a>
        </ButtonRow>
      }
    >
      {counts.differs > 0 && (
        <InsetText>
          {sheetsWords(counts.differs)} {counts.differs === 1 ? "was" : "were"} typed twice and not alike.
          Look at the paper and decide.
        </InsetText>
      )}
      {toSecond > 0 && !mine && standing !== "coming_in" && (
        <InsetText>
          Somebody who did not type these sheets has to type {sheetsWords(toSecond)} again.
        </InsetText>
      )}
      <SummaryList
        rows={[
          row(
            "Printed",
            `${sheetsWords(batch.sheets)} of version ${batch.version}, ${plainDay(batch.orderedAt)}`,
          ),
          row("Where", batch.place || "Not said"),
          row("Typed", String(came)),
          row(
            "Typed twice",
            `${counts.checked + counts.differs} of ${sampleOf(batch, came)} (${batch.share} of 100, and never fewer than ${batch.least})`,
          ),
          row(
            "Answers typed alike",
            agreement === null
              ? "Nothing was typed twice yet"
              : `${agreement}% (${found.alike} of ${found.compared})`,
          ),
          ...batch.late.map(({ reason, sheets }) => row("Came late", `${sheetsWords(sheets)}: ${reason}`)),
        ]}
      />
      {came > 0 && (
        <>
          <h2>Sheets that came back</h2>
          <BatchSheets at={`${at}/sheets/${name}`} sheets={sheets} />
          <form method="post" action={`${at}/sheets/${name}`}>
            <FormToken />
            <Button name="complete" value={batch.complete ? "no" : "yes"} variant="secondary">
              {batch.complete ? "More sheets may come back" : "No more sheets come back"}
            </Button>
          </form>
        </>
      )}
    </Page>
  );
}
