import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findWhoAnswered, listPublishedYears } from "~/features/equality/read-who-answered.server";
import { daysOf } from "~/features/equality/rules";
import { WhoAnswered } from "~/features/equality/WhoAnswered";
import { translator } from "~/platform/i18n.server";
import type { Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.title),
  { name: "description", content: args.data?.lede ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const t = translator(args.context.locale as Locale);
  const years = await listPublishedYears(ctx);
  const wanted = args.params.year;
  const year = wanted ?? years[0] ?? null;
  const who = year && daysOf(year) ? await findWhoAnswered(ctx, year) : null;
  if (wanted && !who) throw missing();
  const words = year && who ? t("who.year", spanOf(year)) : null;
  return {
    title: wanted && words ? `${t("who.title")}: ${words}` : t("who.title"),
    lede: t("who.lede"),
    words,
    who,
    others: years.filter((one) => one !== year),
  };
}

const spanOf = (year: string) => ({ first: year.slice(0, 4), second: Number(year.slice(0, 4)) + 1 });

export default function WhoWeHeardFrom() {
  const { lede, words, who, others } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  if (!who) {
    return (
      <Page title={t("who.title")} lede={lede}>
        <EmptyState title={t("who.none")} icon="sun">
          <p>{t("who.noneText")}</p>
        </EmptyState>
      </Page>
    );
  }
  const { figures, ...beside } = who;
  return (
    <Page title={t("who.title")} caption={words} lede={lede}>
      <WhoAnswered {...beside} rule={figures.rule} locale={locale} />
      <p className="rh-note">
        {t("who.published", { day: plainDay(figures.publishedAt, locale) })}{" "}
        <a href={link(`/figures/${figures.id}`)}>{t("figures.open")}</a>
      </p>
      {others.length > 0 && (
        <nav className="rh-no-print" aria-label={t("who.years")}>
          <h2>{t("who.years")}</h2>
          <ul className="rh-list">
            {others.map((year) => (
              <li key={year}>
                <a href={link(`/who-we-heard-from/${year}`)}>{t("who.year", spanOf(year))}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Page>
  );
}
