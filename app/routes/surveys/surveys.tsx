import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  listClosedSurveys,
  listComingSurveys,
  listOpenSurveys,
  nextTurn,
} from "~/features/surveys/read.server";
import { cardOf, SurveyCards } from "~/features/surveys/SurveyCards";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";
import { SectionHead } from "~/ui/SectionHead";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  args.context.page.until = (await nextTurn(ctx)) ?? undefined;
  return {
    title: translator(args.context.locale as Locale)("surveys.title"),
    open: (await listOpenSurveys(ctx)).map(cardOf),
    coming: (await listComingSurveys(ctx)).map(cardOf),
    closed: (await listClosedSurveys(ctx)).map(cardOf),
  };
}

export default function Surveys() {
  const { open, coming, closed } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  return (
    <>
      <PageHead title={t("surveys.title")} lede={t("surveys.lede")} />
      <Section tight>
        <SectionHead title={t("surveys.open")} />
        {open.length === 0 ? (
          <EmptyState title={t("surveys.none")} headingLevel={3} icon="talk">
            <p>{t("surveys.noneText")}</p>
          </EmptyState>
        ) : (
          <SurveyCards surveys={open} standing="open" locale={locale} link={link} />
        )}
      </Section>
      {coming.length > 0 && (
        <Section tone="mint">
          <SectionHead title={t("surveys.coming")} />
          <SurveyCards surveys={coming} standing="coming" locale={locale} link={link} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section>
          <SectionHead title={t("surveys.closed")} />
          <SurveyCards surveys={closed} standing="closed" locale={locale} link={link} />
        </Section>
      )}
    </>
  );
}
