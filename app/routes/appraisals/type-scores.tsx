import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/features/appraisals/may";
import { findForStaff, listCriteria, listOptions } from "~/features/appraisals/read.server";
import { countScores, findGiven, paperKey } from "~/features/appraisals/read-scores.server";
import { scoreOrder } from "~/features/appraisals/score-order";
import { typedOfScores } from "~/features/appraisals/scores-form";
import { shownParts } from "~/features/appraisals/shown";
import { peopleWords } from "~/features/appraisals/staff-words";
import { TypingTable } from "~/features/appraisals/TypingTable";
import { typeScores } from "~/features/appraisals/type-scores.server";
import { FormToken } from "~/routes/FormToken";
import { follow, forbidden, missing, typedIn } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useHere } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { inOrder } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

const numberIn = (word: string | null | undefined) =>
  word && /^[1-9]\d{0,3}$/.test(word) ? Number(word) : null;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen) throw missing();
  if (!may.type(ctx.actor, seen.appraisal)) throw forbidden();
  const { id, slug, question, state } = seen.appraisal;
  if (state !== "scoring") throw redirect(`/manage/options/${slug}`);
  const [options, criteria] = [await listOptions(ctx, id), await listCriteria(ctx, id)];
  const sheet = numberIn(args.params.sheet);
  const given = sheet === null ? null : await findGiven(ctx, paperKey(ctx, id, sheet));
  if (args.params.sheet && !given) throw missing();
  return {
    slug,
    question,
    title: given ? `Correct sheet ${sheet}` : "Type a sheet of paper",
    options: shownParts(options),
    criteria: shownParts(criteria),
    now: given ? typedOfScores(given, { options, criteria }) : {},
    people: (await countScores(ctx, id)).all,
    saved: numberIn(new URL(args.request.url).searchParams.get("saved")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await staff(args);
  const slug = args.params.slug ?? "";
  const typed = await typedIn(args.request);
  const done = await typeScores(ctx, { slug, sheet: numberIn(args.params.sheet), typed });
  if (done.ok) return redirect(`/manage/options/${slug}/type?saved=${done.sheet}`, 303);
  if (done.reason === "over") return redirect(`/manage/options/${slug}`, 303);
  return follow(args.context, typed, done, "");
}

export default function TypeScores() {
  const { slug, question, title, options, criteria, now, people, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = useHere();
  const errors = inOrder(refused, scoreOrder(options, criteria));
  const at = `/manage/options/${slug}`;
  return (
    <Page
      title={title}
      caption={question}
      lede={`${peopleWords(people)} so far. Tab goes on, Enter saves; leave empty what is empty on the sheet.`}
      back={{ href: `${at}/room`, text: "In the room" }}
      notice={
        errors.length > 0 ? (
          <ErrorSummary errors={errors} />
        ) : (
          saved && (
            <NotificationBanner success>
              Saved: write the number {saved} on the sheet. <a href={`${at}/type/${saved}`}>Correct it</a>
            </NotificationBanner>
          )
        )
      }
    >
      <form method="post" action={here} noValidate>
        <FormToken />
        <TypingTable
          options={options}
          criteria={criteria}
          typed={refused?.typed ?? now}
          fields={refused?.fields ?? {}}
        />
        <Button>Save the sheet</Button>
      </form>
    </Page>
  );
}
