import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageFor } from "~/features/surveys/answering";
import { findStep } from "~/features/surveys/read-step.server";
import { pageBefore, pagesOnRoute } from "~/features/surveys/route";
import { cookieOf, readCode } from "~/features/surveys/rules";
import { SurveyAnswers } from "~/features/surveys/SurveyAnswers";
import { SurveyStep } from "~/features/surveys/SurveyStep";
import { sendAnswers } from "~/features/surveys/send-answers.server";
import { shownIn } from "~/features/surveys/shown";
import { cookieIn, cookieLine } from "~/platform/cookies.server";
import { translator } from "~/platform/i18n.server";
import { inLocale, type Locale } from "~/platform/locales";
import { newSubmissionId } from "~/platform/submission-id.server";
import { FormToken } from "~/routes/FormToken";
import { missing, typedIn } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Checkboxes } from "~/ui/Checkboxes";
import { InsetText } from "~/ui/InsetText";
import { one } from "~/ui/typed";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

/** Answers belong to whoever is at the screen now, and to nobody after them. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const slug = args.params.slug ?? "";
  const locale = args.context.locale as Locale;
  const step = await findStep(ctx, {
    slug,
    cookie: cookieIn(args.request, ctx.origin, cookieOf(slug)),
    locale,
  });
  if (!step) throw missing();
  const { survey, questionnaire, draft, standing, said } = step;
  const to = (path: string) => redirect(inLocale(locale, `/surveys/${slug}${path}`), 303);
  if (!draft || standing === "closed") throw to("");
  const open = pageFor(questionnaire, draft.answers, "check");
  if (open !== "check") throw to(`/${open}`);
  const pages = pagesOnRoute(questionnaire, draft.answers);
  const pageOf = (key: string) => pages.find((page) => page.questions.some((one) => one.key === key))?.key;
  return {
    title: translator(locale)("surveys.check.title"),
    said,
    slug,
    answers: shownIn(questionnaire, locale, draft.answers)
      .answers()
      .map((answer) => ({ ...answer, page: pageOf(answer.key) ?? "" })),
    backTo: pageBefore(questionnaire, draft.answers, "check") ?? "",
    anonymous: survey.anonymity === "anonymous",
    asksToQuote: survey.asksToQuote,
    name: draft.who?.name ?? null,
    full: survey.most !== null && survey.received >= survey.most,
    submissionId: newSubmissionId(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const slug = args.params.slug ?? "";
  const locale = args.context.locale as Locale;
  const typed = await typedIn(args.request);
  const code = readCode(cookieIn(args.request, ctx.origin, cookieOf(slug)));
  const to = (path: string, headers?: HeadersInit) =>
    redirect(inLocale(locale, `/surveys/${slug}${path}`), { status: 303, headers });
  if (one(typed, "action") === "back") return to("/check");
  if (one(typed, "action") === "save") return to("/save");
  const sent = await sendAnswers(ctx, {
    ...{ slug, code, locale },
    submissionId: one(typed, "submissionId"),
    mayQuote: one(typed, "mayQuote") === "yes",
  });
  if (sent.ok) return to("/sent", { "Set-Cookie": cookieLine(ctx.origin, cookieOf(slug), "", 0) });
  if (sent.reason === "missing") throw missing();
  if (sent.reason === "open") return to(`/${sent.page}`);
  return to(sent.reason === "full" && code ? "/check" : "");
}

export default function CheckAnswers() {
  const data = useLoaderData<typeof loader>();
  const { said, slug, answers, backTo, anonymous, asksToQuote, name, full, submissionId } = data;
  const { t } = useTranslation();
  const { locale } = useFacts();
  const here = useHere();
  const link = useLink();
  return (
    <SurveyStep survey={said.title} back={{ href: link(`/surveys/${slug}/${backTo}`) }}>
      <h1 className="govuk-heading-l">{t("surveys.check.title")}</h1>
      {full && <InsetText>{t("surveys.standing.full")}</InsetText>}
      <SurveyAnswers
        answers={answers}
        locale={locale}
        href={(page) => link(`/surveys/${slug}/${page}?check`)}
      />
      <InsetText>{anonymous ? t("surveys.check.anonymous") : t("surveys.check.linked", { name })}</InsetText>
      <form method="post" action={here}>
        <FormToken />
        <input type="hidden" name="submissionId" value={submissionId} />
        {asksToQuote && (
          <Checkboxes
            name="mayQuote"
            legend={t("surveys.check.quote")}
            legendSize="s"
            hint={t("surveys.check.quoteHint")}
            items={[{ value: "yes", label: t("surveys.check.mayQuote") }]}
          />
        )}
        <ButtonRow>
          <Button name="action" value="submit" arrow>
            {t("surveys.check.send")}
          </Button>
          <Button name="action" value="save" variant="secondary">
            {t("surveys.save")}
          </Button>
        </ButtonRow>
      </form>
    </SurveyStep>
  );
}
