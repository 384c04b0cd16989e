import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BatchTable } from "~/features/surveys/BatchTable";
import { cameIn, isPaperOver } from "~/features/surveys/batch";
import { may } from "~/features/surveys/may";
import { sheetsWords } from "~/features/surveys/paper-words";
import { getVersion } from "~/features/surveys/read.server";
import { findBatch, listBatches } from "~/features/surveys/read-paper.server";
import { findForStaff } from "~/features/surveys/read-staff.server";
import { SheetFields } from "~/features/surveys/SheetFields";
import { batchName } from "~/features/surveys/sheet-codes";
import { TypingFields, typingOrder } from "~/features/surveys/TypingFields";
import { typeSheet } from "~/features/surveys/type-sheet.server";
import { dayOf } from "~/platform/london";
import { FormToken } from "~/routes/FormToken";
import { forbidden, missing, refuse, refuseFor, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { inOrder, one } from "~/ui/typed";

const TITLE = "Type sheets";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, TITLE);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen?.survey.liveVersion) throw missing();
  const { survey } = seen;
  if (!may.enter(ctx.actor, survey)) throw forbidden();
  const { searchParams } = new URL(args.request.url);
  const shared = { slug: survey.slug, title: survey.title };
  if (!args.params.batch) return { ...shared, batches: await listBatches(ctx, survey.id), chosen: null };
  const found = await findBatch(ctx, survey.id, args.params.batch);
  if (!found) throw missing();
  const day = searchParams.get("day") ?? "";
  return {
    ...shared,
    batches: [],
    chosen: {
      name: batchName(found.batch.number),
      came: cameIn(found.counts),
      sheets: found.batch.sheets,
      questionnaire: (await getVersion(ctx, survey.id, found.batch.version)).questionnaire,
      asksToQuote: survey.asksToQuote,
      linked: survey.anonymity === "linked",
      over: isPaperOver(survey, ctx.now),
      closed: ctx.now >= survey.closesAt,
      day: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : dayOf(ctx.now),
      done: searchParams.get("done"),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const batch = args.params.batch ?? "";
  const typed = await typedIn(args.request);
  const done = await typeSheet(ctx, { slug, batch: Number(batch.slice(1)) || null, typed });
  const at = `/manage/surveys/${slug}`;
  if (done.ok) {
    const day = encodeURIComponent(one(typed, "receivedDay"));
    return redirect(`${at}/type/${batch}?done=${done.code}&day=${day}`, 303);
  }
  if (done.reason === "missing") throw missing();
  if (done.reason === "not_allowed") throw forbidden();
  if (done.reason !== "invalid") return redirect(`${at}/type/${batch}`, 303);
  if (!done.twice) return refuse(args.context, { ...typed, leaveOut: done.off.join(" ") }, done.fields);
  const text = `Sheet ${done.twice} is typed already. Look at it, or correct it`;
  const [name] = done.twice.split("-");
  return refuseFor(args.context, [{ text, href: `${at}/sheets/${name}/${done.twice}` }], typed);
}

export default function TypeSheets() {
  const { slug, title, batches, chosen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const at = `/manage/surveys/${slug}`;
  if (!chosen) {
    return (
      <Page
        title={TITLE}
        caption={title}
        lede={
          batches.length > 0 ? "Which batch do the sheets belong to? Its name begins each code." : undefined
        }
        back={{ href: `${at}/sheets`, text: "Sheets of paper" }}
      >
        {batches.length === 0 ? (
          <p>No sheets have been printed yet.</p>
        ) : (
          <BatchTable slug={slug} batches={batches} to="type" />
        )}
      </Page>
    );
  }
  const { name, done, questionnaire } = chosen;
  const notice = refused ? (
    <ErrorSummary errors={inOrder(refused, typingOrder(questionnaire))} />
  ) : (
    done && (
      <NotificationBanner success>
        Sheet {done} is saved. <a href={`${at}/sheets/${name}/${done}`}>Correct it or take it out</a>
      </NotificationBanner>
    )
  );
  return (
    <Page
      title={`${TITLE}: batch ${name}`}
      caption={title}
      lede={`${chosen.came} of ${sheetsWords(chosen.sheets)} typed.`}
      back={{ href: `${at}/sheets/${name}`, text: `Batch ${name}` }}
      notice={notice}
    >
      {chosen.over ? (
        <p>The time for typing is over: what was typed stays as it is.</p>
      ) : (
        <form className="rh-typing" method="post" action={here} noValidate>
          <FormToken />
          <SheetFields {...chosen} batch={name} typed={refused?.typed ?? {}} fields={refused?.fields ?? {}} />
          <TypingFields
            questionnaire={questionnaire}
            asksToQuote={chosen.asksToQuote}
            typed={refused?.typed ?? {}}
            fields={refused?.fields ?? {}}
          />
          <Button>Save and type the next</Button>
        </form>
      )}
    </Page>
  );
}
