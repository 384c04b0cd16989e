import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CollectionWho } from "~/features/equality/CollectionWho";
import { findCollectionRow } from "~/features/equality/read-who-answered.server";
import { yearOf } from "~/features/equality/rules";
import { FigureNotes } from "~/features/figures/FigureNotes";
import { CAME, TIMELINE } from "~/features/surveys/figures.server";
import { QuestionResults } from "~/features/surveys/QuestionResults";
import { findPublishedSurvey } from "~/features/surveys/read-published.server";
import { listQuotes } from "~/features/surveys/read-quotes.server";
import { groupedBy, tablesBy } from "~/features/surveys/results";
import { SurveyHow } from "~/features/surveys/SurveyHow";
import { SurveyQuotes } from "~/features/surveys/SurveyQuotes";
import { SurveyWaves } from "~/features/surveys/SurveyWaves";
import { SurveyParagraphs } from "~/features/surveys/SurveyWords";
import { translator } from "~/platform/i18n.server";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { PageHead } from "~/ui/PageHead";
import { isPalette } from "~/ui/palettes";
import { Section } from "~/ui/Section";
import { SubNav } from "~/ui/SubNav";

export const meta: MetaFunction<typeof loader> = (args) => [
  ...titled(args, args.data?.heading),
  { name: "description", content: args.data?.survey.summary ?? "" },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, { params: ["by"] });
  const found = await findPublishedSurvey(ctx, args.params.slug ?? "");
  if (!found) throw missing();
  const { survey, neighbourhood, figures, results, versions, earlier } = found;
  const { slug, title, summary, findings, whatNext } = survey;
  const wanted = new URL(args.request.url).searchParams.get("by") ?? "";
  const breakdowns = groupedBy(results, figures.tables);
  const by = breakdowns.find(({ key }) => key === wanted) ?? null;
  return {
    heading: translator(args.context.locale as Locale)("surveys.results.titleFor", { survey: title }),
    survey: { slug, title, summary, findings: findings ?? "", whatNext },
    neighbourhood,
    edition: { id: figures.id, number: figures.number, day: figures.publishedAt, rule: figures.rule },
    results: by
      ? results
          .map((result) => ({ result, groups: tablesBy(result, by.key, figures.tables) }))
          .filter(({ groups }) => groups.length > 0)
      : results.map((result) => ({ result, groups: undefined })),
    breakdowns,
    by,
    how: {
      timeline: figures.tables.find(({ id }) => id === TIMELINE) ?? null,
      came: figures.tables.find(({ id }) => id === CAME) ?? null,
      later: versions.filter(({ version }) => version > 1),
    },
    withheld: figures.withheld.length,
    quotes: by ? [] : await listQuotes(ctx, survey.id),
    who: await findCollectionRow(ctx, { kind: "survey", slug, year: yearOf(survey.closesAt) }),
    earlier: by ? [] : earlier,
  };
}

export default function SurveyResultsPage() {
  const data = useLoaderData<typeof loader>();
  const { survey, neighbourhood, edition, results, breakdowns, by, quotes, earlier } = data;
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const foreign = asEnglish(locale);
  const palette = neighbourhood?.palette ?? "";
  const english = (text: string) => ({ text, english: locale !== "en" });
  const here = `/surveys/${survey.slug}/results`;
  const { rule } = edition;
  return (
    <>
      <PageHead
        title={t("surveys.results.title")}
        caption={<span {...foreign}>{survey.title}</span>}
        lede={t("surveys.results.chose")}
        back={{ href: link(`/surveys/${survey.slug}`), text: t("surveys.results.about") }}
        palette={isPalette(palette) ? palette : "green"}
        seed={neighbourhood?.seed ?? survey.slug.length}
      />
      <Section tight>
        <div className="rh-narrow">
          <h2>{t("surveys.results.short")}</h2>
          <SurveyParagraphs of={english(survey.findings)} />
        </div>
        {earlier.map(({ slug, title, waves }) => (
          <section key={slug}>
            <h2>
              {t("surveys.results.since")} <span {...foreign}>{title}</span>
            </h2>
            <p>
              {t("surveys.results.sinceText")}{" "}
              <a href={link(`/surveys/${slug}/results`)}>{t("surveys.results.sinceLink")}</a>
            </p>
            <SurveyWaves waves={waves} locale={locale} />
          </section>
        ))}
        <h2>{t("surveys.results.questions")}</h2>
        {breakdowns.length > 0 && (
          <SubNav
            label={t("surveys.results.by")}
            items={[
              { href: link(here), text: t("figures.everybody"), current: by === null },
              ...breakdowns.map(({ key, title }) => ({
                href: link(`${here}?by=${key}`),
                text: title,
                current: by?.key === key,
                ...foreign,
              })),
            ]}
          />
        )}
        <div className="rh-results-grid">
          {results.map(({ result, groups }) => (
            <QuestionResults key={result.key} result={result} groups={groups} rule={rule} locale={locale} />
          ))}
        </div>
        {data.withheld > 0 && <p>{t("figures.withheld")}</p>}
        {quotes.length > 0 && (
          <SurveyQuotes
            quotes={quotes}
            results={results.map(({ result }) => result)}
            locale={locale}
            link={link}
          />
        )}
        <SurveyHow {...data.how} rule={rule} locale={locale} />
        <FigureNotes
          tables={[
            ...results.flatMap(({ result, groups }) => groups ?? result.tables),
            ...[data.how.came, data.how.timeline].flatMap((one) => one ?? []),
          ]}
          rule={rule}
        />
        <p>
          {t("figures.edition", { number: edition.number, day: plainDay(edition.day, locale) })}.{" "}
          <a href={link(`/figures/${edition.id}`)}>{t("figures.open")}</a>
        </p>
        {data.who && <CollectionWho row={data.who} locale={locale} link={link} />}
        <div className="rh-narrow">
          <h2>{t("surveys.facts.whatNext")}</h2>
          <SurveyParagraphs of={english(survey.whatNext)} />
        </div>
      </Section>
    </>
  );
}
