import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EqualityAsk } from "~/features/equality/EqualityAsk";
import { may } from "~/features/surveys/may";
import { findStep } from "~/features/surveys/read-step.server";
import { SurveyParagraphs } from "~/features/surveys/SurveyWords";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const locale = args.context.locale as Locale;
  const step = await findStep(ctx, { slug: args.params.slug ?? "", cookie: "", locale });
  if (!step) throw missing();
  return {
    title: translator(locale)("surveys.sent.title"),
    said: step.said,
    slug: step.survey.slug,
    anonymity: step.survey.anonymity,
    helps: may.enter(ctx.actor, step.survey),
  };
}

export default function AnswersSent() {
  const { said, slug, anonymity, helps } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const link = useLink();
  return (
    <Page title={t("surveys.sent.title")} lede={t("surveys.sent.lede")}>
      <div className="rh-narrow">
        <h2>{t("surveys.facts.whatNext")}</h2>
        <SurveyParagraphs of={said.whatNext} />
        <h2>{t("surveys.sent.kept")}</h2>
        <p>{t(`surveys.sent.${anonymity}`)}</p>
        <EqualityAsk kind="survey" slug={slug} link={link} />
        {helps && (
          <p lang="en" dir="ltr">
            <a href={`/manage/surveys/${slug}/answer-for`}>Answer for the next person</a> ·{" "}
            <a href={`/manage/surveys/${slug}`}>Back to the survey’s staff page</a>
          </p>
        )}
        <p>
          <ButtonLink href={link("/surveys")} variant="secondary">
            {t("surveys.all")}
          </ButtonLink>
        </p>
        <p>
          <a href={link(`/surveys/${slug}`)}>{t("surveys.sent.again")}</a>
        </p>
      </div>
    </Page>
  );
}
