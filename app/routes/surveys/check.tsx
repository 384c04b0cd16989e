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
import { pageBefore, pagesOnRoute } from "~/features/surveys/route";
import { SurveyAnswers } from "~/features/surveys/SurveyAnswers";
import { SurveyStep } from "~/features/surveys/SurveyStep";
import { sendAnswers } from "~/features/surveys/send-answers.server";
import { shownIn } from "~/features/surveys/shown";
import { translator } from "~/platform/i18n.server";
import { newSubmissionId } from "~/platform/submission-id.server";
import { broughtTo, carrying, stepOf } from "~/routes/answering.server";
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
  const step = await stepOf(args, ctx);
  const { slug, locale, survey, questionnaire, draft, standing, said } = step;
  const to = (path: string) => redirect(step.to(path), 303);
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
  const { slug, locale, code, ...brought } = broughtTo(args, ctx);
  const to = (path: string, headers?: HeadersInit) => redirect(brought.to(path), { status: 303, headers });
  const typed = await typedIn(args.request);
  if (one(typed, "action") === "back") return to("/check");
  if (one(typed, "action") === "save") return to("/save");
  const sent = await sendAnswers(ctx, {
    ...{ slug, code, locale },
    submissionId: one(typed, "submissionId"),
    mayQuote: one(typed, "mayQuote") === "yes",
  });
  if (sent.ok) return to("/sent", carrying(ctx, slug));
  if (sent.reason === "missing") throw missing();
  if (sent.reason === "voucher") return to("/voucher?used");
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
