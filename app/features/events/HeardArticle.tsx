import { useTranslation } from "react-i18next";
import type { HeardContent, HeardQuote, HeardShare, HeardStep } from "~/db/tables/events-heard";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { CardGrid } from "~/ui/CardGrid";
import { InsetText } from "~/ui/InsetText";
import { StatTile } from "~/ui/StatTile";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { pounds } from "./money";

type HeardArticleProps = { content: HeardContent; locale: Locale };

const dayOfText = (day: string) => new Date(`${day}T12:00:00Z`);

/** What people said at an event, what comes of it and what can't be: the same for everyone, on paper too. */
export function HeardArticle({ content, locale }: HeardArticleProps) {
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
          <StatTile number={starred(content.people)} label={t("heard.came")} icon="people" tone="mint" />
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
                    {theme.plainLabel}
                    {theme.label !== theme.plainLabel && <span className="rh-note">{theme.label}</span>}
                  </span>
                ),
              },
              { header: t("heard.worked"), numeric: true, cell: (theme) => theme.worked },
              { header: t("heard.hard"), numeric: true, cell: (theme) => theme.hard },
              { header: t("heard.next"), numeric: true, cell: (theme) => theme.next },
              { header: t("heard.all"), numeric: true, cell: (theme) => theme.notes },
              { header: t("heard.agree"), numeric: true, cell: (theme) => theme.agreeing },
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
          <ul className="rh-steps">{coming.map(step)}</ul>
        </section>
      )}
      {cannot.length > 0 && (
        <section>
          <h2>{t("heard.cannot")}</h2>
          <ul className="rh-steps">{cannot.map(step)}</ul>
        </section>
      )}
      {feedback && (
        <section>
          <h2>{t("heard.how")}</h2>
          <CardGrid size="stats">
            {share(feedback.rated, "heard.rated")}
            {share(feedback.hadSay, "heard.hadSay")}
          </CardGrid>
          <p className="rh-note">{t("heard.howNote", { base: feedback.base })}</p>
        </section>
      )}
      {paid && <InsetText>{t("heard.paid", { money: pounds(paid.pence), people: paid.people })}</InsetText>}
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

  function step({ kind, text, ownerRole, dueDay, outcome, doneDay, reason, notes }: HeardStep) {
    const due =
      ownerRole && dueDay && t("heard.by", { role: ownerRole, day: plainDay(dayOfText(dueDay), locale) });
    return (
      <li key={text}>
        <h3 {...foreign}>
          {text} {kind === "done" && <Tag colour="green">{t("heard.doneTag")}</Tag>}
        </h3>
        {kind === "done" && doneDay && (
          <p>
            {t("heard.doneOn", { day: plainDay(dayOfText(doneDay), locale) })}:{" "}
            <span {...foreign}>{outcome}</span>
          </p>
        )}
        {kind === "cannot" && <p {...foreign}>{reason}</p>}
        {(due || notes > 0) && (
          <p className="rh-note">
            {[due, notes > 0 && t("heard.fromNotes", { count: notes })].filter(Boolean).join(". ")}
          </p>
        )}
      </li>
    );
  }

  function share({ percent, interval, part, of }: HeardShare, key: string) {
    const partOf = t("heard.partOf", { part, of });
    const [low, high] = interval ?? [0, 0];
    return (
      <StatTile
        number={percent === null ? partOf : t("heard.percent", { percent })}
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
