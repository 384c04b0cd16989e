import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { putScores } from "~/features/appraisals/put-scores.server";
import { findAppraisalRow, listCriteria, listOptions } from "~/features/appraisals/read.server";
import { findGiven, phoneKey } from "~/features/appraisals/read-scores.server";
import { codeIn } from "~/features/appraisals/room-code";
import { ScoreFields } from "~/features/appraisals/ScoreFields";
import { scoreOrder } from "~/features/appraisals/score-order";
import { typedOfScores } from "~/features/appraisals/scores-form";
import { shownParts } from "~/features/appraisals/shown";
import { cookieIn, cookieLine } from "~/platform/cookies.server";
import { inLocale, type Locale } from "~/platform/locales";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, refuse, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { NotificationBanner } from "~/ui/NotificationBanner";
import { inOrder, one } from "~/ui/typed";

/** Tells one phone from another for a day, and is nothing that says whose it is. */
const COOKIE = "scores";
const A_DAY = 86_400;

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.question);

/** What somebody gave stays in no cache. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const found = await findAppraisalRow(ctx, { code: codeIn(args.params.code ?? "") ?? "" });
  if (!found) throw missing();
  const [options, criteria] = [await listOptions(ctx, found.id), await listCriteria(ctx, found.id)];
  const token = cookieIn(args.request, ctx.origin, COOKIE);
  const given = token ? await findGiven(ctx, phoneKey(ctx, found.id, token)) : null;
  return {
    question: found.question,
    options: shownParts(options),
    criteria: shownParts(criteria),
    now: given && typedOfScores(given, { options, criteria }),
    isKept: given !== null && new URL(args.request.url).searchParams.has("kept"),
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const locale = args.context.locale as Locale;
  const code = codeIn(args.params.code ?? "") ?? "";
  const typed = await typedIn(args.request);
  const token = cookieIn(args.request, ctx.origin, COOKIE) || one(typed, "submissionId");
  if (!/^[\w.-]{8,100}$/.test(token)) throw missing();
  const done = await putScores(ctx, { code, typed, token, limitBy: args.context.clientAddress });
  if (done.ok) {
    const headers = { "Set-Cookie": cookieLine(ctx.origin, COOKIE, token, A_DAY) };
    return redirect(inLocale(locale, `/options/score/${code}?kept`), { status: 303, headers });
  }
  if (done.reason === "missing") throw missing();
  if (done.reason === "too_many")
    return refuse(args.context, typed, { kind: ["options.problem.tooMany"] }, 429);
  return refuse(args.context, typed, done.fields);
}

export default function ScoreOptions() {
  const { question, options, criteria, now, isKept, submissionId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const here = useHere();
  const errors = inOrder(refused, scoreOrder(options, criteria)).map(({ text, href }) => ({
    text: t(text),
    href,
  }));
  return (
    <Page
      title={<span lang="en">{question}</span>}
      lede={t("options.score.anonymous")}
      back={{ href: link("/options/score"), text: t("options.score.code") }}
      notice={
        errors.length > 0 ? (
          <ErrorSummary errors={errors} />
        ) : (
          isKept && (
            <NotificationBanner success text={t("options.score.kept")}>
              <p>{t("options.score.keptText")}</p>
            </NotificationBanner>
          )
        )
      }
    >
      <form className="rh-narrow rh-steps" method="post" action={here} noValidate>
        <FormToken />
        <input
          type="hidden"
          name="submissionId"
          value={one(refused?.typed ?? {}, "submissionId", submissionId)}
        />
        <ScoreFields
          options={options}
          criteria={criteria}
          typed={refused?.typed ?? now ?? {}}
          fields={refused?.fields ?? {}}
          locale={locale}
        />
        <Button>{t(now ? "options.score.change" : "options.score.send")}</Button>
      </form>
    </Page>
  );
}
