import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listOutcomes } from "~/features/engagement/read.server";
import { HeardAboutTable } from "~/features/events/HeardAboutTable";
import { HeardSteps } from "~/features/events/HeardSteps";
import { listHeardAbout } from "~/features/events/read-heard-themes.server";
import { findThemeWhole } from "~/features/places/read-themes.server";
import { ThemeLinks } from "~/features/places/ThemeLinks";
import { ThemeQuotes } from "~/features/places/ThemeQuotes";
import { ThemeWhere } from "~/features/places/ThemeWhere";
import { placesOf } from "~/features/places/theme-places";
import { ResponseCards } from "~/features/responses/ResponseCards";
import { listStanding } from "~/features/responses/read.server";
import { listQuotesAbout } from "~/features/surveys/read-quotes.server";
import { listSaidAbout } from "~/features/surveys/read-said.server";
import { SaidAboutCards } from "~/features/surveys/SaidAboutCards";
import { asEnglish, inLocale, type Locale } from "~/platform/locales";
import { missing } from "~/routes/form.server";
import { anyone } from "~/routes/guards.server";
import { useFacts, useLink } from "~/routes/request-facts";
import { titled } from "~/routes/title";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Section } from "~/ui/Section";
import { SectionHead } from "~/ui/SectionHead";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, args.data?.theme.plainLabel);

const MOST_QUOTES = 20;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await anyone(args, {});
  const whole = await findThemeWhole(ctx, args.params.slug ?? "");
  if (!whole) throw missing();
  const { theme, parent, parts } = whole;
  // The address of a theme that became part of another leads to that one.
  if (theme.slug !== args.params.slug) {
    throw redirect(inLocale(args.context.locale as Locale, `/themes/${theme.slug}`), 301);
  }
  const heard = await listHeardAbout(ctx, whole);
  const said = await listSaidAbout(ctx, whole);
  const about = [...heard, ...said.map((one) => one.survey)].flatMap((one) => one.activityId ?? []);
  const link = ({ slug, plainLabel }: typeof theme) => ({ slug, plainLabel });
  return {
    theme,
    parent: parent && link(parent),
    parts: parts.map(link),
    ...{ heard, said },
    quoted: await listQuotesAbout(ctx, whole.ids, MOST_QUOTES),
    answers: (await listStanding(ctx, { themeIds: whole.ids }, 5)).responses,
    outcomes: await listOutcomes(ctx, [...new Set(about)]),
    places: placesOf(
      heard.map(({ neighbourhood, themes }) => ({
        neighbourhood,
        notes: themes.reduce((n, one) => n + one.notes, 0),
      })),
      said.map(({ neighbourhood, survey }) => ({ neighbourhood, slug: survey.slug })),
    ),
  };
}

export default function ThemePage() {
  const { theme, parent, parts, heard, said, quoted, outcomes, answers, places } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFacts();
  const link = useLink();
  const foreign = asEnglish(locale);
  const steps = heard.flatMap((event) =>
    event.steps.map((step) => ({
      ...step,
      from: (
        <a href={link(`/events/${event.slug}/heard`)} {...foreign}>
          {event.title}
        </a>
      ),
    })),
  );
  const quotes = [
    ...heard.flatMap(({ slug, title, themes }) =>
      themes
        .flatMap((one) => one.quotes)
        .map((one) => ({
          ...{ key: one.source, words: one.text, from: title },
          href: link(`/events/${slug}/heard`),
        })),
    ),
    ...quoted.map((one) => ({
      ...{ key: one.id, words: one.words, from: one.title },
      href: link(`/surveys/${one.survey}`),
    })),
  ];
  const isEmpty = heard.length + said.length + quotes.length + answers.length === 0;
  return (
    <>
      <PageHead
        title={<span {...foreign}>{theme.plainLabel}</span>}
        caption={t("heard.theme")}
        lede={theme.label === theme.plainLabel ? undefined : t("themes.official", { words: theme.label })}
        back={{ href: link("/themes"), text: t("themes.all") }}
        palette="green"
        seed={23}
      />
      <Section tight>
        {isEmpty && (
          <EmptyState title={t("themes.nothing")} icon="talk">
            <p>{t("themes.nothingText")}</p>
          </EmptyState>
        )}
        {heard.length > 0 && <h2>{t("themes.atEvents")}</h2>}
        {heard.length > 0 && <HeardAboutTable heard={heard} locale={locale} link={link} />}
        {said.length > 0 && <h2>{t("themes.inSurveys")}</h2>}
        {said.length > 0 && <SaidAboutCards said={said} locale={locale} link={link} />}
        {quotes.length > 0 && <h2>{t("themes.quotes")}</h2>}
        {quotes.length > 0 && <ThemeQuotes quotes={quotes.slice(0, MOST_QUOTES)} locale={locale} />}
        {steps.length + outcomes.length > 0 && <h2>{t("themes.steps")}</h2>}
        {steps.length > 0 && <HeardSteps steps={steps} locale={locale} />}
        {outcomes.length > 0 && (
          <ul className="rh-steps">
            {outcomes.map(({ slug, title, came }) => (
              <li key={slug} {...foreign}>
                <h3>
                  <a href={link(`/engagement/${slug}`)}>{title}</a>
                </h3>
                <p>{came}</p>
              </li>
            ))}
          </ul>
        )}
        {answers.length > 0 && (
          <>
            <SectionHead
              title={t("responses.title")}
              link={{
                href: link(`/you-said-we-did?theme=${theme.slug}`),
                text: t("responses.newestAll"),
              }}
            />
            <ResponseCards responses={answers} locale={locale} link={link} headingLevel={3} />
          </>
        )}
        {places.length > 0 && <h2>{t("themes.where")}</h2>}
        {places.length > 0 && <ThemeWhere places={places} locale={locale} link={link} />}
        <ThemeLinks parent={parent} parts={parts} locale={locale} link={link} />
      </Section>
    </>
  );
}
