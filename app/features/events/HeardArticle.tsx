import { useTranslation } from "react-i18next";
import type { HeardContent, HeardQuote } from "~/db/tables/events-heard";
import type { Share } from "~/db/tables/figures";
import { PeopleCount } from "~/features/figures/PeopleCount";
import { asEnglish, type Locale } from "~/platform/locales";
import { CardGrid } from "~/ui/CardGrid";
import { InsetText } from "~/ui/InsetText";
import { StatTile } from "~/ui/StatTile";
import { Table } from "~/ui/Table";
import { HeardSteps } from "./HeardSteps";
import { pounds } from "./money";

type HeardArticleProps = {
  content: HeardContent;
  locale: Locale;
  /** An address in the reader's language. */
  link: (path: string) => string;
};

/** What people said at an event, what comes of it and what can't be: the same for everyone, on paper too. */
export function HeardArticle({ content, locale, link }: HeardArticleProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { themes, otherQuotes, steps, feedback, paid } = content;
  const coming = steps.filter((step) => step.kind !== "cannot");
  const cannot = steps.filter((step) => step.kind === "cannot");
  const quotes = themes.filter((theme) => theme.quotes.length > 0);
  return (
    <article className="rh-heard">
      <p className="rh-lede" {...foreign}>
        {content.summary}
      </p>
      <CardGrid size="stats">
        {content.people && (
          <StatTile number={starred(content.people.text)} label={t("heard.came")} icon="people" tone="mint" />
        )}
        <StatTile
          number={content.notes.toLocaleString(locale)}
          label={unit("heard.notes", content.notes)}
          icon="talk"
          tone="blush"
        />
        <StatTile
          number={themes.length}
          label={unit("heard.themesCount", themes.length)}
          icon="rings"
          tone="sky"
        />
        <StatTile
          number={coming.length}
          label={unit("heard.stepsCount", coming.length)}
          icon="leaf"
          tone="sun"
        />
      </CardGrid>
      {themes.length > 0 && (
        <section>
          <h2>{t("heard.themes")}</h2>
          <Table
            caption={t("heard.themes")}
            captionHidden
            cards
            rows={themes}
            rowKey={(theme) => theme.slug}
            columns={[
              {
                header: t("heard.theme"),
                cell: (theme) => (
                  <span {...foreign}>
                    <a href={link(`/themes/${theme.slug}`)}>{theme.plainLabel}</a>
                    {theme.label !== theme.plainLabel && <span className="rh-note">{theme.label}</span>}
                  </span>
                ),
              },
              { header: t("heard.worked"), numeric: true, cell: (theme) => theme.worked },
              { header: t("heard.hard"), numeric: true, cell: (theme) => theme.hard },
              { header: t("heard.next"), numeric: true, cell: (theme) => theme.next },
              { header: t("heard.all"), numeric: true, cell: (theme) => theme.notes },
              {
                header: t("heard.agree"),
                numeric: true,
                cell: (theme) => <PeopleCount people={theme.agreeing} />,
              },
            ]}
          />
          <p className="rh-note">
            {t("heard.themesNote", { count: content.notes })} {t("heard.agreeNote")}
          </p>
        </section>
      )}
      {quotes.length + otherQuotes.length > 0 && (
        <section>
          <h2>{t("heard.quotes")}</h2>
          <div className="rh-quotes">
            {quotes.map((theme) => (
              <div key={theme.slug}>
                <h3 {...foreign}>{theme.plainLabel}</h3>
                {theme.quotes.map(quote)}
              </div>
            ))}
            {otherQuotes.length > 0 && (
              <div>
                <h3>{t("heard.otherQuotes")}</h3>
                {otherQuotes.map(quote)}
              </div>
            )}
          </div>
          <p className="rh-note">{t("heard.quotesNote")}</p>
        </section>
      )}
      {coming.length > 0 && (
        <section>
          <h2>{t("heard.steps")}</h2>
          <HeardSteps steps={coming} locale={locale} />
        </section>
      )}
      {cannot.length > 0 && (
        <section>
          <h2>{t("heard.cannot")}</h2>
          <HeardSteps steps={cannot} locale={locale} />
        </section>
      )}
      {feedback && (
        <section>
          <h2>{t("heard.how")}</h2>
          <CardGrid size="stats">
            {share(feedback.rated, "heard.rated")}
            {share(feedback.hadSay, "heard.hadSay")}
          </CardGrid>
          <p className="rh-note">{t("heard.howNote", { base: feedback.base.text })}</p>
          {feedback.edition && (
            <p className="rh-no-print">
              <a href={link(`/figures/${feedback.edition}`)}>{t("figures.open")}</a>
            </p>
          )}
        </section>
      )}
      {paid && (
        <InsetText>{t("heard.paid", { money: pounds(paid.pence), people: paid.people.text })}</InsetText>
      )}
    </article>
  );

  function starred(people: string) {
    return people === "*" ? t("heard.fewer") : people;
  }

  /** "231 notes" without its number, which stands above it. */
  function unit(key: string, count: number): string {
    return t(key, { count }).replace(/^\s*[\d.,٠-٩]+\s*/, "");
  }

  function quote({ source, text }: HeardQuote) {
    return (
      <blockquote key={source} lang={foreign.lang} dir="auto">
        {text}
      </blockquote>
    );
  }

  function share({ percent, interval, part, of }: Share, key: string) {
    const partOf = t("heard.partOf", { part: part.text, of: of.text });
    const [low, high] = interval ?? [0, 0];
    const hidden = part.shown === "few" ? t("heard.fewer") : t("figures.notEnough");
    return (
      <StatTile
        number={part.value === null ? hidden : percent === null ? partOf : t("heard.percent", { percent })}
        label={t(key)}
        note={[percent !== null && partOf, interval && t("heard.interval", { low, high })]
          .filter(Boolean)
          .join(", ")}
        icon="sun"
        tone="sun"
      />
    );
  }
}
