import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FigureBars } from "~/features/figures/FigureBars";
import { FigureNotes } from "~/features/figures/FigureNotes";
import { FigureTable } from "~/features/figures/FigureTable";
import { HIDDEN_TO } from "~/features/figures/rules";
import { asEnglish } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { shownFigures } from "~/routes/figures-shown.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { InsetText } from "~/ui/InsetText";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";
import { SummaryList } from "~/ui/SummaryList";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.figures.title),
  ...(args.data?.isNewest === false ? [{ name: "robots", content: "noindex" }] : []),
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const { figures, editions } = await shownFigures(ctx, args.params.snapshot);
  return { figures, editions, isNewest: editions[0]?.id === figures.id };
}

export default function Figures() {
  const { figures, editions, isNewest } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const foreign = asEnglish(locale);
  const { id, rule, definition, tables } = figures;
  const english = (text: string) => <span {...foreign}>{text}</span>;
  const editionOf = (one: { number: number; publishedAt: Date }) =>
    t("figures.edition", { number: one.number, day: plainDay(one.publishedAt, locale) });
  return (
    <>
      <PageHead title={t("figures.title")} caption={english(figures.title)} lede={editionOf(figures)} />
      <Section tight>
        {!isNewest && (
          <InsetText>
            <a href={link(`/figures/${editions[0]?.id}`)}>{t("figures.newer")}</a>
          </InsetText>
        )}
        {tables.map((table) =>
          table.across ? (
            <FigureTable key={table.id} table={table} rule={rule} locale={locale} />
          ) : (
            <FigureBars key={table.id} table={table} rule={rule} locale={locale} />
          ),
        )}
        {figures.withheld.length > 0 && <p>{t("figures.withheld")}</p>}
        <FigureNotes tables={tables} rule={rule} />
        <SummaryList
          rows={[
            { key: t("figures.counts"), value: english(definition.counts) },
            { key: t("figures.source"), value: english(definition.source) },
            { key: t("figures.period"), value: english(definition.period) },
            { key: t("figures.asAt"), value: plainDay(figures.asAt, locale) },
            { key: t("figures.rule"), value: t("figures.ruleText", { high: HIDDEN_TO[rule] }) },
            {
              key: t("figures.check"),
              value: (
                <>
                  <code className="rh-hash">{figures.hash}</code> {t("figures.checkText")}
                </>
              ),
            },
          ]}
        />
        <nav className="rh-no-print" aria-label={t("figures.files")}>
          <h2>{t("figures.files")}</h2>
          <ul className="rh-list">
            <li>
              <a href={link(`/figures/${id}.csv`)}>{t("figures.csv")}</a>
            </li>
            <li>
              <a href={link(`/figures/${id}.json`)}>{t("figures.json")}</a>
            </li>
          </ul>
        </nav>
        {editions.length > 1 && (
          <nav className="rh-no-print" aria-label={t("figures.editions")}>
            <h2>{t("figures.editions")}</h2>
            <ul className="rh-list">
              {editions.map((one) => (
                <li key={one.id}>
                  <a href={link(`/figures/${one.id}`)} aria-current={one.id === id ? "page" : undefined}>
                    {editionOf(one)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </Section>
    </>
  );
}
