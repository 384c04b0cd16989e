import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findHeld } from "~/features/surveys/privacy.server";
import { findSurvey } from "~/features/surveys/read.server";
import { provenIn, withdrawOwn } from "~/features/surveys/withdraw-response.server";
import { translator } from "~/platform/i18n.server";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { FormToken } from "~/routes/FormToken";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useHere, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { SummaryList } from "~/ui/SummaryList";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.heading);

/** The link opens somebody's answers: it stays in no cache. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args);
  const t = translator(args.context.locale as Locale);
  const { slug = "", link = "" } = args.params;
  const seen = await findSurvey(ctx, slug);
  const participantId = provenIn(ctx, link);
  if (!seen || !participantId) throw missing();
  const held = await findHeld(ctx, seen.survey, { participantId });
  return {
    title: seen.survey.title,
    heading: t(held ? "surveys.withdraw.title" : "surveys.withdraw.done"),
    held: held && { name: held.name, answers: held.answers },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await anyone(args);
  const { slug = "", link = "" } = args.params;
  const gone = await withdrawOwn(ctx, { slug, link });
  if (!gone.ok) throw missing();
  return redirect(inLocale(args.context.locale as Locale, `/surveys/${slug}/withdraw/${link}`), 303);
}

export default function WithdrawAnswers() {
  const { title, heading, held } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const here = useHere();
  const link = useLink();
  const english = asEnglish(locale);
  if (!held) {
    return (
      <Page title={heading} caption={<span {...english}>{title}</span>} lede={t("surveys.withdraw.doneText")}>
        <p>
          <a href={link("/surveys")}>{t("surveys.all")}</a>
        </p>
      </Page>
    );
  }
  return (
    <Page title={heading} caption={<span {...english}>{title}</span>} lede={t("surveys.withdraw.text")}>
      <h2>{t("surveys.withdraw.held")}</h2>
      <SummaryList
        rows={[
          { key: t("surveys.who.name"), value: held.name },
          ...held.answers.map(({ title, words }) => ({
            key: <span {...english}>{title}</span>,
            value: words ? <span dir="auto">{words}</span> : t("surveys.skipped"),
          })),
        ]}
      />
      <form method="post" action={here}>
        <FormToken />
        <ButtonRow>
          <Button variant="warning">{t("surveys.withdraw.title")}</Button>
          <ButtonLink href={link("/surveys")} variant="secondary">
            {t("surveys.withdraw.keep")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
